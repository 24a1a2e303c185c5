"""Ages and durations: "36-year-old", "Smith, 36,", "aged 18 to 24", "seven years and six months"."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.grammar.drafts import ONE, Draft, Form
from discrepancy.grammar.personal_ages import told_of_somebody
from discrepancy.model import QuantityKind
from discrepancy.units.currencies import is_hundredth

__all__ = ["combine", "read_age", "settle_age"]

_OLD = re.compile(r"[- ]olds?(?![a-z])| of age(?![a-z])")
_AGED = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})
_BE = frozenset({"is", "was", "be", "are", "were", "am", "be,"})
_PERSON = frozenset({"he", "she", "who", "i", "they", "he'll", "she'll"})
_AFTER_AGE = re.compile(r"[.,;)]|$| (?:when|at the|by|and|in|years?)(?![a-z])")
_NAME_BEFORE = re.compile(r"[\w.’'”]")
_AFTER_NAME_AGE = re.compile(
    r"[,;)]|\.(?:\s|$)"
    r"| of (?!(?:them|these|those|which|whom|it|its|the|their|his|her|our|all)\b|[\w-]+['’]s? )"
)
_OPENERS = "([“\"'‘—–"
_BOTH = re.compile(r"[A-Za-z”’)], both $")
_TWO_AGES = re.compile(
    r"(?:men|women|boys|girls|brothers|sisters|twins|teenagers|children|sons|daughters|students|soldiers|people)"
    r",(?: aged)? (?:[0-9]{1,3} and )?$"
)
"""What stands before either of the ages in "two men, 20 and 21, were held"."""
_END_OF_AGES = re.compile(r"(?: and [1-9][0-9]{0,2})?(?:[,;)]|\.(?:\s|$))")
_AGED_LIST = re.compile(r"(?:aged|ages) (?:[1-9][0-9]?(?:, and | and |, ))+$")
_LIST_REACH = 60
_IN_AGE = re.compile(r"(?:in age|ages ranged|ages range|ages ranging)[,:]? (?:from|between) $", re.IGNORECASE)
"""What stands before "61 to 88" in "the victims, who ranged in age from 61 to 88"."""
_OLDEST = 125

_AGE_WORDS = (
    "life expectancy",
    "average age",
    "median age",
    "mean age",
    "retirement age",
    "pension age",
    "minimum age",
    "maximum age",
    "legal age",
    "voting age",
    "drinking age",
    "age limit",
)
_TOWARDS_AGE = frozenset("is was to at of from about around roughly nearly over under by be".split())
_COUNTED = re.compile(r" [a-z-]+s(?![a-z])| (?:people|men|women|per cent|percent)(?![a-z])|%")
_AGE_REACH = 64
_BREAKS = re.compile(r"[.;:0-9]")

_SMALLER = {
    "foot": ("inch", 12),
    "stone": ("pound", 14),
    "pound": ("ounce", 16),
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}


def read_age(text: str, draft: Draft, before: Draft | None) -> None:
    """Turn a duration or a bare figure into an age where its form says so."""
    if draft.kind is QuantityKind.DURATION:
        if old := _OLD.match(text, draft.end):
            draft.kind, draft.end = QuantityKind.AGE, old.end()
        elif _word_before(text, draft.start) == "aged":
            draft.kind = QuantityKind.AGE
    elif (
        draft.kind is QuantityKind.COUNT
        and not draft.unit
        and draft.high <= _OLDEST
        and (_bare_age(text, draft, before) or told_of_somebody(text, draft))
    ):
        draft.kind, draft.unit = QuantityKind.AGE, "year"


def settle_age(draft: Draft) -> None:
    """ "those 65 and older" gives an age by its hedge alone."""
    if draft.kind is QuantityKind.COUNT and draft.hedge_text.endswith(("older", "younger")) and draft.high <= _OLDEST:
        draft.kind, draft.unit = QuantityKind.AGE, "year"


def _bare_age(text: str, draft: Draft, before: Draft | None) -> bool:
    lead = text[max(0, draft.start - 28) : draft.start]
    words = lead.lower().split()
    last = words[-1].lstrip(_OPENERS) if words else ""
    if last in _AGED or words[-2:] in (["aged", "between"], ["aged", "about"]):
        return True
    if words[-2:] in (["age", "of"], ["ages", "of"]) or _IN_AGE.search(lead):
        return not _COUNTED.match(text, draft.end)
    if draft.form is not Form.PLAIN or draft.low != draft.high:
        return False
    if before is not None and before.kind is QuantityKind.AGE and text[before.end : draft.start] in (" and ", ", "):
        return _word_before(text, before.start) in _AGED or _of_people(text, draft) or _listed(text, draft)
    if lead.endswith(", ") or last in ("both", "and"):
        return (lead.endswith(", ") and _after_name(text, draft, lead)) or _of_people(text, draft)
    if last in _TOWARDS_AGE and _of_age(text, draft):
        return True
    if last in _BE and _AFTER_AGE.match(text, draft.end):
        return words[-2:-1] != [] and (
            words[-2] in _PERSON or (words[-2] == "will" and words[-3:-2] != [] and words[-3] in _PERSON)
        )
    return False


def _listed(text: str, draft: Draft) -> bool:
    """ "aged 24, 29 and 31": the third age and those behind it."""
    lead = text[max(0, draft.start - _LIST_REACH) : draft.start]
    return _AGED_LIST.search(lead) is not None and _END_OF_AGES.match(text, draft.end) is not None


def _of_people(text: str, draft: Draft) -> bool:
    """ "The twins, both 9,", "two men, 20 and 21,": ages between commas after a word for people."""
    if draft.end - draft.start > 2 or not _END_OF_AGES.match(text, draft.end):
        return False
    lead = text[max(0, draft.start - 28) : draft.start]
    return _BOTH.search(lead) is not None or _TWO_AGES.search(lead) is not None


def _of_age(text: str, draft: Draft) -> bool:
    """ "life expectancy for men is about 73": what is told of before the figure is an age."""
    lead = text[max(0, draft.start - _AGE_REACH) : draft.start].lower()
    place = max(lead.rfind(word) for word in _AGE_WORDS)
    return place >= 0 and not _BREAKS.search(lead, place) and not _COUNTED.match(text, draft.end)


def _after_name(text: str, draft: Draft, lead: str) -> bool:
    """ "Jane Smith, 36, said": a capitalised word and a comma before, a comma behind."""
    if (draft.end - draft.start > 2 and draft.low < 100) or not _AFTER_NAME_AGE.match(text, draft.end):
        return False
    words = lead[:-2].split()
    return bool(words) and words[-1][:1].isupper() and words[-1][-1:].isalpha()


def _word_before(text: str, start: int) -> str:
    words = text[max(0, start - 12) : start].lower().split()
    return words[-1].lstrip(_OPENERS) if words else ""


def combine(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make one of "seven years and six months", 90 months, and of "6ft 4in", 76 inches: both in the smaller unit."""
    combined: list[Draft] = []
    for draft in drafts:
        before = combined[-1] if combined else None
        if before is not None and _is_small_change(text, before, draft):
            part = draft.low / _HUNDRED if draft.unit == "cent" else draft.low
            before.low = before.high = before.low + part
            before.step, before.end = _CENT, draft.end
        elif before is not None and _goes_with(text, before, draft):
            smaller, factor = _SMALLER[before.unit]
            before.low = before.high = before.low * Decimal(factor) + draft.low
            before.step, before.unit, before.end = draft.step, smaller, draft.end
        else:
            combined.append(draft)
    return combined


