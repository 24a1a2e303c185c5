"""What follows from a count of votes, told elsewhere: the margin, how many voted, how many did not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from discrepancy.model import BlockRole, Document, Fact, QuantityKind, Story
from discrepancy.rules.tallies import Tally, around, is_of_another, tallies
from discrepancy.rules.totals import Total
from discrepancy.rules.written import apart, room

_BY: Final = re.compile(
    r"\b(?:by|(?:margin|majority|lead|gap|edge|advantage|difference) of|ahead by|leads? by|led by)(?: an?)?"
    r"(?: just| only| some| a mere| a slim| a narrow| about| fewer than| more than| nearly| almost"
    r"| over| under)* ?$"
)
_WHOLE: Final = re.compile(
    r"-votes? (?:\w+ )?(?:margin|lead|majority|victory|win|gap|edge|difference|advantage|defeat|loss)\b"
)
_BAR: Final = re.compile(
    r"\b(?:short|threshold|needed|required|two-thirds|three-fifths|super-?majority|overrid\w+|quota"
    r"|had (?:led|been ahead)|interim|early|partial|provisional|so far|with \w+ (?:per cent|percent) (?:of|counted))\b"
    r"|\d(?:%| percent| per cent) (?:of [a-z ]+ )?(?:counted|reporting)",
    re.IGNORECASE,
)
"""Words by which a margin is counted to a bar, or stood when not all was counted."""
_CAST: Final = re.compile(
    r"(?: [a-z-]+){0,2} (?:who|that) (?:voted|cast|took part)\b(?! (?:for|against|in favou?r|to|yes|no))"
    r"|(?: [a-z-]+)? (?:votes|ballots) (?:were |was )?cast\b"
    r"|(?: [a-z-]+){0,2} (?:cast (?:a |their )?(?:votes?|ballots?)|took part in the (?:vote|ballot))\b"
)
_NOT_CAST: Final = re.compile(
    r"(?: (?!and\b|but\b)[a-z-]+){0,3} (?:did not vote|didn(?:'|\u2019)t vote|had not voted|failed to vote"
    r"|stayed away)\b"
)
_TELLING: Final = 100
_LEAST: Final = 10


@dataclass(frozen=True, slots=True)
class Margin:
    """A margin and the count that it does not lie between."""

    document: Document
    margin: Fact
    tally: Tally


def margins(story: Story) -> Iterator[Margin]:
    """Every margin of votes that no count of the story has, beside the count that it is a slip of."""
    told = tallies(story)
    every = [tally for found in told.values() for tally in found]
    for document in story.documents:
        for fact in story.quantities[document.id]:
            if not _is_margin(document, fact) or any(_fits(fact, tally) for tally in every):
                continue
            near = _nearest(document, fact, told[document.id])
            found = near or next((tally for tally in every if _is_slip(fact.quantity.low, _between(tally))), None)
            if found is not None:
                yield Margin(document, fact, found)


def _is_margin(document: Document, fact: Fact) -> bool:
    q = fact.quantity
    if q.kind is not QuantityKind.COUNT or q.low != q.high or fact.mention.block is BlockRole.CORRECTION:
        return False
    noun = q.noun.lower().rpartition(" ")[2]
    before = document.text[fact.sentence.start : fact.mention.start]
    told = noun in {"vote", "votes"} and _BY.search(before) is not None
    whole = _WHOLE.match(document.text, fact.mention.end) is not None
    sentence = document.text[fact.sentence.start : fact.sentence.end]
    return (told or whole) and _BAR.search(sentence) is None and not is_of_another(around(document, fact, fact))


def _between(tally: Tally) -> Decimal:
    return tally.votes[0] - tally.votes[1]


def _fits(fact: Fact, tally: Tally) -> bool:
    """Whether a margin is that of a count, or one of its sides is told by it ("by 154 votes to 143")."""
    made = _between(tally)
    return fact in tally.facts or fact.quantity.low in tally.votes or not apart(room(fact), (made, made))


def _nearest(document: Document, fact: Fact, found: Sequence[Tally]) -> Tally | None:
    """The one count of the text, where it stands right beside the margin."""
    if len({tally.votes for tally in found}) != 1:
        return None
    tally = found[0]
    first, last = sorted((fact.sentence, tally.facts[0].sentence))
    beside = document.text[first.end : last.start].strip() == "" or first == last
    close = _between(tally) >= _LEAST and fact.quantity.low <= 3 * _between(tally)
    return tally if beside and close else None


def _is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of three digits or more have the same digits, or of four all but one."""
    left, right = f"{one:f}", f"{other:f}"
    if one == other or min(one, other) < _TELLING or len(left) != len(right):
        return False
    return sorted(left) == sorted(right) or (len(left) > _DIGITS and sum(map(str.__ne__, left, right)) == 1)


_DIGITS: Final = 3


def vote_sums(story: Story) -> Iterator[Total]:
    """How many voted, or did not, beside the count that says otherwise in the same digits."""
    told = tallies(story)
    counts = {tally.votes: tally for found in told.values() for tally in found}
    for document in story.documents:
        facts = [fact for fact in story.quantities[document.id] if _is_count(fact)]
        for fact in facts:
            for tally in counts.values():
                cast = tally.all
                if _CAST.match(document.text, fact.mention.end) and _is_slip(fact.quantity.low, cast):
                    yield Total(document, fact, tally.facts, exhaustive=True, near=_NEAR)
                if _NOT_CAST.match(document.text, fact.mention.end):
                    members = [each for each in facts if _is_slip(fact.quantity.low, each.quantity.low - cast)]
                    if members:
                        yield Total(document, members[0], (*tally.facts, fact), exhaustive=True, near=_NEAR)


_NEAR: Final = Decimal(1)


def _is_count(fact: Fact) -> bool:
    return fact.quantity.kind is QuantityKind.COUNT and fact.quantity.low == fact.quantity.high
