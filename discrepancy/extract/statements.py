"""What each stretch of a sentence tells, by its words: for holding tellings against each other that share no grammar.

A claim (see :mod:`~discrepancy.extract.claims`) is read from the grammar of its clause, and two versions of one thing
often share none: "a demand that it turned down", "it said no to the demand". Here a stretch is a bag of words with
figures and persons, with what leaves it open, by whose account it is told, and which side of what matter it takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.clauses import Clause
from discrepancy.extract.reading import Reading
from discrepancy.extract.statement_roles import roles_told
from discrepancy.extract.stretches import READ, stretches
from discrepancy.extract.telling_words import Telling
from discrepancy.extract.told_stretches import told_in
from discrepancy.model import Fact


def extract(reading: Reading, clauses: Sequence[Clause], facts: Sequence[Fact], accounts: Accounts) -> list[Fact]:
    """A claim for each stretch of the document's sentences, and one for each stance in it.

    Args:
        reading: the document.
        clauses: its clauses that state something.
        facts: its persons and quantities.
        accounts: who tells what in it.
    """
    context = Telling(reading, facts, accounts)
    found: dict[str, Fact] = {}
    for stretch, aside in stretches(reading):
        for fact in told_in(context, stretch, aside=aside):
            found.setdefault(fact.id, fact)
    for clause in clauses:
        if reading.block_of(clause.verb.start).role in READ and not clause.denied:
            for fact in roles_told(context, clause):
                found.setdefault(fact.id, fact)
    return list(found.values())
