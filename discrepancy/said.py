"""How a finding is said: its level, and messages that any language can put into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

__all__ = ["Level", "Message", "Param"]


class Level(StrEnum):
    """SARIF's levels: ``error`` can't all be right, ``warning`` look at it, ``note`` differs and is explained."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return {"note": 0, "warning": 1, "error": 2}[self.value]


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the message catalogue with the parameters that fill it, so that any language can say it."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)

    def __hash__(self) -> int:
        """As messages are compared; of the names of the parameters, for a mapping has no hash."""
        return hash((self.key, *sorted(self.params)))


Param: TypeAlias = "str | int | Decimal | dt.date | Message | tuple[Param, ...]"
"""What fills a message. The article's own words and figures are strings, put in as they are. A number or a date is
written as the reader's language does, a message is said in it, and of a tuple the parts stand one behind the other."""
