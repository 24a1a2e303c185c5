"""Which paragraphs of a page are running text of its article, as trafilatura and the page's own metadata have it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from discrepancy.loaders.layout.shape import is_paragraph
from discrepancy.loaders.webpages.blocks import MOSTLY_LINKS, PageBlock
from discrepancy.loaders.webpages.bylines_shown import opens_with_byline
from discrepancy.loaders.webpages.likeness import key

__all__ = ["extracted", "running", "standing_in"]

_SHORT = 25
"""Letters and figures under which a text may stand anywhere: such a line must be a line of the extracted text."""
_MOST_ELEMENTS = 50_000
_MOST_BLOCKS = 6000
"""Paragraphs of a page beyond which trafilatura would take minutes; no page with one article has so many."""


def extracted(root: etree._Element, blocks: Sequence[PageBlock]) -> set[int]:
    """The numbers of the blocks that trafilatura takes for the article's text.

    Args:
        root: the page, without what no reader sees.
        blocks: its paragraphs.
    """
    elements = sum(1 for _ in zip(root.iter(), range(_MOST_ELEMENTS + 1), strict=False))
    too_much = len(blocks) > _MOST_BLOCKS or elements > _MOST_ELEMENTS
    return set() if too_much else standing_in(blocks, [_by_trafilatura(root)])


def standing_in(blocks: Sequence[PageBlock], texts: Sequence[str]) -> set[int]:
    """The numbers of the blocks that stand in one of the texts."""
    whole = [key(text) for text in texts]
    lines = {key(line) for text in texts for line in text.splitlines()}
    looked_into = whole if len(blocks) <= _MOST_BLOCKS else []
    found = set()
    for number, block in enumerate(blocks):
        own = key(block.text)
        if own and (own in lines or (len(own) >= _SHORT and any(own in text for text in looked_into))):
            found.add(number)
    return found


def running(block: PageBlock) -> bool:
    """Whether a block by itself is running text: a sentence, and no link."""
    return block.linked < MOSTLY_LINKS and is_paragraph(block.text) and not opens_with_byline(block.text)


def _by_trafilatura(root: etree._Element) -> str:
    """The text that trafilatura takes for the article; empty where it finds none."""
    from trafilatura import bare_extraction

    # It logs each page that it finds nothing on, and what it finds is only one of the things that are looked at.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(deepcopy(root), include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # noqa: BLE001 - a library's slip on one odd page costs its opinion, not the check
        return ""
    return str(getattr(found, "text", "") or "")
