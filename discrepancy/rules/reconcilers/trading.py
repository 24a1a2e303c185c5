"""Trading: a share stood at one price during the day and at another at its end."""

from __future__ import annotations

import re

from discrepancy.lexicon.measures import is_closing
from discrepancy.model import Fact, Message, QuantityKind, Reconciliation, Story

ORDER = 38
_SHARES = re.compile(r"\b(?:shares?|stocks?)\b", re.IGNORECASE)


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where just one of two prices of a share is told as that at the end of trading."""
    if not a.quantity.kind is b.quantity.kind is QuantityKind.MONEY or not all(
        _of_shares(fact, story) for fact in (a, b)
    ):
        return None
    if is_closing(a.subject.verb) == is_closing(b.subject.verb):
        return None
    during, end = (b, a) if is_closing(a.subject.verb) else (a, b)
    words = {"during": during.mention.text, "end": end.mention.text}
    return Reconciliation("later-update", Message("reconcile.trading", words))


def _of_shares(fact: Fact, story: Story) -> bool:
    """Whether a sentence speaks of shares: "shares ended the day at 22.60 euros" has a day at the price."""
    text = story.document[fact.mention.document].text
    return _SHARES.search(text, fact.sentence.start, fact.mention.start) is not None
