"""What a quotation gives as a figure, a day, an hour or a place, as one key for every way of writing it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.quantities import find_quantities
from discrepancy.lexicon import table
from discrepancy.lexicon.places import country_of, place_key
from discrepancy.model import Date, Quantity, QuantityKind
from discrepancy.text.characters import fold

Keyed = tuple[int, int, tuple[str, ...]]
"""A run of characters and the keys that stand for it."""

FIGURE = "="
"""What the key of a figure begins with; no word's key does. A bare one has a word's key: it is mostly a pronoun."""
CLOCK = "clock"
"""The unit of an hour that is told by the clock alone: "half past three"."""
_NOON = 12
_HALF_OF_DAY = re.compile(r"[ap]\.?\s?m\b|\b(?:morning|afternoon|evening|night|noon|midday|midnight)\b", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d-\d\d|XX-XXT\d\d.*)$")
_PART_OF_CENTURY = re.compile(r"\d{2,3}$")
_CARDINALS = {str(word): int(value) for word, value in table("numbers")["cardinals"].items()}
_TENS = "|".join(word for word, value in _CARDINALS.items() if value >= 20)
_ONES = "|".join(word for word, value in _CARDINALS.items() if 0 < value < 10)
_RANKS = {
    word: n for n, word in enumerate(("first second third fourth fifth sixth seventh eighth ninth tenth").split(), 1)
}
_WORDS = rf"({_TENS})[ -]({_ONES})|({'|'.join(_CARDINALS)})|({'|'.join(_RANKS)})"
_BARE = re.compile(rf"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th)?(?!\w)|\b(?:{_WORDS})\b", re.IGNORECASE)
_RANK = "th"
_ONE_UNIT = {"ton": "tonne"}
"""Units that newsrooms write for one another in words they quote: nobody hears the difference."""
_SHORT_NAME = 3
"""Letters up to which a name is looked for as written only: "US" is a country, "us" is not."""


def keyed(text: str, spoken_for: Iterable[tuple[int, int]] = ()) -> list[Keyed]:
    """The runs of ``text`` that a key of their own stands for, in order and apart.

    Args:
        text: quoted words.
        spoken_for: runs of characters in which none may lie.
    """
    taken = bytearray(len(text))
    for start, end in spoken_for:
        taken[start:end] = b"\1" * (end - start)
    found: list[Keyed] = []
    for start, end, keys in (*_dates(text), *_quantities(text), *_places(text), *_bare(text)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, keys))
    return sorted(found)


def amount(key: str) -> tuple[str, str]:
    """The number and the unit of a figure's key; two empty strings for a word's."""
    number, _, unit = key.removeprefix(FIGURE).partition(" ")
    return (number, unit) if key.startswith(FIGURE) else ("", "")


def _dates(text: str) -> Iterator[Keyed]:
    """Days, with the year apart, since one version may leave it out; hours, decades and centuries."""
    for date in find_dates(text):
        keys = _date_keys(date)
        if keys:
            yield date.start, date.end, keys


def _date_keys(date: Date) -> tuple[str, ...]:
    if _PART_OF_CENTURY.match(date.value):
        return (_key(date.value, "years"),)
    match = _DAY.match(date.value)
    if match is None or date.relative:
        return ()
    year, day = match.groups()
    if day.startswith("XX-XX"):
        told = _HALF_OF_DAY.search(date.text) or int(day[6:8]) > _NOON
        return (_key(day[5:], "hour" if told else CLOCK),)
    key = _key(day, "day")
    return (key,) if year == "XXXX" else (key, _key(year, "year"))


def is_same_hour(one: str, other: str) -> bool:
    """Whether two keys are of one hour, where one of them does not say which half of the day it is in."""
    (a, unit), (b, other_unit) = amount(one), amount(other)
    if {unit, other_unit} != {CLOCK, "hour"} or not (a.startswith("T") and b.startswith("T")):
        return False
    return int(a[1:3]) % _NOON == int(b[1:3]) % _NOON and a[3:] == b[3:]


def _quantities(text: str) -> Iterator[Keyed]:
    for quantity in find_quantities(text):
        yield quantity.start, quantity.end, _quantity_keys(quantity)


def _quantity_keys(quantity: Quantity) -> tuple[str, ...]:
    low, high = _number(quantity.low), _number(quantity.high)
    if quantity.kind is QuantityKind.SCORE:
        return _key(low), "to", _key(high)
    unit = _RANK if quantity.kind is QuantityKind.RANK else _ONE_UNIT.get(quantity.unit, quantity.unit)
    return (_key(low if low == high else f"{low}..{high}", unit),)


def _key(number: str, unit: str = "") -> str:
    if number == "1" and unit in {"", _RANK}:
        return "first" if unit else "one"
    return f"{FIGURE}{number} {unit}".rstrip()


def _number(value: Decimal) -> str:
    shown = f"{round(value, 4):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _bare(text: str) -> Iterator[Keyed]:
    """Figures that count nothing: "Article 5", "number one"."""
    for match in _BARE.finditer(text):
        digits, ending, tens, ones, word, rank = match.groups()
        yield match.start(), match.end(), (_bare_key(digits, ending or rank, (tens, ones), word),)


def _bare_key(digits: str | None, rank: str | None, parts: tuple[str | None, str | None], word: str | None) -> str:
    if digits:
        return _key(digits.replace(",", ""), _RANK if rank else "")
    if rank:
        return _key(str(_RANKS[rank.lower()]), _RANK)
    return _key(str(sum(_CARDINALS[part.lower()] for part in (*parts, word) if part)))


def _places(text: str) -> Iterator[Keyed]:
    """Countries and the places of several names. In words all in capitals a short name may be a common word."""
    loud = text.isupper()
    for match in _place_names().finditer(text):
        name = match.group(1)
        if loud and len(name) <= _SHORT_NAME:
            continue
        key = country_of(name) or country_of(name.title()) or place_key(name)
        yield match.start(), match.end(), (fold(key).replace(" ", ""),)


@cache
def _place_names() -> re.Pattern[str]:
    names = {str(form) for row in table("places")["exonyms"] for form in row}
    names |= {str(form) for row in table("countries").values() for form in row["names"]}
    every = names | {name.upper() for name in names if len(name) > _SHORT_NAME}
    longest_first = sorted(every, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:[Tt]he )?({'|'.join(map(re.escape, longest_first))})(?!\w)")
