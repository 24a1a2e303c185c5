"""What can be wrong with a file as a whole, whatever its format: the errors, each worded in one place."""

from __future__ import annotations

from discrepancy.errors import EmptyInput, InputError, PathMissing, PathUnreadable, ReaderMissing, TooLarge

__all__ = ["empty_file", "not_opened", "over_limit", "reader_missing"]


def empty_file(where: str) -> EmptyInput:
    """The error for a file without a byte in it."""
    return EmptyInput("is an empty file.", where=where, remedy="Save the article's text in it, or remove it.")


def over_limit(size: int, limit: int, where: str) -> TooLarge:
    """The error for a file of more bytes than may be read of it."""
    return TooLarge(
        f"has {size:,} bytes, more than the limit of {limit:,}, and was not read.",
        where=where,
        remedy="Split it into one file an article, or raise the limit: --max-bytes (max_bytes in the settings).",
    )


def not_opened(problem: OSError | ValueError, where: str) -> InputError:
    """The error of ours for one of the system's."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return PathMissing("does not exist.", where=where, remedy="Check the spelling, or the folder you are in.")
    if isinstance(problem, PermissionError):
        return PathUnreadable(
            "may not be read: permission denied.", where=where, remedy="Give yourself read access to it."
        )
    reason = getattr(problem, "strerror", None) or str(problem)
    return PathUnreadable(f"can not be read: {reason}.", where=where, remedy="Copy it to a place that can be read.")


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
