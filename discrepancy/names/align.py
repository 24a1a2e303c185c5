"""Which word of one name stands for which of the other."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from discrepancy.names.likeness import EQUAL, SLIP, UNLIKE, Likeness, relate
from discrepancy.names.prepare import MOST_WORDS, Prepared, Word

__all__ = ["Alignment", "Link", "align"]

_EQUAL: Final = Likeness(EQUAL, 1.0)
_JOINED_ENOUGH: Final = 0.85


_APART: Final = 0.02
"""How much likeness a word gives away for each place that it stands off, counted from the end of the names."""


class Link(NamedTuple):
    """Words ``left`` of the one name and ``right`` of the other that stand for each other, by index.

    Each is one word; where words are written together in one of the two names, the other side has several.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: Likeness


_SAME: Final = tuple(tuple(Link((i,), (j,), _EQUAL) for j in range(2 * MOST_WORDS)) for i in range(2 * MOST_WORDS))
"""The links of equal words at every two places, made once: most links are of these."""

_Candidate: TypeAlias = tuple[float, int, int, int, Likeness]
"""Rank (lowest first), places off, indices of the two words, and what they are to each other."""


class Alignment(NamedTuple):
    """Links, conflicts (words left on both sides, the likest held together) and words only one name has.

    Of strangers, who share no word, nothing is held together.
    """

    links: list[Link]
    conflicts: list[Link]
    left: list[int]
    right: list[int]


def _equal(a: Prepared, b: Prepared) -> tuple[list[Link], list[int], list[int]]:
    """Links of equal words, with what is left; of several equal words the nearest from the same end are taken."""
    if a.keys == b.keys:
        return [_SAME[i][i] for i in range(len(a.keys))], [], []
    if a.keyset.isdisjoint(b.keyset):
        return [], list(range(len(a.keys))), list(range(len(b.keys)))
    links: list[Link] = []
    left: list[int] = []
    right = list(range(len(b.keys)))
    for i, key in enumerate(a.keys):
        for j in right:
            if b.keys[j] == key:
                links.append(_SAME[i][j])
                right.remove(j)
                break
        else:
            left.append(i)
    return links, left, right


def _joined(a: Prepared, b: Prepared, left: list[int], right: list[int], *, turned: bool) -> Link | None:
    """A word of ``a`` that is several neighbouring words of ``b`` written together; it begins with the same letter."""
    for run, whole in b.runs:
        for i in left:
            key = a.keys[i]
            if key[0] == whole[0] and -1 <= len(whole) - len(key) <= 1 and all(j in right for j in run):
                likeness = relate(key, whole)
                if likeness.strength >= _JOINED_ENOUGH:
                    return Link(run, (i,), likeness) if turned else Link((i,), run, likeness)
    return None


def _take(link: Link, left: list[int], right: list[int]) -> None:
    """Takes a link's words out of what is left."""
    for i in link.left:
        left.remove(i)
    for j in link.right:
        right.remove(j)


def _joins(a: Prepared, b: Prepared, left: list[int], right: list[int]) -> list[Link]:
    """Links of words written together in one name and apart in the other; takes them out of what is left."""
    links: list[Link] = []
    while left and right and (len(left) > 1 or len(right) > 1):
        link = _joined(a, b, left, right, turned=False) or _joined(b, a, right, left, turned=True)
        if link is None:
            break
        _take(link, left, right)
        links.append(link)
    return links


def _relate(one: Word, other: Word) -> Likeness:
    """What two words are to each other; a particle written together with its surname is tried too."""
    likeness = relate(one.key, other.key)
    if likeness.kind >= SLIP and (one.glued or other.glued):
        glued = relate(one.glued or one.key, other.glued or other.key)
        if glued.strength > _JOINED_ENOUGH and bool(one.glued) != bool(other.glued):
            return glued
    return likeness


def _ranked(a: Prepared, b: Prepared, left: list[int], right: list[int]) -> list[_Candidate]:
    """Every pair of the words left: the likest first, of like ones those at the same distance from the end."""
    found: list[_Candidate] = []
    shift = len(b.keys) - len(a.keys)
    for i in left:
        one = a.words[i]
        for j in right:
            likeness = _relate(one, b.words[j])
            apart = abs(j - i - shift)
            found.append((_APART * apart - likeness.strength, apart, i, j, likeness))
    if len(found) > 1:
        found.sort()
    return found


def align(a: Prepared, b: Prepared) -> Alignment:
    """Holds the words of two names together: equal ones first, then the likest, then what is left on both sides."""
    links, left, right = _equal(a, b)
    if not left or not right:
        return Alignment(links, [], left, right)
    if len(left) > 1 or len(right) > 1:
        links += _joins(a, b, left, right)
    ranked = _ranked(a, b, left, right)
    if not links and all(likeness.kind is UNLIKE for *_, likeness in ranked):
        return Alignment(links, [], left, right)
    conflicts: list[Link] = []
    for _, _, i, j, likeness in ranked:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            (conflicts if likeness.kind is UNLIKE else links).append(Link((i,), (j,), likeness))
    return Alignment(links, conflicts, left, right)
