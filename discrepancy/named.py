"""Places and organisations as values of facts, and what comparing two names comes to.

Users import them from :mod:`discrepancy.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["NameMatch", "Organisation", "Place", "Verdict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something happened, set out from or went to.

    Attributes:
        name: the place's name as written, white space made plain.
        kind: the noun that says what it is ("town", "province"), a court's kind ("crown court"); else empty.
        relation: how the event stands to it: ``in``, ``at``, ``on``, ``near``, ``from``, ``to``; ``side`` where it lies
            on one side of the place; ``court`` where it is the court that hears a case.
        direction: the side or part that is meant: "north" (of the place), "northern"; else empty.
    """

    name: str
    kind: str = ""
    relation: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A mention of an organisation.

    Attributes:
        name: its name as written, white space made plain.
        abbreviation: the abbreviation that the text gives for it at this place ("(OSCE)"), without stops; else empty.
    """

    name: str
    abbreviation: str = ""


class Verdict(StrEnum):
    """Whether two names are one person's."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Two names compared.

    Attributes:
        score: 0..1, how likely the two are one person's name.
        verdict: what the score and the reasons come to.
        spelling_differs: whether, taken as one person's, a part that both have is spelled in two ways.
        reasons: what decided it, in words, most weighty first.
    """

    score: float
    verdict: Verdict
    spelling_differs: bool
    reasons: tuple[str, ...]
