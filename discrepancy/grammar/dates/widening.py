"""A day that is named beside a part or a week of it: "the morning of March 3", "the week of Oct. 14"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Found
from discrepancy.grammar.dates.tokens import Tokens
from discrepancy.grammar.dates.values import Value, day, week, weekend
from discrepancy.grammar.dates.words import DAYPARTS, UNITS

__all__ = ["widen"]

_NOT_A_WHOLE_WEEK: Final = frozenset({"first", "second", "third", "fourth", "last", "every", "each"})


def widen(tokens: Tokens, found: Iterable[Found]) -> list[Found]:
    """Take "the week of", "the morning of" and "dawn on" before a single day into it."""
    out: list[Found] = []
    for item in found:
        wide = _widened(tokens, item)
        last = out[-1] if out else None
        if last is not None and _is_part(tokens, item) and _follows(tokens, last, item):
            out[-1] = replace(last, end=item.end, value=_of_the_day(tokens, item.end - 1, last.value) or last.value)
            continue
        if last is not None and last.end > wide.start:
            if last.start < wide.start:
                wide = item
            else:
                out.pop()  # the part alone
        out.append(wide)
    return out


def _is_part(tokens: Tokens, found: Found) -> bool:
    return found.end == found.start + 1 and tokens.code(found.start) == "t"


def _follows(tokens: Tokens, last: Found, part: Found) -> bool:
    """Whether a bare part of the day follows its day: "Tuesday at dawn"."""
    at = part.start - last.end == 1 and tokens.word(last.end).lower() in {"at", "before", "after"}
    return at and last.value.type == "DATE" and last.value.first is not None and last.value.first == last.value.last


def _widened(tokens: Tokens, found: Found) -> Found:
    index = found.start - 2
    joint = tokens.word(index + 1).lower()
    if tokens.code(index + 1) == "t":
        # "overnight Sunday", "dawn Tuesday"
        index, joint = index + 1, "on"
    if joint not in {"of", "on"} or found.value.type != "DATE" or (joint == "on" and tokens.code(index) != "t"):
        return found
    value = _of_the_day(tokens, index, found.value)
    if value is None:
        return found
    start = index - (tokens.code(index - 1) == "T")
    return replace(found, start=start, value=replace(value, relative=found.value.relative))


def _of_the_day(tokens: Tokens, index: int, whole: Value) -> Value | None:
    """The part or the week of a single day that token ``index`` names; None where it names none."""
    if whole.first is None or whole.first != whole.last:
        return None
    code, word = tokens.code(index), tokens.word(index).lower()
    if code == "t":
        return day(whole.first, f"T{DAYPARTS[word]}")
    if tokens.word(index - 1).lower() in _NOT_A_WHOLE_WEEK:
        return None
    if code == "k":
        return weekend(whole.first)
    return week(whole.first) if code == "u" and UNITS[word] == "W" else None
