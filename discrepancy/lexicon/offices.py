"""Whether two titles of one person can both be held at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.lexicon.people import office_of
from discrepancy.lexicon.places import country_of
from discrepancy.text.characters import fold


@dataclass(frozen=True, slots=True)
class Office:
    """A title read: the class of its office, the families it is exclusive in, its country, and how it is qualified.

    ``qualifier`` is one of the meanings of the lexicon ("past", "temporary", "subordinate" …) or empty.
    """

    name: str
    families: frozenset[str]
    country: str
    qualifier: str


@lru_cache(maxsize=4096)
def read_office(title: str) -> Office:
    """``title`` as an office; of a title that the lexicon does not know, the words themselves are the office."""
    words = fold(title).split()
    qualifiers = table("titles")["qualifiers"]
    qualifier = next((str(qualifiers[word]) for word in words if word in qualifiers and word != "chief"), "")
    country = next((found for word in title.replace("'s", "").split() if (found := country_of(word))), "")
    name = office_of(title)
    if not name or name in _family("cabinet").general:
        name = _portfolio(words) or name
    return Office(name, frozenset(_families_of(name)), country, qualifier)


def contradict(a: Office, b: Office) -> bool:
    """Whether one person can not hold both at a time: two of one family, or one office of two countries.

    Titles that are qualified in time or rank (former, deputy, acting) contradict nothing.
    """
    if a.qualifier or b.qualifier or not a.name or not b.name:
        return False
    if a.name == b.name:
        return bool(a.families and a.country and b.country and a.country != b.country)
    return bool(a.families & b.families)


@dataclass(frozen=True, slots=True)
class _Family:
    offices: frozenset[str]
    general: frozenset[str]
    suffixes: tuple[str, ...]


@cache
def _families() -> dict[str, _Family]:
    return {
        str(name): _Family(frozenset(row["offices"]), frozenset(row["general"]), tuple(row.get("suffixes", ())))
        for name, row in table("exclusive_offices").items()
    }


def _family(name: str) -> _Family:
    return _families()[name]


def _families_of(name: str) -> Iterable[str]:
    for family, row in _families().items():
        ends = any(name.endswith(f" {suffix}") for suffix in row.suffixes)
        if name not in row.general and (name in row.offices or ends):
            yield family


def _portfolio(words: list[str]) -> str:
    """The words that name a minister's field where the lexicon does not know the office: "water minister"."""
    suffixes = _family("cabinet").suffixes
    if len(words) < 2 or words[-1] not in suffixes:
        return ""
    field = words[-2]
    known = country_of(field.title()) or field in table("titles")["qualifiers"]
    return "" if known or f"{field} {words[-1]}" in _family("cabinet").general else f"{field} {words[-1]}"
