"""The head of a page: what stands before the article's first paragraph, and where that is."""

from __future__ import annotations

from discrepancy.loaders.layout.bylines import is_masthead, is_name_line
from discrepancy.loaders.layout.datelines import dateline
from discrepancy.loaders.layout.kinds import SAID_ROLES, Kind
from discrepancy.loaders.layout.shape import (
    bare,
    content_words,
    ends_in_initials,
    is_clipped,
    is_question,
    sentences_in,
    tokens,
)
from discrepancy.loaders.layout.units import Unit
from discrepancy.model import BlockRole

__all__ = ["body_start", "head_roles", "title_unit"]

_MARKS = frozenset({Kind.STAMP, Kind.DESK, Kind.BYLINE, Kind.DATELINE})
_PLAIN_ROLES = {**SAID_ROLES, Kind.AGO: BlockRole.DATELINE, Kind.PARAGRAPH: BlockRole.SUMMARY}
_MOST_SUMMARIES = 2
_LONGEST_SUMMARY = 400
_SHORTEST_HEADLINE = 3
_LONGEST_HEADLINE = 120
_REACH = 40
_LONGEST_HEAD = 200
_SHARED = 2
_ENOUGH = 0.4


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
    if not marks or _opens(units[start]):
        return start
    between = [i for i in paragraphs if i < marks[0]]
    after = [i for i in paragraphs if i > marks[0]]
    # Without a headline above, what stands before one that a byline or date follows is a notice of the page.
    headed = title is not None or (marks[0] > start and kinds[marks[0] - 1] is Kind.TITLE)
    short = all(len(units[i].text) <= _LONGEST_SUMMARY and sentences_in(units[i].text) <= 2 for i in between)
    return after[0] if headed and after and short and len(between) <= _MOST_SUMMARIES else start


def _opens(unit: Unit) -> bool:
    """Whether a paragraph opens with a dateline, as only the first one does."""
    return dateline(unit.text, opening=True) is not None


def title_unit(units: list[Unit], kinds: list[Kind], end: int) -> int | None:
    """The index of the headline among the first ``end`` units, or None.

    It is the first line that reads like a title and speaks of what the article speaks of: links to other stories may
    stand above it. A line of one or two words is one only where nothing better comes, since a page's head also names
    its section ("World", "War in Europe").
    """
    likely = [i for i in range(min(end, _LONGEST_HEAD)) if kinds[i] is Kind.TITLE or _may_be_title(units[i], kinds[i])]
    if likely and Kind.PARAGRAPH not in kinds:
        return likely[0]
    best = [i for i in likely if len(tokens(units[i].text)) >= _SHORTEST_HEADLINE and not is_masthead(units[i].text)]
    if len(best) > 1:
        article = _article_words(units, kinds)
        shared = [len(content_words(units[i].text) & article) for i in best]
        enough = max(1, _ENOUGH * max(shared))
        best = [i for i, count in zip(best, shared, strict=True) if count >= enough] or best
    if best or likely:
        return (best or likely)[0]
    # "Watch: …", "Correction: …", "Photos: …": a first line that is labelled can still be the headline.
    labelled = (
        end > 0 and kinds[0] in (Kind.FURNITURE, Kind.CLIPPED, Kind.CORRECTION) and len(tokens(units[0].text)) > 4
    )
    return 0 if labelled and not units[0].text.endswith((".", "]")) else None


def _article_words(units: list[Unit], kinds: list[Kind]) -> set[str]:
    """The content words of the first paragraphs."""
    first = [unit.text[:600] for unit, kind in zip(units, kinds, strict=True) if kind is Kind.PARAGRAPH][:8]
    return content_words(" ".join(first))


def _may_be_title(unit: Unit, kind: Kind) -> bool:
    """Whether a line may be a headline although it ends as a sentence does: in "?", "!" or "U.S."."""
    short = kind is Kind.PARAGRAPH and len(unit.text) <= _LONGEST_HEADLINE
    return short and (is_question(unit.text) or ends_in_initials(unit.text))


def head_roles(units: list[Unit], kinds: list[Kind], start: int) -> list[BlockRole]:
    """The roles of the units before the article's first paragraph."""
    title = title_unit(units, kinds, start)
    if start == len(units):
        return _without_paragraphs(kinds, title)
    article = _article_words(units, kinds) | (content_words(units[title].text) if title is not None else set())
    roles = [_head_role(units, kinds[i], i, title, article) for i in range(start)]
    for i in range(1, start):
        # A page gives a caption twice, cut off the first time or whole.
        if units[i].text[:20] == units[i - 1].text[:20] and roles[i] is not BlockRole.CREDIT:
            roles[i - 1 if is_clipped(units[i - 1].text) else i] = BlockRole.FURNITURE
    return roles


def _without_paragraphs(kinds: list[Kind], title: int | None) -> list[BlockRole]:
    """The roles on a page without one whole sentence: what is nothing else is the article."""
    known = {**_PLAIN_ROLES, **dict.fromkeys((Kind.TITLE, Kind.BULLET, Kind.CLIPPED, Kind.PARAGRAPH), BlockRole.BODY)}
    roles = [known.get(kind, BlockRole.FURNITURE) for kind in kinds]
    if title is not None:
        roles[title] = BlockRole.HEADLINE
    return roles


def _head_role(units: list[Unit], kind: Kind, i: int, title: int | None, article: set[str]) -> BlockRole:
    text = units[i].text
    if i == title:
        return BlockRole.HEADLINE
    if kind is Kind.PARAGRAPH and (title is None or i < title):
        return BlockRole.FURNITURE
    if kind in _PLAIN_ROLES:
        return _PLAIN_ROLES[kind]
    if kind is Kind.TITLE and is_masthead(text):
        return BlockRole.CREDIT
    if kind not in (Kind.TITLE, Kind.BULLET) or title is None or i < title or bare(text) == bare(units[title].text):
        return BlockRole.FURNITURE
    if kind is Kind.TITLE and is_name_line(text):
        return BlockRole.CREDIT
    # A second headline or a key point speaks of what the article speaks of; a link to another story does not.
    return BlockRole.SUMMARY if len(content_words(text) & article) >= _SHARED else BlockRole.FURNITURE
