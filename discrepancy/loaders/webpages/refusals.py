"""Pages that are no article: lists of articles, sign-in pages, a page's own source; told, and not read as soup."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from discrepancy.errors import EmptyInput
from discrepancy.loaders.webpages.blocks import MOSTLY_LINKS, PageBlock
from discrepancy.loaders.webpages.choosing import Chosen
from discrepancy.loaders.webpages.class_names import attribute
from discrepancy.loaders.webpages.head_meta import Metas

__all__ = ["ensure_article", "ensure_no_source_view", "no_article"]

_REMEDY = "Open the article itself in a browser, and save that page."
_FEW_WORDS = 80
"""Words under which a page that calls itself no article has none."""
_TEASERS = 5
_HEADS = frozenset({"h1", "h2", "h3", "h4", "h5"})


def ensure_no_source_view(root: etree._Element, where: str) -> None:
    """Refuse what a browser saved of its view of a page's source."""
    body = next(root.iter("body"), None)
    firefox = body is not None and attribute(body, "id") == "viewsource"
    chrome = next(root.iter("td"), None) is not None and any(
        "line-content" in attribute(cell, "class").split() for cell in root.iter("td")
    )
    if firefox or chrome:
        raise EmptyInput("is a browser's view of a page's source, no article.", where=where, remedy=_REMEDY)


def ensure_article(
    root: etree._Element, blocks: Sequence[PageBlock], chosen: Chosen, metas: Metas, where: str, *, says_so: bool
) -> None:
    """Refuse a list of articles, or a page to sign in on.

    Args:
        root: the page, without what no reader sees.
        blocks: its paragraphs.
        chosen: what would be its article.
        metas: its meta elements.
        where: the path to show.
        says_so: whether its JSON-LD says that it is an article.

    Raises:
        EmptyInput: it is none.
    """
    if says_so or any(value.lower().startswith("article") for value in metas.get("og:type", [])):
        return
    words = sum(len(blocks[number].text.split()) for number in chosen.text)
    asks = any(attribute(each, "type").lower() == "password" for each in root.iter("input"))
    if asks and words < _FEW_WORDS:
        raise EmptyInput("is a page to sign in on, no article.", where=where, remedy=_REMEDY)
    if _is_list(blocks, chosen):
        raise EmptyInput("is a list of articles, no article.", where=where, remedy=_REMEDY)


def no_article(where: str) -> EmptyInput:
    """The error for a page without any text of an article."""
    return EmptyInput("is a web page without an article's text.", where=where, remedy=_REMEDY)


def _is_list(blocks: Sequence[PageBlock], chosen: Chosen) -> bool:
    """Whether most of the running text stands right under headings that are links."""
    teased = 0
    for number in chosen.text:
        above = [blocks[each] for each in range(max(0, number - 2), number)]
        teased += any(block.name in _HEADS and block.linked >= MOSTLY_LINKS for block in above)
    return teased >= _TEASERS and teased >= len(chosen.text) / 2
