"""Counts that go on while an event does: a toll that rises, what is known "so far", what "has burned" by now."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.model import Document, Fact, QuantityKind
from discrepancy.rules.reconcilers.later_update import toll_of
from discrepancy.units.slips import of_same_digits
from discrepancy.watch.two_versions import TwoVersions

__all__ = ["goes_on"]

_SO_FAR: Final = re.compile(
    r"\b(?:so far|now|already|to date|as of|up to now|since (?:midnight|dawn|this morning|\w+day)"
    r"|by (?:noon|midday|midnight|dawn|dusk|nightfall|mid-|late |early |this |last |\d{1,2}[:.]\d{2}\b"
    r"|[\w.:]+ ?(?:a\.?m|p\.?m|o'clock|gmt)\b))"
    r"|\b(?:has|have)(?: \w+)?(?: been)? (?:\w+(?:ed|en|wn)|won|lost|made|fled|left|shut|spent|sold|died)\b",
    re.IGNORECASE,
)
_COUNTS_DEAD: Final = re.compile(r"(?: [\w'’-]+){1,5}? (?:died|dead|killed)\b", re.IGNORECASE)
_NEAR: Final = 50
"""Characters on either side of a figure in which words tell of it, and not of the next thing in the sentence."""
_COUNTED: Final = frozenset({QuantityKind.COUNT, QuantityKind.MEASURE})


def goes_on(two: TwoVersions, one: Fact, other: Fact) -> bool:
    """Whether both figures are of a count that goes on, and it went on from ``one`` to ``other``.

    Figures of the same digits in another order are a slip that was mended, whatever they count.
    """
    step = other.quantity.low - one.quantity.low
    direction = toll_of(one, two.story)
    if direction and direction == toll_of(other, two.story):
        return direction * step > 0
    counted = {one.quantity.kind, other.quantity.kind} <= _COUNTED
    if step <= 0 or not counted or of_same_digits(one.quantity, other.quantity):
        return False
    if _SO_FAR.search(_around(two.after, other)):
        return True
    return all(
        _COUNTS_DEAD.match(_behind(document, fact)) for document, fact in ((two.before, one), (two.after, other))
    )


def _around(document: Document, fact: Fact) -> str:
    """The words on either side of a figure, within its sentence."""
    start, end = fact.mention.start - _NEAR, fact.mention.end + _NEAR
    return document.text[max(start, fact.sentence.start) : min(end, fact.sentence.end)]


def _behind(document: Document, fact: Fact) -> str:
    return document.text[fact.mention.end : fact.sentence.end]
