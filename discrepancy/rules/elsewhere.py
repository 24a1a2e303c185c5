"""What the other versions give in the place of a figure or day that does not fit its own text.

A finding about one text alone (a weekday that is not that date's, a conversion that is wrong, parts that do not add up)
leaves its reader asking what the others say. Where they give another value there, the finding shows it too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.words import WEEKDAYS
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Mention, QuantityKind, Story, ValueGroup
from discrepancy.rules.once import once
from discrepancy.rules.rule import value_group
from discrepancy.text.characters import fold, squeeze

_SURE: Final = 0.5
"""How surely two figures must be of one thing for the one to be shown beside the other."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def with_elsewhere(story: Story, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those about one text with what other versions give in the place of its figures, if that differs.

    The values that a finding was judged by stay first; a note is left as it is.
    """
    for finding in findings:
        mentions = [mention for value in finding.values for mention in value.mentions]
        if finding.level is Level.NOTE or len({m.document for m in mentions}) != 1 or len(story.documents) == 1:
            yield finding
            continue
        others = {fact.id: fact for mention in mentions for own in _at(story, mention) for fact in _instead(story, own)}
        yield replace(finding, values=(*finding.values, *_values(others.values()))) if others else finding


def _at(story: Story, mention: Mention) -> Iterator[Fact]:
    """The figure at ``mention``, and the date that it is of or a part of."""
    for fact in _figures_and_dates(story).get(mention.document, ()):
        here = fact.mention
        if not (here.start <= mention.start and mention.end <= here.end):
            continue
        if fact.kind is FactKind.DATE or here.end == mention.end:
            yield fact


@once
def _figures_and_dates(story: Story) -> Mapping[str, Sequence[Fact]]:
    """The figures and dates of each document, in order."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind in {FactKind.DATE, FactKind.QUANTITY}:
            found[fact.mention.document].append(fact)
    return found


@once
def _groups(story: Story) -> Mapping[str, Sequence[Group]]:
    """The groups of figures that a figure is in, in order, by its id."""
    found: dict[str, list[Group]] = defaultdict(list)
    for group in story.groups:
        if group.kind is FactKind.QUANTITY:
            for fact_id in group.facts:
                found[fact_id].append(group)
    return found


def _values(facts: Iterable[Fact]) -> Iterator[ValueGroup]:
    """One value for each figure or day, in the order in which they are first met."""
    told: dict[object, list[Fact]] = {}
    for fact in facts:
        key = fact.quantity.figure if fact.kind is FactKind.QUANTITY else _weekday(fact)
        told.setdefault(key, []).append(fact)
    for same in told.values():
        yield value_group(squeeze(same[0].mention.text), same)


def _instead(story: Story, fact: Fact) -> Iterator[Fact]:
    """What other versions give in the place of ``fact`` and is not the same."""
    if fact.kind is FactKind.DATE:
        yield from _other_weekdays(story, fact)
        return
    mates = _mates(story, fact) or _beside_the_same(story, fact)
    yield from (other for other in mates if other.quantity.figure != fact.quantity.figure)
    if fact.quantity.converts >= 0:
        yield from _other_conversions(story, fact)


def _mates(story: Story, fact: Fact) -> Sequence[Fact]:
    """The figures of other versions that measure the same thing."""
    for group in _groups(story).get(fact.id, ()):
        if group.confidence >= _SURE:
            found = [story.fact[fact_id] for fact_id in group.facts]
            return [other for other in found if other.mention.document != fact.mention.document]
    return []


def _beside_the_same(story: Story, fact: Fact) -> Sequence[Fact]:
    """The shares of other versions that stand beside a figure, told exactly, that stands beside ``fact`` too."""
    if fact.quantity.kind is not QuantityKind.SHARE:
        return []
    here = fact.mention.document
    beside = {f.quantity.figure for f in story.quantities[here] if f.sentence == fact.sentence and f is not fact}
    found = []
    for document in story.documents:
        for other in story.quantities[document.id] if document.id != here else ():
            near = [f for f in story.quantities[document.id] if f.sentence == other.sentence]
            shared = any(f.quantity.figure in beside and abs(f.quantity.low) >= _TELLING for f in near)
            if shared and other.quantity.kind is QuantityKind.SHARE:
                found.append(other)
    return found


_TELLING: Final = 13
"""From which on a figure that two sentences have in common ties them."""


def _other_conversions(story: Story, fact: Fact) -> Iterator[Fact]:
    """Into what other versions convert the same figure."""
    here = fact.mention.document
    base = next((f for f in story.quantities[here] if f.quantity.start == fact.quantity.converts), None)
    if base is None:
        return
    for document in story.documents:
        bases = {f.quantity.start for f in story.stating.get((document.id, base.quantity.figure), ())}
        for other in story.quantities[document.id] if document.id != here else ():
            q = other.quantity
            if q.converts in bases and q.unit == fact.quantity.unit and q.figure != fact.quantity.figure:
                yield other


def _other_weekdays(story: Story, fact: Fact) -> Iterator[Fact]:
    """The same day of the same month under another weekday, or where no version has it so under none."""
    day = fact.date.value[-5:]
    if not _weekday(fact) or not re.fullmatch(r"\d\d-\d\d", day):
        return
    found = [
        other
        for other in story.facts
        if other.kind is FactKind.DATE
        and other.mention.document != fact.mention.document
        and other.date.value.endswith(day)
        and _weekday(other) != _weekday(fact)
    ]
    named = [other for other in found if _weekday(other)]
    yield from named or found


def _weekday(fact: Fact) -> str:
    """The weekday that a date is told with; empty where it is told with none."""
    words = (fold(word) for word in _WORD.findall(fact.mention.text))
    return next((str(WEEKDAYS[word]) for word in words if word in WEEKDAYS), "")
