"""Tables of articles as CSV or TSV: one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from discrepancy.errors import EmptyInput, InputError
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import HEAD_BYTES, Loader
from discrepancy.loaders.intake.sniff import Content, sniff
from discrepancy.loaders.tables.columns import articles_in, columns_of, is_spelling_list, no_articles, no_text_column
from discrepancy.loaders.tables.csv_rows import csv_rows
from discrepancy.loaders.tables.lines import lines_of, sample_of
from discrepancy.loaders.tables.look import Look, look_at
from discrepancy.loaders.tables.names import FIELDS, known_as, plain_name
from discrepancy.loaders.tables.rows import read_rows

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".psv"})
_OTHERS = frozenset({"", ".txt", ".text", ".dat"})
_MOST_BYTES = 2_000_000_000
_SAMPLE = 262_144
_EVEN = 0.8
_LONGEST_NAME = 40
"""Letters of a column's name; a first line of longer pieces is a sentence with commas in it."""


def claims(path: PurePath, head: bytes) -> bool:
    """Whether this is a table, other than a list of spellings; under another name, one that is surely of articles.

    A table of figures is claimed too, so that it is passed over with its columns named.
    """
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES | _OTHERS or sniff(head) is not Content.TEXT:
        return False
    try:
        sample = sample_of(head, path.name, HEAD_BYTES - 1)
    except InputError:
        return False
    if suffix in _OTHERS and not _named_columns(sample.text):
        return False
    look = look_at(sample.text, whole=sample.whole)
    if look is None or not look.rows or is_spelling_list(look.names):
        return False
    articles = articles_in(look.names, look.rows)
    return (articles or len(look.names) > 1) if suffix in _SUFFIXES else articles and _surely(look)


def load(given: Given) -> Iterator[Outcome]:
    """Read one article a row, the table as a stream."""
    with opened(given) as stream:
        sample = sample_of(stream.read(_SAMPLE + 1), given.display, _SAMPLE)
        stream.seek(0)
        look = look_at(sample.text, whole=sample.whole)
        if look is None:
            raise EmptyInput(
                "has no row that names its columns.", where=given.display, remedy="Put their names on top."
            )
        if look.rows and not given.settings.columns and not articles_in(look.names, look.rows):
            yield no_articles(look.names, given.display)
            return
        columns = columns_of(look.names, look.rows, given)
        if columns is None:
            yield no_text_column(look.names, given.display)
            return
        lines = lines_of(stream, sample, given.display)
        yield from read_rows(csv_rows(lines, look, sample.encoding, given.display), columns, given)


def _named_columns(text: str) -> bool:
    """Whether the first line may name the columns of a table of articles: a quick look for files of other names."""
    first = text.lstrip().split("\n", 1)[0].casefold()
    return any(name in first for name in ("text", "body", "content", "article")) and any(
        sign in first for sign in ",;\t|"
    )


def _surely(look: Look) -> bool:
    """Whether a text file that is not called a table is one all the same."""
    known = {known_as(name) for name in look.names} - {""}
    text = any(plain_name(name) in FIELDS["text"] for name in look.names)
    short = all(len(name) <= _LONGEST_NAME for name in look.names)
    return text and len(known) > 1 and short and look.even >= _EVEN


LOADER = Loader(
    name="table of articles (CSV)", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=_MOST_BYTES, order=60
)
