"""Changes of shares told in per cent in one version and by the same figure in points in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from discrepancy.model import Document, Fact, FactRole, Message, Param, QuantityKind, Story
from discrepancy.rules.changes import is_points
from discrepancy.rules.written import Misfit, runs


def points_elsewhere(story: Story, told: set[str]) -> Iterator[Misfit]:
    """A change "3.8 percent to 61.2 percent" beside "3.8 points … 61.2 percent" of another version."""
    points = list(_in_points(story))
    if not points:
        return
    homes = {fact_id: group.id for group in story.groups for fact_id in group.facts}
    for document in story.documents:
        for row in runs(story, document.id):
            for change, result in permutations(row, 2):
                if change.id in told or not _to_share(document, change, result):
                    continue
                for fact, shares in points:
                    same = (fact.quantity.low, fact.quantity.step) == (change.quantity.low, change.quantity.step)
                    if not same or result.quantity.low not in shares or _together(homes, fact, change):
                        continue
                    params = (
                        ("a", change.mention.text),
                        ("b", fact.mention.text + _noun(fact)),
                        ("c", result.mention.text),
                    )
                    yield Misfit(((change,), (fact,)), params, result.subject.text)
                    break


def _noun(fact: Fact) -> str:
    return f" {fact.quantity.noun}" if fact.quantity.kind is QuantityKind.COUNT else ""


def _together(homes: dict[str, str], one: Fact, other: Fact) -> bool:
    return one.id in homes and homes[one.id] == homes.get(other.id)


def _in_points(story: Story) -> Iterator[tuple[Fact, set[object]]]:
    """Each figure in points, with the shares that its sentence names."""
    for document in story.documents:
        for row in runs(story, document.id):
            shares: set[object] = {fact.quantity.low for fact in row if fact.quantity.kind is QuantityKind.SHARE}
            for fact in row:
                if is_points(fact) and fact.quantity.low not in shares:
                    yield fact, shares


def _to_share(document: Document, change: Fact, result: Fact) -> bool:
    """Whether two figures of a sentence read as a change in per cent and the share that it leads to or comes from."""
    a, b = change.quantity, result.quantity
    if not (a.kind is b.kind is QuantityKind.SHARE and (a.change or change.role is FactRole.CHANGE) and a.low < b.low):
        return False
    left, right = sorted((change, result), key=lambda fact: fact.mention.start)
    gap = document.text[left.mention.end : right.mention.start]
    return result.role is not FactRole.CHANGE and len(gap) <= _REACH and _ANOTHER.search(gap) is None


_REACH = 90
_ANOTHER = re.compile(r"[.;:\d]|\b(?:and|while|but|whereas|as|with|although|though|compared|than|or)\b")
"""Words behind which another measure may be told."""


def say_elsewhere(params: dict[str, Param]) -> tuple[Message, Message]:
    """The summary and the explanation of such a change."""
    return Message("NUM015.summary_versions", params), Message("NUM015.explanation_versions", params)
