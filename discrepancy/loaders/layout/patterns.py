"""Lists of regular expressions from the lexicon, each compiled to one."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import words

__all__ = ["anchored", "pattern"]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The expressions of ``<name>.txt`` as one, for searching anywhere; case is ignored."""
    return re.compile("|".join(f"(?:{one})" for one in sorted(words(name))), re.IGNORECASE)


@cache
def anchored(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The expressions of ``<name>.txt`` in two: those for the beginning of a text, and those for anywhere in it.

    Searching for both at once would try each of the first kind at every character.
    """
    every = sorted(words(name))
    first = [one.removeprefix("^") for one in every if one.startswith("^")]
    rest = [one for one in every if not one.startswith("^")]
    return tuple(re.compile("|".join(f"(?:{one})" for one in part), re.IGNORECASE) for part in (first, rest))  # type: ignore[return-value]
