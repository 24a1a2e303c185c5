"""Changes told whole in one sentence: how much, from what, to what ("rose 12% to 112 from 100")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from discrepancy.model import Document, Fact, FactRole, Hedge, QuantityKind, Story
from discrepancy.rules.written import Room, apart, between, of_one_noun, room, runs, triples

_BRACKET = re.compile(r" ?\([^()]*\)")
_RATE = re.compile(
    r" per [\d,]+(?: (?:bed|live|person|patient|child|woman)-?)?(?: ?[a-z]+s\b)?| per (?:million|thousand)\b"
)
_YEAR_TOLD = re.compile(
    r"(?: (?:in|for|since|of|by))?(?: (?:[A-Z][a-z]+|late|early|mid))? (?:19|20)\d\d\b(?:'s|\u2019s)?"
)
_STEP = (
    r"(?:rise|increase|gain|jump|growth|surge|climb|leap|advance|uplift|hike|improvement|fall|drop|decline|decrease|cut"
    r"|reduction|loss|slide|dip|slump|plunge|contraction|saving|swing|change|move|boost|bump|expansion|upturn|downturn)"
)
_NAMED = rf"(?:an?|the|its|their) (?:[a-z-]+ ){{0,2}}{_STEP} of"
_A = r" (?:(?:just|only|some|about|a|an|the|its|their|more than|less than|nearly|almost|around|roughly|over|under) )*"
_WHOSE = (
    r"(?:(?:last|the previous|the prior|the same) [a-z]+(?:'s|\u2019s)?"
    r"|[A-Z][a-z]+(?:'s|\u2019s)(?: (?:close|closing price|finish|level|price|figure|total|low|high)(?: of)?)?"
    r"|(?:the|its|a) (?:previous |last )?(?:close|closing price|opening price) of"
    r"|a year (?:earlier|before|ago)(?:'s)?"
    r"|an? (?:revised|record|previous|earlier) |the (?:old|previous|current|earlier|present|revised"
    r"|original) (?:rate of )?"
    r"|an? [a-z]+ (?:loss|profit|price|total|low|high|peak|record) of)"
)
_BASE = re.compile(
    rf"(?:\bfrom|\bcompared (?:with|to)|\bagainst|\bversus|\bvs\.?|\bon|\bafter|\bthan)(?: {_WHOSE})?{_A}$"
)
_RESULT = re.compile(
    rf"\b(?:to|at|reaching|hitting|touching|reached|reaches|hit|totall?ed|totall?ing"
    r"|(?:now|then|currently|today) (?:holds?|held|has|have|had|is|are|was|were|employs?|counts?|costs?|pays?|earns?))"
    rf"(?: an? (?:[a-z]+ ){{1,3}}?(?:of|high|low))?{_A}$"
)
_MOVED = re.compile(rf"\b(?:up|down|higher|lower|by|{_NAMED}|{_STEP} of){_A}$")
_OR = re.compile(rf"(?:\bor|\bor by|\()(?:{_A}|$)$")
_STEP_AFTER = re.compile(rf"[ -](?:[a-z]+ ){{0,2}}{_STEP}\b")
_THAN = re.compile(
    r"(?: of [a-z]+)? (?:more|less|fewer|higher|lower|better|worse|larger|bigger|smaller|greater|cheaper|dearer|heavier"
    r"|lighter|longer|shorter|faster|slower|above|below|up|down)(?: [a-z]+){0,3}? ?\b(?:than|from|on)?"
    r" (?:the|its|their|his|her)(?: [a-z-]+){0,3}?(?: of)? "
)
_BREAKS = re.compile(
    r"[.;:]|\b(?:while|but|whereas|who|whose|because|though|although|when|where|if|until|including|excluding"
    r"|of which|with"
    r"|as|and(?! (?:to|now|reached|hit|stood|stands|came)\b)|which(?! (?:is|was|means|meant|makes)\b))\b"
)
_REACH = 100
_AIMED = re.compile(
    r"[^.;,\d]{0,40}\b(?:expect\w*|forecasts?|estimat\w*|predict\w*|consensus|target\w*|polled|hoped|seen)\b"
)
"""Words behind a figure by which it is what was foreseen, not what was."""
_NEXT = re.compile(
    rf"[\"\u201c]?(?:(?:That|This|It|Which) (?:is|was|means|meant|makes|made|marks|marked|amounts to|amounted to"
    rf"|represents"
    rf"|represented|equals|comes to)(?: {_NAMED})?|The {_STEP} of|An? (?:[a-z]+ )?{_STEP} of){_A}$"
)
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
_FINE = 100
"""A figure of three digits or more that is "about" or "some" was told as finely as it was known."""
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
        """The change as written; one in per cent with a step of leeway: it may be cut off and not rounded."""
        low, high = room(self.change)
        if self.change.quantity.kind is not QuantityKind.SHARE:
            return low, high
        step = min(self.change.quantity.step, _ROUND_SHARE)
        return min(low, self.change.quantity.low - step), max(high, self.change.quantity.high + step)

    def _close(self, fact: Fact) -> Room:
        """What a figure that the change is reckoned from may stand for: one beside it that is finer was told as fine.

        A bare count of up to four digits was counted, or a per cent would not be told of it.
        """
        low, high = room(fact)
        q = fact.quantity
        if q.hedge is Hedge.ABOUT and q.low >= q.step * _FINE:  # "some 12,600"
            return q.low - q.step, q.high + q.step
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
    for document in story.documents:
        for before, row in pairwise(runs(story, document.id)):
            found = _next(document, before, row)
            if found is not None:
                yield found


def _read(document: Document, three: Sequence[Fact]) -> Change | None:
    """The change that three figures in a row tell, by the words before each and between them."""
    text = document.text
    order = _order(text, three, [_plain(between(text, left, right)) for left, right in pairwise(three)])
    return _change(document, *order) if order else None


def _plain(gap: str) -> str:
    return _YEAR_TOLD.sub("", _RATE.sub("", _BRACKET.sub("", gap)))


def _change(document: Document, change: Fact, base: Fact, result: Fact) -> Change | None:
    if not (_of_one_unit(document.text, base, result) and _measures(document.text, change, base)):
        return None
    sentence = document.text[change.sentence.start : change.sentence.end]
    return Change(document, change, base, result, _OTHERWISE.search(sentence) is not None)


def _next(document: Document, before: Sequence[Fact], row: Sequence[Fact]) -> Change | None:
    """ "Sales rose to 40 million from 32 million. That is a rise of 25 per cent"."""
    text, change = document.text, row[0]
    own = [fact for fact in before if fact.quantity.converts < 0]
    lead = text[change.sentence.start : change.mention.start].lstrip()
    joined = text[before[0].sentence.end : change.sentence.start]
    if len(own) != 2 or joined.strip() or "\n" in joined.strip(" ") or not _NEXT.match(lead):
        return None
    if not _STEP_AFTER.match(text, change.mention.end) and not re.search(rf"\b{_STEP} of\b", lead):
        return None
    first, second = (_lead(text, own[0]), _plain(between(text, *own)))
    if _BREAKS.search(second.strip()):
        return None
    if _BASE.search(_bare(second)):
        return _change(document, change, own[1], own[0])
    return _change(document, change, *own) if _BASE.search(first) and _RESULT.search(_bare(second)) else None


def _order(text: str, three: Sequence[Fact], gaps: Sequence[str]) -> tuple[Fact, Fact, Fact] | None:
    """Change, base and result, whichever way round the sentence has them."""
    told = [_lead(text, three[0]), *(_bare(gap) for gap in gaps)]
    if any(len(gap) > _REACH or _broken(gap) for gap in told[1:]):
        return None
    if _more_than(text, three):
        return three[1], three[2], three[0]
    base = [n for n in range(3) if _BASE.search(told[n])]
    if len(base) != 1 or (_AIMED.match(text, three[base[0]].mention.end) and "from" not in told[base[0]][-20:]):
        return None
    rest = [n for n in range(3) if n not in base]
    moved = [n for n in rest if _is_change(text, three[n], told[n]) and not _leads_to(three, n, told[n], base[0])]
    if len(moved) != 1:
        return None
    result = next(n for n in rest if n not in moved)
    if moved[0] == 2 and _SINCE.match(text, three[2].mention.end):
        return None
    if result and not _RESULT.search(told[result]):
        return None
    return three[moved[0]], three[base[0]], three[result]


def _broken(gap: str) -> bool:
    """Whether what stands between two figures opens another clause, the words right before the second aside."""
    return _BREAKS.search(_BASE.sub("", gap).removesuffix(": ")) is not None


def _bare(gap: str) -> str:
    return gap if gap.endswith((" ", "(", "-")) else f"{gap} "


def _lead(text: str, fact: Fact) -> str:
    lead = text[max(fact.sentence.start, fact.mention.start - _LEAD) : fact.mention.start]
    hedge = fact.quantity.hedge_text
    return _bare(lead.rstrip().removesuffix(hedge).rstrip() if hedge else lead)


def _is_change(text: str, fact: Fact, told: str) -> bool:
    q = fact.quantity
    if q.per or (q.kind is QuantityKind.MONEY and _OR.search(told)):  # "2.4 million euros, or 15 cents per share"
        return False
    return (
        bool(q.change)
        or fact.role is FactRole.CHANGE
        or q.kind is QuantityKind.POINTS
        or _MOVED.search(told) is not None
        or (_OR.search(told) is not None and q.kind is QuantityKind.SHARE)
        or _STEP_AFTER.match(text, fact.mention.end) is not None
    )


def _leads_to(three: Sequence[Fact], place: int, told: str, base: int) -> bool:
    """Whether a figure that stands by a verb of change is what the change leads to: of the base's unit, after "to"."""
    mine, other = three[place].quantity, three[base].quantity
    return _RESULT.search(told) is not None and (mine.kind, mine.unit) == (other.kind, other.unit)


