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
    (re.compile(r"\b(it|that|he|she|there|what|who|here|where)'s\b", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\bper cent\b|\bpercent\b|(?<=\d)\s?%", re.IGNORECASE), " percent"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    (re.compile(r"\bgonna\b", re.IGNORECASE), "going to"),
    (re.compile(r"\bwanna\b", re.IGNORECASE), "want to"),
    (re.compile(r"\bgot to\b|\bgotta\b", re.IGNORECASE), "gotta"),
    (re.compile(r"\bOK\b|\bokay\b", re.IGNORECASE), "ok"),
    (re.compile(r"\b(?:um|uh|er|erm)\b,?", re.IGNORECASE), ""),
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


_ELLIPSIS = re.compile(r"\[\s?(?:\.\s?\.\s?\.|…)\s?\]|\((?:\.\.\.|…)\)|\.\s?\.\s?\.|…")
NEGATIONS = frozenset(
    {"not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "hardly", "unable"}
)
"""Words that turn the sense of a sentence when they are lost."""


def left_out(text: str, other: str) -> list[list[str]]:
    """The words of ``other`` that the ellipses of ``text`` stand for, one list an ellipsis; empty if they do not fit.

    Args:
        text: quoted words, with ellipses in them.
        other: the same statement, at more length.
    """
    words = quoted_words(other)
    runs = [run for part in _ELLIPSIS.split(text) if (run := quoted_words(part.replace("[", "").replace("]", "")))]
    found: list[list[str]] = []
    at = 0
    for n, run in enumerate(runs):
        places = [i for i in range(at, len(words) - len(run) + 1) if words[i : i + len(run)] == run]
        if not places:
            return []
        if n:
            found.append(words[at : places[0]])
        at = places[0] + len(run)
    return found


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


def holds_words(text: str, part: str) -> bool:
    """Whether the words of ``part`` stand in ``text``, whole, one after another and in order, run by run."""
    words = " ".join(["", *quoted_words(text), ""])
    at = 0
    runs = pieces(part)
    for run in runs:
        found = words.find(" ".join(["", *run, ""]), at)
        if found < 0:
            return False
        at = found + len(" ".join(run))
    return bool(runs)


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
