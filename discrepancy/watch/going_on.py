"""Counts that go on while an event does: a toll that rises, what is known "so far", homes that have power again.

What a text need not say, as readers take it so: a figure of what is under way moved on. It is told by what is counted,
and where that does not tell by the words around it. What a thing is like (how many it holds, employs or costs a year)
and what is planned do not go on by themselves, nor does a figure of the same digits in another order: that is a slip
that was mended.
"""

from __future__ import annotations

import re
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind
from discrepancy.rules.reconcilers.later_update import toll_of
from discrepancy.units.slips import of_other_scale, of_same_digits
from discrepancy.watch.two_versions import TwoVersions

__all__ = ["goes_on", "may_have_gone_on"]

_SO_FAR: Final = re.compile(
    r"\b(?:so far|now|already|to date|as of|up to now|since (?:midnight|dawn|this morning|\w+day)"
    r"|by (?:noon|midday|midnight|dawn|dusk|nightfall|mid-|late |early |this |last |\d{1,2}[:.]\d{2}\b"
    r"|[\w.:]+ ?(?:a\.?m|p\.?m|o'clock|gmt)\b))"
    r"|\b(?:has|have)(?: \w+)?(?: been)? (?:\w+(?:ed|en|wn)|won|lost|made|fled|left|shut|spent|sold|died)\b",
    re.IGNORECASE,
)
_COUNTS_DEAD: Final = re.compile(r"(?: [\w'’-]+){1,5}? (?:died|dead|killed)\b", re.IGNORECASE)
_UNDER_WAY: Final = re.compile(
    r"\b(?:arrest\w*|detain\w*|evacuat\w*|rescu\w+|displac\w+|homeless|hurt|injur\w+|wounded|treated|hospitali[sz]\w+"
    r"|in hospital|hospital with|ill|sick(?:ened)?|infected|tested positive|cases|cancel\w*|divert\w*|delayed|closed"
    r"|shut|burn(?:ed|t|ing)|scorched|blackened|charred|consumed|spread|flooded|inundated|submerged|under ?water"
    r"|destroyed|damaged|cut off|stranded|recovered|found|located|identified|freed|delivered|vaccinated"
    r"|signed|signatures|petition|donat\w+|pledg\w+|declared|counted|calls|emails|messages|texts"
    r"|reports of|blocked|impassable|restored|reconnected|search\w*|received|filled|deployed|sent"
    r"|joined|arrived|called in|have opened|are open|won|lost|gained|held on)\b"
    r"|\b(?:without|no|lost|lose) (?:\w+ )?(?:power|electricity|water|gas|heating|supply|supplies|service)\b",
    re.IGNORECASE,
)
_FALLS: Final = re.compile(
    r"\b(?:missing|unaccounted for|trapped|stranded|cut off|in hospital|being treated|in intensive care|remain\w*"
    r"|critical|still|left to)\b"
    r"|\b(?:without|no|lost|lose) (?:\w+ )?(?:power|electricity|water|gas|heating|supply|supplies|service)\b",
    re.IGNORECASE,
)
_STANDS: Final = re.compile(
    r"\b(?:will|would|could|may|might|plan\w*|propos\w*|expect\w*|intend\w*|due|aims?|target\w*|capacity|holds?|seats"
    r" for|up to|employ\w*|average\w*|typical\w*|usual\w*|annual\w*|each|every|per|maximum|record"
    r"|last (?:year|month|season)|in (?:19|20)\d\d|years? ago|a (?:day|week|month|year))\b",
    re.IGNORECASE,
)
"""Words of what is so, or is to be, whatever happens today."""
_LEVEL: Final = re.compile(
    r"\b(?:river|water|flood|tide|reservoir|lake|snow|rain|lava|ash|swell|gauge)\w*", re.IGNORECASE
)
_AT_AN_HOUR: Final = re.compile(r"\bat (?:half past|\d|noon|midday|midnight)", re.IGNORECASE)
"""A level is read off at an hour: two that were read at two are no contradiction."""
_GIVEN: Final = re.compile(r"\b(?:rais(?:ed|ing)|donat\w+|pledg\w+|given|appeal|fund|collected)\b", re.IGNORECASE)
_FROM_DAY_TO_DAY: Final = 4
"""How many times the figure before a figure may be, to be the same count gone on, where nothing says so."""
_NEAR: Final = 50
"""Characters on either side of a figure in which words tell of it, and not of the next thing in the sentence."""
_COUNTED: Final = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE})
_AREAS: Final = re.compile(r"hectare|acre|square|litre|gallon|barrel|cubic|tonne", re.IGNORECASE)


