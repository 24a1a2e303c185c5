"""Changes told by a verb that is a factor, with the figures on both sides: "doubled to 80 from 40", "halved"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind, Story
from discrepancy.rules.written import Room, apart, between, of_one_noun, room, runs

_FACTORS: Final = {
    "doubl": Decimal(2),
    "halv": Decimal("0.5"),
    "trebl": Decimal(3),
    "tripl": Decimal(3),
    "quadrupl": Decimal(4),
}
_VERB: Final = re.compile(
    r"\b(?P<hedge>more than |nearly |almost |about |roughly |virtually |at least |less than )?"
    r"(?P<verb>(?:doubl|halv|trebl|tripl|quadrupl)(?:ed|es|ing))(?P<gap>(?: [a-z]+){0,5},? (?P<way>from|to)) $"
)
_REACH: Final = 90
_ROOM: Final[dict[str, Room]] = {
    "": (Decimal("0.8"), Decimal("1.25")),
    "more than": (Decimal("0.97"), Decimal(2)),
    "at least": (Decimal("0.97"), Decimal(2)),
    "nearly": (Decimal("0.75"), Decimal("1.03")),
    "almost": (Decimal("0.75"), Decimal("1.03")),
    "virtually": (Decimal("0.75"), Decimal("1.03")),
    "less than": (Decimal("0.5"), Decimal("1.03")),
}
"""How far the change may be from the factor, as a part of it: writers say "doubled" of 1.8 and of 2.3 times."""


@dataclass(frozen=True, slots=True)
class Multiplied:
    """A change by a factor: its words, what it starts from and what it leads to."""

    words: str
    base: Fact
    result: Fact
    fits: bool
    times: Fact | None = None
    """The factor, where it is a figure of its own."""

    @property
    def made(self) -> Decimal:
        """The factor that the figures make."""
        return self.result.quantity.low / self.base.quantity.low


def multiplied(story: Story) -> Iterator[Multiplied]:
    """Every change by a factor that a sentence tells with the figures on both sides."""
    for document in story.documents:
        for row in runs(story, document.id):
            own = [fact for fact in row if fact.quantity.converts < 0]
            for left, right in pairwise(own):
                found = _read(document, left, right)
                if found is not None:
                    yield found
            for left, times, right in zip(own, own[1:], own[2:], strict=False):
                found = _times(document, left, times, right)
                if found is not None:
                    yield found


def _times(document: Document, result: Fact, times: Fact, base: Fact) -> Multiplied | None:
    """ "260 attacks, double the 180 of the year before", "90, three times as many as the 40 in May"."""
    factor, text = times.quantity, document.text
    if factor.kind is not QuantityKind.MULTIPLE or factor.low != factor.high or not _of_one_unit(base, result):
        return None
    before, after = text[result.mention.end : times.mention.start], text[times.mention.end : base.mention.start]
    if not _JUST_BEFORE.fullmatch(_YEAR.sub("", " ".join(before.split()))) or not _AS_MANY.fullmatch(
        f"{' '.join(after.split())} "
    ):
        return None
    if not of_one_noun(text, base, result):
        return None
    words = f"{factor.hedge_text} {times.mention.text}".strip()
    below, above = _ROOM.get(factor.hedge_text.lower(), _ROOM[""])
    (low, high), (least, most) = room(base), room(result)
    fits = not apart((least / high, most / low), (factor.low * below, factor.low * above))
    return Multiplied(words, base, result, fits, times)


_YEAR: Final = re.compile(r"(?: (?:in|of|since|for|during))? (?:19|20)\d\d\b")
_JUST_BEFORE: Final = re.compile(
    r"(?:(?: ?,)? ?(?!and\b|while\b|but\b)[A-Za-z'\u2019-]+){0,10}?(?:,| \(| \u2014| \u2013| -)(?: (?:which"
    r"|that) (?:is|was))?"
    r"(?: (?:or|some|about|nearly|almost|more than|less than|roughly|just|well|over|under|at least))*"
)
_AS_MANY: Final = re.compile(
    r"(?:(?:as )?(?:many|much|high|large|big|long|heavy|more|higher)(?: [a-z]+)?? (?:as|than) )?(?:the|its"
    r"|their|last [a-z]+(?:'s|\u2019s)) "
)


def _read(document: Document, left: Fact, right: Fact) -> Multiplied | None:
    text = document.text
    start = left.mention.start - len(left.quantity.hedge_text) - 1 if left.quantity.hedge_text else left.mention.start
    found = _VERB.search(text, max(left.sentence.start, start - _REACH), start)
    if found is None:
        return None
    gap = between(text, left, right)
    if found["way"] == "to" and re.fullmatch(r"(?: [a-z]+){0,4},? from ", gap):
        base, result = right, left
    elif found["way"] == "from" and re.fullmatch(r"(?: [a-z]+){0,4},? to ", gap):
        base, result = left, right
    else:
        return None
    if not _of_one_unit(base, result):
        return None
    words = " ".join(f"{found['hedge'] or ''}{found['verb']}".split())
    return Multiplied(words, base, result, _fits(found, base, result))


def _of_one_unit(base: Fact, result: Fact) -> bool:
    a, b = base.quantity, result.quantity
    exact = a.low == a.high > 0 and b.low == b.high > 0
    kinds = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.MEASURE}
    return exact and a.kind is b.kind and a.kind in kinds and a.unit == b.unit


def _fits(found: re.Match[str], base: Fact, result: Fact) -> bool:
    factor = next(value for stem, value in _FACTORS.items() if found["verb"].startswith(stem))
    below, above = _ROOM.get((found["hedge"] or "").strip(), _ROOM[""])
    if factor < 1:  # "more than halved" leads below the half
        below, above = 1 / above, 1 / below
    (low, high), (least, most) = room(base), room(result)
    return not apart((least / high, most / low), (factor * below, factor * above))
