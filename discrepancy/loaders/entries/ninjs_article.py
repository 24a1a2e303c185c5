"""One ninjs item to an article, or why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.loaders.articles import Article, Field, Known, Part, part
from discrepancy.loaders.entries.assembly import SUMMARY_ONLY, assembled
from discrepancy.loaders.entries.endings import is_cut_off
from discrepancy.loaders.entries.ninjs_bodies import body_of, description_of
from discrepancy.loaders.entries.ninjs_known import bylines, known_of, notes, subheadline
from discrepancy.loaders.entries.ninjs_pictures import caption_of, captions_of, is_picture
from discrepancy.loaders.entries.values import Item, objects, text
from discrepancy.loaders.wires.notes import corrects
from discrepancy.model import BlockRole

__all__ = ["article_of"]

_PARTIAL = ("incomplete", "partial")
_NO_USE = ("canceled", "cancelled", "withheld")


def article_of(item: Item, number: int, where: str) -> Article | str:
    """The article in an item; in words why it is none, where it carries no text.

    Args:
        item: its names in lower case.
        number: which item of its file, from 1; 0 where the file is one item.
        where: the path to show.

    Raises:
        Unsafe, TooLarge: its text is HTML beyond all limits.
    """
    known = known_of(item)
    body = body_of(item, where)
    summary = description_of(item, where)
    if is_picture(item, still=bool(body)):
        captions = [*caption_of(item, where, "description")] or [replace(each, role=BlockRole.CAPTION) for each in body]
        made = assembled(known=known, place="headline", body=captions, number=number)
        return made if captions else "a picture or recording without a caption"
    if not body and not summary:
        return _why(item, known)
    return assembled(
        known=known,
        place="headline",
        head=_head(item),
        summary=[*_sub(item), *summary] if body else _sub(item),
        body=body or summary,
        captions=captions_of(item, where),
        number=number,
        partial=_partial(item, body),
    )


def _partial(item: Item, body: list[Part]) -> str:
    """The status of an item that has no whole text; empty of one that has."""
    if not body or is_cut_off(body, whole=True):
        return SUMMARY_ONLY
    told = text(item.get("representationtype")).lower()
    return f"{told} text" if told in _PARTIAL else ""


def _head(item: Item) -> Iterator[Part]:
    """What a reader of the wire sees between headline and text: notes that correct, and the byline."""
    for note in notes(item):
        if corrects(note):
            yield part(note, BlockRole.CORRECTION, "ednote")
    for line in bylines(item):
        yield part(line, BlockRole.CREDIT, "byline")


def _sub(item: Item) -> list[Part]:
    line = subheadline(item)
    return [part(line, BlockRole.BODY, "headlines")] if line else []


def _why(item: Item, known: Known) -> str:
    status, kind = known.first(Field.STATUS), text(item.get("type")).lower()
    if status.lower() in _NO_USE:
        return f"{status} by its sender, without a text"
    if kind in ("event", "planning"):
        return f"an item of the type {kind}, not an article"
    if objects(item.get("associations")):
        return "a package of items that are not in this file"
    if objects(item.get("renditions")):
        return "an item whose text stands in another file"
    return "an item without text"
