"""Days that look like a slip for one another, said of one occasion in words that need not be the same.

Two different occasions of one story seldom fall on the same day and month of two years, or on the 9th and the 19th of
one month. Where the days differ just so, less in the words must speak for one occasion than elsewhere
(see :mod:`discrepancy.align.date_evidence`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

from discrepancy.align.days import Day, can_meet
from discrepancy.align.tellings import Telling, stems
from discrepancy.grammar.dates.comparing import counted_years_apart, is_counted_from_now
from discrepancy.lexicon.events import event_of
from discrepancy.lexicon.occasions import are_alike, occasion_of, only_holds, tells_of_many
from discrepancy.model import BlockRole, Document

__all__ = ["Slip", "is_one_slipped", "likely_slip", "of_other_names", "slip_of_days"]


class Slip(IntEnum):
    """How likely it is that one day was written for the other by mistake, and not another day meant."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


_BEGINS = re.compile(
    r"\b(?:began|beg[iu]ns?|beginning|start(?:s|ed|ing)?|commence[sd]?|set off|broke out|got under way)\b"
)
_ENDS = re.compile(
    r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed)?|clos(?:es?|ed)|stopp?(?:ed|s)?|conclud(?:es?|ed)|capp(?:ed|ing)|deadline"
    r"|expir(?:es?|ed)|put out|contained|over)\b"
)
_LIGHT = frozenset({"be", "make", "have", "give", "take", "hold", "do", "get", "come", "see", "set", "fix"})
"""Verbs that leave it to their noun to say what happened."""
_TILL = frozenset({"by", "until", "till", "before"})
_OF_TWO = re.compile(
    r"\b(?:anniversary|another|second|third|fourth|fifth|both|respectively|annual\w*|every|each|first of|last of)\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(r"\b(?:again|anew|once more|a further|resum\w+|next round|return\w*)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w\u2019'-]{2,}")
_CAPITALS = re.compile(r"\b[A-Z][\w\u2019'-]{2,}")
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c\u2018])|\n")
_BACK = 320
_MANY = 3
"""Telling words that both sentences must share where no verb, nor what takes part, speaks for one occasion."""
_AS_LIKE = 0.2
_FEW = 2
_A_WEEK = 7
_APPROXIMATELY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|over|more than|less than|under|at least|approximately|up to)\s*$",
    re.IGNORECASE,
)


def likely_slip(a: Telling, b: Telling) -> Slip:
    """How likely the day of one was taken for that of the other; NONE where both may be meant or are one."""
    slip = slip_of_days(a.day, b.day, written=a.written and b.written)
    told_alike = a.day.scale == b.day.scale and a.day.scale in _SCALES
    vague = slip and not told_alike and any(_APPROXIMATELY.search(telling.around.before) for telling in (a, b))
    return Slip.NONE if vague else slip


_SCALES = frozenset({"day", "month", "year"})


@lru_cache(maxsize=8192)
def slip_of_days(a: Day, b: Day, *, written: bool) -> Slip:
    """The same by the days alone; ``written``: whether a day of a month is written of both, not one of the week."""
    one, other = a.date, b.date
    if one.first is None or other.first is None or can_meet(a, b):
        return Slip.NONE
    kinds = a.scale, b.scale
    if kinds == ("day", "day"):
        if is_counted_from_now(one) or is_counted_from_now(other):
            return Slip.NONE
        return _of_days(one.first, other.first, written=written)
    if kinds == ("month", "month"):
        same_month = one.first.month == other.first.month and one.first.year != other.first.year
        return Slip.FAIR if same_month or one.first.year == other.first.year else Slip.NONE
    if kinds == ("year", "year"):
        return Slip.WEAK if _one_digit_off(one.first.year, other.first.year) else Slip.NONE
    return Slip.WEAK if counted_years_apart(one, other) else Slip.NONE