_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_NO_CENTS = frozenset({"GBP", "JPY", "cent"})
_TIES = (" and ", ", ", " ", ", and ")
_CLOSE_TIES = ("", " ", ", ", "-")


def _is_small_change(text: str, first: Draft, second: Draft) -> bool:
    """ "5 dollars and 50 cents", "5 pounds 50 pence": a whole sum and hundredths of the same money."""
    if first.kind is not QuantityKind.MONEY or second.kind is not QuantityKind.MONEY or first.scale != ONE:
        return False
    if first.low != first.high or second.low != second.high or first.low % 1 or second.low >= _HUNDRED:
        return False
    if text[first.end : second.start] not in (" and ", " ") or not is_hundredth(text[second.start : second.end]):
        return False
    return second.unit == first.unit or (second.unit == "cent" and first.unit not in _NO_CENTS)


def _goes_with(text: str, first: Draft, second: Draft) -> bool:
    if first.kind is not second.kind or first.kind not in (QuantityKind.DURATION, QuantityKind.MEASURE):
        return False
    if first.low != first.high or second.low != second.high or first.unit not in _SMALLER:
        return False
    smaller, factor = _SMALLER[first.unit]
    return (
        second.unit == smaller
        and second.low < factor
        and text[first.end : second.start] in (_TIES if first.kind is QuantityKind.DURATION else _CLOSE_TIES)
    )
