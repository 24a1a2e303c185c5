"""Times, days and choices as cells of a row, and back without a loss."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeVar

from discrepancy.errors import StoreBroken
from discrepancy.store.failures import BROKEN_REMEDY

__all__ = ["choice", "day_from_cell", "maybe_time", "maybe_time_cell", "time_cell", "time_from_cell"]

_Choice = TypeVar("_Choice", bound=StrEnum)


def choice(choices: type[_Choice], cell: str) -> _Choice:
    """The one of ``choices`` that is written in a cell.

    Raises:
        StoreBroken: it is none of them.
    """
    try:
        return choices(cell)
    except ValueError:
        what = f"There is {cell!r} in the place of one of {', '.join(choices)}."
        raise StoreBroken(what, remedy=BROKEN_REMEDY) from None


def time_cell(at: dt.datetime) -> str:
    """In UTC, to the microsecond, in 27 characters that sort by time."""
    return at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def maybe_time_cell(at: dt.datetime | None) -> str | None:
    """A time as :func:`time_cell` has it, or nothing."""
    return None if at is None else time_cell(at)


def time_from_cell(cell: str) -> dt.datetime:
    """The time that :func:`time_cell` wrote.

    Raises:
        StoreBroken: it is none.
    """
    try:
        return dt.datetime.fromisoformat(cell).astimezone(dt.UTC)
    except (TypeError, ValueError):
        raise StoreBroken(f"There is {cell!r} in the place of a time.", remedy=BROKEN_REMEDY) from None


def maybe_time(cell: str | None) -> dt.datetime | None:
    """The time that :func:`maybe_time_cell` wrote."""
    return None if cell is None else time_from_cell(cell)


def day_from_cell(cell: str | None) -> dt.date | None:
    """A day, or a time in its own zone, from ISO 8601 as ``isoformat`` writes it.

    Raises:
        StoreBroken: it is neither.
    """
    if cell is None:
        return None
    try:
        return dt.datetime.fromisoformat(cell) if "T" in cell else dt.date.fromisoformat(cell)
    except (TypeError, ValueError):
        raise StoreBroken(f"There is {cell!r} in the place of a day.", remedy=BROKEN_REMEDY) from None
