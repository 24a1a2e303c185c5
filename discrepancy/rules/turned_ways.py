"""One thing that goes up in one version and down in another, told without one figure for the change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from discrepancy.model import BlockRole, Story
from discrepancy.rules.around_movements import STEM, Around
from discrepancy.rules.movement_states import UNNAMED
from discrepancy.rules.movement_words import one_name
from discrepancy.rules.movements import Movement, movements
from discrepancy.rules.opposed_movements import opposed

_ENOUGH: Final = 2
"""What must speak for one thing, in points of :func:`_points`."""
_BOTH_LEVELS: Final = 2
"""Figures that both give, as what a thing moved from and to: then it is one thing, whatever names stand around."""
_WORDS_SHARED: Final = 2


def turned_ways(story: Story) -> Iterator[tuple[list[Movement], list[Movement]]]:
    """What goes up in some versions and down in others, each thing once."""
    told = {document.id: movements(document) for document in story.documents}
    found: dict[str, tuple[dict[Movement, None], dict[Movement, None]]] = {}
    for one, other in combinations(story.documents, 2):
        for a, b in opposed(told[one.id], told[other.id]):
            if BlockRole.HEADLINE in {a.block, b.block} and not _told_below(told, a, b):
                continue
            if is_one_matter(story, a, b):
                up, down = (a, b) if a.way == "up" else (b, a)
                sides = found.setdefault(a.thing, ({}, {}))
                sides[0][up] = None
                sides[1][down] = None
    for sides in found.values():
        yield list(sides[0]), list(sides[1])


def _told_below(told: Mapping[str, Sequence[Movement]], a: Movement, b: Movement) -> bool:
    """Whether each document has the way in its text too: a headline alone is held against its own text."""
    return all(any(m.thing == s.thing and m.block is BlockRole.BODY for m in told[s.document]) for s in (a, b))


def is_one_matter(story: Story, a: Movement, b: Movement) -> bool:
    """Whether two opposite movements are of one thing at one time, as far as the words around tell."""
    one, other = (Around(story.document[m.document], m) for m in (a, b))
    figures = one.figures & other.figures
    if _of_others(one, other) and len(figures) < _BOTH_LEVELS:
        return False
    if any(x and y and not x & y for x, y in zip(one.periods, other.periods, strict=True)):
        return False
    for mine, theirs in ((a, other), (b, one)):
        if any(word[:STEM] not in theirs.stems and word not in theirs.names for word in mine.narrowed):
            return False
    days = {story.document[m.document].day for m in (a, b)}
    if len(days) > 1 and None not in days and not figures:
        return False
    return _points(one, other, a, b) >= _ENOUGH


def _of_others(one: Around, other: Around) -> bool:
    """Whether the names before the words of change are of two owners or places."""
    if one.lead and other.lead:
        return bool(one.lead - other.lead and other.lead - one.lead)
    mine, theirs = (one.lead, other) if one.lead else (other.lead, one)
    return bool(mine and theirs.refers and theirs.names and not mine & theirs.names)


def _points(one: Around, other: Around, a: Movement, b: Movement) -> int:
    """How much speaks for one thing: a figure that both give two, a name, a word that narrows, shared words one."""
    figures, shares = one.figures & other.figures, one.shares & other.shares
    if a.thing == UNNAMED:
        return _ENOUGH * (len(figures | shares) > 1)
    points = 2 * bool(figures) + bool(shares or (one.near & other.near))
    if a.counted:
        same = one.count == other.count
        return (_ENOUGH * same) if one.names & other.names else 0
    points += bool({n for n in one.names & other.names if one_name(n) != a.thing})
    points += bool(a.narrowed & b.narrowed)
    apart = {part[:STEM] for part in (a.thing, b.thing, *a.narrowed, *b.narrowed)}
    shared = (one.own & other.own) - apart
    return points + (len(shared) >= _WORDS_SHARED) + (len(shared) >= 2 * _WORDS_SHARED)


def overlaps(one: Sequence[Movement], spans: Sequence[tuple[str, int, int]]) -> bool:
    """Whether one of the movements stands in a sentence that one of ``spans`` (document, start, end) is of."""
    return any(m.document == home and m.sentence[0] <= at < m.sentence[1] for m in one for home, at, _ in spans)
