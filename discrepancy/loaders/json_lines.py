"""Tables of articles as JSON Lines, or as a JSON array of objects: one article an object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from discrepancy.errors import InputError, Malformed, NotText
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.loader import HEAD_BYTES, Loader
from discrepancy.loaders.intake.sniff import Content, binary_name, sniff
from discrepancy.loaders.tables.columns import articles_in, columns_of, no_text_column
from discrepancy.loaders.tables.json_rows import array_rows, first_objects, is_array, line_rows
from discrepancy.loaders.tables.lines import Sample, lines_of, pieces_of, sample_of
from discrepancy.loaders.tables.rows import read_rows

__all__ = ["LOADER"]

_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_MOST_BYTES = 2_000_000_000
_SAMPLE = 1_000_000
_UNKNOWN = "binary data"
# Formats of their own whose objects have a text too: a list of crawled pages (WACZ), JSON Feed, GeoJSON.
_OTHER = {"format": "json-pages", "version": "https://jsonfeed.org", "type": "Feature"}


def claims(path: PurePath, head: bytes) -> bool:
    """Whether its first objects have a member of prose, as articles have, whatever the file is called.

    One that is called JSON Lines may begin with lines that are none; one that holds what is no text is damaged.
    """
    called = path.suffix.lower() in _SUFFIXES
    if called and binary_name(head) == _UNKNOWN:
        return True
    if sniff(head) is not Content.JSON and not called:
        return False
    try:
        objects = first_objects(sample_of(head, path.name, HEAD_BYTES - 1).text)
    except InputError:
        return False
    if not objects or any(str(objects[0].get(key, "")).startswith(value) for key, value in _OTHER.items()):
        return False
    return articles_in(_names(objects), objects)


def load(given: Given) -> Iterator[Outcome]:
    """Read one article an object, the file as a stream."""
    with opened(given) as stream:
        sample = _sample(stream.read(_SAMPLE + 1), given.display)
        stream.seek(0)
        objects = first_objects(sample.text)
        if not objects:
            raise Malformed(
                "holds no JSON object.",
                where=given.display,
                remedy="Save the articles as JSON Lines.",
            )
        names = _names(objects)
        columns = columns_of(names, objects, given)
        if columns is None:
            yield no_text_column(names, given.display)
            return
        if is_array(sample.text):
            rows = array_rows(pieces_of(stream, sample), sample.encoding, given.display)
        else:
            rows = line_rows(lines_of(stream, sample, given.display), sample.encoding, given.display)
        yield from read_rows(rows, columns, given)


def _sample(data: bytes, display: str) -> Sample:
    try:
        return sample_of(data, display, _SAMPLE, by_line=True)
    except NotText:
        raise Malformed(
            "holds no line of text.", where=display, remedy="It is damaged or cut off: get it again."
        ) from None


def _names(objects: Sequence[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(key for each in objects for key in each))


LOADER = Loader(
    name="table of articles (JSON)", suffixes=_SUFFIXES, claims=claims, load=load, most_bytes=_MOST_BYTES, order=60
)
