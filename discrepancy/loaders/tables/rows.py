"""From the rows of a table to documents: one a row, and nothing of a row lost without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from discrepancy.errors import EmptyInput, InputError, Malformed, TooLarge
from discrepancy.loaders.articles import to_document
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.tables.article import article_of
from discrepancy.loaders.tables.columns import Columns, Row
from discrepancy.loaders.tables.names import shown_name
from discrepancy.loaders.tables.prose import is_empty
from discrepancy.model import Document, Skipped

__all__ = ["MOST_ROWS", "Numbered", "read_rows"]

MOST_ROWS = 1_000_000
_MOST_TOLD = 20
"""Rows of one kind of trouble that are told one by one; what comes after them is counted."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row with its number, the first below the heading being 1; or what is wrong with it."""

    number: int
    row: Row | InputError


class _Told:
    """How many rows had what trouble."""

    def __init__(self) -> None:
        self.bad = self.empty = self.read = self.last_bad = self.last_empty = 0

    def note(self, outcome: Outcome, number: int) -> bool:
        """Count a row, and say whether it is told by itself."""
        if isinstance(outcome, Document):
            self.read += 1
            return True
        if isinstance(outcome, Skipped):
            self.empty, self.last_empty = self.empty + 1, number
            return self.empty <= _MOST_TOLD
        self.bad, self.last_bad = self.bad + 1, number
        return self.bad <= _MOST_TOLD


def read_rows(rows: Iterable[Numbered], columns: Columns, given: Given) -> Iterator[Outcome]:
    """An article for each row with text; the others are told by number, up to a few of them, and then counted.

    Raises:
        EmptyInput: no row could be read, nor was anything wrong with one.
    """
    told = _Told()
    for each in rows:
        if each.number > MOST_ROWS:
            yield _too_many(given)
            return
        outcome = _outcome(each, columns, given)
        if told.note(outcome, each.number):
            yield outcome
    if told.empty > _MOST_TOLD:
        more = told.empty - _MOST_TOLD
        yield Skipped(
            f"{given.display}#{told.last_empty}", f"this row and {more - 1:,} more before it have no text either"
        )
    if told.bad > _MOST_TOLD:
        yield Malformed(
            f"has {told.bad - _MOST_TOLD:,} more rows that can not be read, the last of them row {told.last_bad:,}.",
            where=given.display,
            remedy="Mend the table where it is made, or leave those rows out.",
        )
    if not told.read and not told.bad:
        column = shown_name(columns.by_field["text"])
        raise EmptyInput(
            f"is a table with no text in its column {column!r}." if told.empty else "is a table without rows.",
            where=given.display,
            remedy="Put the articles in it, or name another column: --columns text=NAME.",
        )


def _too_many(given: Given) -> TooLarge:
    return TooLarge(
        f"holds more than {MOST_ROWS:,} rows; the others were not read.",
        where=given.display,
        remedy=f"Split it into tables of up to {MOST_ROWS:,} rows.",
    )


def _outcome(each: Numbered, columns: Columns, given: Given) -> Outcome:
    if isinstance(each.row, InputError):
        return each.row
    column = columns.by_field["text"]
    if is_empty(each.row.get(column)):
        why = f"row {each.number:,} has no text in its column {shown_name(column)!r}"
        return Skipped(f"{given.display}#{each.number}", why)
    try:
        return to_document(article_of(each.row, each.number, columns, given.display), given)
    except InputError as error:
        return error
