"""One thing that goes up in one version and down in another, told without one figure for the change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from discrepancy.lexicon import table, words
from discrepancy.model import BlockRole, Document, Story
from discrepancy.rules.movements import UNNAMED, Movement, movements, one_name, opposed, words_of
from discrepancy.text.characters import fold

_ENOUGH: Final = 2
"""What must speak for one thing, in points of :func:`_points`."""
_BOTH_LEVELS: Final = 2
"""Figures that both give, as what a thing moved from and to: then it is one thing, whatever names stand around."""
_LEAD: Final = 9
_STEM: Final = 5
_LEAST_STEM: Final = 4
_FIGURE: Final = re.compile(r"\d[\d,.]*\d|\d")
_SHARE: Final = re.compile(r"(?<![\d.,])(\d[\d.,]*)(?:%| ?per ?cent\b)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WORDS_SHARED: Final = 2
_PERIOD: Final = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|(?:first|second|third|fourth|last|final)[ -](?:quarter|half)"
    r"|(?:19|20)\d\d|overnight|morning|afternoon|evening|week|month|quarter|year|day|weekend|season|annual|monthly"
    r"|quarterly|weekly|annually)\b",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r"['’]s?$")
_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PRONOUN: Final = re.compile(
    r"\b(?:its|their|his|her|it|they|the (?:company|firm|group|bank|club|party|currency))\b", re.IGNORECASE
)
_PROPER: Final = re.compile(r"(?<![.!?\n] )(?<![“\"\n])(?<!^)\b[A-Z][\w'’-]+(?:\.[a-z]+)?")


def turned_ways(story: Story) -> Iterator[tuple[list[Movement], list[Movement]]]:
    """What goes up in some versions and down in others, each thing once."""
    told = {document.id: movements(document) for document in story.documents}
    found: dict[str, tuple[dict[Movement, None], dict[Movement, None]]] = {}
    for one, other in combinations(story.documents, 2):
        for a, b in opposed(told[one.id], told[other.id]):
            if BlockRole.HEADLINE in {a.block, b.block} and not _told_below(told, a, b):
                continue
            if is_one_matter(story, a, b):
                up, down = (a, b) if a.way == "up" else (b, a)
                sides = found.setdefault(a.thing, ({}, {}))
                sides[0][up] = None
                sides[1][down] = None
    for sides in found.values():
        yield list(sides[0]), list(sides[1])


def _told_below(told: Mapping[str, Sequence[Movement]], a: Movement, b: Movement) -> bool:
    """Whether each document has the way in its text too: a headline alone is held against its own text."""
    return all(any(m.thing == s.thing and m.block is BlockRole.BODY for m in told[s.document]) for s in (a, b))


def is_one_matter(story: Story, a: Movement, b: Movement) -> bool:
    """Whether two opposite movements are of one thing at one time, as far as the words around tell."""
    one, other = (_Around(story.document[m.document], m) for m in (a, b))
    figures = one.figures & other.figures
    if _of_others(one, other) and len(figures) < _BOTH_LEVELS:
        return False
    if any(x and y and not x & y for x, y in zip(one.periods, other.periods, strict=True)):
        return False
    for mine, theirs in ((a, other), (b, one)):
        if any(word[:_STEM] not in theirs.stems and word not in theirs.names for word in mine.narrowed):
            return False
    days = {story.document[m.document].day for m in (a, b)}
    if len(days) > 1 and None not in days and not figures:
        return False
    return _points(one, other, a, b) >= _ENOUGH


def _of_others(one: _Around, other: _Around) -> bool:
    """Whether the names before the words of change are of two owners or places."""
    if one.lead and other.lead:
        return bool(one.lead - other.lead and other.lead - one.lead)
    mine, theirs = (one.lead, other) if one.lead else (other.lead, one)
    return bool(mine and theirs.refers and theirs.names and not mine & theirs.names)


def _points(one: _Around, other: _Around, a: Movement, b: Movement) -> int:
    """How much speaks for one thing: a figure that both give two, a name, a word that narrows, shared words one."""
    figures, shares = one.figures & other.figures, one.shares & other.shares
    if a.thing == UNNAMED:
        return _ENOUGH * (len(figures | shares) > 1)
    points = 2 * bool(figures) + bool(shares or (one.near & other.near))
    if a.counted:
        same = one.count == other.count
        return (_ENOUGH * same) if one.names & other.names else 0
    points += bool({n for n in one.names & other.names if one_name(n) != a.thing})
    points += bool(a.narrowed & b.narrowed)
    apart = {part[:_STEM] for part in (a.thing, b.thing, *a.narrowed, *b.narrowed)}
    shared = (one.own & other.own) - apart
    return points + (len(shared) >= _WORDS_SHARED) + (len(shared) >= 2 * _WORDS_SHARED)


class _Around:
    """The words around a movement that tell what, whose and when: of its sentence, and of that before for "its"."""

    def __init__(self, document: Document, movement: Movement) -> None:
        text = document.text
        start, end = movement.sentence
        own = text[start:end]
        self.names = _names(own)
        lead = own[: movement.start - start] if movement.start > start else own
        body = min((block.start for block in document.blocks if block.role is BlockRole.BODY), default=0)
        before = text[max(body, start - _BEFORE) : start].strip()
        self.refers = bool(_PRONOUN.search(lead)) and not _names(lead)
        if not self.names or self.refers:
            self.names |= _names(before)
        self.lead = _names(lead) & _names(" ".join(lead.split()[-_LEAD:]))
        self.count = text[movement.start : movement.end].rpartition(" ")[2]
        self.shares = {m[1] for m in _SHARE.finditer(own) if len(m[1]) == 1}
        self.figures = {figure.replace(",", "") for figure in _FIGURE.findall(own) if _tells(figure)}
        near = text[max(body, start - _BEFORE) : end + _BEFORE]
        self.near = {figure.replace(",", "") for figure in _FIGURE.findall(near) if _tells(figure)}
        found = {match.lower() for match in _PERIOD.findall(own)}
        self.periods = (
            found & _DAYS,
            {p for p in found if p in _MONTHS or "quarter" in p[1:] or "half" in p},
            {p for p in found if _YEAR.fullmatch(p)},
            _basis(own),
        )
        self.own = {word.low[:_STEM] for word in words_of(text, start, end) if _is_telling(word.low)}
        around = words_of(text, max(0, start - _BEFORE), end)
        self.stems = {one_name(word.low)[:_STEM] for word in around} | {word.low[:_STEM] for word in around}


_BEFORE: Final = 200
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
_BASIS: Final = re.compile(
    r"\b(?:from|than|on|compared with|against|over) (?:in |the |a |its |that of )*"
    r"(?:same |previous |last |past |prior )?"
    r"(year|month|quarter|week|day)\b|\b(year|month|quarter|week)[- ](?:on|over)[- ](?:year|month|quarter|week)",
    re.IGNORECASE,
)


def _basis(sentence: str) -> set[str]:
    """What a change is reckoned from: a year, a month before."""
    return {(m[1] or m[2]).lower() for m in _BASIS.finditer(sentence)}


def _tells(figure: str) -> bool:
    """Whether a figure is more than a year or a digit that is met anywhere."""
    return _YEAR.fullmatch(figure) is None and len(figure) > 1


def _names(text: str) -> set[str]:
    """The names of a stretch of text, in words."""
    found = {fold(_OWNED.sub("", match.group())) for match in _PROPER.finditer(text)}
    first = re.match(r"[“\"]?(?:The |An? )?([A-Z][\w'’-]+)", text)
    if first:
        found |= {fold(_OWNED.sub("", first[1]))}
    known = words("stop_words") | _MONTHS | _DAYS | _dull()
    return {name for name in found if name and name not in known}


def _dull() -> frozenset[str]:
    """Words that begin a sentence with a capital and are no names."""
    ways = table("ways")
    return frozenset(word for row in ways["things"]["rows"] for word in row) | frozenset(
        word for kind in ways["beside"].values() for word in kind
    )


def _is_telling(word: str) -> bool:
    return len(word) >= _LEAST_STEM and word[0].isalpha() and word not in words("stop_words") and word not in _DAYS


def overlaps(one: Sequence[Movement], spans: Sequence[tuple[str, int, int]]) -> bool:
    """Whether one of the movements stands in a sentence that one of ``spans`` (document, start, end) is of."""
    return any(m.document == home and m.sentence[0] <= at < m.sentence[1] for m in one for home, at, _ in spans)