def _more_than(text: str, three: Sequence[Fact]) -> bool:
    """ "12,600 people, 40 percent more than the 9,000 …"."""
    a, b, c = (fact.quantity for fact in three)
    if b.kind is not QuantityKind.SHARE or c.kind is QuantityKind.SHARE or a.kind is QuantityKind.SHARE:
        return False
    if text[: three[0].mention.start].endswith((" of the ", " of ", " of its ", " of their ")):
        return False
    gap = " ".join(text[three[1].mention.end : three[2].mention.start].split())
    return _THAN.fullmatch(f" {gap} ") is not None and "," not in gap


_LEAD = 60
_SINCE = re.compile(
    r" (?:[a-z]+ ){0,2}(?:from|on|compared with|compared to|than|against|since|over)"
    r" (?:(?:a|the|last|an|its|their)\b|(?:19|20)\d\d\b|[A-Z][a-z]+)"
)
"""Words by which a change goes back to another base than the one beside it."""


def _of_one_unit(text: str, base: Fact, result: Fact) -> bool:
    a, b = base.quantity, result.quantity
    exact = a.low == a.high and b.low == b.high and a.low > 0 <= b.low
    kinds = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.MEASURE}
    if a.kind is b.kind is QuantityKind.COUNT and not of_one_noun(text, base, result):
        return False
    one_rate = len({a.per, b.per} - {""}) < 2  # the first of two is told without: "from 18 to 24 per 100,000"
    bare = b.kind is not a.kind is QuantityKind.COUNT and not a.noun and a.step >= _SHARED_STEP  # "of 11.2 million"
    alike = a.kind is b.kind and a.unit == b.unit
    return exact and (alike or bare) and b.kind in kinds and one_rate


_SHARED_STEP = 1000


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
