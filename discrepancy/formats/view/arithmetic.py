"""The sum behind a finding as a sum: "250,000 + 100,000 = 350,000", "4 + 9 = 13, given as 14".

It is worked out anew from the figures as they were read. Where these are hedged, are no single figures, or do not
make the sum, no line is shown: the sentence of the finding still says what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from babel.units import format_unit

from discrepancy.formats.view.figures import figure_words
from discrepancy.formats.view.index import Index
from discrepancy.formats.words import Words
from discrepancy.messages import locale_of
from discrepancy.model import Finding, Hedge, Mention, Quantity, QuantityKind, ValueGroup

__all__ = ["arithmetic_of"]

_PLUS, _MINUS, _OVER, _IS = " + ", " − ", " ÷ ", " = "
_TENTH = Decimal("0.1")
_TIME = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d(?:\.\d+)?)")
_HALF = Decimal("0.5")
_HUNDREDTH = Decimal("0.01")
_PER_CENT = Decimal(100)
_TWO, _THREE = 2, 3
_EXACT = frozenset({Hedge.NONE, Hedge.EXACTLY})
_LEVELS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.SHARE})


def arithmetic_of(index: Index, finding: Finding, words: Words) -> str:
    """The line; empty where there is no sum, or none that is surely right."""
    reason = finding.reconciliation
    shown = _SUMS.get(reason.text.key if reason else finding.summary.key)
    return shown(index, finding, words) if shown else ""


def _parts(index: Index, finding: Finding, words: Words) -> str:
    """Parts and total: "4 + 9 = 13, given as 14"."""
    total, parts = _one(index, finding, 0), _figures(index, finding, 1)
    named = str(finding.summary.params.get("parts", "")).count(_PLUS) + 1
    if len(total) != 1 or len(parts) != named or not _of_one_unit([*total, *parts]):
        return ""
    terms = [side for part in parts for side in _sides(part)]
    made = sum(terms, Decimal(0))
    if made == total[0].low:
        return ""
    kind = total[0].kind
    return _given(f"{_joined(_PLUS, terms, kind, words)}{_IS}{figure_words(made, words, kind)}", finding, words)


def _sides(part: Quantity) -> tuple[Decimal, ...]:
    return (part.low, part.high) if part.kind is QuantityKind.SCORE else (part.low,)


def _casualties(index: Index, finding: Finding, words: Words) -> str:
    """The dead and the injured, which make the figure that is told of the dead: "14 + 31 = 45"."""
    total, dead, hurt = (_one(index, finding, place) for place in range(_THREE))
    if not (len(total) == len(dead) == len(hurt) == 1) or dead[0].low + hurt[0].low != total[0].low:
        return ""
    terms = _joined(_PLUS, (dead[0].low, hurt[0].low), QuantityKind.COUNT, words)
    return f"{terms}{_IS}{figure_words(total[0].low, words)}"


def _lead(_: Index, finding: Finding, words: Words) -> str:
    """A lead and the two times it lies between: "2:04:51 − 2:04:38 = 13 seconds, given as 31 seconds"."""
    times = {mention.text: _seconds(mention.text) for mention in finding.values[1].mentions}
    ordered = sorted(times.items(), key=lambda each: each[1] or Decimal(0), reverse=True)
    if len(ordered) != _TWO or ordered[0][1] is None or ordered[1][1] is None:
        return ""
    apart = format_unit(ordered[0][1] - ordered[1][1], "second", locale=locale_of(words.language))
    return _given(f"{ordered[0][0]}{_MINUS}{ordered[1][0]}{_IS}{apart}", finding, words)


def _seconds(text: str) -> Decimal | None:
    """A time as a race gives it, "2:04:38" or "27:44.15", in seconds; None where it is written otherwise."""
    found = _TIME.fullmatch(text)
    hours, minutes, seconds = found.groups() if found else ("", "", "")
    return Decimal(hours or 0) * 3600 + Decimal(minutes) * 60 + Decimal(seconds) if found else None


def _change(index: Index, finding: Finding, words: Words) -> str:
    """A change and its two ends: "(112 − 90) ÷ 90 = 24.4%, given as 12 percent"."""
    change, base, result = (_one(index, finding, place) for place in range(_THREE))
    if not (len(change) == len(base) == len(result) == 1) or not _of_one_unit([*base, *result]):
        return ""
    kind, start, end = base[0].kind, base[0].low, result[0].low
    if kind not in _LEVELS or start == end or start <= 0:
        return ""
    step = _joined(_MINUS, sorted((start, end), reverse=True), kind, words)
    made = abs(end - start)
    if change[0].kind is QuantityKind.SHARE:
        part = made / start
        line = f"({step}){_OVER}{figure_words(start, words, kind)}{_IS}{_share(part, words)}"
        return "" if _fits(part * _PER_CENT, change[0]) else _given(line, finding, words)
    return "" if _fits(made, change[0]) else _given(f"{step}{_IS}{_difference(made, kind, words)}", finding, words)


def _factor(index: Index, finding: Finding, words: Words) -> str:
    """How many times: "90 ÷ 60 = 1.5, given as doubled"."""
    base, result = _one(index, finding, 0), _one(index, finding, 1)
    told = str(finding.summary.params.get("change", ""))
    if not (len(base) == len(result) == 1) or not _of_one_unit([*base, *result]) or base[0].low <= 0 or not told:
        return ""
    made = (result[0].low / base[0].low).quantize(_HUNDREDTH, ROUND_HALF_UP)
    terms = _joined(_OVER, (result[0].low, base[0].low), base[0].kind, words)
    return words("sum.given", sum=f"{terms}{_IS}{figure_words(made, words)}", given=told)


def _margin(index: Index, finding: Finding, words: Words) -> str:
    """A margin and its two sides: "1,086,400 − 1,010,900 = 75,500, given as 57,500"."""
    margin, sides = _one(index, finding, 0), _figures(index, finding, 1, exact=False)
    terms = sorted({side for each in sides for side in (each.low, each.high)}, reverse=True)
    if len(margin) != 1 or len(terms) != _TWO or any(each.hedge not in _EXACT for each in sides):
        return ""
    if _fits(terms[0] - terms[1], margin[0]):
        return ""
    step = _joined(_MINUS, terms, QuantityKind.COUNT, words)
    return _given(f"{step}{_IS}{figure_words(terms[0] - terms[1], words)}", finding, words)


def _part_of(index: Index, finding: Finding, words: Words) -> str:
    """A share: "18 ÷ 120 = 15%, given as one in four"."""
    share = _figures(index, finding, 0, exact=False)
    pair = sorted(_figures(index, finding, 1), key=lambda each: each.low)
    if not share or len(pair) != _TWO or not _of_one_unit(pair) or pair[1].low <= 0:
        return ""
    if _fits(pair[0].low / pair[1].low * _PER_CENT, share[0]):
        return ""
    terms = _joined(_OVER, [each.low for each in pair], pair[0].kind, words)
    return _given(f"{terms}{_IS}{_share(pair[0].low / pair[1].low, words)}", finding, words)


def _points(index: Index, finding: Finding, words: Words) -> str:
    """Points and per cent: "12% − 10% = 2 percentage points, 2 ÷ 10 = 20%"."""
    told = [str(finding.summary.params.get(key, "")) for key in ("base", "result")]
    sides = (_figures(index, finding, place) for place in range(len(finding.values)))
    ends = next((side for side in sides if sorted(each.text for each in side) == sorted(told)), [])
    base = next((each.low for each in ends if each.text == told[0]), Decimal(0))
    if base <= 0 or any(each.kind is not QuantityKind.SHARE for each in ends):
        return ""
    high, low = sorted((each.low for each in ends), reverse=True)
    if base <= 0 or base not in {high, low}:
        return ""
    step = f"{_joined(_MINUS, (high, low), QuantityKind.SHARE, words)}{_IS}"
    part = f"{_joined(_OVER, (high - low, base), QuantityKind.COUNT, words)}{_IS}{_share((high - low) / base, words)}"
    return words("list").join((step + _difference(high - low, QuantityKind.SHARE, words), part))


def _step(index: Index, finding: Finding, words: Words) -> str:
    """Two levels with the step between them that the texts tell: "250,000 + 100,000 = 350,000"."""
    return _sum(index, finding, ("low", "step", "high"), words)


def _told_sum(index: Index, finding: Finding, words: Words) -> str:
    """A part and what comes to it, or the rest, as the texts tell them: the same."""
    return _sum(index, finding, ("part", "step", "whole"), words)


def _sum(index: Index, finding: Finding, keys: Sequence[str], words: Words) -> str:
    """The sum that a reconciliation tells, where its step is a figure of the story that makes the difference."""
    reason = finding.reconciliation
    low_text, step, high_text = (str(reason.text.params.get(key, "")) if reason else "" for key in keys)
    low, high = _told(index, finding, low_text), _told(index, finding, high_text)
    if low is None or high is None or not _of_one_unit([low, high]) or low.low >= high.low:
        return ""
    gap = high.low - low.low
    if f"{gap.normalize():f}" not in {token.replace(",", "") for token in step.split()} and not any(
        fact.quantity.low == gap == fact.quantity.high for fact in index.quantities.get(step, ())
    ):
        return ""
    return f"{_joined(_PLUS, (low.low, gap), low.kind, words)}{_IS}{figure_words(high.low, words, low.kind)}"


def _told(index: Index, finding: Finding, text: str) -> Quantity | None:
    """The figure that a finding's values give in these words; None for a range, and where there is none."""
    found = (index.quantity_at(mention) for value in finding.values for mention in value.mentions)
    read = (fact.quantity for fact in found if fact)
    return next((each for each in read if each.text == text and each.low == each.high), None)


