"""Two figures that may be of one thing differ, and the story tells how both can be right.

What fires:
    Figures of two versions that may measure the same thing, where too little says so for a difference to be flagged,
    and that an account of its own each, a later count, a named change, a part and its whole or a range accounts for.
    So do two figures that one text sets side by side itself: "police said 90,000, organisers spoke of 150,000", "four
    more, taking the team to 15", "5.8 per cent, down from 6.9", "62 operations, 38 of them here"; and those that make
    a sum, that come to the same by the month and the year, of which one is of who still is in hospital, of a first
    count of votes, of the day's trading or of the first year. Always a note.

Why it matters:
    "90,000 marched, police said" in one version and "150,000, by the organisers' count" in another are no error, and
    a desk that merges the two must keep both accounts. A toll that grew is one that the draft may have to follow.

Known limits:
    What nothing accounts for is left unsaid: it is as likely to be two things. A hedge or rounding do not count here,
    for figures near each other are common; a range does where one thing is done to one kind of thing.

Source:
    Reuters Handbook of Journalism, "Attribution" and "Crowd estimates".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Final

from discrepancy.labels import FIGURE
from discrepancy.lexicon.measures import is_people, toll_direction, verb_concept
from discrepancy.model import (
    Fact,
    FactKind,
    Figure,
    Finding,
    Group,
    Level,
    Message,
    Param,
    QuantityKind,
    Reconciliation,
    Story,
)
from discrepancy.rules.accounted import Told, accounted
from discrepancy.rules.accounted.told import factor
from discrepancy.rules.clashes import Variant
from discrepancy.rules.disputed import are_disputed, is_beside
from discrepancy.rules.publication import earlier
from discrepancy.rules.reconcilers import (
    attribution,
    former,
    part_of,
    partial_count,
    reconcile,
    told_step,
    trading,
)
from discrepancy.rules.reconcilers.hedge import shown
from discrepancy.rules.replaced import stale_ids
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, told_of, value_group
from discrepancy.rules.value_differs import (
    Explained,
    conflict_of,
    explained_pairs,
    in_notes,
    told_by,
    unexplained,
    values_of,
    variants_of,
)

_TELLING: Final = frozenset({"attribution", "later-update", "arithmetic", "correction", "scope"})
"""Reasons that the texts give in words, so that they say themselves that the two figures belong together."""
_MOST_GROWTH: Final = 20
"""How many times larger the later of two tolls can be: 29 cases in a trial are no part of 685 million in the world."""
_SMALL_KINDS: Final = frozenset({QuantityKind.DURATION, QuantityKind.AGE, QuantityKind.SHARE})
"""Kinds of which a text has many small ones, so that two of them make a third by chance."""
_SAID: Final = frozenset(
    {"reconcile.told-step", "reconcile.former", "reconcile.part-of", "reconcile.trading", "reconcile.partial-count"}
)
"""Those that one text gives right beside its figure."""
_SAYING: Final = (told_step, former, part_of, partial_count, trading)
"""The ways that give them."""
_SURELY: Final = _SAID | {
    "reconcile.later-update",
    "reconcile.recount",
    "reconcile.by-an-hour",
    "reconcile.grown",
    "reconcile.attribution",
}
"""Those that hold for a pair of mentions even where others of the same figures are not accounted for."""


def judge(story: Story) -> Iterator[Finding]:
    """One note for each pair that the texts account for themselves, and for each of kindred groups that is explained.

    What a group of figures that measure one thing explains or flags is left to the rule on those.
    """
    stale = stale_ids(story)
    judged = _judged(story, stale)
    seen: set[frozenset[Figure]] = set()
    for told in accounted(story):
        pairs = {frozenset(two) for two in combinations([variant[0].quantity.figure for variant in told.values], 2)}
        clean = not any(fact.id in stale for variant in told.values for fact in variant)
        if clean and not pairs & (judged | seen):
            seen |= pairs
            yield _telling(story, told)
    for group in story.groups:
        for told in _loosely(story, group, stale) if group.kind is FactKind.QUANTITY else ():
            pair = frozenset(variant[0].quantity.figure for variant in told.values)
            if pair not in judged and pair not in seen:
                seen.add(pair)
                yield _telling(story, told)
    together = {frozenset(two) for group in story.groups for two in combinations(_figures(story, group), 2)}
    yield from _of_kindred(story, stale, together | seen)


def _of_kindred(story: Story, stale: AbstractSet[str], together: AbstractSet[frozenset[Figure]]) -> Iterator[Finding]:
    """One note for each pair of kindred groups that the story explains, where no group holds the two figures."""
    again: set[object] = set()
    for group in story.kindred:
        variants = variants_of([fact for fact in facts_of(story, group) if fact.id not in stale])
        explained: dict[str, list[Explained]] = {}
        for i, j, reason in _accounted(variants, story):
            two = frozenset((variants[i][0].quantity.figure, variants[j][0].quantity.figure))
            repeated = (two, reason.kind) in again
            again.add((two, reason.kind))
            if not repeated and two not in together and _tells(reason, variants[i], variants[j], story):
                explained.setdefault(reason.kind, []).append((i, j, reason))
        apart = unexplained(variants, [pair for pairs in explained.values() for pair in pairs], story)
        for pairs in explained.values():
            for told in in_notes(pairs, apart):
                yield _note(story, group, variants, told)


def _judged(story: Story, stale: AbstractSet[str]) -> set[frozenset[Figure]]:
    """The pairs of figures that a group of one thing explains or flags."""
    found: set[frozenset[Figure]] = set()
    for group in story.groups:
        if group.kind is FactKind.QUANTITY:
            variants = variants_of([fact for fact in facts_of(story, group) if fact.id not in stale])
            told = [(variants[i], variants[j]) for i, j, _ in explained_pairs(variants, story)]
            told += combinations(conflict_of(story, group, stale), 2)
            found |= {frozenset((one[0].quantity.figure, other[0].quantity.figure)) for one, other in told}
    return found


def _loosely(story: Story, group: Group, stale: AbstractSet[str]) -> Iterator[Told]:
    """The pairs of a group of which some mentions tell how both can be right, though not each with each."""
    variants = variants_of([fact for fact in facts_of(story, group) if fact.id not in stale])
    for one, other in combinations(variants, 2):
        if one[0].quantity.unit == other[0].quantity.unit:
            reason = next(filter(None, (_strongly(a, b, story) for a in one for b in other)), None)
            if reason is not None:
                yield Told((one, other), reason)


def _strongly(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """A reason that is a telling one, beyond a hedge, a rounding or another time."""
    if a.mention.document == b.mention.document:
        return None
    reason = reconcile(a, b, story)
    if reason is None or reason.kind not in _TELLING or reason.text.key not in _SURELY:
        return None
    if reason.text.key in {"reconcile.later-update", "reconcile.grown"} and not _grows(a, b, story):
        return None
    return reason if reason.kind != "attribution" or _are_rivals(a, b, story) else None


def _are_rivals(a: Fact, b: Fact, story: Story) -> bool:
    return are_disputed(a, b, story) and factor(a, b) <= _MOST_APART


_MOST_APART: Final = 5
"""How many times larger the one of two rival figures can be."""


def _telling(story: Story, told: Told) -> Finding:
    """The note on values that the texts account for."""
    facts = [fact for variant in told.values for fact in variant]
    subject = max((fact.subject.text for fact in facts[:_NAMING]), key=len) or FIGURE
    values = [(shown(variant[0].quantity), variant) for variant in told.values]
    params: dict[str, Param] = {
        "subject": told_of(subject),
        "values": listed(story, values),
        "forms": forms(label for label, _ in values),
    }
    texts = Message("NUM003.summary", params), Message("NUM003.explanation", params)
    groups = [value_group(label, variant) for label, variant in values]
    return replace(
        finding("NUM003", Level.NOTE, texts, groups, subject=subject, reconciliation=told.reason), confidence=_LIKELY
    )


_NAMING: Final = 6
"""Mentions among which the words for a subject are looked for."""
_LIKELY: Final = 0.7
"""How sure it is that two figures belong together which the texts set side by side."""


def _accounted(variants: Sequence[Variant], story: Story) -> Iterator[Explained]:
    """The pairs of values that can both be right, each with its reason: first those that one text itself explains."""
    said: set[tuple[int, int]] = set()
    for i, j in combinations(range(len(variants)), 2):
        left, right = variants[i][:_TRIED], variants[j][:_TRIED]
        reason = next(filter(None, (_said(a, b, story) for a in left for b in right)), None)
        if reason is not None:
            said.add((i, j))
            yield i, j, reason
    yield from (each for each in explained_pairs(variants, story) if each[:2] not in said)


_TRIED: Final = 24
"""Mentions of a value that are tried: what that many do not tell the others will not."""


def _said(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason that one text gives itself: two accounts side by side, or what led from one figure to the other.

    What another version leaves out of it does not take it back.
    """
    if a.quantity.unit != b.quantity.unit:
        return None
    if is_beside(a, b):
        return attribution.reconcile(a, b, story)
    if not any(way.reconcile(a, b, story) for way in _SAYING):
        return None  # that the first of all ways is one of these needs no others
    reason = reconcile(a, b, story)
    return reason if reason is not None and reason.text.key in _SAID else None


