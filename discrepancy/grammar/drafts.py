"""A quantity while it is being read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from discrepancy.model import Hedge, QuantityKind

__all__ = ["MAX_DIGITS", "ONE", "Draft", "Form", "step_of"]

ONE = Decimal(1)
MAX_DIGITS = 20
"""A longer figure is no quantity of any news story, and would slow exact arithmetic: it is left alone."""

_TENS = tuple(Decimal(10) ** power for power in range(MAX_DIGITS + 1))


class Form(Enum):
    """How a figure is written."""

    PLAIN = auto()
    """Digits alone: only these can be a year, a label or a part of a date."""
    DIGITS = auto()
    """Digits with grouping or a decimal part, or with a scale."""
    WORDS = auto()
    OPEN = auto()
    """dozens, hundreds of thousands: an interval."""
    PART = auto()
    """A fraction of a whole."""
    ORDINAL = auto()
    MULTIPLE = auto()


@dataclass(slots=True)
class Draft:
    """One figure on its way to a :class:`~discrepancy.model.Quantity`; the grammar's parts fill it in turn.

    Attributes:
        start, end: what is read so far, in the text.
        low, high, step: as in the model; ``low`` stands before ``high`` in the text, whichever is larger.
        form: how the figure is written.
        scale: the scale word's factor, 1 for none: a range may share it.
        sign: ``+`` or ``-`` where one is written.
        tail: what of the unit was written after the figure, for a range to share.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    form: Form
    scale: Decimal = ONE
    sign: str = ""
    kind: QuantityKind = QuantityKind.COUNT
    unit: str = ""
    dimension: str = ""
    prefixed: bool = False
    tail: str = ""
    noun: str = ""
    per: str = ""
    hedge: Hedge = Hedge.NONE
    hedge_text: str = ""
    change: str = ""
    increment: bool = False
    converts: int = -1
    paired: bool = False


def step_of(digits: str) -> Decimal:
    """The place of the last significant digit of a whole number: 100 for "4500", 1 for "14", 1 for "0"."""
    kept = digits.rstrip("0")
    return _TENS[len(digits) - len(kept)] if kept else ONE
