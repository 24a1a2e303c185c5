"""A source's own words at a mention, with the hedge that belongs to them."""

from __future__ import annotations

from discrepancy.formats.view.index import Index
from discrepancy.model import Mention, Quantity

__all__ = ["own_words"]

REACH = 40
"""Characters between a figure and its hedge ("more than the usual 100,000")."""


def own_words(index: Index, mention: Mention) -> str:
    """What the source says at ``mention``, white space made plain: "an estimated 100,000", not "100,000" alone."""
    start, end = mention.start, mention.end
    for fact in index.facts_at(mention):
        if isinstance(fact.value, Quantity) and fact.value.hedge_text:
            start, end = _with_hedge(index.documents[mention.document].text, mention, fact.value.hedge_text)
            break
    return " ".join(index.documents[mention.document].text[start:end].split())


def _with_hedge(text: str, mention: Mention, hedge: str) -> tuple[int, int]:
    before = text.rfind(hedge, max(0, mention.start - len(hedge) - REACH), mention.start)
    if before >= 0:
        return before, mention.end
    after = text.find(hedge, mention.end, mention.end + len(hedge) + REACH)
    return mention.start, after + len(hedge) if after >= 0 else mention.end
