"""One abbreviation is written out in two ways.

What fires:
    Two versions give an abbreviation with two full names, both of which it fits and which share most of their words
    ("Democratic Unionist Party (DUP)", "Democratic United Party (DUP)").

Why it matters:
    A reader who looks the organisation up does not find it, and the wrong one may exist.

Known limits:
    Names that the abbreviation does not fit are left alone: they are mostly translations. Spelling conventions
    (Centre and Center, Co-operation) and joining words are no difference, and a name that holds all words of the
    other one is a longer form of it.

Source:
    AP Stylebook, "abbreviations and acronyms"; Reuters Handbook of Journalism, "Accuracy".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.model import Fact, FactKind, Finding, Level, Message, Story
from discrepancy.rules.rule import Example, Rule, finding, forms, listed, value_group

_SHARED = 0.5
"""Part of the words of two full names that has to be the same: two names of one body, not two bodies."""


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each abbreviation that two versions write out differently."""
    for short, facts in _by_abbreviation(story).items():
        values: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            values[fact.subject.head].append(fact)
        differing = {key for pair in combinations(sorted(values), 2) if _differ(*pair) for key in pair}
        if differing and not _one_version_has_two(values, differing):
            labelled = {values[key][0].organisation.name: values[key] for key in sorted(differing)}
            yield _finding(story, short, labelled)


def _by_abbreviation(story: Story) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.ORGANISATION and fact.organisation.abbreviation:
            found[fact.organisation.abbreviation].append(fact)
    return found


def _differ(one: str, other: str) -> bool:
    left, right = one.split(), other.split()
    if len(left) != len(right):
        return False
    same = sum(a == b for a, b in zip(left, right, strict=True))
    return len(left) * _SHARED <= same < len(left)


def _one_version_has_two(values: Mapping[str, Sequence[Fact]], keys: set[str]) -> bool:
    homes = [{fact.mention.document for fact in values[key]} for key in keys]
    return any(one & other for one, other in combinations(homes, 2))


def _finding(story: Story, short: str, values: Mapping[str, Sequence[Fact]]) -> Finding:
    params = {"abbreviation": short, "values": listed(story, values.items()), "forms": forms(values)}
    texts = Message("ORG001.summary", params), Message("ORG001.explanation", params)
    groups = [value_group(label, facts) for label, facts in values.items()]
    return finding("ORG001", Level.WARNING, texts, groups, subject=short)


RULE = Rule(
    code="ORG001",
    name="organisation-abbreviation-differs",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The strike was called by the National Transport Workers Union (NTWU) on Thursday.",
            "The strike was called by the National Transit Workers Union (NTWU) on Thursday.",
        )
    ),
    near_miss=Example(
        (
            "The report was written by the Centre for Labour and Co-operation (CLC) on Thursday.",
            "The report was written by the Center for Labor and Cooperation (CLC) on Thursday.",
        )
    ),
    doc=__doc__,
)
