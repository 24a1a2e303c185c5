"""The names in a stretch of text, by their capitals, less days, months and words that begin a sentence."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.lexicon import table, words
from discrepancy.text.characters import fold

_OWNED: Final = re.compile(r"['’]s?$")
DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PROPER: Final = re.compile(r"(?<![.!?\n] )(?<![“\"\n])(?<!^)\b[A-Z][\w'’-]+(?:\.[a-z]+)?")
MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)


def names_in(text: str) -> set[str]:
    """The names of a stretch of text, in words."""
    found = {fold(_OWNED.sub("", match.group())) for match in _PROPER.finditer(text)}
    first = re.match(r"[“\"]?(?:The |An? )?([A-Z][\w'’-]+)", text)
    if first:
        found |= {fold(_OWNED.sub("", first[1]))}
    known = words("stop_words") | MONTHS | DAYS | _dull()
    return {name for name in found if name and name not in known}


def _dull() -> frozenset[str]:
    """Words that begin a sentence with a capital and are no names."""
    ways = table("ways")
    return frozenset(word for row in ways["things"]["rows"] for word in row) | frozenset(
        word for kind in ways["beside"].values() for word in kind
    )
