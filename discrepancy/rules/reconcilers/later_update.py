"""Later update: a toll that rises from an earlier version to a later one, or a number of missing that falls."""

from __future__ import annotations

from discrepancy.lexicon.measures import toll_direction
from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.publication import earlier, published

ORDER = 35


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the count only grows, or only shrinks, as an event goes on, and the later version's has."""
    direction = toll_direction(a.subject.concept)
    if not direction or a.subject.concept != b.subject.concept:
        return None
    order = earlier(story, a.mention.document, b.mention.document)
    if order is None:
        return None
    first, then = (a, b) if order else (b, a)
    if (
        direction * (then.quantity.high - first.quantity.low) < 0
        and direction * (then.quantity.low - first.quantity.high) < 0
    ):
        return None
    words = {
        "a": first.mention.text,
        "a_time": published(story, first.mention.document),
        "b": then.mention.text,
        "b_time": published(story, then.mention.document),
    }
    return Reconciliation("later-update", Message("reconcile.later-update", words))