def _of_days(one: dt.date, other: dt.date, *, written: bool) -> Slip:
    if not written:
        return Slip.NONE
    if one.day == other.day and one.month == other.month:
        return Slip.STRONG
    if one.month == other.month and one.year == other.year:
        near = abs(one.day - other.day) < _A_WEEK
        return Slip.STRONG if _one_digit_off(one.day, other.day) and not near else Slip.FAIR
    if one.day == other.day and one.year == other.year:
        return Slip.FAIR
    told = one.day, one.month, other.day, other.month
    return Slip.FAIR if one.year == other.year and _one_digit_off(told[0], told[2]) else Slip.NONE


def _one_digit_off(one: int, other: int) -> bool:
    """Whether two numbers differ in one digit, in one that is missing, or in the order of their digits."""
    a, b = str(one), str(other)
    if sorted(a) == sorted(b):
        return True
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 and len(a) > 1
    longer, shorter = max(a, b, key=len), min(a, b, key=len)
    return len(longer) - len(shorter) == 1 and longer.endswith(shorter)


def is_one_slipped(
    a: Telling, b: Telling, likeness: float, documents: Mapping[str, Document], given: Mapping[str, frozenset[str]]
) -> bool:
    """Whether the days of two dates are a slip for each other, and the words speak for one occasion.

    Args:
        a: the telling of a date.
        b: that of one that can not be the same day.
        likeness: of their sentences.
        documents: by id.
        given: the values of the dates of each document: what gives both days tells of two occasions.
    """
    slip = likely_slip(a, b)
    if slip is Slip.NONE or _are_two(a, b, given):
        return False
    here, there = documents[a.document], documents[b.document]
    if _ahead(a, here) != _ahead(b, there) or of_other_names(a, b, here, there):
        return False
    names = len(_names(a, here) & _names(b, there))
    shared = len(a.stems & b.stems) + len(a.figures & b.figures)
    if slip is Slip.STRONG and names >= _FEW and a.figures & b.figures:
        return True
    if _related(a, b):
        return _speaks_for_one(a, b, slip, names, shared, likeness)
    return not _tells_two_verbs(a, b) and _is_told_alike(a, b, slip, names, shared, likeness)


