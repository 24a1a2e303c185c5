"""One result with two starts: "rose 28% to 890 million" in one version, "to 890 million from 754 million" there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, permutations
from typing import Final

from discrepancy.model import Document, Fact, FactRole, Hedge, QuantityKind, Story
from discrepancy.rules.changes import Change, changes
from discrepancy.rules.swapped_units import shared_words
from discrepancy.rules.written import Room, apart, between, room, runs

_UP: Final = (
    r"(?:up|rose|risen|rises|rise|rising|gain\w*|gr[eo]w\w*|growth|increas\w*|climb\w*|jump\w*|surg\w*|higher|advanc\w*"
    r"|soar\w*|leap\w*|added|adding|more|improv\w*|widen\w*|swell\w*|swollen)"
)
_DOWN: Final = (
    r"(?:down|fell|fall\w*|falls|drop\w*|declin\w*|decreas\w*|slid\w*|dip\w*|slump\w*|plung\w*|lower|los[et]\w*|tumbl\w*"
    r"|shed|sank|sunk|cut|reduc\w*|shr[aiu]nk\w*|less|fewer|slip\w*|narrow\w*)"
)
_WAY: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_TO: Final = re.compile(r"(?: (?:higher|lower|up|down|cut|rise|fall|increase|drop|decline))? (?:to|at) (?:an? )?")
_THEN: Final = re.compile(r"[^.;:\d]{0,45}?,? ?(?:\(|,|-|\u2014|\u2013)? ?")
_AFTER: Final = re.compile(
    r"(?:up|down|an? (?:[a-z]+ )?[a-z]+ of)(?: by)? (?:about |some |nearly |almost |more than )?$"
)
_FROM: Final = re.compile(
    r"(?: [a-z]+){0,4},? (?:up |down )?from (?:an? (?:[a-z]+ )?)?"
    r"(?:(?:the |its |[A-Z][a-z]+(?:'s|\u2019s) )(?:[a-z]+ )?(?:of )?)?"
)
_FROM_BEFORE: Final = re.compile(r"\bfrom $")
_OTHERWISE: Final = re.compile(
    r"\b(?:organic|constant|like-for-like|underlying|adjust\w*|currenc\w+|inflation|real terms|annuali[sz]ed|averag\w+"
    r"|expect\w*|forecast\w*|estimate\w*|target|month|week|quarter-on-quarter|previous quarter|decade|peak|record"
    r"|(?<!lowest )(?<!highest )(?<!first )(?<!worst )(?<!best )since"
    r"|intraday|premarket|midday|early trad\w+|after-hours|extended)\b",
    re.IGNORECASE,
)
"""Words by which a change is reckoned from another start, or at another hour."""
_DIGITS: Final = 3
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Start:
    """A result with what it is told to have started from, by a figure or by the change."""

    document: Document
    result: Fact
    told: Fact
    base: Room
    is_change: bool
    turned: Room = (Decimal(0), Decimal(0))
    """Where the result would start from if it moved the other way: that is a matter of the direction."""


def two_starts(story: Story, off: Callable[[Change], bool]) -> Iterator[tuple[Start, Start]]:
    """A result whose start one version tells by the change and another as a figure, or by another change.

    Args:
        story: whose versions.
        off: whether a change told whole does not fit its own figures: that is told of it alone.
    """
    found = list(_starts(story, off))
    for one, other in permutations(found, 2):
        if not one.is_change or one.document.id == other.document.id or not _of_one_result(story, one, other):
            continue
        alike = one.told.quantity.kind is other.told.quantity.kind
        if other.is_change and (alike or one.document.id > other.document.id):
            continue  # two shares are compared as what they are
        if apart(one.base, other.base) and apart(one.turned, other.base):
            yield one, other


def _of_one_result(story: Story, one: Start, other: Start) -> bool:
    a, b = one.result.quantity, other.result.quantity
    same = (a.kind, a.unit, a.low, a.high) == (b.kind, b.unit, b.low, b.high) and a.hedge is b.hedge
    digits = len(f"{a.low.normalize():f}".replace(".", "").strip("0")) if same else 0
    return digits >= _DIGITS or (digits == _DIGITS - 1 and shared_words(story, one.result, other.result) > 1)


def _starts(story: Story, off: Callable[[Change], bool]) -> Iterator[Start]:
    whole = set()
    for found in changes(story):
        whole |= {found.change.id, found.result.id}
        if not found.otherwise and not off(found):
            yield Start(found.document, found.result, found.base, room(found.base), is_change=False)
    for document in story.documents:
        for row in runs(story, document.id):
            own = [fact for fact in row if fact.quantity.converts < 0]
            sentence = document.text[own[0].sentence.start : own[0].sentence.end] if own else ""
            if _OTHERWISE.search(sentence):
                continue
            for left, right in pairwise(own):
                if not {left.id, right.id} & whole:
                    found_start = _by_change(document, left, right) or _by_base(document, left, right)
                    if found_start is not None:
                        yield found_start


def _by_change(document: Document, left: Fact, right: Fact) -> Start | None:
    """ "rose 28% to 890 million", "9.3% lower at 401 pence", "1.31 billion, a drop of 22%"."""
    gap = between(document.text, left, right)
    bare = re.sub(r"\([^()]*\)", "", gap)
    if _is_step(left, right) and _TO.fullmatch(bare):
        way = _way(document.text[left.sentence.start : left.mention.start], f"{gap}")
        return _start(document, right, left, way)
    if _is_step(right, left):
        tail = _AFTER.search(bare)
        if tail is not None and _THEN.fullmatch(bare[: tail.start()]):
            return _start(document, left, right, _way("", tail.group()))
    return None


def _way(before: str, after: str) -> int:
    """1 where the words tell of a rise, -1 of a fall, by the nearest to the figure; 0 where none does."""
    found = list(_WAY.finditer(after)) or list(_WAY.finditer(before[-_REACH:]))[-1:]
    return 0 if not found else 1 if found[0]["up"] else -1


_REACH: Final = 45


def _is_step(step: Fact, result: Fact) -> bool:
    q, r = step.quantity, result.quantity
    levels = {QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE}
    if r.kind not in levels or r.low != r.high or r.low <= 0 or q.low != q.high or q.low <= 0 or q.per != r.per:
        return False
    if q.kind is QuantityKind.SHARE:
        return q.hedge is not Hedge.LESS_THAN
    moved = q.change or step.role is FactRole.CHANGE
    return q.kind is r.kind is QuantityKind.MONEY and q.unit == r.unit and bool(moved) and q.low < r.low


def _start(document: Document, result: Fact, step: Fact, way: int) -> Start | None:
    if not way:
        return None
    base, turned = _base(result, step, way), _base(result, step, -way)
    return Start(document, result, step, base, is_change=True, turned=turned or base) if base else None


def _base(result: Fact, step: Fact, way: int) -> Room | None:
    """What the result started from if it moved ``way`` by the step; None where it can't have."""
    (low, high), (least, most) = room(result), _said(step)
    if step.quantity.kind is not QuantityKind.SHARE:
        bases = [value - way * bound for value in (low, high) for bound in (least, most)]
        return min(bases), max(bases)
    factors = [1 + way * bound / _HUNDRED for bound in (least, most)]
    if min(factors) <= 0:
        return None
    bases = [value / factor for value in (low, high) for factor in factors]
    return min(bases), max(bases)


