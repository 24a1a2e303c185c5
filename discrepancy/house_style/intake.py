"""The bytes of a file that a person gave: at most so many, and text in UTF-8."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from discrepancy.bounded import read_at_most
from discrepancy.errors import EmptyInput, NotText, UnknownEncoding

__all__ = ["MOST_BYTES", "decoded", "encoded", "read_bytes", "read_text"]

MOST_BYTES: Final = 5_000_000
"""A file of a hundred thousand names is smaller; every text is looked through for each form."""
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path) -> str:
    """The text of a house style file.

    Raises:
        InputError: it is missing, no file, empty, too large, or not in UTF-8; the encoding is never guessed, since
            the letters of names are all that the file is for.
    """
    text = decoded(read_bytes(path), path)
    if not text.strip():
        remedy = "Give each name a line below the heading preferred,avoid."
        raise EmptyInput("is empty.", where=str(path), remedy=remedy)
    return text


def read_bytes(path: Path) -> bytes:
    """The bytes of a house style file.

    Raises:
        InputError: it is missing, no file, or too large.
    """
    instead = "Keep the names that the desk writes, and leave the others out."
    return read_at_most(path, MOST_BYTES, kind="a house style file", itself="the house style file", instead=instead)


def decoded(data: bytes, path: Path) -> str:
    """The bytes as text; UTF-16 is taken where its mark says so, as spreadsheets write it.

    Raises:
        InputError: they are none.
    """
    where = str(path)
    try:
        text = data.decode("utf-16" if data.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError as problem:
        if b"\x00" in data[:4096]:
            raise _binary(where) from problem
        line = data.count(b"\n", 0, problem.start) + 1
        raise UnknownEncoding(
            f"is not UTF-8 text (byte {problem.start + 1}).",
            where=f"{where}, line {line}",
            remedy="Save it as UTF-8; in a spreadsheet the format is called CSV UTF-8.",
        ) from problem
    if "\x00" in text:
        raise _binary(where)
    return text


def encoded(text: str, data: bytes) -> bytes:
    """Text as the bytes that it is to stand behind: in their encoding, without a mark of its own."""
    if data.startswith(_WIDE):
        return text.encode("utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be")
    return text.encode("utf-8")


def _binary(where: str) -> NotText:
    return NotText("is binary data, not text.", where=where, remedy="Save the list as CSV UTF-8 or as TOML.")
