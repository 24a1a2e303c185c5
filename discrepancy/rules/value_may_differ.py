"""Two figures that may be of one thing differ, and the story tells how both can be right.

What fires:
    Figures of two versions that may measure the same thing, where too little says so for a difference to be flagged,
    and that an account of its own each, a later count, a named change or a time of its own accounts for. Always a
    note.

Why it matters:
    "90,000 marched, police said" in one version and "150,000, by the organisers' count" in another are no error, and
    a desk that merges the two must keep both accounts. A toll that grew is one that the draft may have to follow.

Known limits:
    What nothing accounts for is left unsaid: it is as likely to be two things. A hedge, a range or rounding do not
    count here, for figures near each other are common.

Source:
    Reuters Handbook of Journalism, "Attribution" and "Crowd estimates".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from discrepancy.lexicon.measures import toll_direction
from discrepancy.model import FactKind, Figure, Finding, Group, Level, Message, Reconciliation, Story
from discrepancy.rules.clashes import Variant
from discrepancy.rules.rule import Example, Rule, facts_of, finding
from discrepancy.rules.value_differs import Explained, explained_pairs, told_by, values_of, variants_of

_TELLING: Final = frozenset({"attribution", "later-update", "arithmetic", "correction"})
"""Reasons that the texts give in words, so that they say themselves that the two figures belong together."""


def judge(story: Story) -> Iterator[Finding]:
    """One note for each pair of kindred groups that the story explains, where no group holds the two figures."""
    together = {frozenset(two) for group in story.groups for two in combinations(_figures(story, group), 2)}
    for group in story.kindred:
        variants = variants_of(facts_of(story, group))
        found: dict[str, list[Explained]] = {}
        for i, j, reason in explained_pairs(variants, story):
            two = frozenset((variants[i][0].quantity.figure, variants[j][0].quantity.figure))
            if two not in together and _tells(reason, variants[i], variants[j]):
                found.setdefault(reason.kind, []).append((i, j, reason))
        for pairs in found.values():
            yield _note(story, group, variants, pairs)


def _note(story: Story, group: Group, variants: list[Variant], pairs: list[Explained]) -> Finding:
    told, params = told_by(story, group, variants, pairs)
    texts = Message("NUM003.summary", params), Message("NUM003.explanation", params)
    return finding(
        "NUM003", Level.NOTE, texts, values_of(told), subject=group.subject, group=group, reconciliation=pairs[0][2]
    )


def _tells(reason: Reconciliation, *values: Variant) -> bool:
    """Whether a reason is worth a note of two figures that only may be of one thing."""
    if reason.kind == "later-update" and not all(toll_direction(fact.subject.concept) for v in values for fact in v):
        return False
    return reason.kind in _TELLING and all(fact.quantity.low == fact.quantity.high for v in values for fact in v)


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
