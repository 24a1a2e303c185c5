"""Pages that a browser saved into one file (.mhtml, .mht): the page among the pictures, and where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.articles import to_document
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.loader import Loader
from discrepancy.model import Document

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".mhtml", ".mht"})
_MOST_BYTES = 50_000_000
"""A page with its pictures, a third larger for being written in letters."""
_HEADER = re.compile(rb"[!-9;-~]{1,60}:[^\n]*\r?\n")
_MIME = re.compile(rb"^(?:mime-version|content-type|snapshot-content-location)\s*:", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^content-type\s*:\s*multipart/(?:related|alternative|mixed)\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(
    rb"^(?:snapshot-content-location\s*:|from\s*:\s*[\"<]?saved by|content-location\s*:\s*https?:)"
    rb"|\btype\s*=\s*\"?text/html|^content-location\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL = re.compile(rb"^(?:received|delivered-to|to|return-path)\s*:", re.IGNORECASE | re.MULTILINE)


def claims(path: PurePath, head: bytes) -> bool:
    """Whether a file begins with the headers that browsers put above a page; a mail that somebody got is none."""
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if not _HEADER.match(bare):
        return False
    headers = re.split(rb"\r?\n\r?\n", bare, maxsplit=1)[0]
    if not _MIME.search(headers) or _MAIL.search(headers):
        return False
    if path.suffix.lower() in _SUFFIXES:
        return True
    return bool(_RELATED.search(headers) and _SAVED.search(headers))


def load(given: Given) -> Iterator[Document]:
    """Read the article on the page."""
    from discrepancy.loaders.webpages.carried import page_in
    from discrepancy.loaders.webpages.reading import read_page

    page = page_in(given.read(), given.display)
    article = read_page(page.data, given.display, declared=page.charset, address=page.address)
    yield to_document(article, given)


LOADER = Loader(
    name="web archive (MHTML)", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=_MOST_BYTES, order=45
)
