"""Text in a cell: whether it is prose, and its paragraphs as parts of an article."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator

from discrepancy.errors import InputError
from discrepancy.loaders.articles import Part, part
from discrepancy.loaders.markup.paragraphs import paragraphs, text_of
from discrepancy.loaders.markup.parser import parse_html
from discrepancy.model import BlockRole

__all__ = ["is_empty", "looks_like_prose", "one_line", "parts_of", "words_in"]

_FEWEST_WORDS = 15
"""Words of a short item; a headline has ten."""
_ARTICLE_WORDS = 60
_WORD = re.compile(r"[^\W\d_]{2,}")
_BLOCK = "p|div|h[1-6]|article|section|html|body|ul|ol|table|figure|blockquote"
_TAG = re.compile(rf"<(?:{_BLOCK}|br|span|em|strong|b|i|a)\b[^<>]*>", re.IGNORECASE)
_BLOCK_END = re.compile(rf"</(?:{_BLOCK})>|<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_EMPTY = frozenset({"", "nan", "none", "null", "n/a", "na", "nat", "\\n", "-"})
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…:;»”\"'’)\]]\s*$")
_WRAPPED = 0.5
"""Share of lines that end in the middle of a sentence from which on line ends mean nothing."""
_SAMPLE = 20_000


def is_empty(value: object) -> bool:
    """Whether a cell holds nothing, or one of the words that tables have for nothing."""
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or (isinstance(value, str) and value.strip().casefold() in _EMPTY)


def words_in(value: object) -> int:
    """How many words of letters stand at the beginning of a cell."""
    return len(_WORD.findall(value[:_SAMPLE])) if isinstance(value, str) else 0


def looks_like_prose(value: object, *, long: bool = False) -> bool:
    """Whether a cell holds a sentence or more that runs on; with ``long`` as many words as an article has."""
    if not isinstance(value, str):
        return False
    count = words_in(value)
    return count >= (_ARTICLE_WORDS if long else _FEWEST_WORDS) and " " in value


def one_line(value: str) -> str:
    """A title or a name without markup."""
    if _TAG.search(value):
        try:
            value = text_of(parse_html(value, ""))
        except InputError:
            return value  # a title so odd is shown as it is
    return html.unescape(value) if _ENTITY.search(value) else value


def parts_of(text: str, place: str, where: str) -> Iterator[Part]:
    """The paragraphs of an article's text; of markup, where that is what it clearly is.

    Args:
        text: as it stands in its cell.
        place: of the row, for the first paragraph: "row 7".
        where: the path to show.

    Raises:
        InputError: it is markup beyond all limits.
    """
    if _TAG.search(text) and _BLOCK_END.search(text):
        found = list(paragraphs(parse_html(text, where)))
        yield from (part(each.text, each.role, "" if number else place) for number, each in enumerate(found))
        return
    if _ENTITY.search(text):
        text = html.unescape(text)
    for number, paragraph in enumerate(_paragraphs(text.replace("\r\n", "\n").replace("\r", "\n"))):
        yield part(paragraph, BlockRole.BODY, "" if number else place)


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs by empty lines and by lines, unless the lines are wrapped."""
    for paragraph in _PARAGRAPH.split(text.strip()):
        lines = [line for line in paragraph.split("\n") if line.strip()]
        open_ends = sum(not _SENTENCE_END.search(line) for line in lines[:-1])
        if len(lines) > 1 and open_ends / (len(lines) - 1) > _WRAPPED:
            yield " ".join(line.strip() for line in lines)
        else:
            yield from lines
