"""Text that stands with a picture although nothing names it a caption: a small box that holds both."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.layout.bylines import is_name_line
from discrepancy.loaders.layout.captions import is_picture_credit
from discrepancy.loaders.layout.shape import ends_sentence, tokens
from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.webpages.blocks import HEADS, PageBlock
from discrepancy.loaders.webpages.picture_boxes import is_in_picture_box

__all__ = ["is_credit", "stands_with_picture"]

_SHORTEST = 3
_CREDIT_WORDS = 10


def stands_with_picture(block: PageBlock) -> bool:
    """Whether a block is in a box that holds a picture and little else."""
    if block.linked or len(block.text) < _SHORTEST or local_name(block.element) in ("p", "li", "h1", "h2", "h3"):
        return False
    return is_in_picture_box(block.element)


def is_credit(block: PageBlock) -> bool:
    """Whether the line of a caption only says who took the picture: it is the last piece, and no sentence."""
    if block.name in HEADS:
        return False
    if is_picture_credit(block.text) or is_name_line(block.text):
        return True
    later = any(_has_text(each) for each in block.element.itersiblings(preceding=True))
    parent = block.element.getparent()
    later = later or (parent is not None and bool((parent.text or "").strip()))
    return later and not ends_sentence(block.text) and len(tokens(block.text)) <= _CREDIT_WORDS and _names(block.text)


def _has_text(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _names(text: str) -> bool:
    """Whether a line has a name in it: a word with a capital beyond the first."""
    return any(word[0].isupper() for word in tokens(text)[1:])
