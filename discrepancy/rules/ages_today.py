"""Whether an age is told exactly, and as that of today."""

from __future__ import annotations

import re

from discrepancy.model import Fact, TimeFrame

OTHER_TIME = re.compile(
    r",? ?(?:when|at the time|at (?:his|her|their)|then(?=[,.;:)])|in \d{4}|on the day|months?\b|days?\b)"
)
_THEN = re.compile(r"\b(?:then|was|were|when|at|once|turned?|by|until|since|from|before|after)[ ,(]*$", re.IGNORECASE)
_UNIT = "year"
_LAST = 8
"""Characters before an age in which a word sets it into another time."""


def is_exact(age: Fact, *, beside: bool) -> bool:
    """Whether an age is one number of years, and not of a time to come."""
    # "Lena Brandt, 58, will retire": beside a name the time of the verb is not that of the age.
    now = beside or age.time not in {TimeFrame.PLANNED, TimeFrame.SUPPOSED}
    return now and age.quantity.low == age.quantity.high and age.quantity.unit in {"", _UNIT}


def is_today(age: Fact, text: str) -> bool:
    """Whether no word before an age sets it into another time."""
    # "Lena Brandt (58) was hurt": the verb's tense says nothing of when she is 58.
    return not _THEN.search(text[max(0, age.mention.start - _LAST) : age.mention.start])