_SUMS: dict[str, Callable[[Index, Finding, Words], str]] = {
    "NUM005.summary_sum": _casualties,
    "NUM012.summary": _parts,
    "NUM013.summary": _change,
    "NUM013.summary_factor": _factor,
    "NUM013.summary_margin": _margin,
    "NUM013.summary_times": _lead,
    "NUM014.summary": _part_of,
    "NUM015.summary": _points,
    "NUM015.summary_points": _points,
    "reconcile.arithmetic": _step,
    "reconcile.told-step": _step,
    "reconcile.sum": _told_sum,
}
"""By the message that tells a finding, or what reconciles it."""


def _figures(index: Index, finding: Finding, place: int, *, exact: bool = True) -> list[Quantity]:
    """The figures of one value in the first text that gives it; none where one is hedged, a range, or not read."""
    value = finding.values[place] if place < len(finding.values) else None
    found = [index.quantity_at(mention) for mention in _in_one_text(index, value)]
    read = [fact.quantity for fact in found if fact]
    if len(read) < len(found):
        return []
    plain = [each for each in read if each.hedge in _EXACT and (each.low == each.high or each.kind in _PAIRED)]
    return read if not exact or len(plain) == len(read) else []


def _one(index: Index, finding: Finding, place: int) -> list[Quantity]:
    """The one figure that a value gives, however often it is told."""
    return list({each.figure: each for each in _figures(index, finding, place)}.values())


