"""Figures of two articles that have the same digits in another order: one of them was most likely miswritten.

The rules hold figures against each other that are told in like words. Outlets that report by themselves have few words
in common, and a figure of many digits tells by itself which one it is: 64,182 and 61,482 are hardly two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from discrepancy.lexicon.measures import is_people
from discrepancy.model import BlockRole, Document, Fact, FactKind, Finding, Hedge, Level, Message, ReportData
from discrepancy.rules.replaced import stems
from discrepancy.rules.rule import finding, forms, value_group
from discrepancy.units.slips import digits_of, of_same_digits
from discrepancy.watch.former import is_former

__all__ = ["slips"]

_FEW: Final = 3
"""Telling digits from which on the things told of, and a word around them, have to be the same too."""
_MANY: Final = 5
"""Telling digits from which on it is enough that nothing says that the figures are of two things."""
_EXACT: Final = frozenset({Hedge.NONE, Hedge.EXACTLY})


def slips(data: ReportData) -> Iterator[Finding]:
    """A finding for each two figures of that sort which no finding holds together yet, and no version gives both of."""
    told = {(m.document, m.start) for found in data.findings for value in found.values for m in value.mentions}
    documents = {document.id: document for document in data.documents}
    by_digits: dict[object, list[Fact]] = defaultdict(list)
    homes: dict[object, set[str]] = defaultdict(set)
    for fact in data.facts:
        if fact.kind is FactKind.QUANTITY:
            homes[fact.quantity.figure].add(fact.mention.document)
            if _may_slip(fact, documents) and (fact.mention.document, fact.mention.start) not in told:
                by_digits[_sorted_digits(fact)].append(fact)
    for facts in by_digits.values():
        yield from _among(facts, documents, homes)


def _may_slip(fact: Fact, documents: Mapping[str, Document]) -> bool:
    q = fact.quantity
    if fact.mention.block is BlockRole.CORRECTION or q.low != q.high or q.hedge not in _EXACT:
        return False
    return len(digits_of(q)) >= _FEW and not is_former(documents[fact.mention.document], fact)


def _sorted_digits(fact: Fact) -> object:
    q = fact.quantity
    return q.kind, q.unit, q.per, q.low.adjusted(), "".join(sorted(digits_of(q)))


def _among(
    facts: Sequence[Fact], documents: Mapping[str, Document], homes: Mapping[object, set[str]]
) -> Iterator[Finding]:
    values: dict[object, list[Fact]] = defaultdict(list)
    for fact in facts:
        values[fact.quantity.figure].append(fact)
    figures = list(values)
    for place, one in enumerate(figures):
        for other in figures[place + 1 :]:
            pair = values[one], values[other]
            if homes[one] & homes[other] or not any(_of_one(a, b, documents) for a in pair[0] for b in pair[1]):
                continue
            yield _finding(*pair)


def _of_one(a: Fact, b: Fact, documents: Mapping[str, Document]) -> bool:
    if not of_same_digits(a.quantity, b.quantity):
        return False
    if a.quantity.noun and b.quantity.noun and not _of_one_thing(a, b):
        return False
    if len(digits_of(a.quantity)) >= _MANY:
        return True
    return _of_one_thing(a, b) and bool(_around(a, documents) & _around(b, documents))


def _of_one_thing(a: Fact, b: Fact) -> bool:
    one, other = a.subject, b.subject
    if not one.head or not other.head:
        return False
    return one.head == other.head or one.concept == other.concept or (is_people(one.head) and is_people(other.head))


def _around(fact: Fact, documents: Mapping[str, Document]) -> frozenset[str]:
    text = documents[fact.mention.document].text
    sentence = f"{text[fact.sentence.start : fact.mention.start]} {text[fact.mention.end : fact.sentence.end]}"
    return stems(sentence)


def _finding(ones: Sequence[Fact], others: Sequence[Fact]) -> Finding:
    labels = [ones[0].mention.text, others[0].mention.text]
    subject = ones[0].subject.text or others[0].subject.text
    told = Message("watch.slip", {"forms": forms(labels), "subject": subject})
    values = [value_group(label, facts) for label, facts in zip(labels, (ones, others), strict=True)]
    return finding("NUM001", Level.ERROR, (told, told), values, subject=subject)
