"""Later counts: "six were taken to hospital", "four were still in hospital"; "three missing", the day after "two"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from discrepancy.lexicon.measures import happens_to_people, is_people
from discrepancy.model import Fact, FactRole, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import Told, before, behind, is_one, quoted, variant
from discrepancy.rules.publication import earlier
from discrepancy.rules.rule import sources

_STATES: Final = {
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
_SHRINKING: Final = frozenset({"missing", "trapped", "supply", "captive"})
"""Those of which the later count is the smaller one, even where nothing says "still"."""
_STILL = re.compile(
    r"\b(?:still|remain(?:s|ed|ing)?|yet to|left|continues? to|down to|as of|by (?:the )?(?:evening|night|morning|noon"
    r"|midday|nightfall|dawn|late|\d))\b",
    re.IGNORECASE,
)
_MOST = 40
"""How many times as many there can have been at first."""
_AHEAD, _AFTER = 45, 110
"""Characters before and behind a figure in which its state is told."""
_STOP = re.compile(r"[;:.]|\b(?:while|whereas|but)\b|, (?:and|with)\b|\d")


def find(story: Story) -> Iterator[Told]:
    """The counts of one state of which a later one is smaller."""
    told = [(fact, state) for facts in story.quantities.values() for fact in facts for state in _states(fact, story)]
    seen: set[object] = set()
    for then, state in told:
        still = bool(_STILL.search(_around(then, story)))
        larger = sorted((first for first, s in told if s == state and _is_more(first, then)), key=_value)
        for first in larger:
            came = _came_first(first, then, story, still=still, shrinking=state in _SHRINKING)
            if came and (then.quantity.figure, state) not in seen:
                seen.add((then.quantity.figure, state))
                yield _told(first, then, story)


def _value(fact: Fact) -> Decimal:
    return fact.quantity.low


def _is_more(first: Fact, then: Fact) -> bool:
    return then.quantity.low < first.quantity.low <= _MOST * then.quantity.low


def has_gone_down(first: Fact, then: Fact, story: Story) -> bool:
    """Whether the second counts those who still are in the state that the first tells of, in another version."""
    if first.mention.document == then.mention.document or not _is_more(first, then):
        return False
    if not _STILL.search(_around(then, story)) or _STILL.search(_around(first, story)):
        return False
    both = set(_states(first, story)) & set(_states(then, story))
    return bool(both) and _came_first(first, then, story, still=True, shrinking=False)


def _came_first(first: Fact, then: Fact, story: Story, *, still: bool, shrinking: bool) -> bool:
    one, other = first.mention.document, then.mention.document
    if one == other:
        return still and first.mention.end <= then.mention.start and not _STILL.search(_around(first, story))
    order = earlier(story, one, other)
    if order is False or _apart(first, then):
        return False
    if still:
        return not _STILL.search(_around(first, story)) or order is True
    return shrinking and order is True


def _apart(first: Fact, then: Fact) -> bool:
    """Whether the one is of people and the other of things, or of places that differ."""
    one, other = set(first.subject.places), set(then.subject.places)
    years = [fact.when.first.year for fact in (first, then) if fact.when and fact.when.first]
    return bool(one and other and not one & other) or len(set(years)) > 1


def _states(fact: Fact, story: Story) -> Iterator[str]:
    if not is_one(fact) or fact.quantity.kind is not QuantityKind.COUNT or fact.role is not FactRole.LEVEL:
        return
    if fact.quantity.increment or fact.quantity.low != int(fact.quantity.low) or _is_thing(fact):
        return
    if "dead" in {fact.subject.concept, happens_to_people(fact.subject.verb)}:
        return
    around = _around(fact, story)
    part = None if _STILL.search(around) else _PART.match(behind(story, fact))
    for state, words in _STATES.items():
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


def _around(fact: Fact, story: Story) -> str:
    """The clause of a figure: what stands behind it up to the next figure or stop, and a little before it."""
    last, following = _others(fact, story)
    after = behind(story, fact, min(_AFTER, max(0, following - fact.mention.end)))
    stop = _STOP.search(after)
    ahead = before(story, fact, min(_AHEAD, max(0, fact.mention.start - last)))
    cut = [found.end() for found in _STOP.finditer(ahead)]
    return ahead[cut[-1] if cut else 0 :] + after[: stop.start() if stop else None]


def _others(fact: Fact, story: Story) -> tuple[int, int]:
    """Where the figure before ends, and where the next one starts."""
    figures = story.quantities[fact.mention.document]
    ends = [f.mention.end for f in figures if f.mention.end <= fact.mention.start]
    starts = [f.mention.start for f in figures if f.mention.start >= fact.mention.end]
    return max(ends, default=0), min(starts, default=fact.sentence.end)


def reason(first: Fact, then: Fact, story: Story) -> Reconciliation:
    """What the note says of such a pair."""
    params = {"a": first.mention.text, "b": then.mention.text}
    params |= {"source": sources(story, [then]), "words": quoted(story, then)}
    return Reconciliation("later-update", Message("reconcile.still-there", params))


def _told(first: Fact, then: Fact, story: Story) -> Told:
    return Told((variant(story, first), variant(story, then)), reason(first, then, story))
