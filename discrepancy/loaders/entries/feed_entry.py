"""One entry of RSS or Atom, as feedparser reads it, to an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from discrepancy.loaders.articles import Article, Part
from discrepancy.loaders.entries.assembly import SUMMARY_ONLY, assembled, length_of
from discrepancy.loaders.entries.endings import is_cut_off
from discrepancy.loaders.entries.feed_known import known_of
from discrepancy.loaders.entries.fragments import html_parts, parts_of
from discrepancy.loaders.entries.xml_feed import Feed
from discrepancy.loaders.layout.shape import bare, ends_sentence, tokens
from discrepancy.model import BlockRole

__all__ = ["article_of", "has_content", "why_no_article"]

_READABLE = ("text/", "application/xhtml", "application/xml")
_RECORDINGS = ("audio/", "video/")
_PARAGRAPHS = 3
"""Paragraphs from which a description is no synopsis: that is one, of a sentence or three."""
_WORDS = 150
"""Words from which it is none either, in a feed that gives a text no paragraphs."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts of an entry: what its feed calls its content, and what it calls its summary or description."""

    content: list[Part]
    summary: list[Part]


def article_of(feed: Feed, number: int, where: str, *, content_elsewhere: bool) -> Article:
    """The article in an entry.

    Args:
        feed: the feed.
        number: which entry, from 1.
        where: the path to show.
        content_elsewhere: whether some entry of the feed has content beside its description: then a description is
            a synopsis.

    Raises:
        Unsafe, TooLarge: its text is HTML beyond all limits.
    """
    entry = feed.entries[number - 1]
    texts = _texts(entry, where, f"entry {number}")
    known, place = known_of(feed, entry), f"entry {number}, title"
    media = feed.media[number - 1] if feed.media else []
    if length_of(texts.content) and length_of(texts.content) >= length_of(texts.summary):
        partial = is_cut_off(texts.content, whole=True)
        return assembled(
            known=known,
            place=place,
            summary=texts.summary,
            body=texts.content,
            captions=media,
            number=number,
            partial=SUMMARY_ONLY if partial else "",
        )
    pictures = [each for each in texts.content if each.role is BlockRole.CAPTION]
    partial = bool(texts.summary) and _is_synopsis(feed.kind, entry, texts.summary, content_elsewhere=content_elsewhere)
    return assembled(
        known=known,
        place=place,
        body=texts.summary,
        captions=[*pictures, *media],
        number=number,
        partial=SUMMARY_ONLY if partial else "",
    )


def has_content(entry: Mapping[str, Any]) -> bool:
    """Whether an entry has content beside its summary or description."""
    return any(str(each.get("value") or "").strip() for each in _contents(entry))


def why_no_article(entry: Mapping[str, Any], article: Article) -> str:
    """Why an entry is no article of text: it has none, or is a recording with notes; empty where it is one."""
    recorded = any(_is_recording(link) for link in _dicts(entry.get("links")))
    told = [each for each in article.parts if each.role in (BlockRole.BODY, BlockRole.SUBHEAD)]
    titles = {bare(each.text) for each in article.parts if each.role is BlockRole.HEADLINE}
    if recorded and (not told or article.partial or any(name.startswith("itunes_") for name in entry)):
        return "a recording, not an article"
    if not any(bare(each.text) not in titles for each in told):
        return "a title without text" if titles else "an entry without text"
    return ""


def _texts(entry: Mapping[str, Any], where: str, place: str) -> _Texts:
    content: list[Part] = []
    for each in _contents(entry):
        value = str(each.get("value") or "")
        read = parts_of if "html" not in str(each.get("type")) else html_parts
        found = read(value, where, place)
        # Several contents of an entry are the same text in several forms.
        content = max(content, found, key=length_of)
    return _Texts(content, parts_of(str(entry.get("summary") or ""), where, f"{place}, summary"))


def _contents(entry: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    return (each for each in _dicts(entry.get("content")) if str(each.get("type") or "text/").startswith(_READABLE))


def _is_synopsis(kind: str, entry: Mapping[str, Any], parts: list[Part], *, content_elsewhere: bool) -> bool:
    """Whether a summary or description is no more than that.

    Source: RFC 4287, 4.2.13 (a summary is an excerpt); RSS 2.0, "elements of <item>" (a description is a synopsis,
    or, where the item is complete in itself, the whole text, and then it needs no link).
    """
    if kind == "Atom" or content_elsewhere or is_cut_off(parts, whole=False):
        return True
    said = [each for each in parts if each.role is BlockRole.BODY]
    if not entry.get("link"):
        return False
    words = sum(len(tokens(each.text)) for each in said)
    return len(said) < _PARAGRAPHS and not (words >= _WORDS and ends_sentence(said[-1].text))


def _is_recording(link: Mapping[str, Any]) -> bool:
    return link.get("rel") == "enclosure" and str(link.get("type") or "").lower().startswith(_RECORDINGS)


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
