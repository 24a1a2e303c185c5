"""The states that a count is told of: in hospital, missing, trapped, without power, and whether still."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from discrepancy.lexicon.measures import happens_to_people, is_people
from discrepancy.model import Fact, FactRole, QuantityKind, Story
from discrepancy.rules.accounted.told import before, behind, is_one
from discrepancy.rules.once import once, once_each

_WORDS: Final = {
    "hospital": re.compile(
        r"\b(?:hospital(?:s|ised|ized)?|intensive care|receiving treatment|being treated|wards?)\b", re.IGNORECASE
    ),
    "missing": re.compile(r"\b(?:missing|unaccounted for|not been found|yet to be found)\b", re.IGNORECASE),
    "trapped": re.compile(r"\b(?:trapped|stranded|stuck|cut off by)\b", re.IGNORECASE),
    "supply": re.compile(
        r"\b(?:without (?:power|electricity|water|heating|gas|supply|light)|(?:lost|no) (?:power|electricity|water)"
        r"|cut off|blacked out|in the dark|off supply|disconnected)\b",
        re.IGNORECASE,
    ),
    "custody": re.compile(
        r"\b(?:custody|detained|in detention|behind bars|under arrest|arrested|held)\b", re.IGNORECASE
    ),
    "out": re.compile(
        r"\b(?:evacuated|displaced|homeless|in (?:\w+ )?shelters?|left their homes|from their homes)\b", re.IGNORECASE
    ),
    "captive": re.compile(r"\b(?:hostages?|captives?|captivity|kidnapped|abducted|in the hands of)\b", re.IGNORECASE),
    "closed": re.compile(r"\b(?:closed|shut|cancelled|canceled|grounded|suspended)\b", re.IGNORECASE),
}
"""States that people or things get into and out of again, each with its words."""
STILL = re.compile(
    r"\b(?:still|remain(?:s|ed|ing)?|yet to|left|continues? to|down to|as of|by (?:the )?(?:evening|night|morning|noon"
    r"|midday|nightfall|dawn|late|\d))\b",
    re.IGNORECASE,
)
_AHEAD, _AFTER = 45, 110
"""Characters before and behind a figure in which its state is told."""
_STOP = re.compile(r"[;:.]|\b(?:while|whereas|but)\b|, (?:and|with)\b|\d")


def states(fact: Fact, story: Story) -> Iterator[str]:
    """The states that the words around a count tell of those counted."""
    if not is_one(fact) or fact.quantity.kind is not QuantityKind.COUNT or fact.role is not FactRole.LEVEL:
        return
    if fact.quantity.increment or fact.quantity.low != int(fact.quantity.low) or _is_thing(fact):
        return
    if "dead" in {fact.subject.concept, happens_to_people(fact.subject.verb)}:
        return
    around = clause_around(fact, story)
    part = None if STILL.search(around) else _PART.match(behind(story, fact))
    for state, words in _WORDS.items():
        if part and words.match(behind(story, fact), part.end()):
            continue  # some of those in the state
        if words.search(around) and not (state != "hospital" and fact.subject.concept == "injured"):
            yield state


_PART = re.compile(r" of (?:the|those) ")
"""What follows some of those in a state."""
_THINGS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "mile", "metre", "kilometre", "charge", "count", "area"}
)


def _is_thing(fact: Fact) -> bool:
    return fact.subject.head in _THINGS and not is_people(fact.subject.head)


@once_each
def clause_around(fact: Fact, story: Story) -> str:
    """The clause of a figure: what stands behind it up to the next figure or stop, and a little before it."""
    last, following = _others(fact, story)
    after = behind(story, fact, min(_AFTER, max(0, following - fact.mention.end)))
    stop = _STOP.search(after)
    ahead = before(story, fact, min(_AHEAD, max(0, fact.mention.start - last)))
    cut = [found.end() for found in _STOP.finditer(ahead)]
    return ahead[cut[-1] if cut else 0 :] + after[: stop.start() if stop else None]


def _others(fact: Fact, story: Story) -> tuple[int, int]:
    """Where the figure before ends, and where the next one starts."""
    starts, ends = _edges(story)[fact.mention.document]
    before, behind_it = bisect_right(ends, fact.mention.start), bisect_left(starts, fact.mention.end)
    return ends[before - 1] if before else 0, starts[behind_it] if behind_it < len(starts) else fact.sentence.end


@once
def _edges(story: Story) -> Mapping[str, tuple[Sequence[int], Sequence[int]]]:
    """Where the figures of each document start, and where they end, in order."""
    return {
        document: (sorted(f.mention.start for f in figures), sorted(f.mention.end for f in figures))
        for document, figures in story.quantities.items()
    }
