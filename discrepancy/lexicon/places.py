"""Countries by name, demonym, capital and seat of government; places by name, and how wide they are."""

from __future__ import annotations

from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.lexicon.conventions import plain_spelling
from discrepancy.text.characters import fold

_SHORT = 3


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for key, row in table("countries").items():
        for form in (key, *row["names"], *row["demonyms"], *row["capital"], *row.get("government", ())):
            found.setdefault(fold(form), str(key))
    return found


@lru_cache(maxsize=8192)
def country_of(word: str) -> str:
    """The key of the country that a name, demonym, capital or seat of government belongs to; empty where it is none.

    A short form counts only in capitals: "US" is a country, "us" is not.
    """
    key = fold(word)
    if len(key.replace(" ", "")) <= _SHORT and not word.replace(".", "").isupper():
        return ""
    return _countries().get(key, "")


@cache
def _exonyms() -> dict[str, str]:
    return {plain_spelling(form): plain_spelling(row[0]) for row in table("places")["exonyms"] for form in row}


@lru_cache(maxsize=8192)
def place_key(name: str) -> str:
    """The name of a place as a key: "St. Petersburg" and "Saint Petersburg", "Kiev" and "Kyiv" have one."""
    key = plain_spelling(name).removeprefix("the ")
    return _exonyms().get(key, key)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(plain_spelling(form) for form in table("places")[name])


def opposite(point: str) -> str:
    """The opposite point of the compass ("north", "northern"); empty where ``point`` is none."""
    return str(table("places")["compass"].get(point, ""))


def is_place_kind(noun: str) -> bool:
    """Whether a noun says what sort of place a name is of ("the town of", "province")."""
    return any(noun in _listed(kinds) for kinds in ("area_kinds", "spot_kinds", "town_kinds"))


def is_area_kind(noun: str) -> bool:
    """Whether a noun says that a place holds others ("province", "peninsula")."""
    return noun in _listed("area_kinds")


def is_area(name: str) -> bool:
    """Whether a name is that of a region, state or sea, which holds towns."""
    return place_key(name) in _listed("areas")


def is_town_kind(noun: str) -> bool:
    """Whether a noun says that people live in a place ("town", "village")."""
    return noun in _listed("town_kinds")


def is_craft(noun: str) -> bool:
    """Whether a noun is of a thing that goes from one place to another without a stop ("flight", "ferry")."""
    return noun in _listed("craft")


def parallel_kind(key: str, kind: str) -> str:
    """The noun that says what a place is, in its name or beside it, where no such place lies in another one."""
    words = key.split()
    return next((noun for noun in (kind, words[-1], words[0]) if noun in _listed("parallel_kinds")), "")


def level_of(key: str, kind: str, country: str) -> str:
    """How wide a place is: an "area" that holds towns, a "town", a named "site", or a "spot" of which names say little.

    Args:
        key: the place's name as a key.
        kind: the noun that says what it is; empty where none does.
        country: the key of the country whose name, people, capital or government it is; empty where of none.
    """
    first, last = key.split(maxsplit=1)[0], key.rsplit(maxsplit=1)[-1]
    if country or key in _listed("areas") or {kind, last} & _listed("area_kinds") or opposite(first):
        return "area"
    if {first, last} & _listed("spot_kinds"):
        return "site"
    return "spot" if kind in _listed("spot_kinds") else "town"
