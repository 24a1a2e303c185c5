"""Which words of a stretch are shown of it."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.lexicon.people import is_saying
from discrepancy.model import Span
from discrepancy.text.engine import Token

_LEAST, _BEHIND, _AHEAD = 20, 60, 45
"""Characters around the verb of a stretch that are shown of it."""
_LEFT, _RIGHT = 34, 20
"""Characters beside a stance that are shown of it."""


def shown_of(stretch: Sequence[Token], hedge: str) -> Span:
    """The words about the verb of a stretch, or about what leaves it open."""
    first = hedge.split(maxsplit=1)[0] if hedge else ""
    core = next((t for t in stretch if first and t.text.lower() == first), None)
    verbs = [t for t in stretch if t.pos in {"VERB", "AUX"} and not is_saying(t.lemma)]
    core = core or (verbs[0] if verbs else stretch[0])
    at = Span(core.start, core.end)
    start, end = begin_of(stretch, at), end_of(stretch, at)
    near = [
        t
        for t in stretch
        if start <= t.start and t.end <= end and core.start - _AHEAD <= t.start and t.end <= core.end + _BEHIND
    ]
    return Span(near[0].start, near[-1].end) if near else at


def begin_of(stretch: Sequence[Token], at: Span) -> int:
    """Where the words shown of a stance begin: with what stands right before it, but no speaker."""
    before = [t for t in stretch if t.start < at.start]
    spoken = [t for t in before if is_saying(t.lemma) and t.pos == "VERB"]
    behind = [t for t in before if (not spoken or t.start > spoken[-1].start) and t.start >= at.start - _LEFT]
    while behind and (behind[0].text in {",", "-", "(", ")"} or behind[0].pos in {"ADP", "CCONJ", "SCONJ", "PART"}):
        behind.pop(0)
    return behind[0].start if behind else at.start


def end_of(stretch: Sequence[Token], at: Span) -> int:
    """Where they end: with what stands right behind it, before a comma, which a speaker may follow."""
    comma = next((t.start for t in stretch if t.start >= at.end and t.text in {",", "."}), None)
    last = comma if comma is not None else stretch[-1].end
    return max([t.end for t in stretch if t.end <= min(last, at.end + _RIGHT)], default=at.end)