def _said(step: Fact) -> Room:
    low, high = room(step)
    leeway = min(step.quantity.step, Decimal("2.5")) if step.quantity.kind is QuantityKind.SHARE else Decimal(0)
    return min(low, step.quantity.low - leeway), max(high, step.quantity.high + leeway)


def _by_base(document: Document, left: Fact, right: Fact) -> Start | None:
    """ "to 890 million from 754 million", "from 3.30 billion to 3.42 billion", "at $27.62, down from $33"."""
    if not _alike(left, right):
        return None
    gap = re.sub(r"\([^()]*\)", "", between(document.text, left, right))
    if _FROM.fullmatch(gap):
        return Start(document, left, right, room(right), is_change=False)
    before = document.text[left.sentence.start : left.mention.start]
    if _FROM_BEFORE.search(before) and re.fullmatch(r"(?: [a-z]+){0,3} to ", gap):
        return Start(document, right, left, room(left), is_change=False)
    return None


def _alike(left: Fact, right: Fact) -> bool:
    a, b = left.quantity, right.quantity
    exact = a.low == a.high > 0 and b.low == b.high > 0
    return exact and a.kind is b.kind and a.unit == b.unit and a.per == b.per and a.kind is not QuantityKind.SHARE


def facts_of_start(start: Start) -> Sequence[Fact]:
    """The figures that tell a start, in the order of the text."""
    return sorted((start.result, start.told), key=lambda fact: fact.mention.start)
