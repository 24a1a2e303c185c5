"""Findings of one person with titles that contradict each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from discrepancy.lexicon.offices import (
    Office,
)
from discrepancy.model import Document, Finding, Group, Level, Mention, Message, Story, ValueGroup
from discrepancy.rules.rule import finding, forms, labels_of, listed
from discrepancy.rules.told_offices import Told
from discrepancy.text.characters import squeeze


def of_two_owners(story: Story, group: Group, owned: Sequence[Sequence[Mention]]) -> Finding:
    """One person who is told to be the agent, aide or spouse of two."""
    labels = labels_of(story)
    told = [(squeeze(mentions[0].text), mentions) for mentions in owned]
    listing = "; ".join(
        f"{label} ({', '.join(dict.fromkeys(labels[m.document] for m in mentions))})" for label, mentions in told
    )
    params = {"person": group.subject, "values": listing, "forms": forms(label for label, _ in told)}
    texts = Message("NAM003.summary", params), Message("NAM003.explanation", params)
    values = [ValueGroup(label, tuple(sorted(each, key=lambda m: (m.document, m.start)))) for label, each in told]
    return finding("NAM003", Level.ERROR, texts, values, subject=group.subject, group=group)


def of_the_past(story: Story, group: Group, told: Sequence[Told], a: Office, b: Office) -> Finding:
    """Two offices that somebody is said to have left, with what is told of the two without "former".

    One can have left both, one after the other: it is sure only where a version stands alone against two.
    """
    variants = [[one for one in told if one.office.name == office.name] for office in (a, b)]
    homes = [{one.fact.mention.document for one in variant} for variant in variants]
    level = Level.ERROR if min(map(len, homes)) == 1 < max(map(len, homes)) else Level.WARNING
    return of_titles(story, group, variants, level)


def of_titles(story: Story, group: Group, variants: Sequence[Sequence[Told]], level: Level) -> Finding:
    """One person with titles that contradict each other."""
    labelled = [(told[0].words, [one.fact for one in told]) for told in variants]
    params = {
        "person": group.subject,
        "values": listed(story, labelled),
        "forms": forms(label for label, _ in labelled),
    }
    texts = Message("NAM003.summary", params), Message("NAM003.explanation", params)
    values = [_with_titles(told, story.document) for told in variants]
    return finding("NAM003", level, texts, values, subject=group.subject, group=group)


def _with_titles(told: Sequence[Told], documents: Mapping[str, Document]) -> ValueGroup:
    """The value with mentions that reach over title and name."""
    mentions = []
    for one in told:
        at, span = one.fact.mention, one.span
        text = documents[at.document].text[span.start : span.end]
        mentions.append(Mention(at.document, span.start, span.end, text, at.block))
    return ValueGroup(told[0].words, tuple(sorted(mentions, key=lambda m: (m.document, m.start))))
