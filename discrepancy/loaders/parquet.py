"""Tables of articles as Parquet: one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.refusals import reader_missing
from discrepancy.loaders.intake.sniff import binary_name
from discrepancy.loaders.tables.columns import articles_in, columns_of, no_articles, no_text_column
from discrepancy.loaders.tables.parquet_rows import first_rows, open_table, parquet_rows, text_columns
from discrepancy.loaders.tables.rows import read_rows

__all__ = ["LOADER"]

_MOST_BYTES = 2_000_000_000
_NAME = "a Parquet table"
_SUFFIXES = frozenset({".parquet"})


def claims(path: PurePath, head: bytes) -> bool:
    """Whether the file begins as Parquet does, or is called so: then it is damaged, and not something else.

    What its columns are stands at its end.
    """
    return binary_name(head) == _NAME or path.suffix.lower() in _SUFFIXES


def load(given: Given) -> Iterator[Outcome]:
    """Read one article a row; a table of something else is passed over."""
    try:
        import pyarrow.parquet  # noqa: F401 - whether it is installed
    except ImportError:
        raise reader_missing(_NAME, "parquet", given.display) from None
    with opened(given) as stream:
        table = open_table(stream, given.display)
        names = text_columns(table)
        rows = first_rows(table, given.display)
        if rows and not given.settings.columns and not articles_in(names, rows):
            yield no_articles(names, given.display)
            return
        columns = columns_of(names, rows, given)
        if columns is None:
            yield no_text_column(names, given.display)
            return
        yield from read_rows(parquet_rows(table, columns.names, given.display), columns, given)


LOADER = Loader(
    name="table of articles (Parquet)",
    suffixes=_SUFFIXES,
    claims=claims,
    load=load,
    most_bytes=_MOST_BYTES,
    order=60,
)
