"""The families' files: kinds of event with their facts and wordings, and the points that any story may carry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any, Final

from benchmarks.corpus.wordings import Slot, Wording, parse

__all__ = ["FAMILIES", "Family", "Kind", "Point", "family", "list_of"]

HERE: Final = Path(__file__).parent
FAMILIES: Final = ("tuning", "report")
"""The second is kept apart: nothing is set by looking at its texts, only figures are reported on it."""
SHOWN_WORDS: Final = 1.4
"""Words of a slot once it is filled, on average."""


@dataclass(frozen=True, slots=True)
class Point:
    """One paragraph's worth of telling, in several wordings.

    Attributes:
        slots: facts that only this point tells, by the way they are drawn.
        lede: the story opens with it.
        once: a fact of the whole topic: told the same way, and at most once in a story.
        words: about how long it is.
    """

    wordings: tuple[Wording, ...]
    slots: Mapping[str, str]
    lede: bool
    once: bool
    words: float


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event."""

    name: str
    people: Mapping[str, str]
    topic: Mapping[str, str]
    event: Mapping[str, str]
    quotes: Mapping[str, Sequence[str]]
    heads: tuple[Wording, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of event and general points that belong together."""

    kinds: tuple[Kind, ...]
    general: tuple[Point, ...]


@cache
def family(name: str) -> Family:
    """A family by its name.

    Raises:
        ValueError: there is none of this name.
    """
    if name not in FAMILIES:
        raise ValueError(f"no family {name!r}: there are {', '.join(FAMILIES)}")
    files = sorted((HERE / "families" / name).glob("*.toml"))
    kinds = tuple(_kind(_read(path)) for path in files if path.stem != "general")
    return Family(kinds, _points(_read(HERE / "families" / name / "general.toml")))


@cache
def list_of(name: str) -> tuple[str, ...]:
    """A word list or a list of name parts."""
    entry: str = (_read(HERE / "words.toml") | _read(HERE / "names.toml"))[name]
    return tuple(part.strip() for part in entry.split(",")) if "," in entry else tuple(entry.split())


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _kind(entry: Mapping[str, Any]) -> Kind:
    return Kind(
        name=entry["kind"],
        people=entry["people"],
        topic=entry.get("topic", {}),
        event=entry["event"],
        quotes=entry["quotes"],
        heads=_lines(entry["head"]["say"]),
        points=_points(entry),
    )


def _points(entry: Mapping[str, Any]) -> tuple[Point, ...]:
    return tuple(map(_point, entry["point"]))


def _point(entry: Mapping[str, Any]) -> Point:
    wordings = _lines(entry["say"])
    words = mean(map(_words, wordings))
    return Point(wordings, entry.get("slots", {}), entry.get("lede", False), entry.get("once", False), words)


def _lines(say: str) -> tuple[Wording, ...]:
    return tuple(parse(line) for line in say.strip().splitlines())


def _words(wording: Wording) -> float:
    size = 0.0
    for ways in wording.choices:
        size += mean(
            sum(SHOWN_WORDS if isinstance(piece, Slot) else len(piece.split()) for piece in way) for way in ways
        )
    return size
