"""What speaks against one event where two versions date it in words of their own."""

from __future__ import annotations

import datetime as dt
import re

from discrepancy.align.date_evidence import is_said, of_other_acts, of_other_ages, of_two
from discrepancy.align.date_slips import of_other_names, tell_two_phases
from discrepancy.align.tellings import Telling
from discrepancy.lexicon.occasions import tells_of_many
from discrepancy.model import BlockRole, Document, TimeFrame

SURE = 2.2
"""A score (see :mod:`discrepancy.align.told_alike`) from which verbs that differ do not speak against one event."""
_ONE_OF_SEVERAL = frozenset("another second third fourth fifth sixth seventh again previous further".split())
_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}$|\d{1,2} [A-Z][a-z]{2,8}$")
"""A day of a month without a year, which was only guessed."""
_NIGHT = re.compile(r"T(?:NI|EV|24:00|0[0-5]|2[0-3])")
_DEED = frozenset("warn write concede confirm promise resign order apologise apologize learn rule charge".split())
"""Verbs of saying that are themselves what happened on the day."""


def speaks_against(a: Telling, b: Telling, here: Document, there: Document, score: float) -> bool:
    """Whether something in the words around two dates, or in their days, tells two events."""
    if (
        BlockRole.CORRECTION in (a.fact.mention.block, b.fact.mention.block)
        or TimeFrame.SUPPOSED in (a.fact.time, b.fact.time)
        or _end(a) != _end(b)
        or a.moved
        or b.moved
    ):
        return True
    if any(is_said(t) and t.fact.subject.head not in _DEED for t in (a, b)) or of_other_ages(a, b):
        return True
    if any(_AS_OF.search(t.around.before) for t in (a, b)) and not a.figures & b.figures:
        return True
    if of_two(a, b) or tell_two_phases(a, b) or (a.further ^ b.further) & _ONE_OF_SEVERAL or _in_one_night(a, b):
        return True
    if _still_to_come_later(a, b, here, there) or of_other_names(a, b, here, there):
        return True
    if _is_of_the_market(a, b) or _are_counted_from(a, b):
        return True
    if of_other_acts(a, b) and (score < _SURE_OF_ACTS or {a.occasion, b.occasion} <= _STEPS):
        return True
    return score < SURE and tells_of_many(a.occasion) and tells_of_many(b.occasion)


def _are_counted_from(a: Telling, b: Telling) -> bool:
    """Whether each is counted from another event, so many days each: they are two days after it, and three."""
    counted = [_COUNTED.match(telling.around.after.lower()) for telling in (a, b)]
    return counted[0] is not None and counted[1] is not None and counted[0].group(1) != counted[1].group(1)


_COUNTED = re.compile(r"^,? ((?:\w+ ){1,2}(?:days?|weeks?|months?|years?)) (?:after|before)\b")
_AS_OF = re.compile(r"\b(?:as (?:of|at)|by)\s+(?:\w+ ){0,3}$", re.IGNORECASE)
"""Before the day up to which something was counted."""
_SURE_OF_ACTS = 4.0
_STEPS = frozenset({"arrest", "charge", "trial", "verdict", "sentence", "appeal", "release"})
"""Steps of one case, each on a day of its own."""


def _end(telling: Telling) -> str:
    """What makes the date an end: "to", "until" and "through" are one."""
    return "until" if telling.bound in {"to", "till", "until", "through"} else telling.bound


def _in_one_night(a: Telling, b: Telling) -> bool:
    """Whether two days next to each other may be one night, or one moment in two zones."""
    one, other = a.fact.date, b.fact.date
    if one.first is None or other.first is None or abs(one.first - other.first) != dt.timedelta(days=1):
        return False
    parts = one.value.partition("T")[2], other.value.partition("T")[2]
    if parts[0] == parts[1] != "" and not (a.zoned or b.zoned):
        return False  # "Monday night" and "Sunday night" are two
    return a.zoned or b.zoned or bool(_NIGHT.search(one.value) or _NIGHT.search(other.value))


def _still_to_come_later(a: Telling, b: Telling, here: Document, there: Document) -> bool:
    """Whether the version of the later day, or of the same, has still to come what the other tells as past."""
    ahead = a.ahead(here), b.ahead(there)
    guessed = all(_MONTH_DAY.search(t.fact.mention.text) for t in (a, b))
    if guessed or None in ahead or ahead[0] == ahead[1] or here.day is None or there.day is None:
        return False
    planned, past = (here.day, there.day) if ahead[0] else (there.day, here.day)
    return planned >= past


def _is_of_the_market(a: Telling, b: Telling) -> bool:
    """Whether the dates are those of prices: there is one each day."""
    return all(t.stems & _PRICED for t in (a, b)) and not a.figures & b.figures


_PRICED = frozenset({"share", "stock", "index", "bours", "pence", "trade"})
"""Words, by their first letters, of what has a price each day."""