def goes_on(two: TwoVersions, one: Fact, other: Fact) -> bool:
    """Whether both figures are of a count that goes on, and it went on from ``one`` to ``other``."""
    before, after = one.quantity, other.quantity
    step = after.low - before.low
    kinds = {before.kind, after.kind}
    direction = toll_of(one, two.story) if kinds <= _COUNTED else 0
    if of_other_scale(before, after):
        return False
    if direction and direction == toll_of(other, two.story) and direction * step > 0:
        return True
    if direction > 0 or not step or of_same_digits(before, after):
        return False
    if step > 0 and kinds <= _COUNTED and _SO_FAR.search(_around(two.after, other)):
        return True
    if step > 0 and kinds <= _COUNTED and _count_dead(two, one, other):
        return True
    low, high = sorted((abs(before.low), abs(after.low)))
    if high > low * _FROM_DAY_TO_DAY:
        return False
    told = _clause(two.before, one), _clause(two.after, other)
    return not any(map(_STANDS.search, told)) and all(_is_under_way(other, words, up=step > 0) for words in told)


def may_have_gone_on(one: tuple[Document, Fact], other: tuple[Document, Fact]) -> bool:
    """Whether the figures of two sources are of a count under way, which the one may have had earlier than the other.

    Figures that look like slips of each other are not, nor those that are too far apart.
    """
    a, b = one[1].quantity, other[1].quantity
    low, high = sorted((abs(a.low), abs(b.low)))
    if high > low * _FROM_DAY_TO_DAY or of_same_digits(a, b) or of_other_scale(a, b):
        return False
    told = [(fact, _clause(document, fact)) for document, fact in (one, other)]
    if all(_LEVEL.search(words) and _AT_AN_HOUR.search(words) for _, words in told):
        return True
    if not any(_SO_FAR.search(words) for _, words in told):
        return False
    return all(not _STANDS.search(words) and _is_under_way(fact, words, up=True) for fact, words in told)


def _is_under_way(fact: Fact, words: str, *, up: bool) -> bool:
    """Whether words tell a figure of what is under way, which may go up, or down."""
    kind, unit = fact.quantity.kind, f"{fact.quantity.unit} {fact.mention.text}"
    if kind is QuantityKind.MONEY:
        return up and _GIVEN.search(words) is not None
    if kind is QuantityKind.MEASURE and not _AREAS.search(unit):
        return _LEVEL.search(words) is not None
    if kind not in _COUNTED:
        return False
    if not up:
        return _FALLS.search(words) is not None
    return any(pattern.search(words) for pattern in (_UNDER_WAY, _FALLS))


def _count_dead(two: TwoVersions, one: Fact, other: Fact) -> bool:
    return all(
        _COUNTS_DEAD.match(_behind(document, fact)) for document, fact in ((two.before, one), (two.after, other))
    )


def _clause(document: Document, fact: Fact) -> str:
    """The words around a figure up to the next semicolon, within its sentence."""
    start, end = fact.mention.start - 2 * _NEAR, fact.mention.end + 2 * _NEAR
    before = document.text[max(start, fact.sentence.start) : fact.mention.start].rsplit(";", 1)[-1]
    after = document.text[fact.mention.end : min(end, fact.sentence.end)].split(";", 1)[0]
    return f"{before} {after}"


def _around(document: Document, fact: Fact) -> str:
    """The words on either side of a figure, within its sentence."""
    start, end = fact.mention.start - _NEAR, fact.mention.end + _NEAR
    return document.text[max(start, fact.sentence.start) : min(end, fact.sentence.end)]


def _behind(document: Document, fact: Fact) -> str:
    return document.text[fact.mention.end : fact.sentence.end]
