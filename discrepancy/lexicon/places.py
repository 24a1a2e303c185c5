"""Countries by name, demonym, capital and seat of government; places by name, and whether one may hold another."""

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


def can_not_both_be(one: str, one_kind: str, other: str, other_kind: str) -> bool:
    """Whether two named places are surely, or as far as names can tell, two, and neither may lie in the other.

    Args:
        one: a place's name.
        one_kind: the noun that says what it is ("town"); empty where none does.
        other: the other's name.
        other_kind: likewise.
    """
    left, right = place_key(one), place_key(other)
    if not (left and right) or set(left.split()) <= set(right.split()) or set(right.split()) <= set(left.split()):
        return False
    countries = country_of(one), country_of(other)
    if all(countries):
        return countries[0] != countries[1]
    if {left, right} <= _cities():
        return True
    levels = _level(left, one_kind, countries[0]), _level(right, other_kind, countries[1])
    return levels == ("town", "town") or (levels == ("site", "site") and left.split()[-1] == right.split()[-1])


@cache
def _cities() -> frozenset[str]:
    """The cities that are known to be such: capitals, and those of several names, but for what is an area as well."""
    capitals = {plain_spelling(name) for row in table("countries").values() for name in row["capital"]}
    return frozenset({place_key(name) for name in capitals} | set(_exonyms().values())) - _listed("areas")


def _level(key: str, kind: str, country: str) -> str:
    """How wide a place is: an area that holds towns, a town, a named site, or a spot that names say little of."""
    last = key.rsplit(maxsplit=1)[-1]
    if country or key in _listed("areas") or {kind, last} & _listed("area_kinds"):
        return "area"
    if {key.split(maxsplit=1)[0], last} & _listed("spot_kinds"):
        return "site"
    return "spot" if kind in _listed("spot_kinds") else "town"
