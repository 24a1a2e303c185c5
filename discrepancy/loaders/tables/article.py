"""One row of a table as an article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from discrepancy.errors import Malformed
from discrepancy.loaders.articles import Article, Field, Known, part
from discrepancy.loaders.layout.shape import bare
from discrepancy.loaders.tables.columns import Columns, Row
from discrepancy.loaders.tables.kinds import kind_of
from discrepancy.loaders.tables.names import shown_name
from discrepancy.loaders.tables.prose import is_empty, one_line, parts_of
from discrepancy.loaders.wires.names import writers
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
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_UTC = re.compile(r"(?:\b|_)(?:utc|gmt)\W*$", re.IGNORECASE)
_NO_ZONE = re.compile(r"\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?\s*")
_ENOUGH = 80
"""Characters of a first paragraph that stand in the text too, where the text repeats it."""


def article_of(row: Row, number: int, columns: Columns, display: str) -> Article:
    """Make an article of a row whose text column is not empty.

    Raises:
        InputError: what stands in the text column is no text, or markup beyond all limits.
    """
    where = f"{display}#{number}"
    text = row.get(columns.by_field["text"])
    if not isinstance(text, str):
        raise Malformed(
            f"has no text in its column {shown_name(columns.by_field['text'])!r}, but {kind_of(text)}.",
            where=where,
            remedy="Put the text there; if another column holds it, name that: --columns text=NAME.",
        )
    known = _known(row, columns)
    title = known.first(Field.TITLE)
    place = f"row {number}"
    parts = [*parts_of(text, place, where)]
    head = [part(title, BlockRole.HEADLINE, place)] if title else []
    head += [part(line, BlockRole.SUMMARY, place) for line in _cell(row, columns, "standfirst")]
    lead = [each for line in _cell(row, columns, "lead") for each in parts_of(line, place, where)]
    # The first paragraphs in a column of their own, as Factiva gives them; other tables have them in the text too.
    apart = bool(lead and parts) and bare(lead[0].text)[:_ENOUGH] not in bare(" ".join(each.text for each in parts))
    every = (*head, *(lead if apart else ()), *parts)
    return Article(parts=every if parts else (), known=known, number=number)


def _cell(row: Row, columns: Columns, field: str) -> list[str]:
    """The text in the column of a field; none where there is no such column, or nothing in it."""
    value = row.get(columns.by_field.get(field, ""))
    return [value] if isinstance(value, str) and not is_empty(value) else []


def _known(row: Row, columns: Columns) -> Known:
    known = Known()
    for field, name in _FIELDS.items():
        column = columns.by_field.get(field)
        if column is None:
            continue
        for value in _values(row.get(column), field):
            # Trafilatura's "source" is the page's address, and its "hostname" the site.
            told = Field.ADDRESS if field == "source" and _ADDRESS.match(str(value)[:10]) else name
            known.add(told, _in_zone(value, column) if field in _TIMES else value, f"column {shown_name(column)}")
    if not known.first(Field.SOURCE):
        known.add(Field.SOURCE, _host(known.first(Field.ADDRESS)), "the site of its address")
    return known


def _in_zone(value: object, column: str) -> object:
    """A time with the zone that its column's name gives: "Published (UTC)"."""
    return f"{value} UTC" if isinstance(value, str) and _UTC.search(column) and _NO_ZONE.fullmatch(value) else value


def _host(address: str) -> str:
    """The site of an address, without its "www."; empty where it is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


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
        yield from (name for each in names for name in writers(one_line(each)))
