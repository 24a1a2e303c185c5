"""Files of many articles that can be entered in the middle: where they may be cut, and the articles of one piece.

JSON Lines are cut between lines, Parquet between groups of rows. Which column holds what is told from the file's own
beginning, whichever piece is read, and rows keep their numbers: where a file is cut changes nothing of what is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import Any, BinaryIO

from discrepancy.errors import InputError
from discrepancy.loaders.articles import to_document
from discrepancy.loaders.intake.files import opener_of
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.refusals import reader_missing
from discrepancy.loaders.tables.article import article_of
from discrepancy.loaders.tables.columns import Columns, articles_in, columns_of, no_articles, no_text_column
from discrepancy.loaders.tables.json_rows import first_objects, is_array, line_rows
from discrepancy.loaders.tables.lines import Sample, sample_of
from discrepancy.loaders.tables.names import shown_name
from discrepancy.loaders.tables.parquet_rows import first_rows, open_table, parquet_rows, text_columns
from discrepancy.loaders.tables.prose import is_empty
from discrepancy.loaders.tables.rows import Numbered
from discrepancy.model import Skipped
from discrepancy.scale.job import Cut, File
from discrepancy.settings import Settings

__all__ = ["groups_of", "line_cuts", "rows_of"]

_BLOCK = 1 << 20
_SAMPLE = 1_000_000
_LONGEST = 8_000_000
"""Bytes of one line that are read: the two million characters that an object may have, of four bytes each."""


def line_cuts(path: Path, rows: int) -> list[Cut]:
    """Cuts of ``rows`` lines each; none where the file is no JSON Lines that can be read from the middle."""
    with path.open("rb") as stream:
        sample = _sample(stream, str(path))
        if is_array(sample.text) or sample.encoding.startswith(("utf-16", "utf-32")):
            return []
        stream.seek(0)
        return list(_line_cuts(stream, rows))


def _line_cuts(stream: BinaryIO, rows: int) -> Iterator[Cut]:
    start = at = first = lines = 0
    while block := stream.read(_BLOCK):
        here = 0
        while block.count(b"\n", here) >= first + rows - lines:
            for _ in range(first + rows - lines):
                here = block.index(b"\n", here) + 1
            lines = first + rows
            yield Cut(kind="lines", start=start, end=at + here, first=first)
            start, first = at + here, lines
        lines += block.count(b"\n", here)
        at += len(block)
    if at > start:
        yield Cut(kind="lines", start=start, end=at, first=first)


def groups_of(path: Path, rows: int) -> list[Cut]:
    """Cuts between groups of rows, of about ``rows`` rows each where the groups are that small.

    Raises:
        InputError: it is no Parquet table that can be read, or nothing that reads one is installed.
    """
    _ensure_parquet(str(path))
    cuts: list[Cut] = []
    with path.open("rb") as stream:
        told = open_table(stream, str(path)).metadata
        start = first = held = 0
        for group in range(told.num_row_groups):
            held += told.row_group(group).num_rows
            if held >= rows or group + 1 == told.num_row_groups:
                cuts.append(Cut(kind="groups", start=start, end=group + 1, first=first))
                start, first, held = group + 1, first + held, 0
    return cuts


def rows_of(file: File, cut: Cut, settings: Settings) -> Iterator[Outcome]:
    """The articles of one piece.

    Raises:
        InputError: the file can not be read at all.
    """
    given = Given(
        name=Path(file.path).name,
        display=file.display,
        size=file.size,
        limit=file.size,
        opener=opener_of(Path(file.path)),
        settings=settings,
    )
    try:
        with given.opener() as stream:
            yield from (_lines if cut.kind == "lines" else _groups)(stream, cut, given)
    except OSError as problem:
        raise InputError(
            f"can not be read ({problem.strerror or problem}).",
            where=file.display,
            remedy="Check that you may read it.",
        ) from problem


def _lines(stream: BinaryIO, cut: Cut, given: Given) -> Iterator[Outcome]:
    sample = _sample(stream, given.display)
    objects = first_objects(sample.text)
    names = list(dict.fromkeys(key for each in objects for key in each))
    columns = columns_of(names, objects, given)
    if columns is None:
        yield no_text_column(names, given.display)
        return
    stream.seek(cut.start)
    before = repeat("", cut.first)  # empty lines are passed over, and counted
    lines = chain(before, _decoded(stream, cut, sample.encoding))
    yield from _read(line_rows(lines, sample.encoding, given.display), columns, given)


def _decoded(stream: BinaryIO, cut: Cut, encoding: str) -> Iterator[str]:
    """The lines of a cut. Of one that is longer than any article only so much that it is refused as that."""
    at = cut.start
    while at < cut.end:
        line = stream.readline(_LONGEST)
        if not line:
            return
        at += len(line)
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(_BLOCK)):
            at += len(rest)
        yield line.decode(encoding, "surrogateescape").removeprefix("\ufeff")


def _groups(stream: BinaryIO, cut: Cut, given: Given) -> Iterator[Outcome]:
    _ensure_parquet(given.display)
    table = open_table(stream, given.display)
    names, rows = text_columns(table), first_rows(table, given.display)
    if rows and not given.settings.columns and not articles_in(names, rows):
        yield no_articles(names, given.display)
        return
    columns = columns_of(names, rows, given)
    if columns is None:
        yield no_text_column(names, given.display)
        return
    found = parquet_rows(_Groups(table, cut), columns.names, given.display)
    yield from _read((replace(each, number=each.number + cut.first) for each in found), columns, given)


class _Groups:
    """A Parquet table of which only some groups of rows are there."""

    def __init__(self, table: Any, cut: Cut) -> None:  # noqa: ANN401 - pyarrow ships no types
        self._table = table
        self._groups = list(range(cut.start, cut.end))
        self.metadata = table.metadata

    def iter_batches(self, **told: Any) -> Iterator[Any]:  # noqa: ANN401 - pyarrow ships no types
        """The rows of those groups, as the table gives them."""
        yield from self._table.iter_batches(row_groups=self._groups, **told)


def _read(rows: Iterable[Numbered], columns: Columns, given: Given) -> Iterator[Outcome]:
    column = columns.by_field["text"]
    for each in rows:
        if isinstance(each.row, InputError):
            yield each.row
        elif is_empty(each.row.get(column)):
            why = f"row {each.number:,} has no text in its column {shown_name(column)!r}"
            yield Skipped(f"{given.display}#{each.number}", why)
        else:
            try:
                yield to_document(article_of(each.row, each.number, columns, given.display), given)
            except InputError as error:
                yield error


def _sample(stream: BinaryIO, display: str) -> Sample:
    return sample_of(stream.read(_SAMPLE + 1), display, _SAMPLE, by_line=True)


def _ensure_parquet(where: str) -> None:
    try:
        import pyarrow.parquet  # noqa: F401 - whether it is installed
    except ImportError:
        raise reader_missing("a Parquet table", "parquet", where) from None
