"""Document -> facts. One file a kind of fact; what several of them need is in ``reading`` and ``speech``."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extract import (
    claims,
    courts,
    dates,
    organisations,
    persons,
    places,
    quantities,
    quotations,
    statements,
)
from discrepancy.extract.reading import read_document
from discrepancy.extract.speech import find_sayings
from discrepancy.model import Document, Fact, Span
from discrepancy.text.engine import Engine

__all__ = ["extract_facts"]


def extract_facts(document: Document, engine: Engine) -> tuple[Fact, ...]:
    """Every fact that ``document`` states, in the order of its text.

    People come first, then who says what, since a figure's account depends on both; each stage only reads.
    """
    reading = read_document(document, engine)
    people = persons.extract(reading)
    reading = replace(reading, people=tuple(Span(f.mention.start, f.mention.end) for f in people))
    sayings = find_sayings(reading, people)
    quoted = quotations.extract(reading, sayings, people)
    times = dates.read_dates(reading)
    bodies = organisations.extract(reading)
    figures = quantities.extract(reading, quoted, sayings, times)
    found = [
        *people,
        *quoted,
        *figures,
        *dates.extract(reading, times, quoted, sayings),
        *places.extract(reading, times, quoted, sayings, bodies),
        *courts.extract(reading, quoted, sayings),
        *claims.extract(reading, people, quoted, sayings, times),
        *statements.extract(reading, [*people, *figures], quoted, sayings),
        *bodies,
    ]
    return tuple(sorted(found, key=lambda fact: (fact.mention.start, fact.mention.end, fact.kind.value)))
