"""Findings on two names that one organisation has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from discrepancy.lexicon.organisations import organisation_key
from discrepancy.model import Fact, Finding, Level, Message, Story, ValueGroup
from discrepancy.rules.alike_names import alike_names
from discrepancy.rules.rule import finding, forms, labels_of, listed, value_group


def by_surroundings(story: Story, flagged: set[str]) -> Iterator[Finding]:
    """A warning for each pair of names of any kind that what is told around them makes one."""
    labels = labels_of(story)
    for values, slip in alike_names(story):
        if {organisation_key(name) for name in values} & flagged:
            continue
        told = [(name, list(dict.fromkeys(labels[n.document.id] for n in named))) for name, named in values.items()]
        params = {"values": "; ".join(f"{name} ({', '.join(homes)})" for name, homes in told), "forms": forms(values)}
        summary = Message("ORG002.summary", params) if slip else Message("ORG002.summary_names", params)
        groups = [ValueGroup(name, tuple(item.mention for item in named)) for name, named in values.items()]
        texts = summary, Message("ORG002.explanation", params)
        yield finding("ORG002", Level.WARNING, texts, groups, subject=" ".join(sorted(values)))


def by_name(story: Story, values: Mapping[str, Sequence[Fact]], kind: str = "") -> Finding:
    """A finding on two names of an organisation; ``kind`` says what was taken for another."""
    params = {"values": listed(story, values.items()), "forms": forms(values)}
    summary = {
        "": Message("ORG002.summary", params),
        "countries": Message("ORG002.summary_countries", params),
        "bodies": Message("ORG002.summary_bodies", params),
    }[kind]
    explanation = Message("ORG002.explanation", params)
    groups = [value_group(label, facts) for label, facts in values.items()]
    return finding("ORG002", Level.WARNING, (summary, explanation), groups, subject=" ".join(sorted(values)))
