"""The words of a quotation as they are compared: marks, case, contractions and house spelling are no difference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.text.characters import fold, plain

_GAP = re.compile(r"\[[^\]]*\]|\.\s?\.\s?\.|…|\(\.\.\.\)")
_CONTRACTED = (
    (re.compile(r"\bwon't\b", re.IGNORECASE), "will not"),
    (re.compile(r"\bcan't\b", re.IGNORECASE), "can not"),
    (re.compile(r"\bcannot\b", re.IGNORECASE), "can not"),
    (re.compile(r"n't\b", re.IGNORECASE), " not"),
    (re.compile(r"'re\b", re.IGNORECASE), " are"),
    (re.compile(r"'ll\b", re.IGNORECASE), " will"),
    (re.compile(r"'ve\b", re.IGNORECASE), " have"),
    (re.compile(r"'m\b", re.IGNORECASE), " am"),
)
_SPELLED = (
    (re.compile(r"our(s|ed|ing|able|ite)?$"), r"or\1"),
    (re.compile(r"is(e|es|ed|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"tre(s)?$"), r"ter\1"),
    (re.compile(r"ence(s)?$"), r"ense\1"),
    (re.compile(r"ll(ed|ing|er)$"), r"l\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
)
"""British and American endings of one word, brought to one form."""
_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split(),
        start=2,
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
"""Number words from two on; "one" is as often a pronoun."""


def quoted_words(text: str) -> list[str]:
    """The words, in order, each in the one form that all its spellings share."""
    words = plain(text)
    for pattern, instead in _CONTRACTED:
        words = pattern.sub(instead, words)
    return [_form(word) for word in fold(words).split()]


def pieces(text: str) -> list[list[str]]:
    """The words between ellipses and bracketed insertions: what the speaker is quoted with, run by run."""
    return [words for part in _GAP.split(text) if (words := quoted_words(part))]


def is_extract(text: str, other: str) -> bool:
    """Whether one quotation holds the other, run by run and in order: a longer or shorter extract of one statement."""
    return _holds(quoted_words(text), pieces(other)) or _holds(quoted_words(other), pieces(text))


def _holds(words: Sequence[str], runs: Sequence[Sequence[str]]) -> bool:
    text, at = "".join(words), 0
    for run in runs:
        found = text.find("".join(run), at)
        if found < 0:
            return False
        at = found + len("".join(run))
    return bool(runs)


def _form(word: str) -> str:
    if word in _NUMBERS:
        return _NUMBERS[word]
    for pattern, instead in _SPELLED:
        if len(word) > 4 and pattern.search(word):
            return pattern.sub(instead, word)
    return word
