"""Versions give one vote by different counts.

What fires:
    Two versions tell one count of votes each ("by five votes to one", "a 5-4 ruling", "four voted for the cut and two
    against"), and the counts are of as many votes in all but not the same, or give one side alike and the other nearly
    so.

Why it matters:
    How close a vote was is news of its own, and a body has only so many members.

Known limits:
    A version that tells more than one vote is left alone, as is a vote told to be an earlier one.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "vote tabulations".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from discrepancy.lexicon import table
from discrepancy.model import BlockRole, Document, Fact, Finding, Level, Message, QuantityKind, Story
from discrepancy.rules.rule import Example, Rule
from discrepancy.rules.written import Misfit, between, runs, tell

_RULE = "NUM017", Level.ERROR
_FEWEST: Final = 3
_NEARLY: Final = Decimal("0.1")
_MANY: Final = 20
"""Votes of one side from which the other side is told apart from one of another vote by being nearly alike."""
_VOTING: Final = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|ruled|ruling|dissent\w*|carried|passed|approved|rejected|decision|decided)\b"
)
_GAME: Final = re.compile(r"\b(?:goals?|scor\w+|match\w*|sets?|innings|season|league|beat|beaten|half-time|odds)\b")
_EARLIER: Final = re.compile(
    r"\b(?:last (?:month|time|year|week|meeting)|previous\w*|earlier|first (?:reading|ballot|round)|before that"
    r"|years? ago"
    r"|months? ago|preliminary|subcommittee)\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r" (?:votes? |members? |judges |justices )?(?:in favou?r )?(?:to|against) (?:just |only )?"
)
_BY: Final = re.compile(
    r"\b(?:by|vot(?:e|ed|ing|es) of|voted|voting|vote was|split|was|ruled|decided|decision of|count of|tally of"
    r"|margin of"
    r"|majority of)(?: an?)? $"
)
_ONE: Final = re.compile(
    r"(?: votes?| members| judges| justices)?(?: (?:in favou?r|for))?(?: to| against|,? with| and| and just| and only)"
    r" (?:just |only )?(?P<one>one|none|nil|zero)\b(?P<tail>[^.;:,\d]{0,40})"
)
"""A lone vote, or none, which is no figure by itself."""
_NO: Final = re.compile(r" (?:to|against) (?:just |only )?\w+$")
_LARGEST_BODY: Final = 1000
"""Votes of an assembly: in an election the count moves, and parts of it are told."""
_AND: Final = re.compile(r"[^.;:\d]{0,90}(?:,|\band\b|\bwhile\b|\bwith\b|\bbut\b)[^.;:\d]{0,20}")
_ELSE: Final = re.compile(
    r"\b(?:wanted|preferred|favou?red|sought|would have|argued|pressed for|held out for|called for)\b"
)
"""Verbs by which a minority is told to have voted for something else."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of the two sides, the larger first, and where they are told."""

    votes: tuple[Decimal, Decimal]
    facts: tuple[Fact, ...]


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each two counts of one vote."""
    yield from tell(story, _RULE, _say, _misfits(story))


def _misfits(story: Story) -> Iterator[Misfit]:
    told = {document.id: list(_tallies(story, document)) for document in story.documents}
    by_votes: dict[tuple[Decimal, Decimal], list[Fact]] = {}
    for found in told.values():
        if len({tally.votes for tally in found}) == 1:
            by_votes.setdefault(found[0].votes, []).extend(fact for tally in found for fact in tally.facts)
    for (votes, facts), (others, beside) in combinations(by_votes.items(), 2):
        if _of_one_vote(votes, others):
            params = (("a", _shown(votes)), ("b", _shown(others)))
            yield Misfit((tuple(facts), tuple(beside)), params, "vote")


def _shown(votes: tuple[Decimal, Decimal]) -> str:
    return f"{votes[0]:,f}-{votes[1]:,f}"


def _of_one_vote(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    if max(*one, *other) >= _LARGEST_BODY:
        return False
    if sum(one) == sum(other):
        return sum(one) >= _FEWEST
    for mine, same in ((0, 1), (1, 0)):
        if one[same] == other[same] and max(one[mine], other[mine]) >= _MANY:
            return abs(one[mine] - other[mine]) <= _NEARLY * max(one[mine], other[mine])
    return False


def _tallies(story: Story, document: Document) -> Iterator[Tally]:
    for row in runs(story, document.id):
        sentence = document.text[row[0].sentence.start : row[0].sentence.end]
        if not _VOTING.search(sentence.lower()) or _GAME.search(sentence) or _EARLIER.search(sentence):
            continue
        if row[0].mention.block is not BlockRole.CORRECTION:
            yield from _in_row(document, row)


def _in_row(document: Document, row: list[Fact]) -> Iterator[Tally]:
    for fact in row:
        q = fact.quantity
        if q.kind is QuantityKind.SCORE:
            yield _tally(q.low, q.high, fact)
        elif q.kind is QuantityKind.COUNT and q.low == q.high and (lone := _lone(document, fact)) is not None:
            yield _tally(q.low, lone, fact)
    for left, right in pairwise(row):
        a, b = left.quantity, right.quantity
        if not (a.kind is b.kind is QuantityKind.COUNT and a.low == a.high > 0 and b.low == b.high > 0):
            continue
        if _against(document, left, right) or _for_and_against(document, left, right):
            yield _tally(a.low, b.low, left, right)


def _lone(document: Document, fact: Fact) -> Decimal | None:
    """The other side where it is one vote or none: "by five votes to one", "eight voted for it and one against"."""
    found = _ONE.match(document.text, fact.mention.end)
    if found is None or found.end() > fact.sentence.end:
        return None
    lead = document.text[fact.sentence.start : fact.mention.start]
    plain = found.group()[: found.start("tail") - found.start()]
    if not (_NO.search(plain) and ("vote" in plain or _BY.search(lead))):
        tail = f" {' '.join(re.findall('[a-z]+', found['tail'].lower()))} "
        if not any(f" {word} " in tail for word in table("exclusive_states")["vote"]["no"]):
            return None
    return Decimal(1 if found["one"] == "one" else 0)


def _tally(one: Decimal, other: Decimal, *facts: Fact) -> Tally:
    return Tally((max(one, other), min(one, other)), facts)


def _against(document: Document, left: Fact, right: Fact) -> bool:
    """ "by five votes to one", "voted seven to two"."""
    lead = document.text[left.sentence.start : left.mention.start]
    gap = between(document.text, left, right)
    if not _AGAINST.fullmatch(gap):
        return False
    return "vote" in left.quantity.noun or "vote" in gap or _BY.search(lead) is not None


def _for_and_against(document: Document, left: Fact, right: Fact) -> bool:
    """ "four voted for it and two against", "six judges backed the ruling and three dissented"."""
    text = document.text
    gap = between(text, left, right)
    if not _AND.fullmatch(gap):
        return False
    states = table("exclusive_states")["vote"]
    first = f" {' '.join(re.findall('[a-z]+', gap.lower()))} "
    after = text[right.mention.end : right.sentence.end].lower()
    second = f" {' '.join(re.findall('[a-z]+', re.split('[.;:,0-9]', after)[0]))} "
    yes = any(f" {word} " in first for word in states["yes"]) and "vot" in f"{first}{second}{_before(document, left)}"
    no = any(f" {word} " in second for word in states["no"]) or _ELSE.search(second) is not None
    return yes and no


def _before(document: Document, fact: Fact) -> str:
    return document.text[fact.sentence.start : fact.mention.start].lower()


def _say(params: dict[str, str]) -> tuple[Message, Message]:
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
