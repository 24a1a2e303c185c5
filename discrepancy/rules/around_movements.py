"""The words around a movement that tell what moves, whose it is and when."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.lexicon import words
from discrepancy.model import BlockRole, Document
from discrepancy.rules.movement_words import one_name, words_of
from discrepancy.rules.movements import Movement
from discrepancy.rules.names_around import DAYS, MONTHS, names_in

_LEAD: Final = 9
STEM: Final = 5
_LEAST_STEM: Final = 4
_FIGURE: Final = re.compile(r"\d[\d,.]*\d|\d")
_SHARE: Final = re.compile(r"(?<![\d.,])(\d[\d.,]*)(?:%| ?per ?cent\b)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PERIOD: Final = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|(?:first|second|third|fourth|last|final)[ -](?:quarter|half)"
    r"|(?:19|20)\d\d|overnight|morning|afternoon|evening|week|month|quarter|year|day|weekend|season|annual|monthly"
    r"|quarterly|weekly|annually)\b",
    re.IGNORECASE,
)
_PRONOUN: Final = re.compile(
    r"\b(?:its|their|his|her|it|they|the (?:company|firm|group|bank|club|party|currency))\b", re.IGNORECASE
)


class Around:
    """The words around a movement that tell what, whose and when: of its sentence, and of that before for "its"."""

    def __init__(self, document: Document, movement: Movement) -> None:
        text = document.text
        start, end = movement.sentence
        own = text[start:end]
        self.names = names_in(own)
        lead = own[: movement.start - start] if movement.start > start else own
        body = min((block.start for block in document.blocks if block.role is BlockRole.BODY), default=0)
        before = text[max(body, start - _BEFORE) : start].strip()
        self.refers = bool(_PRONOUN.search(lead)) and not names_in(lead)
        if not self.names or self.refers:
            self.names |= names_in(before)
        self.lead = names_in(lead) & names_in(" ".join(lead.split()[-_LEAD:]))
        self.count = text[movement.start : movement.end].rpartition(" ")[2]
        self.shares = {m[1] for m in _SHARE.finditer(own) if len(m[1]) == 1}
        self.figures = {figure.replace(",", "") for figure in _FIGURE.findall(own) if _tells(figure)}
        near = text[max(body, start - _BEFORE) : end + _BEFORE]
        self.near = {figure.replace(",", "") for figure in _FIGURE.findall(near) if _tells(figure)}
        found = {match.lower() for match in _PERIOD.findall(own)}
        self.periods = (
            found & DAYS,
            {p for p in found if p in MONTHS or "quarter" in p[1:] or "half" in p},
            {p for p in found if _YEAR.fullmatch(p)},
            _basis(own),
        )
        self.own = {word.low[:STEM] for word in words_of(text, start, end) if _is_telling(word.low)}
        around = words_of(text, max(0, start - _BEFORE), end)
        self.stems = {one_name(word.low)[:STEM] for word in around} | {word.low[:STEM] for word in around}


_BEFORE: Final = 200
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


def _is_telling(word: str) -> bool:
    return len(word) >= _LEAST_STEM and word[0].isalpha() and word not in words("stop_words") and word not in DAYS
