"""How the words beside a title tell that the office was left, is to come, or is held besides another."""

from __future__ import annotations

import re

from discrepancy.lexicon import table
from discrepancy.rules.told_offices import Told

_PASSING = frozenset({"past", "elected", "future", "temporary", "dead"})
"""Qualifiers of an office that a person has left or comes to."""
_BEFORE, _AFTER = 24, 60
"""Characters looked at: before a title, and between name and title."""
_BESIDES = re.compile(r"\b(?:also|both|doubles|besides|as well as|in addition)\b", re.IGNORECASE)
_PASSED = re.compile(
    r"\b(?:was|were|been|became|becomes?|becoming|formerly|previously|until|once|later|then|newly|former|ex)\b",
    re.IGNORECASE,
)
_PASSED_BEFORE = re.compile(
    r"\b(?:became|becomes?|becoming|formerly|previously|once|then|newly|new|former|ex)\b[\s-]*(?:the\s+)?$",
    re.IGNORECASE,
)
"""Right before a title: a verb further off is of another clause ("was led by Colonel X")."""
_ENDED = re.compile(
    r",? (?:until|till|from \d{4}|between \d{4}|for (?:\w+ )?years|in (?:the )?(?:\d{4}|early|late|mid)"
    r"|under [A-Z]|at the time|in the (?:previous|last|outgoing|former|then))"
)
"""Right after a title: the office was held for a time that is over."""


def _around(one: Told, text: str) -> str:
    """The words between name and title, or right before a title that stands first."""
    title, name = one.where, one.fact.mention
    if title.start >= name.end:
        return text[name.end : title.start][-_AFTER:]
    return text[max(0, title.start - _BEFORE) : title.start].rsplit(".", maxsplit=1)[-1]


def is_dated(one: Told, text: str) -> bool:
    """Whether the words between name and title, or right behind the title, say that the office is of another time."""
    after = one.where.start >= one.fact.mention.end
    passed = (_PASSED if after else _PASSED_BEFORE).search(_around(one, text))
    return passed is not None or (after and _ENDED.match(text, one.where.end) is not None)


def is_passing(one: Told, text: str) -> bool:
    """Whether somebody has left the office or comes to it."""
    return one.office.qualifier in _PASSING or is_dated(one, text) or _qualified(_around(one, text))


def is_besides(one: Told, text: str) -> bool:
    """Whether the office is told as one that is held besides another."""
    return _BESIDES.search(_around(one, text)) is not None


def _qualified(around: str) -> bool:
    last = around.lower().split()[-1:]
    return any(table("titles")["qualifiers"].get(word) in _PASSING for word in last)
