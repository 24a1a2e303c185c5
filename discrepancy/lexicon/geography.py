"""What is known of where places lie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.lexicon.places import country_of, place_key

Path = tuple[str, ...]
"""Where a place lies, from the widest: country, state, city, quarter; a step that is not known is empty."""

_LEFT_OUT = "-"
_UNBOUNDED = frozenset({"european union"})
"""What countries.toml has and that holds countries."""


@lru_cache(maxsize=8192)
def paths_of(name: str) -> frozenset[Path]:
    """Where each place of that name lies, as far as the lists know; none for a name that they do not have."""
    found = _places().get(place_key(name))
    country = "" if found else country_of(name)
    if country and country not in _UNBOUNDED:
        found = frozenset(_in_country(country, ()))
    return found or frozenset()


@cache
def _places() -> Mapping[str, frozenset[Path]]:
    """The paths of every place in the lists by its key: countries, capitals, and what lies in them."""
    found: dict[str, set[Path]] = defaultdict(set)
    for key, row in table("countries").items():
        if key not in _UNBOUNDED:
            for name in row["names"]:
                found[place_key(name)] |= set(_in_country(key, ()))
            for name in row["capital"]:
                found[place_key(name)] |= set(_in_country(key, ("", place_key(name))))
    for path, names in table("geography")["own"].items():
        for name in names:
            found[place_key(name)] |= set(_on(path, place_key(name)))
    for path, names in table("geography")["loose"].items():
        for name in names:
            found[place_key(name)] |= set(_on(path))
    return {key: frozenset(paths) for key, paths in found.items()}


def _on(path: str, *name: str) -> Iterator[Path]:
    country, *steps = path.split("/")
    return _in_country(country, (*("" if step == _LEFT_OUT else place_key(step) for step in steps), *name))


def _in_country(country: str, steps: Sequence[str]) -> Iterator[Path]:
    """The path of what lies in a country; under each country that this one is, or is claimed to be, a part of."""
    for holder in table("geography")["under"].get(country, ("",)):
        if holder:
            yield (holder, country, *steps[1:])
        else:
            yield (country, *steps)
