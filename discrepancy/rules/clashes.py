"""Whether two values of one measure truly contradict each other: shared by the rules on figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from discrepancy.lexicon.measures import is_state
from discrepancy.model import Fact, FactKind, FactRole, QuantityKind, Story

Variant = list[Fact]


def clash(left: Variant, right: Variant, story: Story) -> bool:
    """Whether some fact of one value stands against some fact of the other.

    Two versions do not contradict each other where one of them carries the other's figure as well: it speaks of two
    measures, and only the wrong one was found alike. Within one block of one text two figures do only where both say
    no more than how large the thing is.
    """
    return any(_against(a, b, story) for a in told_apart(left) for b in told_apart(right))


def told_apart(variant: Variant) -> Variant:
    """One fact for each way in which a document tells a value: what rules ask of them is the same for all others."""
    seen: dict[object, Fact] = {}
    for fact in variant:
        when = fact.when.value if fact.when else ""
        key = (fact.mention.document, fact.mention.block, fact.time, when, fact.attribution, fact.subject)
        seen.setdefault(key, fact)
    return list(seen.values())


def _against(a: Fact, b: Fact, story: Story) -> bool:
    if _of_a_birthday(a, b, story):
        return False
    if a.mention.document != b.mention.document:
        if _told_beside(story, a, b) != _told_beside(story, b, a):
            return False
        return not (_covers(story, b.mention.document, a) or _covers(story, a.mention.document, b))
    if a.mention.block is not b.mention.block:
        return not (_stands_beside(story, a, b) or _stands_beside(story, b, a))
    return is_state(a.subject.verb) and is_state(b.subject.verb)


def _of_a_birthday(a: Fact, b: Fact, story: Story) -> bool:
    """Whether two ages are a year apart in documents that are not known to be of one day."""
    if a.quantity.kind is not QuantityKind.AGE or abs(a.quantity.low - b.quantity.low) > 1:
        return False
    days = story.document[a.mention.document].day, story.document[b.mention.document].day
    return None in days or days[0] != days[1]


def _stands_beside(story: Story, fact: Fact, other: Fact) -> bool:
    """Whether the part of the text that holds ``other`` gives the figure of ``fact`` as well: the headline's 1,200."""
    alike = story.stating.get((other.mention.document, fact.quantity.figure), ())
    return any(each.mention.block is other.mention.block for each in alike)


def _told_beside(story: Story, fact: Fact, other: Fact) -> bool:
    """Whether the sentence of ``fact`` gives the figure of ``other`` too: "four voted for it and two against"."""
    alike = story.stating.get((fact.mention.document, other.quantity.figure), ())
    return any(each.sentence == fact.sentence for each in alike)


def _covers(story: Story, document: str, fact: Fact) -> bool:
    """Whether ``document`` states the figure of ``fact`` too, or parts that add up to it."""
    return _carries(story, document, fact) or _adds_up(story, document, fact)


def _adds_up(story: Story, document: str, fact: Fact) -> bool:
    """Whether figures of the same kind of thing in ``document`` sum to the figure: 12 on Monday and 5 on Tuesday."""
    q, concept = fact.quantity, fact.subject.concept
    alike = story.counting.get((document, q.kind, q.unit, concept), ()) if concept else ()
    parts = [other.quantity.low for other in alike[:_PARTS]]
    return any(sum(some) == q.low for n in (2, 3) for some in combinations(parts, n))


_PARTS = 8
"""Figures of one thing in a text that are tried as parts of a sum."""


def _carries(story: Story, document: str, fact: Fact) -> bool:
    """Whether ``document`` states the figure of ``fact`` of a like thing somewhere."""
    return any(_of_like_thing(other, fact) for other in story.stating.get((document, fact.quantity.figure), ()))


def _of_like_thing(a: Fact, b: Fact) -> bool:
    if a.role is FactRole.BASE:
        return True  # the text tells what the figure was before
    return a.subject.concept == b.subject.concept or "" in {a.subject.concept, b.subject.concept}


def quoted_alike(story: Story, variants: Sequence[Variant]) -> bool:
    """Whether all the figures stand in versions of one quotation: then that quotation is flagged, once."""
    homes = {fact_id: group.id for group in story.groups if group.kind is FactKind.QUOTATION for fact_id in group.facts}
    quotes = [story.fact[fact_id] for fact_id in homes]
    around = {_quotation_around(fact, quotes, homes) for variant in variants for fact in variant}
    return len(around) == 1 and "" not in around


def _quotation_around(fact: Fact, quotes: Sequence[Fact], homes: Mapping[str, str]) -> str:
    """The group of the quotation that a figure stands in; empty where it stands in none that is grouped."""
    at = fact.mention
    for quote in quotes:
        q = quote.mention
        if q.document == at.document and q.start <= at.start and at.end <= q.end:
            return homes[quote.id]
    return ""
