"""What can be wrong with a PDF: it is cut off, a scan without text, a form, or its letters mean nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, TooLarge
from discrepancy.loaders.pdfs.child import MOST_ON_A_PAGE
from discrepancy.loaders.pdfs.run import MOST_PAGES, Limits
from discrepancy.loaders.pdfs.sheets import Sheet

__all__ = ["check_file", "check_text", "check_whole", "page_error"]

_RUN_OCR = "Run OCR on it (ocrmypdf, or the scanner's own), or give the article's text as a UTF-8 .txt file."
_RESAVE = "Print it to a new PDF and give that, or save the article's text as a UTF-8 .txt file."
_AGAIN = "Save or download it again."
_FEW = 40
"""Letters of a scanned page that are no text of it: a stamp, a page number."""
_COVERS = 0.5
"""Share of a page that a scan takes up."""
_UNREADABLE = 0.03
"""Share of letters without a meaning from which on a text can not be checked: there may be figures among them."""
_START = re.compile(rb"startxref\s+\d")
_LINEAR = re.compile(rb"/Linearized\s.{0,200}?/L\s+(\d{1,15})", re.DOTALL)


def check_whole(data: bytes, where: str) -> None:
    """Look for signs that a file was cut off.

    Raises:
        Malformed: its end is missing. What is left of it could be read, and would be an article without its end.
    """
    linear = _LINEAR.search(data, 0, 2048)
    if linear and int(linear[1]) > len(data):
        what = f"is cut off: it has {len(data):,} bytes, and says that it has {int(linear[1]):,}."
        raise Malformed(what, where=where, remedy=_AGAIN)
    if not _START.search(data):
        raise Malformed(f"is cut off after {len(data):,} bytes: its end is missing.", where=where, remedy=_AGAIN)


def check_file(told: Sequence[dict[str, Any]], where: str) -> None:
    """Look at what the reader says of the file as a whole.

    Raises:
        InputError: it is protected by a password.
        Malformed: it is no PDF that can be opened.
        TooLarge: it has too many pages, or too much text.
        NotText: it is a form that only Adobe's own program shows.
    """
    first = told[0] if told else {"error": "format"}
    if first.get("error") == "password":
        raise InputError(
            "is protected by a password.",
            where=where,
            remedy="Open it, save a copy without the password, and give that.",
        )
    pages = first.get("pages")
    if "error" in first or not isinstance(pages, int) or pages < 1:
        raise Malformed("is damaged, or not a PDF at all: it can not be opened.", where=where, remedy=_AGAIN)
    if pages > MOST_PAGES:
        what = f"has {pages:,} pages, more than the limit of {MOST_PAGES}, and was not read."
        raise TooLarge(what, where=where, remedy="Split it into one file an article.")
    letters = [len(page["letters"]) for page in told[1:] if isinstance(page.get("letters"), list)]
    if sum(letters) >= Limits().letters or max(letters, default=0) >= MOST_ON_A_PAGE or len(told) <= pages:
        what = f"holds {sum(letters):,} letters and more, beyond any article."
        raise TooLarge(what, where=where, remedy="Split it into one file an article.")
    if first.get("form"):
        raise NotText("is a form (XFA) whose text only its own program shows.", where=where, remedy=_RESAVE)


def check_text(sheets: Sequence[Sheet], where: str) -> None:
    """Look at the letters of all pages.

    Raises:
        EmptyInput: it is a scan, or has no text.
        NotText: what its letters stand for is not said in it, so that they would be read as others.
    """
    solid = {sheet.number: sum(not glyph.char.isspace() for glyph in sheet.glyphs) for sheet in sheets}
    scans = [sheet for sheet in sheets if _is_scan(sheet) and solid[sheet.number] <= _FEW]
    if scans and len(scans) * 2 >= len(sheets):
        pages = f"page {scans[0].number} is" if len(scans) == 1 else f"{len(scans)} of its {len(sheets)} pages are"
        raise EmptyInput(
            f"is a scan and has no text: {pages} a picture without a text layer.",
            where=where,
            remedy=_RUN_OCR,
        )
    if not any(solid.values()):
        raise EmptyInput("has no text: what is on its pages is drawn.", where=where, remedy=_RUN_OCR)
    unknown = sum(_unknown(sheet) for sheet in sheets)
    if unknown > _UNREADABLE * sum(solid.values()):
        raise NotText(
            f"has a text layer that can not be read: what {unknown:,} of its {sum(solid.values()):,} letters stand for "
            "is not said (no Unicode mapping).",
            where=where,
            remedy=_RUN_OCR,
        )


def _is_scan(sheet: Sheet) -> bool:
    return any(image.area >= _COVERS * sheet.box.area for image in sheet.images)


def _unknown(sheet: Sheet) -> int:
    """How many letters of a page mean nothing; one by itself is a bullet or an ornament."""
    marks = [unicodedata.category(glyph.char) in {"Co", "Cn", "Cc"} or glyph.char == "\ufffd" for glyph in sheet.glyphs]
    around = [False, *marks, False]
    return sum(mark and (around[i] or around[i + 2]) for i, mark in enumerate(marks))


def page_error(number: object, where: str) -> InputError:
    """The error for a page that can not be opened while others can."""
    return Malformed("is damaged, and was left out.", where=f"{where}, page {number}", remedy=_AGAIN)
