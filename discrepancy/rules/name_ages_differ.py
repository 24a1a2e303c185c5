"""One person is given two ages.

What fires:
    Ages beside the name of one person that differ by two years or more: after the name in commas or brackets, before
    it ("58-year-old"), or told of it ("who is 58", "aged 58", "a 58-year-old farmer"). A year more or less fires, as
    a warning, only between documents of one day. Ages that the comparison of figures already holds against each other
    are left to it.

Why it matters:
    A wrong age is among the commonest corrections, and in a report of a death the one that a family remembers.

Known limits:
    Ages at another time are left out where words say so ("34 when she won", "then 34"); an old age without such words
    fires. Documents that lie years apart are allowed as many years of difference.

Source:
    AP Stylebook, "ages"; Reuters Handbook of Journalism, "Accuracy".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from discrepancy.model import Document, Fact, FactKind, FactRole, Finding, Group, Level, Message, Story
from discrepancy.names.ages import Ages
from discrepancy.rules.pointed_ages import pointed_ages
from discrepancy.rules.rule import Example, Rule, facts_of, finding, listed, value_group
from discrepancy.rules.rule import forms as shown
from discrepancy.rules.told_ages import told_ages
from discrepancy.rules.value_differs import conflict_of

_DAYS = 365
_BIRTHDAY = 1


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each person with ages that can not both be right."""
    ages = Ages(story.facts)
    pointed = pointed_ages(story)
    grouped = {fact: group.id for group in _told_elsewhere(story) for fact in group.facts}
    for group in story.groups:
        if group.kind is FactKind.PERSON:
            people = facts_of(story, group)
            told = {age.id: age for age in told_ages(story, ages, people)}
            told |= {age.id: age for person in people for age in pointed.get(person.id, ())}
            wrong = [(a, b) for a, b in combinations(told.values(), 2) if _clash(story, a, b)]
            apart = [pair for pair in wrong if len({grouped.get(age.id, age.id) for age in pair}) > 1]
            if apart:
                yield _finding(story, group, [age for age in told.values() if any(age in pair for pair in wrong)])


def _told_elsewhere(story: Story) -> Iterator[Group]:
    """The groups of ages whose difference the comparison of figures flags."""
    for group in story.groups:
        of_age = group.kind is FactKind.QUANTITY and story.fact[group.facts[0]].role is FactRole.AGE
        if of_age and conflict_of(story, group, frozenset()):
            yield group


def _clash(story: Story, a: Fact, b: Fact) -> bool:
    """Whether two ages differ by more than birthdays between the two documents make."""
    difference = abs(a.quantity.low - b.quantity.low)
    days = _days_between(story.document[a.mention.document], story.document[b.mention.document])
    if days == 0:
        return difference > 0
    allowed = _BIRTHDAY + (days or 0) // _DAYS
    return difference > Decimal(allowed)


def _days_between(one: Document, other: Document) -> int | None:
    """Days between the publication of two documents; None where one is not known."""
    if one.id == other.id:
        return 0
    first, second = (document.day for document in (one, other))
    return abs((first - second).days) if first and second else None


def _finding(story: Story, group: Group, told: Sequence[Fact]) -> Finding:
    by_value: dict[Decimal, list[Fact]] = {}
    for age in told:
        by_value.setdefault(age.quantity.low, []).append(age)
    labelled = [(str(value), facts) for value, facts in sorted(by_value.items())]
    params = {
        "person": group.subject,
        "values": listed(story, labelled),
        "forms": shown(label for label, _ in labelled),
    }
    texts = Message("NAM007.summary", params), Message("NAM007.explanation", params)
    values = [value_group(label, facts) for label, facts in labelled]
    level = Level.ERROR if _spread(by_value) > _BIRTHDAY else Level.WARNING
    return finding("NAM007", level, texts, values, subject=group.subject, group=group)


def _spread(values: Iterable[Decimal]) -> Decimal:
    found = list(values)
    return max(found) - min(found)


RULE = Rule(
    code="NAM007",
    name="name-ages-differ",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Katherine Lindqvist (58) was hurt when the bridge fell.",
            "The bridge fell in the storm. Ms Lindqvist, who is 85, was driving to the market.",
        )
    ),
    near_miss=Example(
        (
            "Katherine Lindqvist (58) was hurt when the bridge fell.",
            "The bridge fell in the storm. Ms Lindqvist, then 34, had cut the ribbon in 2001.",
        )
    ),
    doc=__doc__,
)
