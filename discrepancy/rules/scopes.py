"""Of whom or of what a count is told: the dead or the injured, who entered or who finished, people or homes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from discrepancy.lexicon import table
from discrepancy.lexicon.tries import any_of
from discrepancy.model import Document, Fact, QuantityKind

_REACH: Final = 90
_BEFORE: Final = 30
_MANY_SENSES: Final = frozenset({"race", "voting"})
"""Families whose verbs take other things before the figure: "registered 120 cases", "completed 80 flats"."""
_CLAUSE: Final = re.compile(r"[.,;:()\u2014\u201c\u201d\"\d]|\b(?:and|but|after|as|when|while|where|in which)\b")
"""What ends the words that are told of a count."""
_CASUALTIES: Final = "casualties"
_TOLL_WORD: Final = "toll"
_WORD: Final = re.compile(r"[a-z]+")
_TOLL: Final = re.compile(rf"\b({_TOLL_WORD})\b[a-z ]{{0,24}}\b(?:to|at|of|reached|hit|is|was|now)$")
"""The toll is of the dead where nothing else is named."""
_JOINED: Final = r"(?:,? and |,? or |, | and/or |/)"
_AUXILIARIES: Final = (
    r"(?: (?:people|men|women|who|that|had|has|have|were|was|are|is|been|being|now|also|already|only|either|fell|became"
    r"|got|left|of|them|reported|confirmed|later|then|subsequently|eventually|since|all|ultimately|formally|so|far|to|be"
    r"|will|would|[a-z]+s))*"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a count is of.

    Attributes:
        family: what states it is told apart from ("casualties").
        states: the states named: one, or several that one figure counts together ("23 dead or injured").
        word: the words that say so, as written.
    """

    family: str
    states: frozenset[str]
    word: str


def scopes(document: Document, fact: Fact) -> list[Scope]:
    """What a count is told of, in each family that its words name."""
    if fact.quantity.kind is not QuantityKind.COUNT:
        return []
    text = document.text
    behind = text[fact.mention.end : min(fact.sentence.end, fact.mention.end + _REACH)]
    joined = " ".join(behind.split())
    stop = _CLAUSE.search(joined)
    after = f" {joined[: stop.start() if stop else None]}".rstrip().replace("  ", " ")
    before = " ".join(text[max(fact.sentence.start, fact.mention.start - _BEFORE) : fact.mention.start].split())
    hedge = fact.quantity.hedge_text
    if hedge and before.endswith(hedge):
        before = before[: -len(hedge)].rstrip()
    joined, after, before = f" {joined}".lower(), after.lower(), before.lower()
    families = {family for word in _WORD.findall(f"{before}{joined}") for family in _families().get(word, ())}
    found = (_scope(family, joined, after, before) for family in table("scopes") if family in families)
    return [scope for scope in found if scope is not None]


@cache
def _families() -> dict[str, set[str]]:
    """The families that a word may tell a state of, by the first letters in a row of what tells it."""
    found: dict[str, set[str]] = {_TOLL_WORD: {_CASUALTIES}}
    for family, states in table("scopes").items():
        for words in states.values():
            for told in (*words["nouns"], *words["verbs"]):
                found.setdefault(_WORD.findall(told)[0], set()).add(family)
    return found


def _scope(family: str, joined: str, after: str, before: str) -> Scope | None:
    patterns = _patterns(family)
    both = patterns.both.match(joined) or patterns.lead_both.search(before)
    if both:
        return Scope(family, frozenset({_state(family, both[1]), _state(family, both[2])}), both[0].strip())
    lead = None if family in _MANY_SENSES else patterns.lead.search(before)
    for found in (patterns.noun.match(after), patterns.verb.match(after), lead):
        if found:
            return Scope(family, frozenset({_state(family, found[1])}), found[1])
    if family == _CASUALTIES and (toll := _TOLL.search(before)):
        return Scope(family, frozenset({"dead"}), toll[1])
    return None


def _state(family: str, word: str) -> str:
    states: dict[str, dict[str, list[str]]] = table("scopes")[family]
    return next(state for state, words in states.items() if word in words["nouns"] or word in words["verbs"])


@dataclass(frozen=True, slots=True)
class _Patterns:
    noun: re.Pattern[str]
    verb: re.Pattern[str]
    lead: re.Pattern[str]
    lead_both: re.Pattern[str]
    both: re.Pattern[str]


@cache
def _patterns(family: str) -> _Patterns:
    states = table("scopes")[family].values()
    nouns = any_of({word for words in states for word in words["nouns"]} or {"\0"})
    verbs = any_of({word for words in states for word in words["verbs"]} or {"\0"})
    every = any_of({word for words in states for word in (*words["nouns"], *words["verbs"])})
    return _Patterns(
        noun=re.compile(rf"(?: [a-z-]+)?? ({nouns})\b"),
        verb=re.compile(rf"{_AUXILIARIES} ({verbs})\b"),
        lead=re.compile(rf"\b({verbs})(?: (?:at least|as many as|some|about|more than|up to|over|nearly))?$"),
        both=re.compile(
            rf"(?: [a-z-]+){{0,2}}?(?: (?:were|was|are|have|had|been))*(?: either)? ({every}){_JOINED}({every})\b"
        ),
        lead_both=re.compile(rf"\b({every}){_JOINED}({every})$"),
    )
