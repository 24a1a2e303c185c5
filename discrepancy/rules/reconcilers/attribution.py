"""Attribution: each figure is credited to another source, police and organisers."""

from __future__ import annotations

from discrepancy.lexicon import words
from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.once import once

ORDER = 39


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a figure is by an account."""
    del story
    return fact.attribution is not None


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where both figures are told by a named account and the accounts differ.

    The article's own voice against a speaker's figure stays a conflict.
    """
    if a.attribution is None or b.attribution is None:
        return None
    one, other = a.attribution.speaker, b.attribution.speaker
    if not one or not other or one == other or one in other or other in one or (_official(one) and _official(other)):
        return None
    names = _names(story)
    params = {
        "a": a.mention.text,
        "a_by": names.get(one, one),
        "b": b.mention.text,
        "b_by": names.get(other, other),
    }
    return Reconciliation("attribution", Message("reconcile.attribution", params))


@once
def _names(story: Story) -> dict[str, str]:
    return {person.id: person.name for person in story.people}


def _official(speaker: str) -> bool:
    """Whether a speaker is only an authority in general, which may be the very one that the other version means."""
    return any(word in words("official_words") for word in speaker.replace("-", " ").split())
