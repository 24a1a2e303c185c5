"""By an hour: "about 12,000 had finished by 2 p.m." leaves room for more of them later that day."""

from __future__ import annotations

import re

from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.once import once_each
from discrepancy.rules.publication import earlier
from discrepancy.units.leeway import bounds

ORDER = 36
_BY = re.compile(
    r"\b(?:as of|before|by|till|until|up to)(?: (?:about|around|roughly|shortly after|just after))? $", re.IGNORECASE
)
_LOOK = 30
"""Characters before a time of day in which "by" is looked for."""


def concerns(fact: Fact, story: Story) -> bool:
    """Whether a count is told as of a time of day."""
    return bool(_hour(fact, story))


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one count is told as of a time of day, and a larger one of a later time or of none."""
    if not a.quantity.kind is b.quantity.kind is QuantityKind.COUNT:
        return None
    for first, then in ((a, b), (b, a)):
        if _hour(first, story) and _comes_after(first, then, story) and bounds(then.quantity)[1] > first.quantity.low:
            words = {"a": first.mention.text, "time": first.time_text, "b": then.mention.text}
            return Reconciliation("later-update", Message("reconcile.by-an-hour", words))
    return None


@once_each
def _hour(fact: Fact, story: Story) -> str:
    """The time of day by which a count is told; empty where there is none."""
    when = fact.when
    if when is None or "T" not in when.value or when.value.startswith("P"):
        return ""
    text = story.document[fact.mention.document].text
    return when.value if _BY.search(text[max(0, when.start - _LOOK) : when.start]) else ""


def _comes_after(first: Fact, then: Fact, story: Story) -> bool:
    """Whether nothing says that the second count was taken as early as the first."""
    hour = _hour(then, story)
    if hour:
        return hour > _hour(first, story)
    return first.mention.document == then.mention.document or not earlier(
        story, then.mention.document, first.mention.document
    )
