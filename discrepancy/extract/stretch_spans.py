"""Which words of a stretch are shown of it."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.lexicon.people import is_saying
from discrepancy.model import Span
from discrepancy.text.engine import Token

_BEHIND, _AHEAD = 60, 45
"""Characters around the verb of a stretch that are shown of it."""
_LEFT, _RIGHT = 34, 20
"""Characters beside a stance that are shown of it."""
_VERBS = frozenset({"VERB", "AUX"})
_MARKS = frozenset({",", "-", "(", ")"})
_JOINING = frozenset({"ADP", "CCONJ", "SCONJ", "PART"})
"""Parts of speech that what is shown does not begin with."""


def shown_of(stretch: Sequence[Token], hedge: str) -> Span:
    """The words about the verb of a stretch, or about what leaves it open."""
    first = hedge.split(maxsplit=1)[0] if hedge else ""
    core = next((t for t in stretch if first and t.text.lower() == first), None)
    core = core or next((t for t in stretch if t.pos in _VERBS and not is_saying(t.lemma)), stretch[0])
    at = Span(core.start, core.end)
    start, end = begin_of(stretch, at), end_of(stretch, at)
    start, end = max(start, core.start - _AHEAD), min(end, core.end + _BEHIND)
    near = [t for t in stretch if start <= t.start and t.end <= end]
    return Span(near[0].start, near[-1].end) if near else at


def begin_of(stretch: Sequence[Token], at: Span) -> int:
    """Where the words shown of a stance begin: with what stands right before it, but no speaker."""
    begin = at.start
    for token in reversed([t for t in stretch if at.start - _LEFT <= t.start < at.start]):
        if token.pos == "VERB" and is_saying(token.lemma):
            break
        if token.text not in _MARKS and token.pos not in _JOINING:
            begin = token.start
    return begin


def end_of(stretch: Sequence[Token], at: Span) -> int:
    """Where they end: with what stands right behind it, before a comma, which a speaker may follow."""
    comma = next((t.start for t in stretch if t.start >= at.end and t.text in {",", "."}), None)
    last = comma if comma is not None else stretch[-1].end
    last = min(last, at.end + _RIGHT)
    return max([t.end for t in stretch if t.end <= last], default=at.end)
