"""Shares of one vote that can not be right together: "48,312 votes, or 47.6%, and Tillman 46,955, or 26.3%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from discrepancy.model import Document, Fact, Hedge, QuantityKind, Story
from discrepancy.rules.tallies import Tally, around, is_of_another, tallies
from discrepancy.rules.written import Misfit, Room, apart, between, number, room, runs

_OR: Final = re.compile(r"(?: (?:votes?|ballots?|seats?))?(?:,? or|,| \(|, or about| \(or)? ?(?:just |only )?")
_VOTES: Final = frozenset({"vote", "votes", "ballot", "ballots"})
_FINE: Final = 100
_LEAST: Final = 20
_HUNDRED: Final = Decimal(100)
_BEFORE: Final = re.compile(
    r"\b(?:majority of|vot(?:ed?|es|ing)\b[^.;,\d]{0,40}\bby)(?: a margin of)? ?$", re.IGNORECASE
)
_BY: Final = re.compile(r"\b(?:by|was) $")
_TO: Final = re.compile(r" ?(?:%|per cent|percent)? ?(?:to|against) \d")
_AFTER: Final = re.compile(
    r" (?:of (?:those who voted|(?:the )?(?:members|workers|delegates|people) who voted|(?:the )?votes?(?: cast)?"
    r"|(?:the )?ballots(?: cast)?|those voting)\b|(?:voted |were |was )?in favou?r\b)"
)
_NOT_OF_IT: Final = re.compile(
    r"\b(?:turnout|poll|polls|survey|need\w*|requir\w*|threshold|counted|reporting|among|aged|women|men|region|district)\b",
    re.IGNORECASE,
)
_TURNOUT: Final = re.compile(r"\bturnout\b", re.IGNORECASE)
_MEMBERS: Final = frozenset({"members", "voters", "workers", "employees", "delegates", "electors", "shareholders"})


def of_one_vote(story: Story) -> Iterator[Misfit]:
    """Votes with their shares, told beside each other, of which no one whole makes both."""
    for document in story.documents:
        pairs = list(_pairs(story, document))
        told: set[str] = set()
        for (a, one), (b, other) in combinations(pairs, 2):
            beside = not document.text[a.sentence.end : b.sentence.start].strip()
            if not beside or told & {one.id, other.id} or not apart(_whole(a, one), _whole(b, other)):
                continue
            rest = [pair for pair in pairs if pair not in ((a, one), (b, other))]
            odd = next((n for n, p in ((0, (b, other)), (1, (a, one))) if _agrees(p, rest)), None)
            first, second = ((a, one), (b, other)) if odd != 1 else ((b, other), (a, one))
            told.add(first[1].id)
            params = tuple((key, f.mention.text) for key, f in zip("abcd", (*first, *second), strict=True))
            yield Misfit((first, second), params, "votes")


def _agrees(pair: tuple[Fact, Fact], rest: Sequence[tuple[Fact, Fact]]) -> bool:
    return bool(rest) and all(not apart(_whole(*pair), _whole(*other)) for other in rest)


def _pairs(story: Story, document: Document) -> Iterator[tuple[Fact, Fact]]:
    for row in runs(story, document.id):
        own = [fact for fact in row if fact.quantity.converts < 0]
        votes = any(fact.quantity.noun.lower() in _VOTES for fact in own)
        for count, share in pairwise(own):
            q = count.quantity
            noun = q.noun.lower()
            exact = q.kind is QuantityKind.COUNT and q.low == q.high and q.low >= _FINE
            named = noun in _VOTES or (votes and noun == "")
            if exact and named and _is_share(share) and _OR.fullmatch(between(document.text, count, share)):
                yield count, share


def _is_share(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind is QuantityKind.SHARE and q.low == q.high > 0 and not q.change


def _whole(count: Fact, share: Fact) -> Room:
    """What the count is a share of, the share with a whole step of leeway."""
    (low, high), (least, most) = room(count), _said(share)
    return low / most * _HUNDRED, high / least * _HUNDRED


def _said(share: Fact) -> Room:
    low, high = room(share)
    q = share.quantity
    step = min(q.step, Decimal("2.5"))
    return max(min(low, q.low - step), Decimal("0.01")), max(high, q.high + step)


def of_the_count(story: Story) -> Iterator[Misfit]:
    """A share of those who voted so that the one count of the story does not make, and its turnout."""
    told = {tally.votes: tally for document in story.documents for tally in tallies(story, document)}
    if len(told) != 1:
        return
    tally = next(iter(told.values()))
    if tally.by_name or tally.all < _LEAST:
        return  # "four to one" is a ratio
    for document in story.documents:
        for row in runs(story, document.id):
            for fact in row:
                if _is_share(fact) and _of_votes(document, fact) and _off(fact, _shares(tally)):
                    yield _misfit(fact, tally, tally.all, min(_shares(tally), key=lambda s: abs(s - fact.quantity.low)))
            yield from _turnout(document, row, tally)


def _shares(tally: Tally) -> tuple[Decimal, Decimal]:
    whole = tally.all
    return tally.votes[0] / whole * _HUNDRED, tally.votes[1] / whole * _HUNDRED


def _off(fact: Fact, shares: Sequence[Decimal]) -> bool:
    return all(apart(_said(fact), (share, share)) for share in shares)


def _of_votes(document: Document, fact: Fact) -> bool:
    text = document.text
    sentence = text[fact.sentence.start : fact.sentence.end]
    if _NOT_OF_IT.search(sentence) and not _SPOILED.search(sentence):
        return False
    if is_of_another(around(document, fact, fact)) or fact.quantity.hedge in {Hedge.LESS_THAN, Hedge.AT_MOST}:
        return False
    before = text[fact.sentence.start : fact.mention.start]
    after = text[fact.mention.end : fact.sentence.end]
    pair = _BY.search(before) is not None and _TO.match(after) is not None and "vot" in sentence.lower()
    second = re.search(r"\d(?:%| per cent| percent) to $", before) is not None and "vot" in sentence.lower()
    return pair or second or _BEFORE.search(before) is not None or _AFTER.match(after) is not None


_SPOILED: Final = re.compile(r"\b(?:a majority of|voted by)\b")


def _turnout(document: Document, row: Sequence[Fact], tally: Tally) -> Iterator[Misfit]:
    """ "Turnout among the 1,980 members was 78.6%", where as many voted as make it 87.6."""
    sentence = document.text[row[0].sentence.start : row[0].sentence.end]
    if not _TURNOUT.search(sentence) or is_of_another(sentence):
        return
    wholes = [
        fact for fact in row if fact.quantity.noun.lower() in _MEMBERS and fact.quantity.low == fact.quantity.high
    ]
    shares = [fact for fact in row if _is_share(fact)]
    if len(wholes) == len(shares) == 1 and wholes[0].quantity.low > tally.all:
        made = tally.all / wholes[0].quantity.low * _HUNDRED
        if abs(made - shares[0].quantity.low) > _LEEWAY and apart(_said(shares[0]), (made, made)):
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
