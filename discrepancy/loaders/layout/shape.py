"""What a string looks like, whatever it says: a sentence, a title, a name."""

from __future__ import annotations

import re

from discrepancy.text.characters import plain

__all__ = [
    "bare",
    "ends_sentence",
    "is_clipped",
    "is_paragraph",
    "is_question",
    "is_title_cased",
    "sentences_in",
    "tokens",
]

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_END = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]\u00bb*]*$")
_QUESTION = re.compile(r"[?!][\"'\u201d\u2019)]*$")
_INITIALS = re.compile(r"(?:^|[\s(])(?:[^\W\d_]\.){2,}$")
_CLIPPED = re.compile(r"(?:\.\.\.|\u2026)\]?$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]?[^\W\d_a-z]")
_MARKS = " \t\u00a0*#>\u00bb\u203a\u2192\u00b7\u2022|:.\u2026-\u2013\u2014_=~[](){}"
_SMALL = frozenset("a an and as at by da de del der di du el en for from in la le of on or the to van von with y &".split())
_LONG_WITHOUT_STOP = 25
_LONGEST_QUESTION = 12


def bare(text: str) -> str:
    """The text in lower case, one space between words, without marks around it: for comparing whole lines."""
    return " ".join(plain(text).strip(_MARKS).casefold().split())


def tokens(text: str) -> list[str]:
    """The words and figures of a text."""
    return _WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does; initials such as "U.S." alone do not end one."""
    tail = text[-40:]
    if _INITIALS.search(tail):
        return sentences_in(text) > 1
    return bool(_END.search(tail))


def sentences_in(text: str) -> int:
    """About how many sentences a text holds; enough of it is looked at to tell one from several."""
    return 1 + len(_INNER_STOP.findall(text[:2000]))


def is_question(text: str) -> bool:
    """Whether this is one short question or exclamation, as headings are, and no quoted one."""
    return (
        bool(_QUESTION.search(text[-6:]))
        and text[0] not in "\"\u201c"
        and len(tokens(text[:200])) <= _LONGEST_QUESTION
        and sentences_in(text) == 1
    )


def is_paragraph(text: str) -> bool:
    """Whether a text is running prose: whole sentences, or so long that only its full stop can be missing."""
    words = len(tokens(text[:1000]))
    if ends_sentence(text):
        return words >= 2 and not is_question(text)
    return words >= _LONG_WITHOUT_STOP or (words >= 4 and sentences_in(text) > 1)


def is_clipped(text: str) -> bool:
    """Whether a text was cut off by the page ("with a 500 meter l..."); only a single sentence is."""
    return bool(_CLIPPED.search(text[-5:])) and sentences_in(text) == 1


def is_title_cased(text: str) -> bool:
    """Whether every word but the small ones begins with a capital or a figure."""
    words = tokens(text[:400])
    return bool(words) and all(word in _SMALL or not word[0].islower() for word in words) and words[0] not in _SMALL