_PAIRED = frozenset({QuantityKind.SCORE})


def _in_one_text(index: Index, value: ValueGroup | None) -> list[Mention]:
    if value is None or not value.mentions:
        return []
    mentions = sorted(value.mentions, key=index.where)
    return list(dict.fromkeys(mention for mention in mentions if mention.document == mentions[0].document))


def _of_one_unit(figures: Sequence[Quantity]) -> bool:
    kinds = {QuantityKind.COUNT if each.kind is QuantityKind.SCORE else each.kind for each in figures}
    return len({each.unit for each in figures}) == len(kinds) == len({each.per for each in figures}) == 1


def _fits(made: Decimal, told: Quantity) -> bool:
    """Whether what a sum makes is what the text gives for it, as far as that is written out."""
    step = min(told.step, Decimal(1)) if told.kind is QuantityKind.SHARE else told.step  # "a third" has a coarse one
    return abs(made - told.low) <= step * _HALF


def _joined(sign: str, terms: Sequence[Decimal], kind: QuantityKind, words: Words) -> str:
    return sign.join(figure_words(term, words, kind) for term in terms)


def _difference(number: Decimal, kind: QuantityKind, words: Words) -> str:
    """A difference of levels; that of two shares is in percentage points."""
    if kind is not QuantityKind.SHARE:
        return figure_words(number, words, kind)
    return f"{figure_words(number, words)} {words('unit.points')}"


def _share(part: Decimal, words: Words) -> str:
    return figure_words((part * _PER_CENT).quantize(_TENTH, ROUND_HALF_UP), words, QuantityKind.SHARE)


def _given(total: str, finding: Finding, words: Words) -> str:
    """The sum with what the text gives for it: the finding's first value."""
    return words("sum.given", sum=total, given=finding.values[0].label)