def _note(story: Story, group: Group, variants: list[Variant], pairs: list[Explained]) -> Finding:
    told, params = told_by(story, group, variants, pairs)
    texts = Message("NUM003.summary", params), Message("NUM003.explanation", params)
    made = finding("NUM003", Level.NOTE, texts, values_of(told), subject=group.subject, reconciliation=pairs[0][2])
    return replace(made, confidence=group.confidence)  # kindred are no group of the report


def _tells(reason: Reconciliation, left: Variant, right: Variant, story: Story) -> bool:
    """Whether a reason is worth a note of two figures that only may be of one thing."""
    if reason.kind in {"hedge", "range"}:
        return any(_holds(a, b) or _holds(b, a) for a in left for b in right)
    if reason.kind not in _TELLING or any(fact.quantity.low != fact.quantity.high for fact in (*left, *right)):
        return False
    if reason.kind == "attribution":
        return any(_are_rivals(a, b, story) for a in left for b in right if a.attribution and b.attribution)
    if reason.kind == "arithmetic" and reason.text.key not in _SAID:
        return left[0].quantity.kind not in _SMALL_KINDS
    if reason.kind == "later-update" and reason.text.key not in _SAID:
        return all(_grows(a, b, story) for a in left for b in right)
    return True


def _holds(span: Fact, point: Fact) -> bool:
    """Whether a range written out holds another version's figure of one thing done to one kind of thing."""
    a, b = span.quantity, point.quantity
    one, other = span.subject, point.subject
    like = bool(one.head) and one.head == other.head and not is_people(one.head)
    alike = like and bool(one.verb) and verb_concept(one.verb) == verb_concept(other.verb)
    return alike and a.low < a.high and b.low == b.high and a.low <= b.low <= a.high


