"""A file that is nothing but text, read whole and decoded."""

from __future__ import annotations

from hashlib import sha256

from discrepancy.errors import EmptyInput, NotText
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.intake.sniff import binary_name
from discrepancy.text.encoding import decode

__all__ = ["LOOKED_AT", "read_text", "read_text_file"]

LOOKED_AT = 4096
"""Bytes that tell a binary file by themselves: a stray control further down is the decoder's to judge."""


def read_text(given: Given, kind: str) -> str:
    """The text of a file, every character of it.

    Args:
        given: the file.
        kind: what it should be, for the message: "text".

    Raises:
        NotText, UnknownEncoding: it is none.
        EmptyInput: nothing but white space is in it.
        InputError: as :meth:`Given.read`.
    """
    return _decoded(given.read(), given, kind)


def read_text_file(given: Given, kind: str) -> tuple[str, str]:
    """The text as :func:`read_text`, and the SHA-256 of the file; empty for a member of an archive.

    Raises:
        InputError: as :func:`read_text`.
    """
    data = given.read()
    return _decoded(data, given, kind), "" if given.depth else sha256(data).hexdigest()


def _decoded(data: bytes, given: Given, kind: str) -> str:
    name = binary_name(data[:LOOKED_AT])
    if name:
        raise NotText(
            f"is {name}, not {kind}.",
            where=given.display,
            remedy="Save the article's text as a UTF-8 .txt file and give that.",
        )
    text = decode(data, given.display).text
    if not text.strip():
        raise EmptyInput("holds nothing but white space.", where=given.display, remedy="Save the article's text in it.")
    return text