def _are_two(a: Telling, b: Telling, given: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words around tell two dates apart, or stand beside others that may be meant."""
    if not (a.alone_of_days and b.alone_of_days) or _speaks_of_two(a) != _speaks_of_two(b):
        return True
    if BlockRole.CORRECTION in (a.fact.mention.block, b.fact.mention.block):
        return True
    if bool(_REPEATED.search(a.around.whole)) != bool(_REPEATED.search(b.around.whole)):
        return True
    if _of_two_phases(_phase(a), _phase(b)):
        return True
    return a.fact.date.value in given[b.document] or b.fact.date.value in given[a.document]


def _speaks_for_one(a: Telling, b: Telling, slip: Slip, names: int, shared: int, likeness: float) -> bool:
    """Whether enough is shared beside verbs of one kind."""
    if slip is Slip.STRONG:
        return bool(names) or shared >= _FEW or _phase(a) == "end"
    if slip is Slip.FAIR:
        return shared >= _FEW and (bool(names) or likeness >= _AS_LIKE)
    return a.known and b.known and shared >= _FEW and bool(names)


def _is_told_alike(a: Telling, b: Telling, slip: Slip, names: int, shared: int, likeness: float) -> bool:
    """Whether enough is shared to do without verbs of one kind."""
    alike = shared >= _MANY and likeness >= _AS_LIKE
    if slip is Slip.STRONG:
        return alike or (names >= _FEW and _only_the_year(a, b))
    one, other = a.fact.date.first, b.fact.date.first
    same_month = one is not None and other is not None and one.month == other.month
    return slip is Slip.FAIR and same_month and names >= _FEW and alike


def _only_the_year(a: Telling, b: Telling) -> bool:
    """Whether both give one day and month, in two years."""
    one, other = a.fact.date.first, b.fact.date.first
    return one is not None and other is not None and (one.month, one.day) == (other.month, other.day)


def _ahead(telling: Telling, document: Document) -> bool | None:
    """Whether the day is after that of publication: the days tell it better than the tense."""
    first, today = telling.fact.date.first, document.day
    return first > today if first is not None and today is not None else telling.ahead(document)


def _phase(telling: Telling) -> str:
    """Whether it is when something begins or ends, by the words of the sentence around the date."""
    near = telling.around.before[-_NEAR:].lower() + " " + telling.around.after[:_NEAR_AFTER].lower()
    if telling.bound in _TILL or _ENDS.search(near):
        return "end"
    return "begin" if telling.occasion in {"open", "launch", "found"} or _BEGINS.search(near) else ""


_NEAR = 70
_NEAR_AFTER = 25


def _related(a: Telling, b: Telling) -> bool:
    """Whether the verbs or nouns that are dated are of one kind: one occasion, one word as verb and noun, one event."""
    if a.occasion and a.occasion == b.occasion:
        return not tells_of_many(a.occasion) or bool(a.parts & b.parts)
    if are_alike(a.occasion, b.occasion) or (_phase(a) and _phase(a) == _phase(b)):
        return True
    if (a.parts & b.parts) and (a.fact.subject.head in _LIGHT or b.fact.subject.head in _LIGHT):
        return True
    heads = (_words_of(a), _words_of(b))
    if heads[0] & (heads[1] | stems(" ".join(b.parts))) or heads[1] & stems(" ".join(a.parts)):
        return True
    events = {part for part in a.parts & b.parts if event_of(part) or occasion_of((), (part,))[1]}
    holding = {b.fact.subject.head, a.fact.subject.head}
    return bool(events) and any(only_holds(head) or occasion_of((head,), ())[0] for head in holding)


def _of_two_phases(one: str, other: str) -> bool:
    """Whether the one is a beginning or some point, and the other an end."""
    return one != other and "end" in {one, other}


def tell_two_phases(a: Telling, b: Telling) -> bool:
    """Whether the words around tell two dates apart: begin and end, one of several, or something done again."""
    if _speaks_of_two(a) != _speaks_of_two(b) or bool(_REPEATED.search(a.around.whole)) != bool(
        _REPEATED.search(b.around.whole)
    ):
        return True
    return _of_two_phases(_phase(a), _phase(b))


def _words_of(telling: Telling) -> frozenset[str]:
    return stems(f"{telling.fact.subject.head} {telling.fact.subject.verb}")


def _tells_two_verbs(a: Telling, b: Telling) -> bool:
    """Whether both verbs are known, as two: one and the same did two things."""
    return a.known and b.known and a.occasion != b.occasion


def _speaks_of_two(telling: Telling) -> bool:
    """Whether the date's clause speaks of one of several."""
    return bool(_OF_TWO.search(telling.around.before[-_NEAR:] + " " + telling.around.after[:_NEAR_AFTER]))


def _names(telling: Telling, document: Document) -> frozenset[str]:
    """The names of the date's sentence and of the one before it, which a pronoun may stand for."""
    start = telling.fact.sentence.start
    before = document.text[max(0, start - _BACK) : start].rstrip()
    before = _SENTENCE_END.split(before)[-1]
    return stems(" ".join([*_NAME.findall(before), *_capitals(telling.around.whole)]))


def _capitals(text: str) -> list[str]:
    return _CAPITALS.findall(text)


def of_other_names(a: Telling, b: Telling, here: Document, there: Document) -> bool:
    """Whether what takes part is named in each, and not the same: two ferries, two firms."""
    left, right = _named_parts(a), _named_parts(b)
    return bool(left - right and right - left) and not (left <= stems(there.text) and right <= stems(here.text))


def _named_parts(telling: Telling) -> frozenset[str]:
    core = stems(telling.fact.subject.text)
    return stems(" ".join(_NAME.findall(telling.around.whole))) & core
