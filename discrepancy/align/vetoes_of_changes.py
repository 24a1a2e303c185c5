"""What parts two measures of a thing that changes: a level, a rise, a fall, a rate."""

from __future__ import annotations

from discrepancy.lexicon.measures import is_closing, verb_concept
from discrepancy.model import Fact, FactRole
from discrepancy.units.slips import of_same_digits


def change_against_level(a: Fact, b: Fact) -> bool:
    """Whether one is a change, or what it is counted from, and the other is not."""
    return a.role is not b.role and bool({a.role, b.role} & {FactRole.CHANGE, FactRole.BASE})


def other_way(a: Fact, b: Fact) -> bool:
    """Whether one tells of a rise and the other of a fall, by figures that no slip makes of one another."""
    if a.role is not b.role or a.role is not FactRole.CHANGE or of_same_digits(a.quantity, b.quantity):
        return False
    return {_way(a), _way(b)} == {"up", "down"} and a.quantity.figure != b.quantity.figure


def _way(fact: Fact) -> str:
    if fact.quantity.change in {"up", "down"}:
        return fact.quantity.change
    concept = verb_concept(fact.subject.verb)
    return "up" if concept in {"rise", "raise"} else "down" if concept in {"fall", "cut"} else ""


def one_more(a: Fact, b: Fact) -> bool:
    """Whether just one counts those that come on top: "three more"."""
    return a.quantity.increment != b.quantity.increment


def closing_against_trading(a: Fact, b: Fact) -> bool:
    """Whether just one share price is that of the close."""
    return is_closing(a.subject.verb) != is_closing(b.subject.verb) and a.subject.concept == "share"


def other_rate(a: Fact, b: Fact) -> bool:
    """Whether both are per something, and not per the same."""
    return len({a.quantity.per, b.quantity.per} - {""}) == 2
