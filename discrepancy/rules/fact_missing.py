"""A fact that all other independent sources carry is missing in one (off by default).

What fires:
    A figure or a date that all sources but one give, told alike, where there are three sources or more. Copies of one
    wire text count as one source.

Why it matters:
    What everybody else has may be the fact that a desk cut by mistake, such as the toll. As often it was cut on
    purpose, so it is a note, and off by default.

Known limits:
    Only figures and dates are looked for, and only by their value: a version that tells the fact in words that are not
    read as a figure ("dozens") is named although it has it. A short version is held to nothing: one with less than
    half of the words of the others is not judged, nor is a file that holds a part of its article only.

Source:
    Reuters Handbook of Journalism, "The Essentials of Reuters sourcing"; what fact checkers of rewrites look for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from discrepancy.model import BlockRole, Date, Fact, FactKind, Finding, Group, Level, Message, Param, Story
from discrepancy.rules.rule import Example, Rule, facts_of, finding, labels_of, sources, told_of, value_group

_VOICES = 3
"""Independent sources below which "all but one" says nothing."""
_SHORT = 0.5
"""Share of the words of the others below which a version is a short one."""
_KINDS = frozenset({FactKind.QUANTITY, FactKind.DATE})


def judge(story: Story) -> Iterator[Finding]:
    """A note for each fact that one independent source alone lacks."""
    voices = _voices(story)
    if len(set(voices.values())) < _VOICES:
        return
    long = _long(story, voices)
    for group in story.groups:
        if group.kind in _KINDS:
            facts = facts_of(story, group)
            lacking = set(voices.values()) - {voices[fact.mention.document] for fact in facts}
            if len(lacking) == 1 and lacking <= long and _alike(facts) and not _told(story, voices, lacking, facts[0]):
                yield _finding(story, group, facts, voices, lacking.pop())


def _voices(story: Story) -> dict[str, int]:
    """The voice of each document: copies of one text have one."""
    found = {document.id: number for number, document in enumerate(story.documents)}
    for members in story.families:
        first = min(found[member] for member in members)
        found |= dict.fromkeys(members, first)
    return found


def _long(story: Story, voices: Mapping[str, int]) -> set[int]:
    """The voices that are no mere briefs, and of which the whole article was read."""
    size = {
        document.id: sum(b.end - b.start for b in document.blocks if b.role is BlockRole.BODY)
        for document in story.documents
    }
    usual = sorted(size.values())[len(size) // 2]
    cut = {document.id for document in story.documents if document.partial}
    return {voices[name] for name, length in size.items() if length >= _SHORT * usual and name not in cut}


def _alike(facts: list[Fact]) -> bool:
    """Whether all give one value."""
    return len({_value(fact) for fact in facts}) == 1


def _value(fact: Fact) -> object:
    if isinstance(fact.value, Date):
        return fact.value.first, fact.value.last
    return fact.quantity.low, fact.quantity.high, fact.quantity.unit


def _told(story: Story, voices: Mapping[str, int], lacking: set[int], fact: Fact) -> bool:
    """Whether the voice that lacks the fact gives its value of something else, which may be it after all."""
    return any(
        other.kind is fact.kind and voices[other.mention.document] in lacking and _value(other) == _value(fact)
        for other in story.facts
    )


def _finding(story: Story, group: Group, facts: list[Fact], voices: Mapping[str, int], lacking: int) -> Finding:
    labels = labels_of(story)
    params: dict[str, Param] = {
        "subject": told_of(group.subject),
        "value": facts[0].mention.text,
        "sources": sources(story, facts),
        "lacking": ", ".join(labels[document.id] for document in story.documents if voices[document.id] == lacking),
    }
    texts = Message("STO003.summary", params), Message("STO003.explanation", params)
    values = [value_group(facts[0].mention.text, facts)]
    return finding("STO003", Level.NOTE, texts, values, subject=f"{group.subject} {params['lacking']}", group=group)


RULE = Rule(
    code="STO003",
    name="fact-missing",
    level=Level.NOTE,
    judge=judge,
    conflict=Example(
        (
            "Police arrested 17 demonstrators after the march. The mayor of the city praised the officers.",
            "The mayor of the city praised the officers after the march, and thanked the demonstrators.",
            "Police arrested 17 demonstrators after the march. The organisers called it a quiet day.",
        )
    ),
    near_miss=Example(
        (
            "Police arrested 17 demonstrators after the march. The mayor of the city praised the officers.",
            "The mayor praised the officers, who had arrested 17 demonstrators after the march.",
            "Police arrested 17 demonstrators after the march. The organisers called it a quiet day.",
        )
    ),
    doc=__doc__,
    asked=True,
)
