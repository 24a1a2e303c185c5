"""The head of a page: what stands before the article's first paragraph, and where that is."""

from __future__ import annotations

from discrepancy.loaders.layout.bylines import is_masthead, is_name_line
from discrepancy.loaders.layout.datelines import dateline, header_end
from discrepancy.loaders.layout.kinds import Kind
from discrepancy.loaders.layout.shape import bare, is_clipped, is_question, sentences_in, tokens
from discrepancy.loaders.layout.units import Unit
from discrepancy.lexicon import words
from discrepancy.model import BlockRole

__all__ = ["body_start", "head_roles", "title_unit"]

_MARKS = frozenset({Kind.STAMP, Kind.BYLINE, Kind.DATELINE})
_PLAIN_ROLES = {
    Kind.STAMP: BlockRole.DATELINE,
    Kind.AGO: BlockRole.DATELINE,
    Kind.DATELINE: BlockRole.DATELINE,
    Kind.BYLINE: BlockRole.CREDIT,
    Kind.CONTRIBUTORS: BlockRole.CREDIT,
    Kind.PICTURE_CREDIT: BlockRole.CREDIT,
    Kind.CAPTION: BlockRole.CAPTION,
    Kind.CORRECTION: BlockRole.CORRECTION,
    Kind.PARAGRAPH: BlockRole.SUMMARY,
}
_MOST_SUMMARIES = 2
_LONGEST_SUMMARY = 400
_SHORTEST_HEADLINE = 3
_REACH = 40


def body_start(units: list[Unit], kinds: list[Kind]) -> int:
    """The index of the unit that the article's text begins with; the number of units where it has none.

    Sentences between the headline and a byline or date are a summary, so the body begins after those.
    """
    paragraphs = [i for i, kind in enumerate(kinds) if kind is Kind.PARAGRAPH]
    title = title_unit(units, kinds, len(units) if not paragraphs else paragraphs[0] + 1)
    paragraphs = [i for i in paragraphs if i != title]
    if not paragraphs:
        return len(units)
    start = paragraphs[0]
    marks = [i for i in range(start, min(start + _REACH, len(units))) if kinds[i] in _MARKS]
    if title is None or title > start or not marks or _opens(units[start]):
        return start
    between = [i for i in paragraphs if i < marks[0]]
    after = [i for i in paragraphs if i > marks[0]]
    short = all(len(units[i].text) <= _LONGEST_SUMMARY and sentences_in(units[i].text) <= 2 for i in between)
    return after[0] if after and short and len(between) <= _MOST_SUMMARIES else start


def _opens(unit: Unit) -> bool:
    """Whether a paragraph opens with a dateline, as only the first one does."""
    return bool(header_end(unit.text)) or dateline(unit.text, opening=True) is not None


def title_unit(units: list[Unit], kinds: list[Kind], end: int) -> int | None:
    """The index of the headline among the first ``end`` units, or None.

    It is the first line that reads like a title; a line of one or two words is one only where nothing better comes,
    since a page's head also names its section ("World", "War in Europe").
    """
    likely = [i for i in range(end) if kinds[i] is Kind.TITLE or _asks(units[i], kinds[i])]
    best = [
        i for i in likely if len(tokens(units[i].text)) >= _SHORTEST_HEADLINE and not is_masthead(units[i].text)
    ]
    if best or likely:
        return (best or likely)[0]
    # "Watch: …", "Correction: …", "Photos: …": a first line that is labelled can still be the headline.
    labelled = end > 0 and kinds[0] in (Kind.FURNITURE, Kind.CLIPPED, Kind.CORRECTION) and len(tokens(units[0].text)) > 4
    return 0 if labelled and not units[0].text.endswith((".", "]")) else None


def _asks(unit: Unit, kind: Kind) -> bool:
    return kind is Kind.PARAGRAPH and is_question(unit.text)


def head_roles(units: list[Unit], kinds: list[Kind], start: int) -> list[BlockRole]:
    """The roles of the units before the article's first paragraph."""
    title = title_unit(units, kinds, start)
    roles = [_head_role(units, kinds, i, title) for i in range(start)]
    for i in range(1, start):
        # A page gives a caption twice, cut off the first time.
        if is_clipped(units[i - 1].text) and units[i].text[:20] == units[i - 1].text[:20]:
            roles[i - 1] = BlockRole.FURNITURE
    return roles


def _head_role(units: list[Unit], kinds: list[Kind], i: int, title: int | None) -> BlockRole:
    unit, kind = units[i], kinds[i]
    if i == title:
        return BlockRole.HEADLINE
    if kind in _PLAIN_ROLES:
        return _PLAIN_ROLES[kind]
    if kind is Kind.BULLET:
        return _list_entry(units, i, title, len(units))
    if kind is not Kind.TITLE:
        return BlockRole.FURNITURE
    return _second_title(unit, None if title is None else units[title], before=title is not None and i < title)


def _second_title(unit: Unit, title: Unit | None, *, before: bool) -> BlockRole:
    """The role of a title-like line beside the headline."""
    if is_masthead(unit.text):
        return BlockRole.CREDIT
    if before or title is None or bare(unit.text) == bare(title.text):
        return BlockRole.FURNITURE
    if is_name_line(unit.text):
        return BlockRole.CREDIT
    return BlockRole.SUMMARY if len(tokens(unit.text)) > _SHORTEST_HEADLINE else BlockRole.FURNITURE


def _list_entry(units: list[Unit], i: int, title: int | None, end: int) -> BlockRole:
    """An entry of a list above the article: a key point shares words with the headline and the first paragraphs."""
    if title is None or i < title:
        return BlockRole.FURNITURE
    article = _content(units[title].text)
    for unit in units[i + 1 : min(end, i + 14)]:
        article |= _content(unit.text[:600]) if len(unit.text) > 120 else set()
    return BlockRole.SUMMARY if len(_content(units[i].text) & article) >= 2 else BlockRole.FURNITURE


def _content(text: str) -> set[str]:
    """The words of a text that carry meaning, lower case."""
    small = words("english_function_words")
    return {word.casefold() for word in tokens(text) if len(word) > 2} - small
