"""The words of two figures side by side that tell a result and its start: "to 890 million from 754 million"."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind
from discrepancy.rules.step_bases import Start, is_step, start_by_step
from discrepancy.rules.written import between, room

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


def by_change(document: Document, left: Fact, right: Fact) -> Start | None:
    """ "rose 28% to 890 million", "9.3% lower at 401 pence", "1.31 billion, a drop of 22%"."""
    gap = between(document.text, left, right)
    bare = re.sub(r"\([^()]*\)", "", gap)
    if is_step(left, right) and _TO.fullmatch(bare):
        way = _way(document.text[left.sentence.start : left.mention.start], f"{gap}")
        return start_by_step(document, right, left, way)
    if is_step(right, left):
        tail = _AFTER.search(bare)
        if tail is not None and _THEN.fullmatch(bare[: tail.start()]):
            return start_by_step(document, left, right, _way("", tail.group()))
    return None


def _way(before: str, after: str) -> int:
    """1 where the words tell of a rise, -1 of a fall, by the nearest to the figure; 0 where none does."""
    found = list(_WAY.finditer(after)) or list(_WAY.finditer(before[-_REACH:]))[-1:]
    return 0 if not found else 1 if found[0]["up"] else -1


_REACH: Final = 45


def by_base(document: Document, left: Fact, right: Fact) -> Start | None:
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
