"""What an archive of news would cost to check, worked out on paper from a measured rate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

__all__ = ["cost_of_archive"]

DOCUMENTS: Final = 63_000_000
"""English articles of CC-NEWS, September 2016 to February 2019: Liu and others, RoBERTa (arXiv:1907.11692), 3.2."""
BYTES: Final = 76e9
"""Their text, after filtering: the same place."""
BYTES_A_WORD: Final = 6.0
"""Of English news with the space behind each word, about."""
PRICE: Final = 0.0425
"""US dollars for a core and hour on demand: c5.2xlarge, 8 cores for 0.34, the example in Amazon's guide to EC2 Auto
Scaling ("Spot price per unit hour"), where a spot instance is about half of that."""


def cost_of_archive(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Lines that say it, from the two largest sizes measured: what documents cost beyond the start-up.

    Args:
        rows: of :mod:`benchmarks.growth`: documents, words a document, seconds of the processor.
    """
    if len(rows) < 2:
        return ["One size alone says nothing of growth."]
    before, after = rows[-2:]
    seconds = after["process_seconds"] - before["process_seconds"]
    words = (after["documents"] - before["documents"]) * after["words_a_document"]
    if seconds <= 0:
        return ["The larger batch took no longer than the smaller one: nothing can be said."]
    rate = words / seconds
    total = BYTES / BYTES_A_WORD
    hours = total / rate / 3600
    source = (
        f"- The English part of CC-NEWS from September 2016 to February 2019 is {DOCUMENTS / 1e6:.0f} million articles "
        f"and {BYTES / 1e9:.0f} GB of text (Liu and others, RoBERTa, 2019, section 3.2), at {BYTES_A_WORD:g} bytes a "
        f"word {total / 1e9:.1f} billion words, {total / DOCUMENTS:.0f} an article."
    )
    measured = (
        f"- The step from {before['documents']:,} to {after['documents']:,} documents above cost {seconds:,.0f} "
        f"seconds of the processor for {words:,} words: {rate:,.0f} words a second and core, engine, grouping, rules "
        "and writing together."
    )
    price = (
        f"- That makes {hours:,.0f} core hours: {hours / 64 / 24:.1f} days on 64 cores. At ${PRICE:g} a core and hour "
        f"(8 cores of a c5.2xlarge at $0.34, Amazon's own example) it is ${hours * PRICE:,.0f}; spot instances cost "
        "about half."
    )
    left_out = (
        "- Not counted: reading 76 GB from where it lies, and machines that wait for the slowest part. Real archives "
        "hold more articles that stand alone than the generator's, and an article alone is cheaper than one with four "
        "others to be held against."
    )
    return [source, measured, price, left_out]
