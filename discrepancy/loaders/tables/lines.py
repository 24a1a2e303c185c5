"""A table that is text as a stream of lines: its encoding told from a sample, no line endless."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from discrepancy.errors import InputError, NotText, TooLarge, UnknownEncoding
from discrepancy.text.encoding import decode

__all__ = ["CONTROL", "Sample", "lines_of", "mended", "pieces_of", "sample_of"]

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1d\x1f\x7f]")
"""Characters that no line of text has; JSON Text Sequences part their objects by the one that is left out."""
_SAMPLE = 262_144
_LONGEST = 2_000_000
"""Characters of a line: it may hold a whole article with its markup."""
_PIECE = 65_536
_HALF = re.compile(rb"[\x80-\xff]+\Z")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_WIDE = re.compile(r"utf-(?:16|32)")
_CONTROL_BYTES = re.compile(CONTROL.pattern.encode())


@dataclass(frozen=True, slots=True)
class Sample:
    """The beginning of a table: its text, whether that is all of it, and the encoding."""

    text: str
    whole: bool
    encoding: str


def sample_of(data: bytes, where: str, size: int = _SAMPLE, *, by_line: bool = False) -> Sample:
    """The text at a table's beginning, which may end in the middle of a line.

    Args:
        data: its first bytes, more than ``size`` where it has more.
        where: the path to show.
        size: how many of them to look at.
        by_line: whether each line stands for itself, so that one that is no text says nothing of the others: the
            sample is of the lines that are. A machine that stops while it writes leaves one of zeros.

    Raises:
        NotText: they are no text.
    """
    whole, data = len(data) <= size, data[:size]
    # A letter of several bytes, or half of a wide one, may be cut at the end.
    head = data if whole else _HALF.sub(b"", data)[: size - size % 4]
    try:
        found = decode(head, where)
        text, encoding = found.text, found.encoding
    except NotText:
        kept = b"".join(line for line in head.splitlines(keepends=True) if not _CONTROL_BYTES.search(line))
        if not by_line or not kept.strip() or len(kept) == len(head):
            raise
        return replace(sample_of(kept, where, len(kept)), whole=whole)
    except UnknownEncoding:  # of several encodings: each row is read for itself
        text, encoding = head.decode("utf-8", "replace"), "utf-8"
    return Sample(text.removeprefix("\ufeff"), whole, encoding)


def lines_of(stream: BinaryIO, sample: Sample, display: str) -> Iterator[str]:
    """The lines of a table with their ends, from the stream's first byte on.

    Bytes that are wrong in the sample's encoding are kept as escapes, for :func:`mended` to read.

    Raises:
        TooLarge: a line is longer than any row of articles.
    """
    for number, line in enumerate(_read(stream, sample, lambda text: text.readline(_LONGEST)), 1):
        if len(line) >= _LONGEST:
            raise TooLarge(
                f"has a line of more than {_LONGEST:,} characters; what comes after it was not read.",
                where=f"{display}, line {number}",
                remedy="Save the table with one article a row, as CSV UTF-8 or JSON Lines.",
            )
        yield line


def pieces_of(stream: BinaryIO, sample: Sample) -> Iterator[str]:
    """As :func:`lines_of`, for a text whose line ends mean nothing: pieces of any length."""
    return _read(stream, sample, lambda text: text.read(_PIECE))


def _read(stream: BinaryIO, sample: Sample, more: Callable[[io.TextIOWrapper], str]) -> Iterator[str]:
    errors = "replace" if _WIDE.match(sample.encoding) else "surrogateescape"
    text = io.TextIOWrapper(stream, encoding=sample.encoding, errors=errors, newline="")
    first = True
    try:
        while found := more(text):
            found, first = found.removeprefix("\ufeff") if first else found, False
            if found:
                yield found
    finally:
        if not stream.closed:  # as it is where nobody wants the rest
            text.detach()


def mended(text: str, encoding: str, where: str) -> str:
    """A cell in which some bytes are wrong in the table's encoding, read by itself.

    Raises:
        UnknownEncoding: it makes no sense in any.
    """
    if text.isascii() or not _ESCAPED.search(text):
        return text
    try:
        return decode(text.encode(encoding, "surrogateescape"), where).text
    except (InputError, UnicodeError):
        raise UnknownEncoding(
            f"holds bytes that are not {encoding.upper()}, nor text in another encoding.",
            where=where,
            remedy="Save the table as UTF-8; in a spreadsheet the format is called CSV UTF-8.",
        ) from None
