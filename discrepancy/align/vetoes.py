"""Which pairs of quantities can not measure one thing, whatever else speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from discrepancy.align.vetoes_of_changes import (
    change_against_level,
    closing_against_trading,
    one_more,
    other_rate,
    other_way,
)
from discrepancy.align.vetoes_of_people import other_fate, other_people, other_person, other_spell, people_do_otherwise
from discrepancy.align.vetoes_of_places import elsewhere, home, strangers, worldwide_against_here
from discrepancy.align.vetoes_of_shares import another_share, one_of_others, one_votes
from discrepancy.align.vetoes_of_times import of_longer_time, two_spans
from discrepancy.model import Fact, FactRole


def told_like(fact: Fact) -> object:
    """All that the vetoes ask of a figure beside its value: two that are alike in this are two measures of the same.

    They look at the value of changes alone, and at what stands around of figures of one document alone.
    """
    q, when = fact.quantity, fact.when
    span = when and (when.value, when.first, when.last)
    return fact.subject, fact.role, fact.time, span, q.kind, q.unit, q.per, q.change, q.increment


def vetoed(a: Fact, b: Fact) -> bool:
    """Whether two quantities can not measure one thing, whatever else speaks for it."""
    for parts in _PARTS:
        if parts(a, b):
            return True
    return a.mention.document == b.mention.document and _apart_at_home(a, b)


def _apart_at_home(a: Fact, b: Fact) -> bool:
    """Within one document two figures are two measures, unless they count one kind of thing of one owner."""
    if people_do_otherwise(a, b):
        return True
    if a.mention.block is not b.mention.block and a.subject.concept == b.subject.concept:
        return False
    if a.sentence == b.sentence or not a.subject.concept or a.subject.concept != b.subject.concept:
        return True
    if a.attribution and b.attribution and a.attribution.speaker != b.attribution.speaker:
        return a.role is not b.role
    if a.role is not FactRole.LEVEL or a.subject.modifiers != b.subject.modifiers:
        return True
    return not (home(a) & home(b))


_PARTS: Final[Sequence[Callable[[Fact, Fact], bool]]] = (
    strangers,
    other_person,
    change_against_level,
    one_more,
    another_share,
    two_spans,
    other_fate,
    closing_against_trading,
    other_rate,
    of_longer_time,
    other_way,
    other_spell,
    other_people,
    one_of_others,
    one_votes,
    worldwide_against_here,
    elsewhere,
)
"""What parts two measures: first what parts most pairs, last what takes longest to tell."""
