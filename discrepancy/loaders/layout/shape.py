"""What a string looks like, whatever it says: a sentence, a title, a name."""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.text.characters import plain

__all__ = [
    "bare",
    "content_words",
    "ends_in_initials",
    "ends_sentence",
    "is_clipped",
    "is_paragraph",
    "is_question",
    "sentences_in",
    "tokens",
]

_WORD = re.compile(r"[^\W_]+(?:['.&-][^\W_]+)*")
_END = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]\u00bb*]*$")
_QUESTION = re.compile(r"[?!][\"'\u201d\u2019)]*$")
_INITIALS = re.compile(r"(?:^|[\s(])(?:[A-Z]\.){2,}$")
_CLIPPED = re.compile(r"(?:\.\.\.|\u2026)\]?$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"'\u201d\u2019)]*\s+[\"'\u201c\u2018(]?[^\W\d_a-z]")
_MARKS = " \t\u00a0*#>\u00bb\u203a\u2192\u00b7\u2022|:.\u2026-\u2013\u2014_=~[](){}"
_LONG_WITHOUT_STOP = 25
_LONGEST_QUESTION = 12
_STEM = 6


def bare(text: str) -> str:
    """The text in lower case, one space between words, without marks around it: for comparing whole lines."""
    return " ".join(plain(text).strip(_MARKS).casefold().split())


def tokens(text: str) -> list[str]:
    """The words and figures of a text."""
    return _WORD.findall(text)


def content_words(text: str) -> set[str]:
    """The words of a text that carry meaning, lower case, cut to their first letters so that floods meet flooded."""
    small = words("english_function_words")
    return {word.casefold()[:_STEM] for word in tokens(text) if len(word) > 2 and word.casefold() not in small}


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_END.search(text[-12:]))


def ends_in_initials(text: str) -> bool:
    """Whether the full stop at the end may be that of initials ("… deal with U.S.")."""
    return bool(_INITIALS.search(text[-40:])) and sentences_in(text) == 1


def sentences_in(text: str) -> int:
    """About how many sentences a text holds; enough of it is looked at to tell one from several."""
    return 1 + len(_INNER_STOP.findall(text[:2000]))


def is_question(text: str) -> bool:
    """Whether this is one short question or exclamation, as headings are, and no quoted one."""
    return (
        bool(_QUESTION.search(text[-6:]))
        and text[0] not in '"\u201c'
        and len(tokens(text[:200])) <= _LONGEST_QUESTION
        and sentences_in(text) == 1
    )


def is_paragraph(text: str) -> bool:
    """Whether a text is running prose: whole sentences, or so long that only its full stop can be missing."""
    length = len(tokens(text[:1000]))
    if ends_sentence(text):
        return length >= 2 and not is_question(text)
    return length >= _LONG_WITHOUT_STOP or (length >= 4 and sentences_in(text) > 1)


def is_clipped(text: str) -> bool:
    """Whether a text was cut off by the page ("with a 500 meter l..."); only a single sentence is."""
    return bool(_CLIPPED.search(text[-5:])) and sentences_in(text) == 1
