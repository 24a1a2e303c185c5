"""Ages then and now: "the 34-year-old" who died, "she would be 37 today"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import Told, before, behind, is_near, quoted, variant
from discrepancy.rules.rule import sources

_NOW = re.compile(
    r"\b(?:would (?:now |today |by now )?(?:be|have been|have turned)|is now|are now|now aged|now|today aged)"
    r"(?: aged)? ?$",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould\b[^.;:]*$", re.IGNORECASE)
_THEN = re.compile(r"(?:[ ,(]|-year-old)*\b(?:at the time|then|when (?:he|she|they|it)|on the day)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|died|aged|killed|then|at the age of)(?: at| aged| only| just)? ?$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)\]”\"’—–]|$|(?:now|today|this|had|if|and|but|years? old|in|by)\b)")
_OLDEST = 120
_MOST = 30
"""Years between what is told of an age and now."""


def find(story: Story) -> Iterator[Told]:
    """The ages that somebody was, and would be or is now."""
    for document in story.documents:
        figures = story.quantities[document.id]
        for now in figures:
            if not _is_age(now) or not _NOW.search(before(story, now, 30)) or not _ENDS.match(behind(story, now)):
                continue
            for then in _ages(figures, now):
                years = now.quantity.low - then.quantity.low
                if _WOULD.search(before(story, now, 30)) is None and (
                    not now.subject.head or now.subject.head != then.subject.head
                ):
                    continue
                if 0 < years <= _MOST and _was(then, story):
                    one, other = variant(story, then), variant(story, now)
                    source = sources(story, [now])
                    words = {"a": then.mention.text, "b": now.mention.text, "source": source}
                    words["words"] = quoted(story, now)
                    yield Told((one, other), Reconciliation("time-frame", Message("reconcile.age-now", words)))
                    break


def _is_age(fact: Fact) -> bool:
    return fact.quantity.kind in {QuantityKind.AGE, QuantityKind.COUNT} and 0 < fact.quantity.low < _OLDEST


def _ages(figures: Sequence[Fact], now: Fact) -> list[Fact]:
    """The ages before a figure, the nearest first."""
    ahead = [fact for fact in figures if fact.mention.end <= now.mention.start and _is_age(fact)]
    return [fact for fact in reversed(ahead) if fact.quantity.kind is QuantityKind.AGE or is_near(fact, now)]


def _was(then: Fact, story: Story) -> bool:
    if then.quantity.kind is QuantityKind.AGE:
        return True
    return bool(_THEN.match(behind(story, then)) or _WAS.search(before(story, then, 30)))
