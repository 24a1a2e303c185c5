"""A sentence shortened around the words that a finding speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from discrepancy.formats.view.parts import Quote

__all__ = ["SENTENCES", "excerpt"]

SENTENCES = 3
"""Sentences shown for one value; the page has them all."""
QUOTED = 160
"""Characters of a sentence shown around the words."""


def excerpt(quote: Quote) -> Iterator[tuple[str, bool]]:
    """A quote's sentence in runs, marked and not by turns: each with whether it is; what is long and not is cut."""
    runs = [
        ("".join(run.text for run in part), marked)
        for marked, part in groupby(quote.runs, key=lambda run: run.state is not None)
    ]
    for place, (text, marked) in enumerate(runs):
        if marked or len(text) <= QUOTED:
            yield text, marked
            continue
        head, tail = _head(text), _head(text[::-1])[::-1]
        last = place == len(runs) - 1
        yield f"{head}…" if last else f"…{tail}" if place == 0 else f"{head} … {tail}", False


def _head(text: str) -> str:
    """The first words of a text that is longer, none of them cut; of one without spaces, its first characters."""
    head = text[: QUOTED // 2]
    return (head[: head.rfind(" ")] if " " in head.strip() else head).rstrip()
