"""What stands in the place of a text, in words that a reader of tables knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

__all__ = ["kind_of"]


def kind_of(value: object) -> str:
    """What a value of JSON or of a table's cell is: "a number", "a list", "null"."""
    if value is None:
        return "null"
    if isinstance(value, bool):  # before numbers, of which Python has it as one
        return "true" if value else "false"
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        ((int, float, Decimal), "a number"),
        (str, "a text"),
        (Mapping, "an object"),
        ((list, tuple), "a list"),
        ((dt.date, dt.time), "a time"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "something else")
