"""Later update: a toll that rises from an earlier version to a later one."""

from __future__ import annotations

from discrepancy.lexicon.measures import is_fate
from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.publication import earlier, published

ORDER = 35


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the figures count what happened to people and the version published later gives no less."""
    if not (is_fate(a.subject.concept) and a.subject.concept == b.subject.concept):
        return None
    order = earlier(story, a.mention.document, b.mention.document)
    if order is None:
        return None
    first, then = (a, b) if order else (b, a)
    if then.quantity.high < first.quantity.low:
        return None
    words = {
        "a": first.mention.text,
        "a_time": published(story, first.mention.document),
        "b": then.mention.text,
        "b_time": published(story, then.mention.document),
    }
    return Reconciliation("later-update", Message("reconcile.later-update", words))
