"""Now and then: "the subsidy is 7.8 million and will rise to 8.6", "60 million at first, 140 a year from 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.model import Fact, FactRole, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import (
    Told,
    before,
    behind,
    differs,
    factor,
    neighbours,
    of_like_thing,
    quoted,
    variant,
)
from discrepancy.rules.once import once_each
from discrepancy.rules.rule import sources
from discrepancy.rules.told_phases import FIRST, FROM, LATER, leads, phases

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.SHARE})
_MOST = 6
"""How many times larger what a thing rises to can be."""


def find(story: Story) -> Iterator[Told]:
    """The figures that one text tells of two times."""
    for document in story.documents:
        for a, b in neighbours(story, document.id):
            key = told(a, b, story)
            if not key:
                continue
            one, other = variant(story, a), variant(story, b)
            if differs(one, other):
                source = sources(story, [b])
                words = {"a": a.mention.text, "b": b.mention.text, "source": source, "words": quoted(story, b)}
                told_so = Message("reconcile.led-to", words) if key == _LED_TO else Message("reconcile.phases", words)
                yield Told((one, other), Reconciliation("time-frame", told_so))
    yield from _spans(story)


_LED_TO = "reconcile.led-to"


def told(a: Fact, b: Fact, story: Story) -> str:
    """How a text tells that the second figure comes after the first, as a message's key; empty where it does not."""
    if a.quantity.kind not in _KINDS or a.quantity.low == b.quantity.low or not _may_be_one(a, b):
        return ""
    return _LED_TO if leads(a, b, story) else "reconcile.phases" if phases(a, b, story) else ""


def _spans(story: Story) -> Iterator[Told]:
    """The figures at the ends of what a text tells as "from 15.20 pounds to 16.50 pounds", met in other versions."""
    for span in (
        fact for facts in story.quantities.values() for fact in facts if fact.quantity.low < fact.quantity.high
    ):
        q, ahead = span.quantity, before(story, span)
        if not FROM.search(ahead) or q.low <= 0 or q.high > _MOST * q.low:
            continue
        ones, others = _at(q.low, span, story), _at(q.high, span, story)
        if bool(ones) != bool(others):
            met = ones or others
            words = {"a": met[0].mention.text, "span": span.mention.text, "source": sources(story, [span])}
            words["words"] = quoted(story, span)
            yield Told((met, [span]), Reconciliation("time-frame", Message("reconcile.from-to", words)))


def _at(value: Decimal, span: Fact, story: Story) -> list[Fact]:
    q = span.quantity
    figure = q.kind, q.unit, value, value
    given = (fact for document in story.document for fact in story.stating.get((document, figure), ()))
    return [
        fact for fact in given if fact.mention.document != span.mention.document and fact.role is not FactRole.CHANGE
    ]


def _may_be_one(a: Fact, b: Fact) -> bool:
    changes = FactRole.CHANGE in {a.role, b.role} or a.quantity.increment or b.quantity.increment
    named = a.sentence == b.sentence or not b.subject.head or a.subject.concept == b.subject.concept != ""
    return not changes and named and of_like_thing(a, b) and factor(a, b) <= _MOST


def goes_on(first: Fact, then: Fact, story: Story) -> bool:
    """Whether what stands behind a figure of the first time gives the other one, as that of the time after it."""
    rest = _behind_first(first, story)
    number = _NUMBER.match(then.mention.text.lstrip("£$€R ")) if rest else None
    if number is None:
        return False
    found = re.search(rf"(?<![\d.,]){re.escape(number.group())}(?![\d]|[.,]\d)", rest)
    return (
        found is not None
        and LATER.match(re.sub(r"^(?: (?:million|billion|bn|m)\b)", "", rest[found.end() :])) is not None
    )


@once_each
def _behind_first(fact: Fact, story: Story) -> str:
    """What stands behind the words that tell a figure as of the first time; empty where none do."""
    after = behind(story, fact, 110)
    opening = FIRST.match(after)
    return after[opening.end() :] if opening else ""


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
