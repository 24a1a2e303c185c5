"""Provisional: one figure is told as partial or preliminary, the other is not."""

from __future__ import annotations

from discrepancy.lexicon import words
from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.once import once_each
from discrepancy.text.characters import fold

ORDER = 45


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a sentence says that its figure is not final."""
    return bool(_cue(fact, story))


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where just one of the two sentences says that its figure is not final."""
    told = [_cue(fact, story) for fact in (a, b)]
    if bool(told[0]) == bool(told[1]):
        return None
    params = {"a": a.mention.text, "b": b.mention.text, "cue": told[0] or told[1]}
    return Reconciliation("later-update", Message("reconcile.provisional", params))


@once_each
def _cue(fact: Fact, story: Story) -> str:
    text = story.document[fact.mention.document].text
    sentence = fold(text[fact.sentence.start : fact.sentence.end]).split()
    return next((word for word in sentence if word in words("provisional_words")), "")
