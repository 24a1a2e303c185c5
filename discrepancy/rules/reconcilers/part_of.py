"""Part of: one version gives the whole and the other's figure as a part of it, "62 operations, 38 of them here"."""

from __future__ import annotations

import re

from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.rule import sources

ORDER = 9
_OF_THEM = re.compile(r" of (?:them|these|those|whom|which) (?:at|from|in|last|near|on|outside|since|this|under)\b")
"""What follows a part, of a place or time: those of whom something else is told are counted for themselves."""


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the sentence of the whole gives the other version's figure as a part of it."""
    if a.mention.document == b.mention.document:
        return None
    part, whole = sorted((a, b), key=lambda fact: fact.quantity.low)
    text = story.document[whole.mention.document].text
    for other in story.stating.get((whole.mention.document, part.quantity.figure), ()):
        behind = other.sentence == whole.sentence and whole.mention.end <= other.mention.start
        if behind and _OF_THEM.match(text, other.mention.end):
            words = {"part": part.mention.text, "whole": whole.mention.text, "source": sources(story, [whole])}
            return Reconciliation("scope", Message("reconcile.part-of", words))
    return None
