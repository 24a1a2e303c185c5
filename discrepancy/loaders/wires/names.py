"""The writers that a byline names."""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.layout.bylines import agency
from discrepancy.loaders.layout.shape import tokens

__all__ = ["add_authors", "authors_of"]

_BY = re.compile(r"\W*(?:by|from|words by|written by|story by)\b[:\s]+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/|]|\band\b|&|\bwith\b|\n)\s*", re.IGNORECASE)
_IN = re.compile(r"\s+(?:in|at|for|of)\s.*$", re.IGNORECASE | re.DOTALL)
_MOST_WORDS = 6


def authors_of(byline: str) -> list[str]:
    """The persons in a byline, as they are written: "By ANN LEE and BO EK, AP Writers" names two."""
    found = (_IN.sub("", each).strip(" .=<^()[]") for each in _BETWEEN.split(_BY.sub("", byline, count=1)))
    return [each for each in found if _is_name(each)]


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
