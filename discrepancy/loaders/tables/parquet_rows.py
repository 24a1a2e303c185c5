"""The rows of a Parquet table, a few at a time, of the columns that are needed alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from discrepancy.errors import Malformed, TooLarge, Unsafe
from discrepancy.loaders.tables.rows import MOST_ROWS, Numbered

__all__ = ["BAD", "first_rows", "open_table", "parquet_rows", "text_columns"]

BAD = (OSError, ValueError, KeyError, TypeError, OverflowError, MemoryError, IndexError, NotImplementedError)
"""What pyarrow raises for what it can not read: its own errors are kinds of these."""
_BATCH = 16
_MOST_IN_GROUP = 512_000_000
"""Bytes of one column in one group of rows, unpacked: a hundred thousand articles."""
_MOST_HEADER = 16_000_000
_MOST_COLUMNS = 2_000


def open_table(stream: BinaryIO, where: str) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """The table in a file.

    Raises:
        Malformed: it is none, or is cut off: what a table holds is told at its end.
        Unsafe: it says that it holds more than any table of articles.
    """
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(stream, thrift_string_size_limit=_MOST_HEADER, thrift_container_size_limit=_MOST_HEADER)
        names = table.schema_arrow.names
    except (ArrowException, *BAD) as problem:
        raise malformed(problem, where) from None
    if len(names) > _MOST_COLUMNS or table.metadata.num_rows > MOST_ROWS:
        raise TooLarge(
            f"holds {table.metadata.num_rows:,} rows of {len(names):,} columns, more than are read.",
            where=where,
            remedy=f"Split it into tables of up to {MOST_ROWS:,} rows.",
        )
    return table


def text_columns(table: Any) -> list[str]:  # noqa: ANN401 - pyarrow ships no types
    """The names of its columns, each once."""
    return list(dict.fromkeys(table.schema_arrow.names))


def first_rows(table: Any, where: str) -> list[dict[str, Any]]:  # noqa: ANN401 - pyarrow ships no types
    """A few rows with all columns, to tell the columns by what stands in them."""
    names = [name for name in text_columns(table) if _may_hold_text(table, name)]
    return next(_batches(table, names, where), [])


def parquet_rows(table: Any, names: Sequence[str], display: str) -> Iterator[Numbered]:  # noqa: ANN401 - as above, no types
    """The rows from 1 on; a damaged place ends them with the error that says so."""
    from pyarrow import ArrowException

    number = 0
    try:
        for batch in _batches(table, names, display):
            for row in batch:
                number += 1
                yield Numbered(number, {name: _plain(value) for name, value in row.items()})
    except (Malformed, Unsafe) as error:
        yield Numbered(number + 1, error)
    except (ArrowException, *BAD) as problem:
        yield Numbered(number + 1, malformed(problem, f"{display}, after row {number}"))


def malformed(problem: BaseException, where: str) -> Malformed:
    """The error of ours for one of pyarrow's."""
    why = " ".join(str(problem).split()).rstrip(".")[:200] or type(problem).__name__
    return Malformed(
        f"is no Parquet table that can be read ({why}).",
        where=where,
        remedy="It is damaged or cut off: get it again, or save the table as CSV UTF-8.",
    )


def _batches(table: Any, names: Sequence[str], where: str) -> Iterator[list[dict[str, Any]]]:  # noqa: ANN401 - no types
    import pyarrow as pa

    _ensure_small(table, names, where)
    try:
        for batch in table.iter_batches(batch_size=_BATCH, columns=list(names), use_threads=False):
            columns = {name: _coarse(batch.column(name), pa) for name in batch.schema.names}
            lists = {name: column.to_pylist() for name, column in columns.items()}
            yield [{name: values[at] for name, values in lists.items()} for at in range(batch.num_rows)]
    except (pa.ArrowException, *BAD) as problem:
        raise malformed(problem, where) from None


def _ensure_small(table: Any, names: Sequence[str], where: str) -> None:  # noqa: ANN401 - pyarrow ships no types
    """Refuse groups of rows that would unpack to more than memory should hold."""
    for group in range(table.metadata.num_row_groups):
        told = table.metadata.row_group(group)
        for place in range(told.num_columns):
            column = told.column(place)
            if column.path_in_schema.split(".")[0] in names and column.total_uncompressed_size > _MOST_IN_GROUP:
                raise Unsafe(
                    f"would unpack to {column.total_uncompressed_size:,} bytes in one group of rows.",
                    where=where,
                    remedy="Save the table with smaller groups of rows, or as CSV UTF-8.",
                )


def _may_hold_text(table: Any, name: str) -> bool:  # noqa: ANN401 - pyarrow ships no types
    return any(kind in str(table.schema_arrow.field(name).type) for kind in ("string", "binary"))


def _coarse(column: Any, pa: Any) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """Times to the millionth of a second: Python knows none smaller."""
    kind = column.type
    return column.cast(pa.timestamp("us", kind.tz), safe=False) if pa.types.is_timestamp(kind) else column


def _plain(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
