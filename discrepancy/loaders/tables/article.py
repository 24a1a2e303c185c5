"""One row of a table as an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from discrepancy.errors import Malformed
from discrepancy.loaders.articles import Article, Field, Known, part
from discrepancy.loaders.tables.columns import Columns, Row
from discrepancy.loaders.tables.names import shown_name
from discrepancy.loaders.tables.prose import is_empty, one_line, parts_of
from discrepancy.model import BlockRole

__all__ = ["article_of"]

_FIELDS = {
    "title": Field.TITLE,
    "source": Field.SOURCE,
    "author": Field.AUTHOR,
    "published": Field.PUBLISHED,
    "updated": Field.UPDATED,
    "url": Field.ADDRESS,
    "id": Field.ID,
    "story": Field.STORY,
    "language": Field.LANGUAGE,
    "version": Field.VERSION,
}
_TIMES = frozenset({"published", "updated"})
_UNIX = re.compile(r"\d{10}(?:\.\d+)?|\d{13}")
"""Seconds or thousandths of them since 1970; ten digits since 2001."""
_ITEM = re.compile(r"'([^']+)'|\"([^\"]+)\"")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)


def article_of(row: Row, number: int, columns: Columns, display: str) -> Article:
    """Make an article of a row whose text column is not empty.

    Raises:
        InputError: what stands in the text column is no text, or markup beyond all limits.
    """
    where = f"{display}#{number}"
    text = row.get(columns.by_field["text"])
    if not isinstance(text, str):
        raise Malformed(
            f"has no text in its column {shown_name(columns.by_field['text'])!r}, but {type(text).__name__}.",
            where=where,
            remedy="Name the column that holds the text: --columns text=NAME.",
        )
    known = _known(row, columns)
    title = known.first(Field.TITLE)
    place = f"row {number}"
    parts = [*parts_of(text, place, where)]
    head = [part(title, BlockRole.HEADLINE, place)] if title else []
    return Article(parts=(*head, *parts) if parts else (), known=known, number=number)


def _known(row: Row, columns: Columns) -> Known:
    known = Known()
    for field, name in _FIELDS.items():
        column = columns.by_field.get(field)
        if column is None:
            continue
        for value in _values(row.get(column), field):
            known.add(name, value, f"column {shown_name(column)}")
    return known


def _values(value: object, field: str) -> Iterator[object]:
    """What a cell says of a field; an author's cell may name several."""
    if field == "author":
        yield from _authors(value)
    elif isinstance(value, Mapping):
        yield from _values(value.get("name") or value.get("title") or value.get("id"), field)
    elif not is_empty(value):
        if field in _TIMES:
            yield _moment(value)
        elif field == "version" and isinstance(value, float) and value.is_integer():
            yield int(value)
        else:
            yield one_line(value) if isinstance(value, str) else value


def _moment(value: object) -> object:
    """A time; seconds since 1970 are written out."""
    text = str(value).strip()
    if not isinstance(value, bool) and _UNIX.fullmatch(text):
        seconds = float(text) / (1000 if len(text) == 13 and text.isdecimal() else 1)
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    return value


def _authors(value: object) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for each in value:
            yield from _authors(each)
    elif isinstance(value, Mapping):
        yield from _authors(value.get("name"))
    elif isinstance(value, str) and not is_empty(value):
        listed = value.strip()
        if listed.startswith("[") and listed.endswith("]"):
            names = [first or second for first, second in _ITEM.findall(listed)]
        else:
            names = re.split(r"[;|]", listed)
        yield from (_BY.sub("", one_line(name), count=1).strip() for name in names)
