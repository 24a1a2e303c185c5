"""A file that a person named, read up to a bound: whatever is in its place costs no more than that."""

from __future__ import annotations

from pathlib import Path

from discrepancy.errors import InputError, PathMissing, PathUnreadable, TooLarge

__all__ = ["problem_with", "read_at_most"]

_MEGABYTE = 1_000_000


def read_at_most(path: Path, most: int, *, kind: str, itself: str, instead: str) -> bytes:
    """The bytes of a file.

    Args:
        path: the file.
        most: how many bytes it may have.
        kind: what it is, for a message: "a baseline".
        itself: what to give in place of a folder: "the JSON report".
        instead: what to do about one that is too large.

    Raises:
        PathMissing: it is not there.
        PathUnreadable: it is a folder, or may not be read.
        TooLarge: it has more bytes.
    """
    where = str(path)
    try:
        if path.is_dir():
            raise PathUnreadable("is a folder.", where=where, remedy=f"Give {itself} itself.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as problem:
        raise problem_with(problem, where) from problem
    if len(data) > most:
        size = f"{most // _MEGABYTE} MB"
        raise TooLarge(f"is larger than the {size} that {kind} may have.", where=where, remedy=instead)
    return data


def problem_with(problem: OSError | ValueError, where: str) -> InputError:
    """What the system says about a path, in words and with a remedy; a ``ValueError`` is what a NUL in it gives."""
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return PathMissing("There is no such file.", where=where, remedy="Check its name and folder.")
    why = getattr(problem, "strerror", None) or str(problem)
    return PathUnreadable(f"can not be read ({why}).", where=where, remedy="Check that you may read it.")
