"""Shares of one vote that can not be right together: "48,312 votes, or 47.6%, and Tillman 46,955, or 26.3%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from discrepancy.model import Document, Fact, Story
from discrepancy.rules.tallies import Tally, is_of_another, tallies
from discrepancy.rules.vote_readings import HUNDRED, is_of_votes, is_share, said_share, votes_with_shares, whole_of
from discrepancy.rules.written import Misfit, apart, number, runs

_LEAST: Final = 20
_TURNOUT: Final = re.compile(r"\bturnout\b", re.IGNORECASE)
_MEMBERS: Final = frozenset({"members", "voters", "workers", "employees", "delegates", "electors", "shareholders"})


def of_one_vote(story: Story) -> Iterator[Misfit]:
    """Votes with their shares, told beside each other, of which no one whole makes both."""
    for document in story.documents:
        pairs = list(votes_with_shares(story, document))
        told: set[str] = set()
        for (a, one), (b, other) in combinations(pairs, 2):
            beside = not document.text[a.sentence.end : b.sentence.start].strip()
            if not beside or told & {one.id, other.id} or not apart(whole_of(a, one), whole_of(b, other)):
                continue
            rest = [pair for pair in pairs if pair not in ((a, one), (b, other))]
            odd = next((n for n, p in ((0, (b, other)), (1, (a, one))) if _agrees(p, rest)), None)
            first, second = ((a, one), (b, other)) if odd != 1 else ((b, other), (a, one))
            told.add(first[1].id)
            params = tuple((key, f.mention.text) for key, f in zip("abcd", (*first, *second), strict=True))
            yield Misfit((first, second), params, "votes")


def _agrees(pair: tuple[Fact, Fact], rest: Sequence[tuple[Fact, Fact]]) -> bool:
    return bool(rest) and all(not apart(whole_of(*pair), whole_of(*other)) for other in rest)


def of_the_count(story: Story) -> Iterator[Misfit]:
    """A share of those who voted so that the one count of the story does not make, and its turnout."""
    told = {tally.votes: tally for told in tallies(story).values() for tally in told}
    if len(told) != 1:
        return
    tally = next(iter(told.values()))
    if tally.by_name or tally.all < _LEAST:
        return  # "four to one" is a ratio
    for document in story.documents:
        for row in runs(story, document.id):
            for fact in row:
                if is_share(fact) and is_of_votes(document, fact) and _off(fact, _shares(tally)):
                    yield _misfit(fact, tally, tally.all, min(_shares(tally), key=lambda s: abs(s - fact.quantity.low)))
            yield from _turnout(document, row, tally)


def _shares(tally: Tally) -> tuple[Decimal, Decimal]:
    whole = tally.all
    return tally.votes[0] / whole * HUNDRED, tally.votes[1] / whole * HUNDRED


def _off(fact: Fact, shares: Sequence[Decimal]) -> bool:
    return all(apart(said_share(fact), (share, share)) for share in shares)


def _turnout(document: Document, row: Sequence[Fact], tally: Tally) -> Iterator[Misfit]:
    """ "Turnout among the 1,980 members was 78.6%", where as many voted as make it 87.6."""
    sentence = document.text[row[0].sentence.start : row[0].sentence.end]
    if not _TURNOUT.search(sentence) or is_of_another(sentence):
        return
    wholes = [
        fact for fact in row if fact.quantity.noun.lower() in _MEMBERS and fact.quantity.low == fact.quantity.high
    ]
    shares = [fact for fact in row if is_share(fact)]
    if len(wholes) == len(shares) == 1 and wholes[0].quantity.low > tally.all:
        made = tally.all / wholes[0].quantity.low * HUNDRED
        if abs(made - shares[0].quantity.low) > _LEEWAY and apart(said_share(shares[0]), (made, made)):
            yield _misfit(shares[0], tally, wholes[0].quantity.low, made)


_LEEWAY: Final = 3
"""Points that spoiled ballots may make."""


def _misfit(share: Fact, tally: Tally, whole: Decimal, made: Decimal) -> Misfit:
    params = (
        ("part", " / ".join(fact.mention.text for fact in tally.facts)),
        ("whole", number(whole, Decimal(1))),
        ("share", share.mention.text),
        ("made", number(made, Decimal("0.1"))),
    )
    return Misfit(((share,), tally.facts), params, "votes")
