"""Readers of formats that not every desk has: what is said where one is not installed."""

from __future__ import annotations

from discrepancy.errors import ReaderMissing

__all__ = ["reader_missing"]


def reader_missing(kind: str, extra: str, where: str) -> ReaderMissing:
    """The error for a file whose reader is an extra that is not installed; the caller raises it.

    Args:
        kind: what the file is, with its article: "a Word file".
        extra: name of the extra in ``pyproject.toml``: "docx".
        where: the path to show.
    """
    return ReaderMissing(
        f"is {kind}, and its reader is not installed.",
        where=where,
        remedy=f"Install it: pip install 'discrepancy[{extra}]'.",
    )
