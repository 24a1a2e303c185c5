"""Ranges: one version writes "between 35 and 40 million", another gives a figure that lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.lexicon.measures import is_people, verb_concept
from discrepancy.model import BlockRole, Fact, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import Told, alike, is_near, is_one, sentence_of, stems, variant
from discrepancy.rules.reconcilers.hedge import shown

_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.MEASURE})
_WIDEST = 2
"""How many times the low end of a range its high end may be."""
_NARROW = 1.3
"""The same for a range so narrow that no figure lies in it by chance."""
_LARGE = 1000
_CAP = 40
"""Ranges of a story that are looked at."""


def find(story: Story) -> Iterator[Told]:
    """Figures of other versions in a range."""
    figures = [fact for facts in story.quantities.values() for fact in facts]
    spans = [fact for fact in figures if _is_span(fact)][:_CAP]
    seen: set[object] = set()
    for span in spans:
        for point in figures:
            key = span.quantity.figure, point.quantity.figure
            if (
                key not in seen
                and is_one(point)
                and not _gives_both(point, span, story)
                and _lies_in(point, span, story)
            ):
                seen.add(key)
                words = {"point": shown(point.quantity), "span": shown(span.quantity)}
                values = (variant(story, point), variant(story, span))
                yield Told(values, Reconciliation("range", Message("reconcile.in-range", words)))


def _gives_both(point: Fact, span: Fact, story: Story) -> bool:
    """Whether the version of the range gives the figure too, in words of another sentence: it tells of two things."""
    alike = story.stating.get((span.mention.document, point.quantity.figure), ())
    return point.mention.document != span.mention.document and any(each.sentence != span.sentence for each in alike)


def _is_span(fact: Fact) -> bool:
    q = fact.quantity
    told = q.kind in _KINDS and 0 < q.low < q.high <= _WIDEST * q.low
    return told and fact.mention.block is not BlockRole.CORRECTION and "-" not in q.unit and _is_written(fact)


def _is_written(fact: Fact) -> bool:
    """Whether both ends are written out, so that it is no hedge that makes the range."""
    return sum(each.isdigit() for each in fact.mention.text) > 1 or " and " in fact.mention.text


def _lies_in(point: Fact, span: Fact, story: Story) -> bool:
    if not alike(point, span) or not any(each.isdigit() for each in point.mention.text):
        return False
    if point.mention.document == span.mention.document and not is_near(point, span):
        return False
    if _AIM.search(sentence_of(story, span)):
        return False
    if not span.quantity.low < point.quantity.low < span.quantity.high or point.quantity.increment:
        return False
    narrow = span.quantity.high <= span.quantity.low * type(span.quantity.low)(str(_NARROW))
    return _speak_alike(point, span, story, enough=1 if narrow and point.quantity.low >= _LARGE else 2)


_AIM = re.compile(r"\b(?:target|band|goal|tolerance|guidance|limits?|corridor|brackets?|aim(?:s|ed)?)\b", re.IGNORECASE)
"""What makes a range one that figures are to be in, not one of them."""


def _speak_alike(point: Fact, span: Fact, story: Story, *, enough: int) -> bool:
    """Whether the noun of the one stands in the sentence of the other, or they share words enough."""
    one, other = point.subject, span.subject
    if point.quantity.kind is QuantityKind.SHARE and not is_near(point, span):
        return bool(one.verb) and verb_concept(one.verb) == verb_concept(other.verb)
    shared = stems(sentence_of(story, point)) & stems(sentence_of(story, span))
    verbs = bool(one.verb) and verb_concept(one.verb) == verb_concept(other.verb)
    noun = bool(one.head) and not is_people(one.head) and one.head[:5] in shared
    same = bool(one.concept) and one.concept == other.concept
    return len(shared) + verbs + noun + same >= enough + 1
