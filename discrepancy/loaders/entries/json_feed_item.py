"""One item of a JSON Feed to an article."""

from __future__ import annotations

from discrepancy.loaders.articles import Article, Field, Known, Part
from discrepancy.loaders.entries.assembly import SUMMARY_ONLY, assembled, length_of
from discrepancy.loaders.entries.endings import is_cut_off
from discrepancy.loaders.entries.fragments import html_parts, parts_of, text_parts
from discrepancy.loaders.entries.outlets import outlet_of
from discrepancy.loaders.entries.values import Item, objects, text, texts, whole_text
from discrepancy.loaders.wires.names import writers

__all__ = ["article_of", "has_recording", "known_of"]

# Source: JSON Feed 1.1, "items".


def article_of(feed: Item, item: Item, number: int, where: str) -> Article:
    """The article in an item; one whose summary is all its text is partial.

    Args:
        feed: the feed, its names in lower case, as the item's.
        item: the item.
        number: which item of the feed, from 1.
        where: the path to show.

    Raises:
        Unsafe, TooLarge: its text is HTML beyond all limits.
    """
    known, place = known_of(feed, item), f"item {number}"
    content = _content(item, where, place)
    summary = parts_of(whole_text(item.get("summary")), where, f"{place}, summary")
    if length_of(content):
        partial = SUMMARY_ONLY if is_cut_off(content, whole=True) else ""
        return assembled(
            known=known, place=f"{place}, title", summary=summary, body=content, number=number, partial=partial
        )
    return assembled(
        known=known, place=f"{place}, title", body=summary, captions=content, number=number, partial=SUMMARY_ONLY
    )


def has_recording(item: Item) -> bool:
    """Whether an item has a recording attached."""
    kinds = (text(attached.get("mime_type")).lower() for _, attached in objects(item.get("attachments")))
    return any(kind.startswith(("audio/", "video/")) for kind in kinds)


def known_of(feed: Item, item: Item) -> Known:
    """What an item says of itself, and what its feed says of all of them."""
    known = Known()
    known.add(Field.TITLE, text(item.get("title")), "JSON Feed title")
    link = text(item.get("url")) or text(feed.get("home_page_url"))
    known.add(Field.SOURCE, outlet_of(text(feed.get("title")), link), "title of the JSON Feed")
    for line in _authors(item) or _authors(feed):
        for name in writers(line):
            known.add(Field.AUTHOR, name, "JSON Feed authors")
    known.add(Field.PUBLISHED, text(item.get("date_published")), "JSON Feed date_published")
    if text(item.get("date_modified")) != text(item.get("date_published")):
        known.add(Field.UPDATED, text(item.get("date_modified")), "JSON Feed date_modified")
    known.add(Field.ADDRESS, text(item.get("url")), "JSON Feed url")
    known.add(Field.ADDRESS, text(item.get("external_url")), "JSON Feed external_url")
    known.add(Field.ID, text(item.get("id")), "JSON Feed id")
    for tag in texts(item.get("tags")):
        known.add(Field.SUBJECT, tag, "JSON Feed tags")
    known.add(Field.LANGUAGE, text(item.get("language")) or text(feed.get("language")), "JSON Feed language")
    return known


def _content(item: Item, where: str, place: str) -> list[Part]:
    marked = html_parts(whole_text(item.get("content_html")), where, place)
    return marked if length_of(marked) else [*text_parts(whole_text(item.get("content_text")), place), *marked]


def _authors(holder: Item) -> list[str]:
    """The names of version 1.1's list of authors, or of version 1.0's one author."""
    return texts(holder.get("authors")) or texts(holder.get("author"))
