"""The writers that a byline names."""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.layout.bylines import agency, is_masthead
from discrepancy.loaders.layout.shape import tokens

__all__ = ["add_authors", "authors_of", "writers"]

_BY = re.compile(r"\W*(?:by|from|words by|written by|story by)\b[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/|]|\band\b|&|\bwith\b|\n)\s*", re.IGNORECASE)
_IN = re.compile(r"\s+(?:in|at|for|of)\s.*$", re.IGNORECASE | re.DOTALL)
_MOST_WORDS = 6


def authors_of(byline: str) -> list[str]:
    """The persons in a byline, as they are written: "By ANN LEE and BO EK, AP Writers" names two."""
    found = [_IN.sub("", each).strip(" .=<^()[]") for each in _BETWEEN.split(_BY.sub("", byline, count=1))]
    # Only behind a name: "Emily Post" is a writer, and "Ann Lee, Evening Post" is one too.
    return [each for at, each in enumerate(found) if _is_name(each) and not (at and is_masthead(each))]


def writers(line: str) -> list[str]:
    """The persons that a field for authors names, by a byline or by names alone; the line itself where it is neither.

    "Ann Lee, Bo Ek" and "Ann Lee and Bo Ek" are two, "Ann Lee, dpa" is one. "García Márquez, Ana" stays as it is.
    """
    bare = _BY.sub("", line, count=1).strip()
    found = authors_of(bare)
    others = [each.strip() for each in _BETWEEN.split(bare) if each.strip() and each.strip() not in found]
    return found if found and not any(_may_be_first_name(each) for each in others) else [bare]


def _may_be_first_name(text: str) -> bool:
    words_in = tokens(text)
    return len(words_in) == 1 and text.istitle() and not agency(text) and text.casefold() not in words("byline_words")


def add_authors(known: Known, byline: str, origin: str) -> None:
    """Keep the persons that a byline names."""
    for author in authors_of(byline):
        known.add(Field.AUTHOR, author, origin)


def _is_name(text: str) -> bool:
    found = tokens(text)
    if not 1 < len(found) <= _MOST_WORDS or agency(text) or any(word.isdigit() for word in found):
        return False
    desk = words("byline_words")
    return text[0].isupper() and found[-1].casefold() not in desk