def _grows(a: Fact, b: Fact, story: Story) -> bool:
    """Whether a toll goes its way, and not so far that the later figure counts another thing."""
    direction = toll_direction(a.subject.concept)
    if not direction or a.subject.concept != b.subject.concept:
        return False
    order = earlier(story, a.mention.document, b.mention.document)
    first, then = (b, a) if order is False else (a, b)
    small, large = min(first.quantity.low, then.quantity.low), max(first.quantity.low, then.quantity.low)
    onward = order is None or (large == then.quantity.low) == (direction > 0)
    return onward and large <= _MOST_GROWTH * max(small, Decimal(1))


def _figures(story: Story, group: Group) -> list[Figure]:
    facts = facts_of(story, group) if group.kind is FactKind.QUANTITY else []
    return sorted({fact.quantity.figure for fact in facts})


RULE = Rule(
    code="NUM003",
    name="value-may-differ",
    level=Level.NOTE,
    judge=judge,
    conflict=Example(
        (
            "Police said 90,000 people marched through the city on Sunday.",
            "The organisers said 150,000 people had filled the streets of the city on Sunday.",
        )
    ),
    near_miss=Example(
        (
            "Police said 90,000 people marched through the city on Sunday.",
            "The stadium holds 150,000 people.",
        )
    ),
    doc=__doc__,
)
