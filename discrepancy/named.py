"""Places, organisations and claims as values of facts, and what comparing two names comes to.

Users import them from :mod:`discrepancy.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Claim", "NameMatch", "Organisation", "Party", "Place", "Verdict"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One who takes part in a claim: who does it, or to whom or what it is done.

    Attributes:
        start, end: where it is named in the document's text: the person's name where it is a person, else its noun.
        head: lemma of its noun; for a pronoun such as "it" the pronoun.
        modifiers: lemmas that narrow the noun.
        scope: which of them: ``the``, ``a``, ``all``, ``none``, ``some``, a numeral as written; empty for a bare noun.
        may_be: for a pronoun, lemmas of the nouns that it may stand for.
    """

    start: int
    end: int
    head: str
    modifiers: tuple[str, ...] = ()
    scope: str = ""
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a clause states: that something is so, or that it is not.

    Attributes:
        of: what it says: a verb, or the name of an opposition such as ``plea``.
        side: ``yes`` or ``no`` (said to be so, or not); ``one`` or ``other`` of an opposition.
        about: what it is said of.
        by: who does it, where that is another.
        details: lemmas of what else the clause says.
        denied: whether it is said with a "not" or the like.
        lasting: whether it holds for good: a general truth, or what was so at a time that is over.
        hedge: the words that leave open whether it is so ("may", "is thought to"); empty where it is stated.
    """

    of: str
    side: str
    about: Party
    by: Party | None = None
    details: tuple[str, ...] = ()
    denied: bool = False
    lasting: bool = False
    hedge: str = ""


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
