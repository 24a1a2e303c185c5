"""Later counts: "six were taken to hospital", "four were still in hospital"; "three missing", the day after "two"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.accounted.told import Told, quoted, variant
from discrepancy.rules.once import once_each
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import sources
from discrepancy.rules.told_states import STILL, clause_around, states

_SHRINKING: Final = frozenset({"missing", "trapped", "supply", "captive"})
"""Those of which the later count is the smaller one, even where nothing says "still"."""
_MOST = 40
"""How many times as many there can have been at first."""


def find(story: Story) -> Iterator[Told]:
    """The counts of one state of which a later one is smaller."""
    told = [(fact, state) for facts in story.quantities.values() for fact in facts for state in _states(fact, story)]
    seen: set[object] = set()
    for then, state in told:
        still = is_still(then, story)
        larger = sorted((first for first, s in told if s == state and _is_more(first, then)), key=_value)
        for first in larger:
            came = _came_first(first, then, story, still=still, shrinking=state in _SHRINKING)
            if came and (then.quantity.figure, state) not in seen:
                seen.add((then.quantity.figure, state))
                yield _told(first, then, story)


@once_each
def is_still(fact: Fact, story: Story) -> bool:
    """Whether the clause of a count says that it is of those who still are in a state."""
    return STILL.search(clause_around(fact, story)) is not None


@once_each
def _states(fact: Fact, story: Story) -> tuple[str, ...]:
    return tuple(states(fact, story))


def _value(fact: Fact) -> Decimal:
    return fact.quantity.low


def _is_more(first: Fact, then: Fact) -> bool:
    return then.quantity.low < first.quantity.low <= _MOST * then.quantity.low


def has_gone_down(first: Fact, then: Fact, story: Story) -> bool:
    """Whether the second counts those who still are in the state that the first tells of, in another version."""
    if first.mention.document == then.mention.document or not _is_more(first, then):
        return False
    if not is_still(then, story) or is_still(first, story):
        return False
    both = not set(_states(first, story)).isdisjoint(_states(then, story))
    return both and _came_first(first, then, story, still=True, shrinking=False)


def _came_first(first: Fact, then: Fact, story: Story, *, still: bool, shrinking: bool) -> bool:
    one, other = first.mention.document, then.mention.document
    if one == other:
        return still and first.mention.end <= then.mention.start and not is_still(first, story)
    order = earlier(story, one, other)
    if order is False or _apart(first, then):
        return False
    if still:
        return not is_still(first, story) or order is True
    return shrinking and order is True


def _apart(first: Fact, then: Fact) -> bool:
    """Whether the one is of people and the other of things, or of places that differ."""
    one, other = set(first.subject.places), set(then.subject.places)
    years = [fact.when.first.year for fact in (first, then) if fact.when and fact.when.first]
    return bool(one and other and not one & other) or len(set(years)) > 1


def reason(first: Fact, then: Fact, story: Story) -> Reconciliation:
    """What the note says of such a pair."""
    params = {"a": first.mention.text, "b": then.mention.text}
    params |= {"source": sources(story, [then]), "words": quoted(story, then)}
    return Reconciliation("later-update", Message("reconcile.still-there", params))


def _told(first: Fact, then: Fact, story: Story) -> Told:
    return Told((variant(story, first), variant(story, then)), reason(first, then, story))
