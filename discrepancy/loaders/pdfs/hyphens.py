"""Words broken at the end of a line: whether the hyphen belongs to the word or to the line.

The rule, the surest evidence first:

1. A soft hyphen belongs to the line.
2. Before a capital or a figure, after a figure, and in a word that has another hyphen, it belongs to the word
   ("Jean-Paul", "COVID-19", "20-year-old", "state-of-the-art").
3. The text has the word elsewhere, with or without the hyphen: as it is there.
4. In a text of some length that breaks no other word, it belongs to the word.
5. After a word that makes compounds ("well", "long", "twenty"), or before one ("known", "old", "based"), and where
   the text has both halves as words of their own, it belongs to the word.
6. A piece that no word begins or ends with stays as it is: one without a vowel ("TV-", "UN-").
7. Else it belongs to the line: in set type most do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["HYPHENS", "Words", "joined", "words_of"]

HYPHENS = "-\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-\u2010'’][^\W_]+)*$")
_FIRST = re.compile(r"^[^\W_]+(?:[-\u2010'’][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouyà-öø-ÿ]", re.IGNORECASE)
# Source: compounds that newspapers' style guides hyphenate, gathered by hand; none is a syllable that many words begin
# or end with, as "ex", "part" and "day" are.
_BEFORE = frozenset(
    "well ill best better self half vice cross quarter long short high low full old new big small fast slow "
    "first second third last left right once two three four five six seven eight nine twenty thirty forty fifty "
    "sixty seventy eighty ninety".split()
)
_AFTER = frozenset(
    "known based term level style wide high free friendly backed owned run made born funded sized scale related "
    "linked year years month months week weeks hour minute up off elect general minister minded looking "
    "speaking ranking running profile standing lasting strong armed controlled approved sponsored".split()
)
_AGES = frozenset("year years month months week weeks day days hour hours minute minutes".split())
_ENDINGS = frozenset(
    "ing ings ed er ers ern erner est ly ness age ages ment ments ist ists ary ish ism ity ion ions tion tions "
    "sion sions ial al able ible ance ence ful less ward wards or ors en ty ties y teen een cy ry".split()
)
"""Ends of words that are no words: what stands before one is the word's beginning."""
_FEWEST_LINES = 40
_RARE = 0.025
"""Share of lines that end in a hyphen up to which a longer text breaks no words: each is a compound's own."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a text shows of its words: those that stand whole in it, and whether it breaks words at line ends."""

    known: frozenset[str] = frozenset()
    breaks: bool = True


def words_of(lines: Sequence[str]) -> Words:
    """Look at the words of lines; the last of one that ends in a hyphen, and the one after it, are halves."""
    known: set[str] = set()
    broken: list[str] = []
    for before, line in pairwise(["", *lines, ""]):
        found = [match.group().casefold().replace("\u2010", "-") for match in _WORD.finditer(line)]
        halved = before.endswith(tuple(HYPHENS))
        if halved and found and (last := _LAST.search(before[:-1])):
            broken.append(last.group().casefold() + found[0])
        known.update(found[halved : -1 if line.endswith(tuple(HYPHENS)) else None])
    rare = len(lines) >= _FEWEST_LINES and len(broken) <= _RARE * len(lines)
    soft = any(line.endswith("\u00ad") for line in lines)
    return Words(frozenset(known), breaks=soft or not rare or any(each in known for each in broken))


def joined(before: str, after: str, words: Words) -> str | None:
    """What comes of a line that ends in a hyphen and the one under it.

    Args:
        before: the text up to the end of the line, its hyphen included.
        after: the text of the next line.
        words: see :func:`words_of`.

    Returns:
        ``before`` as it stands before ``after``, with its hyphen or without; None where the hyphen breaks no word (a
        dash with a space before it).
    """
    bare = before[:-1]
    last, first = _LAST.search(bare), _FIRST.match(after)
    if last is None or first is None:
        return None
    return before if _belongs(before[-1], last.group(), first.group(), words) else bare


def _belongs(hyphen: str, last: str, first: str, words: Words) -> bool:
    """Whether the hyphen belongs to the word."""
    if hyphen == "\u00ad":
        return False
    if first[0].isupper() != last.isupper() or first[0].isdigit() or last[-1].isdigit() or "-" in last or "-" in first:
        return True
    left, right = last.casefold(), first.casefold()
    if left + right in words.known or f"{left}-{right}" in words.known:
        return left + right not in words.known
    return not words.breaks or _is_compound(left, right, words.known)


def _is_compound(left: str, right: str, known: Collection[str]) -> bool:
    if right in _ENDINGS:
        return False
    if left in _BEFORE or right in _AFTER or (right == "old" and left in _AGES):
        return True
    if not _VOWEL.search(left) or not _VOWEL.search(right):
        return len(left) > 1
    return left in known and right in known and min(len(left), len(right)) > 2
