"""PDF with a text layer: lines put together to paragraphs, broken words made whole, every line's place kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from discrepancy.errors import InputError, Malformed, Unsafe
from discrepancy.loaders.articles import Article, Field, to_document
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff
from discrepancy.loaders.pdfs.articles import parts_of
from discrepancy.loaders.pdfs.checked import check_file, check_text, check_whole, page_error
from discrepancy.loaders.pdfs.metadata import known_of
from discrepancy.loaders.pdfs.run import told_by_child
from discrepancy.loaders.pdfs.sheets import Sheet, sheet_of

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".pdf"})
_START = re.compile(rb"%PDF-\d")
_REACH = 1024
"""Bytes in which a PDF must say that it is one: mail programs put lines of their own before it."""
_LOOKED_AT = 4096


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a PDF: it begins as one, or it is named so and begins as one after some other bytes.

    Binary data of no known kind under that name is claimed too, so that it is reported and not passed over.
    """
    if path.suffix.lower() not in _SUFFIXES:
        return bool(_START.match(head.lstrip()))
    if _START.search(head, 0, _REACH):
        return True
    looked = head[:_LOOKED_AT]
    return sniff(looked) in (Content.EMPTY, Content.TEXT) or binary_name(looked) == "binary data"


def load(given: Given) -> Iterator[Outcome]:
    """Read one article; a page that can not be opened is reported, and the others are read."""
    data = given.read()
    if not _START.search(data, 0, _REACH):
        raise Malformed(
            "is named like a PDF and does not begin like one (%PDF-).",
            where=given.display,
            remedy="Save or download it again, or give it the suffix of what it is.",
        )
    check_whole(data, given.display)
    told = told_by_child(data, given.display)
    check_file(told, given.display)
    bad = [page_error(page.get("page"), given.display) for page in told[1:] if "error" in page]
    yield from bad
    sheets = [_sheet(page, given.display) for page in told[1:] if "error" not in page]
    check_text(sheets, given.display)
    known = known_of(told[0].get("meta", {}))
    try:
        parts = tuple(parts_of(sheets, known.first(Field.TITLE)))
    except TimeoutError:
        raise Unsafe(
            "has letters so scattered over its pages that putting them in order takes too long.",
            where=given.display,
            remedy="Save the article's text as a UTF-8 .txt file and give that.",
        ) from None
    yield to_document(Article(parts=parts, known=known, partial=bool(bad)), given)


def _sheet(told: dict[str, Any], where: str) -> Sheet:
    try:
        return sheet_of(told)
    except (KeyError, TypeError, ValueError, IndexError) as problem:
        raise _unread(where) from problem


def _unread(where: str) -> InputError:
    return Malformed("is damaged so that its pages can not be read.", where=where, remedy="Save or download it again.")


LOADER = Loader(name="PDF", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=50_000_000, order=60)
