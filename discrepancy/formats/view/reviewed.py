"""What a report shows of reviews, before any markup: parts beside those of :mod:`discrepancy.formats.view.parts`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Chip", "Gone", "Reviewed", "Standing"]


class Standing(StrEnum):
    """How a finding stands to what was decided; its value is its key in the catalogue. What is to be done is first."""

    REOPENED = "reopened"
    NEW = "new"
    CONFIRMED = "confirmed"
    ASK = "ask"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"
    ACCEPTABLE = "acceptable"
    KNOWN = "known"

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it as it is now."""
        return self in (Standing.REOPENED, Standing.NEW)

    @property
    def glyph(self) -> str:
        """One character that tells it from the others without colour."""
        return dict(zip(Standing, "↺●!?✎×✓○", strict=True))[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """How one finding stands, in words.

    Attributes:
        by: who decided it and when; empty where nobody did.
        note: the reason given, or what is not as it was when it was decided.
        earlier: of a reopened one, what was decided before.
        assigned: to whom it is assigned, in words; empty for to nobody.
        last: the last thing that a person did to it, as a store knows it.
    """

    standing: Standing
    by: str = ""
    note: str = ""
    earlier: str = ""
    assigned: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A matter that was decided once and whose finding is no longer there."""

    rule: str
    summary: str
    chip: Chip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The reviews of a report: ``lines`` tell in words how many stand how, ``gone`` what is resolved."""

    lines: tuple[str, ...]
    standings: tuple[Standing, ...]
    gone: tuple[Gone, ...] = ()
