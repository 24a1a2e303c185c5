"""The parts of a wire's copy put in order: paragraphs counted, end marks told, what stands twice left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from discrepancy.loaders.articles import Part
from discrepancy.loaders.layout.end_marks import is_for_the_desk, is_initials
from discrepancy.loaders.layout.shape import bare, tokens
from discrepancy.model import BlockRole, Landmark

__all__ = ["counted", "is_end_mark", "put_together"]

# Source: the end marks of AP ("-0-", "(MORE)"), PA ("ends"), Reuters and of teletype practice ("-30-", "NNNN").
_END_MARK = re.compile(r"\W*(?:ends?|endit|end ?item|more|mfl?|nnnn|-?\s?30\s?-?|-\s?0\s?-|end adv)\W*", re.IGNORECASE)
_LONGEST_MARK = 16
_REACH = 8
"""Paragraphs from the top among which a text's own byline and dateline stand, behind key points and notes."""
_COUNTED = {BlockRole.BODY: "paragraph", BlockRole.CAPTION: "caption"}


def is_end_mark(text: str) -> bool:
    """Whether a line only says that the copy ends or goes on: "-30-", "ENDIT", "(MORE)", "___"."""
    return len(text) <= _LONGEST_MARK and (not any(map(str.isalnum, text)) or _END_MARK.fullmatch(text) is not None)


def _is_mark(text: str) -> bool:
    return is_end_mark(text) or is_for_the_desk(text)


def counted(parts: Iterable[Part]) -> list[Part]:
    """The parts with paragraphs and captions counted from 1, and the marks of the desk told from the text."""
    found: list[Part] = []
    count: dict[str, int] = {}
    every = list(parts)
    said = (place for place, each in enumerate(every) if each.role is BlockRole.BODY and not _is_mark(each.text))
    last = max(said, default=0)
    for place, each in enumerate(every):
        role = each.role
        if role is BlockRole.BODY and _is_mark(each.text):
            role = BlockRole.FURNITURE
        elif role is BlockRole.BODY and place == last and is_initials(each.text):
            role = BlockRole.CREDIT
        name = _COUNTED.get(role) if role else ""
        if name:
            count[name] = count.get(name, 0) + 1
        label = f"{name} {count[name]}" if name else str(role or "")
        marks = each.landmarks or ((Landmark(0, label),) if label else ())
        found.append(replace(each, role=role, landmarks=marks))
    return found


def put_together(above: Iterable[Part], body: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a head and of a body as those of an article.

    A summary that the body has word for word, and a dateline that its first paragraph opens with, are left out above:
    they are the same words sent twice.
    """
    below = counted(body)
    said = {bare(each.text) for each in below if each.role is BlockRole.BODY}
    opens = [bare(each.text) for each in below if each.role is BlockRole.BODY][:_REACH]
    head = [each for each in counted(above) if not _again(each, said, opens)]
    titles = {bare(each.text) for each in head if each.role is BlockRole.HEADLINE}
    # A headline in the body repeats the one above; another one there is a heading of its own.
    rest = [
        replace(each, role=BlockRole.SUBHEAD) if titles and each.role is BlockRole.HEADLINE else each
        for each in below
        if not (titles and each.role in (BlockRole.HEADLINE, BlockRole.SUBHEAD) and bare(each.text) in titles)
    ]
    return tuple(_credited_once([*head, *rest]))


def _credited_once(parts: list[Part]) -> Iterator[Part]:
    """The parts without credits that end what stands right above: a byline's agency, a caption's photographer."""
    above: list[str] = []
    for each in parts:
        told = [word.casefold() for word in tokens(each.text)]
        if each.role is not BlockRole.CREDIT or not told or above[-len(told) :] != told:
            yield each
        above = told if each.role in (BlockRole.CREDIT, BlockRole.CAPTION) else []


def _again(each: Part, said: set[str], opens: list[str]) -> bool:
    """Whether a summary, byline or dateline above is said again below: at the top, for all but summaries."""
    told = bare(each.text)
    if each.role is BlockRole.DATELINE:
        return bool(told) and any(line.startswith(told) for line in opens)
    if each.role is BlockRole.CREDIT:
        return told in opens
    return each.role is BlockRole.SUMMARY and told in said
