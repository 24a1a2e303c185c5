"""The words of a version that are compared, made plain: edits of spacing, quotation marks or furniture leave them."""

from __future__ import annotations

import re
import unicodedata

from discrepancy.extract.reading import COMPARED
from discrepancy.model import Document
from discrepancy.text.characters import squeeze

__all__ = ["paragraphs", "plain_words", "same_words"]

_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_DOUBLE = re.compile(r"''|``")
_DASH = re.compile(r"\s*[-\u2013\u2014\u2015\u2012\u2212]+\s*")


def plain_words(text: str) -> str:
    """A text on one line, with one kind of space, quotation mark and dash, and without what no reader sees."""
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).replace("\u2026", "...")
    return squeeze(_DASH.sub("-", _DOUBLE.sub('"', squeeze(seen))))


def paragraphs(document: Document) -> tuple[str, ...]:
    """The compared paragraphs of a version, each made plain; empty ones are left out."""
    every = (plain_words(document.text[each.start : each.end]) for each in document.blocks if each.role in COMPARED)
    return tuple(each for each in every if each)


def same_words(one: Document, other: Document) -> bool:
    """Whether two versions say the same words in the same order, headline and text."""
    return _all(one) == _all(other)


def _all(document: Document) -> tuple[str, str]:
    return plain_words(document.title), plain_words(" ".join(paragraphs(document)))
