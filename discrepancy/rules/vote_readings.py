"""Reads the votes that a text gives with their shares, and the shares that it gives of those who voted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from discrepancy.model import Document, Fact, Hedge, QuantityKind, Story
from discrepancy.rules.tallies import around, is_of_another
from discrepancy.rules.written import Room, between, room, runs

_OR: Final = re.compile(r"(?: (?:votes?|ballots?|seats?))?(?:,? or|,| \(|, or about| \(or)? ?(?:just |only )?")
_VOTES: Final = frozenset({"vote", "votes", "ballot", "ballots"})
_FINE: Final = 100
HUNDRED: Final = Decimal(100)
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


def votes_with_shares(story: Story, document: Document) -> Iterator[tuple[Fact, Fact]]:
    """Each count of votes that its share stands beside."""
    for row in runs(story, document.id):
        own = [fact for fact in row if fact.quantity.converts < 0]
        votes = any(fact.quantity.noun.lower() in _VOTES for fact in own)
        for count, share in pairwise(own):
            q = count.quantity
            noun = q.noun.lower()
            exact = q.kind is QuantityKind.COUNT and q.low == q.high and q.low >= _FINE
            named = noun in _VOTES or (votes and noun == "")
            if exact and named and is_share(share) and _OR.fullmatch(between(document.text, count, share)):
                yield count, share


def is_share(fact: Fact) -> bool:
    """Whether a fact is one exact share, no change."""
    q = fact.quantity
    return q.kind is QuantityKind.SHARE and q.low == q.high > 0 and not q.change


def whole_of(count: Fact, share: Fact) -> Room:
    """What the count is a share of, the share with a whole step of leeway."""
    (low, high), (least, most) = room(count), said_share(share)
    return low / most * HUNDRED, high / least * HUNDRED


def said_share(share: Fact) -> Room:
    """What a share may be, with a whole step of leeway."""
    low, high = room(share)
    q = share.quantity
    step = min(q.step, Decimal("2.5"))
    return max(min(low, q.low - step), Decimal("0.01")), max(high, q.high + step)


def is_of_votes(document: Document, fact: Fact) -> bool:
    """Whether a share is told as one of those who voted so."""
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
