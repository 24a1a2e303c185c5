"""Roles that only the look of a page tells: headline and subheads by size and weight, captions under pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy.loaders.layout.bylines import is_masthead
from discrepancy.loaders.layout.shape import bare, ends_sentence, is_paragraph, tokens
from discrepancy.loaders.pdfs.lines import Line
from discrepancy.loaders.pdfs.paragraphs import Paragraph
from discrepancy.loaders.pdfs.sheets import Box
from discrepancy.model import BlockRole

__all__ = ["looks_of"]

_HEADLINE = 1.25
"""How much larger than the body a headline is at least."""
_SUBHEAD = 1.08
_SMALL = 0.95
"""How large the type of a caption is at most, the body's being 1."""
_UNDER = 2.5
"""Ems under a picture in which its caption begins."""
_MOST_WORDS = 14
"""Words of a subhead."""
_LONGEST_HEADLINE = 40
_FEWEST_WORDS = 3
"""Words of a headline at least, where there is one of so many: larger ones may be the paper's own name."""
_PULLED = 6
"""Words from which on a large line that the text has a second time is a quotation pulled out of it."""


def looks_of(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], size: float, images: Mapping[int, Sequence[Box]], title: str
) -> list[BlockRole | None]:
    """The role of every paragraph, as far as its look tells it.

    Args:
        paragraphs: in reading order, running heads left out.
        texts: what stands in each.
        size: of the body's letters, in points.
        images: the pictures of each page, by its number.
        title: what the file says that it is called; empty where it does not.
    """
    running = [_is_running(each, text, size) for each, text in zip(paragraphs, texts, strict=True)]
    start = running.index(True) if True in running else len(running)
    headline = _headline(paragraphs[:start], texts, size, title)
    end = len(running) - running[::-1].index(True) if start < len(running) else start
    prose = " ".join(_words(text) for text, runs in zip(texts, running, strict=True) if runs)
    found: list[BlockRole | None] = []
    for i, (each, text) in enumerate(zip(paragraphs, texts, strict=True)):
        pulled = not running[i] and len(tokens(text)) >= _PULLED and _words(text) in prose
        if i == headline:
            found.append(BlockRole.HEADLINE)
        elif _is_caption(each, size, images.get(each.first.page, ())):
            found.append(BlockRole.CAPTION)
        elif i > start and pulled and each.size > _SUBHEAD * size:
            found.append(BlockRole.FURNITURE)
        elif i > start and any(running[i + 1 :]) and _is_subhead(each, text, size):
            found.append(BlockRole.SUBHEAD)
        elif start < i < end and _is_set_as_body(each, size):
            found.append(BlockRole.BODY)
        else:
            found.append(None)
    return found


def _is_running(each: Paragraph, text: str, size: float) -> bool:
    """Whether a paragraph is the body's, by its size and its sentences."""
    alike = abs(each.size - size) < (_SUBHEAD - 1) * size
    return alike and is_paragraph(text) and len(tokens(text)) > _FEWEST_WORDS


def _is_set_as_body(each: Paragraph, size: float) -> bool:
    """Whether a paragraph among the body's is set as they are, and so is one: an entry of a list, a short sentence."""
    return abs(each.size - size) < (_SUBHEAD - 1) * size and not each.bold


def _words(text: str) -> str:
    return " ".join(tokens(text.casefold()))


def _headline(above: Sequence[Paragraph], texts: Sequence[str], size: float, title: str) -> int | None:
    """The number of the headline among what stands above the body, on the page where it begins."""
    called = next((i for i in range(len(above)) if title and bare(texts[i]) == bare(title)), None)
    if called is not None:
        return called
    large = [
        i
        for i, each in enumerate(above)
        if each.size >= _HEADLINE * size and 1 < len(tokens(texts[i])) <= _LONGEST_HEADLINE
    ]
    long = [i for i in large if len(tokens(texts[i])) >= _FEWEST_WORDS and not is_masthead(texts[i])] or large
    return max(long, key=lambda i: (above[i].size, -i)) if long else None


def _is_subhead(each: Paragraph, text: str, size: float) -> bool:
    if len(tokens(text)) > _MOST_WORDS or (ends_sentence(text) and not text.endswith("?")):
        return False
    return each.size > _SUBHEAD * size or (each.bold and each.size > _SMALL * size and text[:1].isupper())


def _is_caption(each: Paragraph, size: float, images: Sequence[Box]) -> bool:
    """Whether small type stands right under a picture, within its width."""
    return each.size <= _SMALL * size and any(_under(each.first, image) for image in images)


def _under(line: Line, image: Box) -> bool:
    below = -line.size < image.bottom - line.top < _UNDER * line.size
    return below and min(line.right, image.right) - max(line.left, image.left) > (line.right - line.left) / 2
