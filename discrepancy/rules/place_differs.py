"""Two versions put one event in two places.

What fires:
    Places of one event (the same happening and those who take part, in sentences alike, by the same preposition)
    that can not both be right: two towns, two countries, two courts, opposite sides or parts of one place, another
    start or end of the same way.

Why it matters:
    A wrong place sends readers and crews to the wrong town, and names a court or a people that had no part in it.

Known limits:
    Without a map it is not known which place lies in which. A country, region or named spot is never held against a
    town that may lie in it or around it, nor are places that some version names both; a slip between those is missed.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "datelines".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.lexicon.places import can_not_both_be, opposite, place_key
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Story
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, value_group
from discrepancy.text.characters import fold

Values = Mapping[str, Sequence[Fact]]


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each event that is put in two places."""
    for group in story.groups:
        if group.kind is FactKind.PLACE:
            values = _by_place(facts_of(story, group))
            apart = _apart(story, values)
            if apart:
                yield _finding(story, group, {label: values[label] for label in values if label in apart})


def _by_place(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The facts by place and side of it; the fullest form of each name is its label."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[place_key(fact.place.name), fact.place.direction].append(fact)
    labels = {key: max((_label(f) for f in each), key=lambda text: (len(text), text)) for key, each in found.items()}
    return {labels[key]: found[key] for key in sorted(found)}


def _label(fact: Fact) -> str:
    place = fact.place
    joint = " of " if place.relation == "side" else " "
    return f"{place.direction}{joint}{place.name}" if place.direction else place.name


def _apart(story: Story, values: Values) -> frozenset[str]:
    """The labels of the places of which two can not both be right; none where a version gives several itself."""
    homes = [{fact.mention.document for fact in facts} for facts in values.values()]
    if any(one & other for one, other in combinations(homes, 2)):
        return frozenset()
    found: set[str] = set()
    for one, other in combinations(values, 2):
        if _conflict(story, values[one], values[other]):
            found |= {one, other}
    return frozenset(found)


def _conflict(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    a, b = one[0].place, other[0].place
    if place_key(a.name) == place_key(b.name):
        return bool(a.direction) and opposite(a.direction) == b.direction
    if a.relation == "court":
        return _other_court(story, one, other)
    if {a.relation, a.direction, b.direction} & {"near", "side"}:
        return False
    return can_not_both_be(a.name, a.kind, b.name, b.kind) and not _named_together(story, one, other)


def _other_court(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether two courts are two: of one kind in two towns, or of two kinds under the same jury."""
    a, b = one[0].place, other[0].place
    left, right = (set(fold(p.name).split()) - set(fold(p.kind).split()) - {"of"} for p in (a, b))
    if a.kind == b.kind and not (left and right and not left & right):
        return False
    return not _named_together(story, one, other)


def _named_together(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether a version that puts the event in one of the places names the other as well: it may lie in it."""
    for facts, others in ((one, other), (other, one)):
        names = {f" {fold(fact.place.name)} " for fact in others}
        texts = (f" {fold(story.document[fact.mention.document].text)} " for fact in facts)
        if any(name in text for text in texts for name in names):
            return True
    return False


def _finding(story: Story, group: Group, values: Values) -> Finding:
    params = {"subject": group.subject, "values": listed(story, values.items()), "forms": forms(values)}
    texts = Message("PLA001.summary", params), Message("PLA001.explanation", params)
    groups = [value_group(label, facts) for label, facts in values.items()]
    return finding("PLA001", Level.ERROR, texts, groups, subject=group.subject, group=group)


RULE = Rule(
    code="PLA001",
    name="place-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "A goods train derailed in Harlow on Thursday, police said. Nobody was hurt.",
            "A goods train derailed in Marlford on Thursday, police said. Nobody was hurt.",
        )
    ),
    near_miss=Example(
        (
            "A goods train derailed in Harlow on Thursday, police said. Nobody was hurt.",
            "A goods train derailed in Essex on Thursday, police said. Nobody was hurt.",
        )
    ),
    doc=__doc__,
)
