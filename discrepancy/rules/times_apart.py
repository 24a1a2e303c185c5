"""Whether two times of the clock are of one event, and farther apart than rounding puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.grammar.dates.comparing import can_both_hold, scale
from discrepancy.model import Fact, Story
from discrepancy.rules.clock_times import HOUR, ClockTime, rounded_to
from discrepancy.rules.one_sentence import one_sentence

_ANY_ZONE = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|IST|MSK|(?:[A-Z][\w.]+|local|Eastern|Pacific) time)\b"
)
_FURTHER = re.compile(
    r"\b(first|second|third|fourth|another|again|next|previous|earlier|later|last|other|further|final)\b", re.IGNORECASE
)


def clash(story: Story, a: ClockTime, b: ClockTime, times: Sequence[ClockTime], *, alike: bool) -> bool:
    """Whether two times are of one event, in one zone, and farther apart than rounding puts them."""
    one, other = a.fact, b.fact
    homes = {one.mention.document, other.mention.document}
    if len(homes) == 1 or a.zone != b.zone or a.minutes == b.minutes or not (alike or _one_event(story, one, other)):
        return False
    if scale(one.date) and scale(other.date) and not can_both_hold(one.date, other.date):
        return False
    if any(t.minutes == u.minutes and t.zone == u.zone for t in times for u in (a, b) if _crosses(t, u, homes)):
        return False  # one version gives both
    apart = abs(a.minutes - b.minutes)
    if apart < max(rounded_to(a), rounded_to(b)):
        return False
    unsaid = not a.zone and apart % HOUR == 0
    return not (unsaid and any(_ANY_ZONE.search(story.document[home].text) for home in homes))


def _crosses(time: ClockTime, told: ClockTime, homes: set[str]) -> bool:
    home = time.fact.mention.document
    return home in homes and home != told.fact.mention.document


def _one_event(story: Story, a: Fact, b: Fact) -> bool:
    if a.time is not b.time or _further(story, a) != _further(story, b):
        return False
    left, right = set(a.subject.modifiers), set(b.subject.modifiers)
    if not (left <= right or right <= left):
        return False
    return (a.subject.concept == b.subject.concept != "" and bool(left & right)) or one_sentence(story, [a], [b])


def _further(story: Story, fact: Fact) -> set[str]:
    """Words of the sentence that tell one of several apart."""
    text = story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]
    return {word.lower() for word in _FURTHER.findall(text)}
