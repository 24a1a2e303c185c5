"""Versions give one vote by different counts.

What fires:
    Two versions tell one count of votes each ("by five votes to one", "a 5-4 ruling", "four voted for the cut and two
    against"), and the counts are of as many votes in all but not the same, or give one side alike and the other nearly
    so.

Why it matters:
    How close a vote was is news of its own, and a body has only so many members.

Known limits:
    A version that has both counts is left alone, as is a vote told to be an earlier one.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "vote tabulations".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from discrepancy.model import Fact, Finding, Level, Message, Param, Story
from discrepancy.rules.rule import Example, Rule
from discrepancy.rules.tallies import Tally, Votes, tallies
from discrepancy.rules.written import Misfit, tell

_RULE = "NUM017", Level.ERROR
_FEWEST: Final = 3
_NEARLY: Final = Decimal("0.1")
_MANY: Final = 20
"""Votes of one side from which the other side is told apart from one of another vote by being nearly alike."""
_LARGEST_BODY: Final = 1000
"""Votes of an assembly: in an election the count moves, and parts of it are told."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each two counts of one vote."""
    yield from tell(story, _RULE, _say, _misfits(story))


def _misfits(story: Story) -> Iterator[Misfit]:
    told = tallies(story)
    homes: dict[Votes, set[str]] = {}
    facts: dict[Votes, list[Fact]] = {}
    for document, found in told.items():
        for tally in found:
            homes.setdefault(tally.votes, set()).add(document)
            facts.setdefault(tally.votes, []).extend(tally.facts)
    for one, other in combinations(facts, 2):
        between_versions = not homes[one] & homes[other] and _of_one_vote(one, other) and _alone(told, one, other)
        if between_versions or (_of_a_slip(one, other) and not _both_known(told, one, other)):
            params: tuple[tuple[str, Param], ...] = (("a", _shown(one)), ("b", _shown(other)))
            yield Misfit((tuple(facts[one]), tuple(facts[other])), params, "vote")


def _alone(told: Mapping[str, Sequence[Tally]], one: Votes, other: Votes) -> bool:
    """Whether two versions tell the same votes but for this one: bodies vote often, and by like counts."""
    known = [{tally.votes for tally in found} for found in told.values()]
    for mine in (votes for votes in known if one in votes):
        for theirs in (votes for votes in known if other in votes):
            if mine - theirs == {one} and theirs - mine == {other}:
                return True
    return False


def _both_known(told: Mapping[str, Sequence[Tally]], one: Votes, other: Votes) -> bool:
    """Whether two versions give both counts: then there were two votes."""
    return sum({one, other} <= {tally.votes for tally in found} for found in told.values()) > 1


def _shown(votes: Votes) -> Param:
    return votes[0], "-", votes[1]


def _of_one_vote(one: Votes, other: Votes) -> bool:
    if max(*one, *other) >= _LARGEST_BODY:
        return False
    if sum(one) == sum(other):
        return sum(one) >= _FEWEST
    for mine, same in ((0, 1), (1, 0)):
        if one[same] == other[same] and max(one[mine], other[mine]) >= _MANY:
            return abs(one[mine] - other[mine]) <= _NEARLY * max(one[mine], other[mine])
    return False


def _of_a_slip(one: Votes, other: Votes) -> bool:
    """Whether one side is alike and the other has the same digits, three or more, in another order."""
    same = set(one) & set(other)
    if len(same) != 1:
        return False
    left, right = (next(iter(set(votes) - same), Decimal(0)) for votes in (one, other))
    digits = [f"{value:f}" for value in (left, right)]
    return min(same) >= _TELLING and len(digits[0]) >= _DIGITS and sorted(digits[0]) == sorted(digits[1])


_TELLING: Final = 100
_DIGITS: Final = 3


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM017.summary", params), Message("NUM017.explanation", params)


RULE = Rule(
    code="NUM017",
    name="vote-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The board of the harbour trust approved the sale by six votes to three on Tuesday.",
            "The board of the harbour trust approved the sale by seven votes to two on Tuesday.",
        )
    ),
    near_miss=Example(
        (
            "The board of the harbour trust approved the sale by six votes to three on Tuesday.",
            "Six members of the board of the harbour trust voted for the sale on Tuesday and three against it.",
        )
    ),
    doc=__doc__,
)
