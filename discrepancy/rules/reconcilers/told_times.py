"""Told times: a text gives both figures itself, of two times: "30 million in the first year, 85 a year after that"."""

from __future__ import annotations

from discrepancy.model import Fact, Message, Reconciliation, Story
from discrepancy.rules.accounted import steps
from discrepancy.rules.accounted.told import is_near, quoted
from discrepancy.rules.rule import sources

ORDER = 9


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where the text of one figure gives the other beside it, as of an earlier or a later time."""
    for here, elsewhere in ((a, b), (b, a)):
        if a.mention.document != b.mention.document and steps.goes_on(here, elsewhere, story):
            words = {"a": here.mention.text, "b": elsewhere.mention.text, "source": sources(story, [here])}
            return Reconciliation("time-frame", Message("reconcile.phases", words | {"words": quoted(story, here)}))
        for beside in story.stating.get((here.mention.document, elsewhere.quantity.figure), ()):
            first, then = sorted((here, beside), key=lambda fact: fact.mention.start)
            if is_near(first, then) and steps.told(first, then, story) == _PHASES:
                words = {"a": first.mention.text, "b": then.mention.text, "source": sources(story, [here])}
                words["words"] = quoted(story, then)
                return Reconciliation("time-frame", Message("reconcile.phases", words))
    return None


_PHASES = "reconcile.phases"
