"""Parts of a whole: "½", "1/16", "two-thirds", "half a mile", "three and a half"."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.grammar.drafts import ONE, Draft, Form, step_of
from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of

__all__ = ["PARTS", "VULGAR", "half_after_unit", "mixed_part", "part_at", "parts_tail"]

_DATA = table("numbers")
VULGAR: dict[str, tuple[int, int]] = {str(char): (int(a), int(b)) for char, (a, b) in _DATA["vulgar"].items()}
PARTS: dict[str, int] = {str(word): int(size) for word, size in _DATA["parts"].items()}
_SCALES = {str(word): Decimal(value) for word, value in _DATA["scales"].items()}

_HALF_STEP = Decimal("0.5")
_SLASH = re.compile(r"[/⁄]([0-9]{1,4})(?![0-9/⁄]|[.,][0-9])")
_MIXED = re.compile(rf"[ \u00a0\u2009]?({'|'.join(VULGAR)})|[ -]([1-9])[/⁄]([2-9]|1[06])(?![0-9/⁄])")
_AND_PART = re.compile(r"[ -]and[ -](?:a|one)[ -](half|quarter|third)(?![A-Za-z])")
_TAIL = re.compile(rf"[ -]({any_of(PARTS)})(?![A-Za-z])")
_OF_SCALE = re.compile(rf"(?: of)?[ -](?:an?[ -])?({any_of(_SCALES)})(?![A-Za-z])")
_BELOW = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128, 1000})
_LEAST_SCALE = 1000
"""A part after a smaller scale is one of a unit: "a hundred and a half"."""
_COARSE = Decimal("0.05")
"""The step of a fraction in words: "a third" is taken as good to the nearest five per cent."""

_OWNERS = frozenset("of the a an its their his her our my your all that these those as".split())
_AMOUNT_BEFORE = frozenset(
    "by up down than about nearly almost over around some roughly under least most approximately just only to".split()
)
_AFTER_AMOUNT = frozenset("to from in since over on compared this last at as during after when while and or by".split())
_CHANGE_OF = re.compile(r"\b(?:rise|increase|gain|jump|growth|fall|drop|decline|decrease|cut|reduction) of a $")
_PART_OF_POINT = re.compile(r"-(?:(?:percentage-)?point|per ?cent|percentage)(?![A-Za-z])")
"""What a part is glued to: "a quarter-point cut"."""
_NOT_PARTS_BEFORE = frozenset("first second third fourth other final opening closing latter each either in".split())
_AFTER_YEAR = re.compile(r"a (year|month|week|day|hour|mile|decade|century) and a $", re.IGNORECASE)


def mixed_part(text: str, draft: Draft) -> None:
    """Add the part that follows a whole number: "2½", "2 1/2", "three and a half"; or read "1/16" as one."""
    following = text[draft.end : draft.end + 1]
    if not following or (following not in "/⁄ -\u00a0\u2009" and following not in VULGAR):
        return
    if draft.form is Form.PLAIN and (slash := _SLASH.match(text, draft.end)):
        _slash_part(draft, slash)
    elif match := _MIXED.match(text, draft.end):
        above, below = VULGAR[match.group(1)] if match.group(1) else (int(match.group(2)), int(match.group(3)))
        if above < below:
            _add(draft, Decimal(above) / Decimal(below), match.end())
    elif match := _AND_PART.match(text, draft.end):
        _add_of_scale(draft, ONE / PARTS[match.group(1)], match.end())


def _slash_part(draft: Draft, slash: re.Match[str]) -> None:
    below = int(slash.group(1))
    if below in _BELOW and draft.low < below:
        draft.low = draft.high = draft.low / below
        draft.step = _COARSE
        draft.end = slash.end()
        draft.form = Form.PART


def _add_of_scale(draft: Draft, part: Decimal, end: int) -> None:
    """Add a part in words, of the scale where one was written: "a million and a half" is 1.5 million."""
    scaled = draft.scale >= _LEAST_SCALE
    _add(draft, part * draft.scale if scaled else part, end)
    if scaled:
        draft.step = step_of(str(int(draft.low)))


def _add(draft: Draft, part: Decimal, end: int) -> None:
    draft.low = draft.high = draft.low + part
    draft.step = min(draft.step, _HALF_STEP)
    draft.end = end
    draft.form = Form.DIGITS if draft.form is Form.PLAIN else draft.form


def parts_tail(text: str, start: int, end: int, value: int) -> Draft | None:
    """A fraction where a part's name follows number words: "two-thirds", "three quarters of"; else None."""
    match = _TAIL.match(text, end)
    if match is None:
        return None
    word = match.group(1)
    below = PARTS[word]
    plural = word.endswith("s")
    glued = not plural and _PART_OF_POINT.match(text, match.end())  # "a three-quarter-point cut"
    if (plural == (value == 1) and not glued) or value >= below or word == "halves":
        return None
    if word == "quarters" and value != 3:
        return None  # two quarters are half a year or half a match
    part = Decimal(value) / Decimal(below)
    return _finished(text, Draft(start, match.end(), part, part, _COARSE, Form.PART))


