"""Changes told whole in one sentence: how much, from what, to what ("rose 12% to 112 from 100")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from discrepancy.model import Document, Fact, FactRole, Hedge, QuantityKind, Story
from discrepancy.rules.written import Room, apart, between, room, triples

_BRACKET = re.compile(r" ?\([^()]*\)")
_FEW = r"(?: [a-z][\w'\u2019-]*){0,5}"
_RATE = re.compile(
    r" per [\d,]+(?: (?:bed|live|person|patient|child|woman)-?)?(?: ?[a-z]+s\b)?| per (?:million|thousand)\b"
)
_NAMED = (
    r"an? (?:[a-z-]+ )?(?:rise|increase|gain|jump|growth|surge|fall|drop|decline|decrease|cut|reduction|loss|slide) of "
)
_TO = re.compile(rf"{_FEW}(?:,{_FEW})? to ")
_FROM = re.compile(
    rf"{_FEW},? (?:up |down )?(?:from|compared (?:with|to)|on|against)"
    r" (?:the |last [a-z]+(?:'s|\u2019s) |the previous [a-z]+(?:'s|\u2019s) )?"
)
_YEAR_TOLD = re.compile(r" (?:in|for|since) (?:19|20)\d\d\b")
_MOVED = re.compile(rf"{_FEW},? ?[(\u2014\u2013-]? ?(?:which (?:is|was) )?(?:(?:up|down) (?:by )?|{_NAMED})")
_OR = re.compile(rf"{_FEW},? ?[(\u2014\u2013-]? ?(?:or (?:by )?|up (?:by )?|down (?:by )?|{_NAMED})")
_ENDS = re.compile(r"[.,;:)\u2014\u2013\u201d\"]|$| (?:rise|increase|gain|jump|fall|drop|decline|decrease|cut)\b")
_POINT_AFTER = re.compile(r"[ -](?:an? )?(?:(?:full|whole) )?(?:percentage |basis )?points?\b")
_OTHERWISE = re.compile(
    r"\b(?:organic|constant|like-for-like|underlying|adjust\w*|currenc\w+|exchange rates?|inflation|real terms"
    r"|annuali[sz]ed"
    r"|averag\w+|compound\w*|same-store|comparable|per year|annually|a year(?! (?:earlier|ago|before|on year))|each)\b",
    re.IGNORECASE,
)
"""Words by which a change is reckoned otherwise than from the two figures beside it."""
_HUNDRED = Decimal(100)
_ROUND_SHARE = Decimal("2.5")
"""How far a change in whole tens of per cent may be off."""
_COUNTED = 10_000
_COUNTED_ROOM = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Change:
    """A change with the figures on both sides of it, of one sentence."""

    document: Document
    change: Fact
    base: Fact
    result: Fact
    otherwise: bool
    """Whether the sentence says that the change is reckoned in another way, such as at constant currencies."""

    @property
    def difference(self) -> Room:
        """By how much base and result differ, in their unit."""
        (low, high), (least, most) = room(self.base), room(self.result)
        if not apart((low, high), (least, most)):
            return Decimal(0), max(most - low, high - least)
        return (least - high, most - low) if least > high else (low - most, high - least)

    @property
    def part(self) -> Room:
        """By how much they differ, in per cent of the base."""
        (low, high), (least, most) = (self._close(fact) for fact in (self.base, self.result))
        grown = sorted(abs(r - b) / b * _HUNDRED for b in (low, high) for r in (least, most))
        return (grown[0] if apart((low, high), (least, most)) else Decimal(0)), grown[-1]

    @property
    def said(self) -> Room:
        """The change as written, with a step of leeway: it may be cut off and not rounded."""
        low, high = room(self.change)
        step = self.change.quantity.step
        if self.change.quantity.kind is QuantityKind.SHARE:
            step = min(step, _ROUND_SHARE)
        return min(low, self.change.quantity.low - step), max(high, self.change.quantity.high + step)

    def _close(self, fact: Fact) -> Room:
        """What a figure that the change is reckoned from may stand for: one beside it that is finer was told as fine.

        A bare count of up to four digits was counted, or a per cent would not be told of it.
        """
        low, high = room(fact)
        q = fact.quantity
        if q.hedge is not Hedge.NONE:
            return low, high
        step = min(self.base.quantity.step, self.result.quantity.step)
        if q.kind is QuantityKind.COUNT and q.low < _COUNTED:
            step = min(step, q.low * _COUNTED_ROOM)
        if q.kind is QuantityKind.SHARE:
            step = min(step, Decimal(1))
        return max(low, q.low - step), min(high, q.high + step)

    @property
    def in_shares(self) -> bool:
        """Whether base and result are per cent themselves."""
        return self.base.quantity.kind is QuantityKind.SHARE

    @property
    def in_points(self) -> bool:
        """Whether the change is told in points."""
        return is_points(self.change)


def is_points(fact: Fact) -> bool:
    """Whether a figure is told in percentage points, or simply in points."""
    q = fact.quantity
    named = q.kind is QuantityKind.COUNT and q.noun.lower().rpartition(" ")[2] in {"point", "points"}
    return named or q.kind is QuantityKind.POINTS


def changes(story: Story) -> Iterator[Change]:
    """Every change told whole, document by document."""
    for document, three in triples(story):
        found = _read(document, three)
        if found is not None:
            yield found


def _read(document: Document, three: Sequence[Fact]) -> Change | None:
    """The change that three figures in a row tell, by the words between them."""
    text = document.text
    gaps = [
        _YEAR_TOLD.sub("", _RATE.sub("", _BRACKET.sub("", between(text, left, right))))
        for left, right in pairwise(three)
    ]
    order = _order(text, three, gaps)
    if order is None:
        return None
    change, base, result = order
    if not (_of_one_unit(base, result) and _measures(text, change, base)):
        return None
    sentence = text[change.sentence.start : change.sentence.end]
    return Change(document, change, base, result, _OTHERWISE.search(sentence) is not None)


def _order(text: str, three: Sequence[Fact], gaps: Sequence[str]) -> tuple[Fact, Fact, Fact] | None:
    """Change, base and result, whichever way round the sentence has them."""
    a, b, c = three
    first, second = gaps
    ends = _ENDS.match(text, c.mention.end + len(_noun_at(text, c))) is not None
    if a.quantity.change or a.role is FactRole.CHANGE:
        if _TO.fullmatch(first) and _FROM.fullmatch(second):
            return a, c, b
        if _FROM.fullmatch(first) and _TO.fullmatch(second):
            return a, b, c
    if _MOVED.fullmatch(first) and _FROM.fullmatch(second):
        return b, c, a
    if _OR.fullmatch(second) and ends:
        before = text[max(0, a.mention.start - _LEAD) : a.mention.start].lower()
        if _TO.fullmatch(first) and _LEADS.search(before):
            return c, a, b
        if _FROM.fullmatch(first) and _LEADS_TO.search(before):
            return c, b, a
    return None


_LEAD = 20
_LEADS = re.compile(r"\bfrom (?:\w+ )?$")
_LEADS_TO = re.compile(r"\bto (?:\w+ )?$")


def _noun_at(text: str, fact: Fact) -> str:
    """The counted noun with the blank before it, where it follows its figure."""
    noun = f" {fact.quantity.noun}"
    return noun if len(noun) > 1 and text.startswith(noun, fact.mention.end) else ""


def _of_one_unit(base: Fact, result: Fact) -> bool:
    a, b = base.quantity, result.quantity
    exact = a.low == a.high and b.low == b.high and a.low > 0 <= b.low
    kinds = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.MEASURE}
    one_rate = len({a.per, b.per} - {""}) < 2  # the first of two is told without: "from 18 to 24 per 100,000"
    return exact and a.kind is b.kind and a.kind in kinds and a.unit == b.unit and one_rate


def _measures(text: str, change: Fact, base: Fact) -> bool:
    """Whether a change of this sort can be told of such a base."""
    c, b = change.quantity, base.quantity
    if c.low != c.high or c.increment:
        return False
    if c.kind is QuantityKind.SHARE:
        return _POINT_AFTER.match(text, change.mention.end) is None
    if b.kind is QuantityKind.SHARE:
        return is_points(change)
    return c.kind is b.kind and c.unit == b.unit
