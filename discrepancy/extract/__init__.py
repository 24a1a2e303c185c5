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
from discrepancy.extract.accounts import Accounts
from discrepancy.extract.cast import read_cast
from discrepancy.extract.clauses import find_clauses
from discrepancy.extract.reading import read_document
from discrepancy.extract.speech import find_sayings
from discrepancy.extract.spots import Spots
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
    cast = read_cast(reading, people)
    sayings = find_sayings(reading, cast)
    quoted = quotations.extract(reading, sayings, cast)
    accounts = Accounts(quoted, sayings)
    times = dates.read_dates(reading)
    dated = Spots((date.start, date.end, date) for date in times)
    bodies = organisations.extract(reading)
    figures = quantities.extract(reading, accounts, dated)
    clauses = tuple(find_clauses(reading))
    found = [
        *people,
        *quoted,
        *figures,
        *dates.extract(reading, times, accounts),
        *places.extract(reading, dated, accounts, bodies),
        *courts.extract(reading, accounts),
        *claims.extract(reading, clauses, cast, accounts, dated),
        *statements.extract(reading, clauses, [*people, *figures], accounts),
        *bodies,
    ]
    return tuple(sorted(found, key=lambda fact: (fact.mention.start, fact.mention.end, fact.kind.value)))
