"""A saved web page, read: the bytes become an article in parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from discrepancy.errors import TooLarge
from discrepancy.loaders.articles import Article, Field, Part, part
from discrepancy.loaders.layout.bylines import is_byline
from discrepancy.loaders.layout.shape import ends_sentence
from discrepancy.loaders.markup.parser import local_name, parse_html
from discrepancy.loaders.webpages.arranged import Arranged, first_paragraph
from discrepancy.loaders.webpages.article_parts import parts_of
from discrepancy.loaders.webpages.blocks import PageBlock, page_blocks
from discrepancy.loaders.webpages.bylines_shown import authors_in, opens_with_byline
from discrepancy.loaders.webpages.choosing import Chosen, choose
from discrepancy.loaders.webpages.class_names import is_named
from discrepancy.loaders.webpages.decoding import page_text
from discrepancy.loaders.webpages.extraction import extracted, standing_in
from discrepancy.loaders.webpages.headline import headline_at, with_title_apart
from discrepancy.loaders.webpages.metadata import Told, add_from_page, read_metadata
from discrepancy.loaders.webpages.page_times import shown_times
from discrepancy.loaders.webpages.refusals import ensure_article, ensure_no_source_view, no_article
from discrepancy.loaders.webpages.slimming import slim
from discrepancy.loaders.webpages.visible import drop_unseen
from discrepancy.loaders.webpages.wholeness import partial_because
from discrepancy.loaders.webpages.zones import Zone
from discrepancy.model import BlockRole

__all__ = ["read_page"]

_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_BEGINS = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_TAIL = 20_000
_FEWEST_WORDS = 12
_MOST_BLOCKS = 20_000
_BELOW = 6
"""Paragraphs below the text among which a page asks its reader to pay."""
_REACH = 5
"""Paragraphs above the text that are its head, where the page shows no headline."""


def read_page(data: bytes, where: str, *, declared: str = "", address: str = "") -> Article:
    """Read a page.

    Args:
        data: all of it.
        where: the path to show.
        declared: the encoding that its carrier names; empty where it names none.
        address: where its carrier says that it stood on the web; empty where it does not.

    Raises:
        InputError: it can not be read, or has no article on it.
    """
    text = page_text(data, where, declared)
    small = slim(text)
    root = parse_html(small.text, where)
    ensure_no_source_view(root, where)
    told = read_metadata(root, small.json_ld, address or small.saved_from)
    drop_unseen(root)
    blocks = list(with_title_apart(page_blocks(root), told.titles))
    if len(blocks) > _MOST_BLOCKS:
        raise TooLarge(
            f"has {len(blocks):,} paragraphs, more than any article.",
            where=where,
            remedy="Save the article by itself, or copy its text into a .txt file.",
        )
    page = _arranged(root, blocks, told, where)
    parts = _parts(page, told)
    if not any(each.role in (BlockRole.BODY, BlockRole.CAPTION) for each in parts):
        raise no_article(where)
    paragraphs = [each.text for each in parts if each.role in (BlockRole.BODY, BlockRole.CAPTION)]
    unclosed = bool(_BEGINS.search(text[:_TAIL])) and not _END.search(text[-_TAIL:])
    cut_off = unclosed and len(blocks) <= page.last + 2 and not ends_sentence(blocks[-1].text)
    below = [block.text for block in blocks[page.last + 1 : page.last + 1 + _BELOW]]
    why = partial_because(root, told.node, paragraphs, below, cut_off=cut_off)
    told.known.add(Field.STATUS, f"a part of the article: {why}" if why else "", "the page")
    return Article(parts=tuple(parts), known=told.known, partial=bool(why))


def _arranged(root: etree._Element, blocks: Sequence[PageBlock], told: Told, where: str) -> Arranged:
    sure = standing_in(blocks, told.bodies)
    chosen = choose(blocks, extracted(root, blocks) | sure, sure)
    ensure_article(root, blocks, chosen, told.metas, where, says_so=told.says_article)
    first = min(chosen.text, default=len(blocks))
    headline = headline_at(blocks, told.titles, told.known.first(Field.SOURCE), chosen.zones, first)
    title = blocks[headline].text if headline is not None else next(iter(told.titles), "")
    first = first_paragraph(blocks, chosen, headline, told.decks)
    _add_bylines(told, blocks, chosen, range(headline if headline is not None else max(0, first - _REACH), first))
    page = Arranged(
        blocks=blocks,
        chosen=chosen,
        headline=headline,
        title=title,
        decks=told.decks,
        authors=tuple(told.known.all(Field.AUTHOR)),
        root=_root(blocks, chosen.text, headline),
        first=first,
    )
    _add_shown(page, told)
    return page


def _add_bylines(told: Told, blocks: Sequence[PageBlock], chosen: Chosen, head: range) -> None:
    """Note the authors whom the byline on the page names, where the metadata name none."""
    if told.known.first(Field.AUTHOR):
        return
    for number in head:
        text = blocks[number].text
        if chosen.zones.of(blocks[number].element) is Zone.BYLINE or is_byline(text) or opens_with_byline(text):
            for name in authors_in([text]):
                told.known.add(Field.AUTHOR, name, "the byline on the page")


def _add_shown(page: Arranged, told: Told) -> None:
    """Note the headline and times that the page shows."""
    start = page.headline if page.headline is not None else max(0, page.first - _REACH)
    head = [block.element for block in page.blocks[start : page.first] if not _in_post(block.element)]
    add_from_page(told, page.title if page.headline is not None else "", *shown_times(head))


def _in_post(element: etree._Element) -> bool:
    """Whether an element is part of one entry of a page that is added to, whose time is not the page's."""
    return any(is_named(each, "post") for each in (element, *element.iterancestors()))


def _parts(page: Arranged, told: Told) -> list[Part]:
    parts = parts_of(page)
    if any(each.role is BlockRole.BODY for each in parts):
        return parts
    # Pages that a script puts together hold their text in the metadata alone.
    lines = [line for body in told.bodies[:1] for line in body.splitlines()]
    if sum(len(line.split()) for line in lines) >= _FEWEST_WORDS:
        solid = [line for line in lines if line.strip()]
        return [*parts, *(part(line, BlockRole.BODY, f"paragraph {n}") for n, line in enumerate(solid, 1))]
    return parts


def _root(blocks: Sequence[PageBlock], text: frozenset[int], headline: int | None) -> etree._Element:
    """The innermost element that holds the headline and all of the article's text."""
    numbers = [*text, *([headline] if headline is not None else [])]
    if not numbers:
        return blocks[0].element.getroottree().getroot() if blocks else etree.Element("html")
    chains = [[blocks[n].element, *blocks[n].element.iterancestors()] for n in numbers]
    shared = set(chains[0]).intersection(*map(set, chains[1:]))
    holder = next(each for each in chains[0] if each in shared)
    return holder if local_name(holder) not in ("p", "h1", "h2", "li") else _outer(holder)


def _outer(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent
