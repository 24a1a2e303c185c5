"""From an article in parts, with what is known of it, to a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from discrepancy.errors import EmptyInput, TooLarge
from discrepancy.loaders.articles.known import Field, Known
from discrepancy.loaders.articles.parts import Part, compose
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.layout.page import Page, read_units
from discrepancy.loaders.layout.shape import bare
from discrepancy.model import BlockRole, Document

__all__ = ["Article", "to_document", "with_page"]

_MOST_TEXT = 500_000
"""Characters of one article: none is half a million long."""
_MOST_PARAGRAPHS = 20_000
"""Paragraphs and lines of one article: its page is looked at as a whole, some of it more than once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of a file.

    Attributes:
        parts: its paragraphs in order, captions, notes and furniture among them.
        known: what the file says of it.
        partial: whether the file gives only a part of it.
        number: which one of the file's articles it is, from 1; 0 where the file is one article.
        name: what tells it from the file's others in its id ("row-3", "original"); its number where empty.
    """

    parts: tuple[Part, ...]
    known: Known = field(default_factory=Known)
    partial: bool = False
    number: int = 0
    name: str = ""


def to_document(article: Article, given: Given) -> Document:
    """Make a document of an article. What the file does not say is read from the page's head, as in plain text.

    Raises:
        EmptyInput: it has no text.
        TooLarge: its text is longer than any article.
    """
    where = given.place(article.number)
    composed = compose(_with_title(article))
    if not any(each.text.strip() for each in article.parts):
        raise EmptyInput(
            "holds no article text.", where=where, remedy="Save the article's text in it, or leave it out."
        )
    if len(composed.text) > _MOST_TEXT:
        raise TooLarge(
            f"holds {len(composed.text):,} characters of text, more than any article.",
            where=where,
            remedy="Split it into one file an article.",
        )
    if len(composed.units) > _MOST_PARAGRAPHS:
        raise TooLarge(
            f"has {len(composed.units):,} paragraphs, more than any article.",
            where=where,
            remedy="Split it into one file an article.",
        )
    page = read_units(composed.text, composed.units, composed.known)
    known = with_page(article.known, page)
    suffix = article.name or (str(article.number) if article.number else "")
    return Document(
        id=f"{given.stem}-{suffix}" if suffix else given.stem,
        path=where,
        source=known.first(Field.SOURCE),
        title=page.title or known.first(Field.TITLE),
        text=composed.text,
        blocks=page.blocks,
        published=known.moment(Field.PUBLISHED),
        updated=known.moment(Field.UPDATED),
        dateline=known.first(Field.PLACE),
        embargo=known.first(Field.EMBARGO),
        address=known.first(Field.ADDRESS),
        authors=tuple(known.all(Field.AUTHOR)),
        version=known.version(),
        story=known.first(Field.STORY),
        partial=article.partial,
        details=tuple(known.details),
        landmarks=composed.landmarks,
    )


def _with_title(article: Article) -> list[Part]:
    """The parts with the title on top where no part is the headline, and nowhere a second time above the article."""
    parts = [each for each in article.parts if each.text.strip()]
    title = next((each.text for each in parts if each.role is BlockRole.HEADLINE), "")
    if not title and any(each.role is BlockRole.BODY for each in parts):
        title = article.known.first(Field.TITLE)
        parts = [Part(title, BlockRole.HEADLINE), *parts] if title else parts
    found: list[Part] = []
    seen = body = False
    for each in parts:
        same = bare(each.text) == bare(title)
        if same and seen and not body and each.role is not BlockRole.FURNITURE:
            continue
        seen, body = seen or same, body or (each.role is BlockRole.BODY and not same)
        found.append(each)
    return found


def with_page(known: Known, page: Page) -> Known:
    """What is known, with what the page's own lines say behind it."""
    every = Known(list(known.details))
    every.add(Field.TITLE, page.title, "the headline")
    every.add(Field.SOURCE, page.source, "the text's own lines")
    every.add(Field.PUBLISHED, page.published, "the text's own lines")
    every.add(Field.UPDATED, page.updated, "the text's own lines")
    every.add(Field.PLACE, page.place, "the dateline")
    every.add(Field.EMBARGO, page.embargo, "a line of the head")
    every.add(Field.ADDRESS, page.address, "a line of the head")
    return every