def part_at(text: str, start: int, end: int) -> Draft | None:
    """A fraction that opens with its part's name: "half of", "a third of", "half a million"; None for other uses."""
    word = text[start:end].lower()
    before = text[max(0, start - 24) : start].lower().split()
    last = before[-1] if before else ""
    after = text[end : end + 16].replace("-", " ").split(" ")
    following = after[1].strip(".,;:!?)”\"'").lower() if len(after) > 1 and not after[0] else ""
    if last in _NOT_PARTS_BEFORE:
        return None
    draft = Draft(start, end, part := ONE / PARTS[word], part, _COARSE, Form.PART)
    if word == "half":
        return _half(text, draft, last, following)
    if last != "a" or text[start - 1] != " ":
        return None
    earlier = before[-2] if len(before) > 1 else ""
    if (
        following == "of"
        or (earlier in _AMOUNT_BEFORE and not following[:1].isalpha())
        or (earlier == "by" and following in _AFTER_AMOUNT)
        or (_CHANGE_OF.search(text, max(0, start - 24), start) and (following in _AFTER_AMOUNT or not following))
        or _PART_OF_POINT.match(text, end)
        or (word == "quarter" and following in ("point", "percentage", "cent"))
    ):
        draft.start = start - 2
        return _finished(text, draft)
    return None


def _half(text: str, draft: Draft, last: str, following: str) -> Draft | None:
    if match := _AFTER_YEAR.search(text, max(0, draft.start - 20), draft.start):
        draft.start = match.start()
        draft.low = draft.high = ONE + draft.low
        draft.step = _HALF_STEP
        draft.form = Form.WORDS
        draft.tail = f"and-half {match.group(1).lower()}"
        return draft
    if last == "a" and text[draft.start - 1] == " ":
        draft.start -= 2
    if following in _SCALES or following in _OWNERS or last in _AMOUNT_BEFORE:
        return _finished(text, draft)
    if _PART_OF_POINT.match(text, draft.end):
        return _finished(text, draft)
    if text[draft.end : draft.end + 1] == "-" and following in ("hour", "mile", "century", "day"):
        return draft
    return None


def half_after_unit(draft: Draft) -> str:
    """The unit's word where the draft is "a year and a half"; else empty."""
    return draft.tail.removeprefix("and-half ") if draft.tail.startswith("and-half ") else ""


def _finished(text: str, draft: Draft) -> Draft:
    """Multiply by a scale that follows: "half a million", "two-thirds of a billion"."""
    if match := _OF_SCALE.match(text, draft.end):
        value = draft.low * _SCALES[match.group(1)]
        draft.low = draft.high = value
        draft.step = step_of(str(int(value))) if value == int(value) else ONE
        draft.end = match.end()
        draft.form = Form.WORDS
    return draft
