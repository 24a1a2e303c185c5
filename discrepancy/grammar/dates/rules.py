"""What a rule is, and the pieces of patterns over token codes that several rules share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from discrepancy.grammar.dates.context import Context, Found

__all__ = ["MONTH", "NUMBER", "PART", "WEEKDAY", "YEAR_LATER", "Handler", "Rule", "part_of", "rule"]

Handler = Callable[[Context, re.Match[str]], Found | None]

MONTH: Final = r"(?:[Mma]|b\.?)"
WEEKDAY: Final = r"(?:W|w\.?)"
YEAR_LATER: Final = r"(?:,?(?P<year>Y)(?![-]u)|(?P<relative_year>[lhN]u)|f(?P<that_year>Gu))"
"""A year after its month: 2013, "last year", "of that year"."""
NUMBER: Final = r"(?:AKf?|Aq|[2#Y]|9(?:-?9){0,3}-?&-?A-?H|2-?&-?A-?H|9(?:-?9){0,3}|HA?|A|Kf?|q)"
"""How many of a unit: "two and a half", "a couple of", "half an", "40"."""
PART: Final = r"(?:T?(?P<of_part>J)f|(?P<part>j)-?)"
"""The part of a span: "the end of", "early", "mid-"."""


@dataclass(frozen=True)
class Rule:
    """A pattern over codes, the codes it can start with, and what reads a match (None: it is no date after all)."""

    starts: str
    source: str
    read: Handler

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first has one of the codes: most texts have few of them."""
        return re.compile(self.source)


rule = Rule
"""Builds a rule from the codes, the source of a pattern and what reads it."""


def part_of(context: Context, match: re.Match[str]) -> str:
    """The word of :data:`PART` that the match holds ("early", "end"), empty where it holds none."""
    groups = match.groupdict()
    for name in ("of_part", "part"):
        if groups.get(name):
            return context.lower(match.start(name))
    return ""
