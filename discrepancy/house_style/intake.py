"""The bytes of a file that a person gave: at most so many, and text in UTF-8."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from discrepancy.errors import EmptyInput, InputError, NotText, PathMissing, PathUnreadable, TooLarge, UnknownEncoding

__all__ = ["MOST_BYTES", "decoded", "encoded", "problem_with", "read_bytes", "read_text"]

MOST_BYTES: Final = 5_000_000
"""A file of a hundred thousand names is smaller; every text is looked through for each form."""
_MEGABYTE: Final = 1_000_000
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
    where = str(path)
    try:
        if path.is_dir():
            raise PathUnreadable("is a folder.", where=where, remedy="Give the house style file itself.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise problem_with(problem, where) from problem
    if len(data) > MOST_BYTES:
        raise TooLarge(
            f"is larger than the {MOST_BYTES // _MEGABYTE} MB that a house style file may have.",
            where=where,
            remedy="Keep the names that the desk writes, and leave the others out.",
        )
    return data


def problem_with(problem: OSError | ValueError, where: str) -> InputError:
    """What the system says about a path, in words and with a remedy."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return PathMissing("There is no such file.", where=where, remedy="Check its name and folder.")
    why = getattr(problem, "strerror", None) or str(problem)
    return PathUnreadable(f"can not be read ({why}).", where=where, remedy="Check that you may read it.")


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
