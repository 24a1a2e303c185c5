"""A figure of a line in the reader's language, by the unit of the line alone."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.formats.view.figures import figure_words, unit_words
from discrepancy.formats.words import Words
from discrepancy.model import QuantityKind

__all__ = ["figure_of", "unit_of"]

_OF_SIGNS = {"": QuantityKind.COUNT, "%": QuantityKind.SHARE, "pp": QuantityKind.POINTS}


def figure_of(figure: Decimal, unit: str, words: Words) -> str:
    """The figure without its unit; a share with its sign."""
    return figure_words(figure, words, _kind(unit))


def unit_of(unit: str, words: Words) -> str:
    """What the figures are in ("euros", "square metres"); empty for a bare count."""
    return unit_words(_kind(unit), unit, words)


def _kind(unit: str) -> QuantityKind:
    return _OF_SIGNS.get(unit, QuantityKind.MONEY if unit.isupper() else QuantityKind.MEASURE)
