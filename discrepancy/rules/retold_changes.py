"""One result with two starts: "rose 28% to 890 million" in one version, "to 890 million from 754 million" there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, permutations
from typing import Final

from discrepancy.model import Fact, Story
from discrepancy.rules.changes import Change, changes
from discrepancy.rules.step_bases import Start
from discrepancy.rules.swapped_units import shared_words
from discrepancy.rules.told_starts import by_base, by_change
from discrepancy.rules.written import apart, room, runs

__all__ = ["Start", "facts_of_start", "two_starts"]

_OTHERWISE: Final = re.compile(
    r"\b(?:organic|constant|like-for-like|underlying|adjust\w*|currenc\w+|inflation|real terms|annuali[sz]ed|averag\w+"
    r"|expect\w*|forecast\w*|estimate\w*|target|month|week|quarter-on-quarter|previous quarter|decade|peak|record"
    r"|(?<!lowest )(?<!highest )(?<!first )(?<!worst )(?<!best )since"
    r"|intraday|premarket|midday|early trad\w+|after-hours|extended)\b",
    re.IGNORECASE,
)
"""Words by which a change is reckoned from another start, or at another hour."""
_DIGITS: Final = 3


def two_starts(story: Story, off: Callable[[Change], bool]) -> Iterator[tuple[Start, Start]]:
    """A result whose start one version tells by the change and another as a figure, or by another change.

    Args:
        story: whose versions.
        off: whether a change told whole does not fit its own figures: that is told of it alone.
    """
    found = list(_starts(story, off))
    for one, other in permutations(found, 2):
        if not one.is_change or one.document.id == other.document.id or not _of_one_result(story, one, other):
            continue
        alike = one.told.quantity.kind is other.told.quantity.kind
        if other.is_change and (alike or one.document.id > other.document.id):
            continue  # two shares are compared as what they are
        if apart(one.base, other.base) and apart(one.turned, other.base):
            yield one, other


def _of_one_result(story: Story, one: Start, other: Start) -> bool:
    a, b = one.result.quantity, other.result.quantity
    same = (a.kind, a.unit, a.low, a.high) == (b.kind, b.unit, b.low, b.high) and a.hedge is b.hedge
    digits = len(f"{a.low.normalize():f}".replace(".", "").strip("0")) if same else 0
    return digits >= _DIGITS or (digits == _DIGITS - 1 and shared_words(story, one.result, other.result) > 1)


def _starts(story: Story, off: Callable[[Change], bool]) -> Iterator[Start]:
    whole = set()
    for found in changes(story):
        whole |= {found.change.id, found.result.id}
        if not found.otherwise and not off(found):
            yield Start(found.document, found.result, found.base, room(found.base), is_change=False)
    for document in story.documents:
        for row in runs(story, document.id):
            own = [fact for fact in row if fact.quantity.converts < 0]
            sentence = document.text[own[0].sentence.start : own[0].sentence.end] if own else ""
            if _OTHERWISE.search(sentence):
                continue
            for left, right in pairwise(own):
                if not {left.id, right.id} & whole:
                    found_start = by_change(document, left, right) or by_base(document, left, right)
                    if found_start is not None:
                        yield found_start


def facts_of_start(start: Start) -> Sequence[Fact]:
    """The figures that tell a start, in the order of the text."""
    return sorted((start.result, start.told), key=lambda fact: fact.mention.start)
