"""How a value goes wrong on its way into print: the slips that papers' own corrections tell of."""

from __future__ import annotations

from random import Random
from typing import Final

__all__ = ["digits", "misspelled"]

_SOUNDS: Final = (
    ("ie", "ei"), ("ea", "ee"), ("ck", "k"), ("y", "ie"), ("i", "y"), ("e", "a"), ("o", "u"), ("a", "e"), ("u", "o"),
    ("s", "z"), ("l", "ll"), ("n", "nn"), ("t", "d"), ("m", "n"), ("r", "rr"),
)  # fmt: skip
TENFOLD: Final = 0.25
"""How often a figure slips by a nought and not by its digits."""


def digits(value: int, rng: Random) -> int:
    """Another figure: two digits changed about, one digit struck wrong, or a nought too many or too few."""
    if value >= 100 and rng.random() < TENFOLD:
        return value // 10 if value % 10 == 0 else value * 10
    written = list(str(value))
    places = [place for place in range(len(written) - 1) if written[place] != written[place + 1]]
    if places and rng.random() < 0.5:
        place = rng.choice(places)
        if place or written[1] != "0":
            written[place : place + 2] = reversed(written[place : place + 2])
            return int("".join(written))
    place = 0 if len(written) < 3 else int(rng.random() * 2)
    old = int(written[place])
    written[place] = str(rng.choice([each for each in range(1, 10) if each != old]))
    return int("".join(written))


def misspelled(name: str, rng: Random) -> str:
    """A name as it was misheard; its first letter stays."""
    places = [
        (place, wrong, right)
        for right, wrong in _SOUNDS
        if (place := name.find(right, 1)) > 0 and name[place : place + len(wrong)] != wrong
    ]
    if not places:
        return f"{name}e"
    place, wrong, right = rng.choice(places)
    return name[:place] + wrong + name[place + len(right) :]
