"""Whether two named places are surely two: what is known of where they lie, and what their names tell of them."""

from __future__ import annotations

from enum import Enum
from itertools import product

from discrepancy.lexicon.geography import Path, paths_of
from discrepancy.lexicon.places import country_of, is_area_kind, is_town_kind, level_of, parallel_kind, place_key

_STATE = 2
"""Steps of the path of a state; a city's has more."""


class Apart(Enum):
    """Whether two names are of two places of which neither lies in the other."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    """Two towns, for all that the names tell; nothing is known of either."""
    NO = "no"
    """One may be the other's name, lie in it, or so little is known that it may."""


def apart(one: str, one_kind: str, other: str, other_kind: str) -> Apart:
    """Whether two named places are two, and neither may lie in the other.

    Args:
        one: a place's name.
        one_kind: the noun that says what it is ("town"); empty where none does.
        other: the other's name.
        other_kind: likewise.
    """
    left, right = place_key(one), place_key(other)
    if not (left and right) or set(left.split()) <= set(right.split()) or set(right.split()) <= set(left.split()):
        return Apart.NO
    kind = parallel_kind(left, one_kind)
    if kind and kind == parallel_kind(right, other_kind):
        return Apart.SURELY
    known = _meant(paths_of(one), one_kind), _meant(paths_of(other), other_kind)
    if all(known):
        return Apart.NO if any(_agree(a, b) for a, b in product(*known)) else Apart.SURELY
    levels = level_of(left, one_kind, country_of(one)), level_of(right, other_kind, country_of(other))
    if levels == ("site", "site") and left.split()[-1] == right.split()[-1]:
        return Apart.SURELY
    if levels != ("town", "town"):
        return Apart.NO
    if one_kind == other_kind and is_town_kind(one_kind):
        return Apart.SURELY
    return Apart.NO if any(known) or one_kind != other_kind else Apart.PERHAPS


def _meant(paths: frozenset[Path], kind: str) -> frozenset[Path]:
    """Those of the paths that a noun beside the name leaves: "Washington state" is no city."""
    if is_area_kind(kind):
        return frozenset(path for path in paths if len(path) <= _STATE) or paths
    if is_town_kind(kind):
        return frozenset(path for path in paths if len(path) > _STATE) or paths
    return paths


def _agree(one: Path, other: Path) -> bool:
    """Whether two paths can be of one place, or of one that lies in the other: no step that both give differs."""
    return all(a == b or not (a and b) for a, b in zip(one, other, strict=False))
