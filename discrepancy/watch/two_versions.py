"""Two versions of one article, read together: their facts, settled and held together as those of one story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from discrepancy.align import align_facts
from discrepancy.model import BlockRole, Document, Fact, Group, Story
from discrepancy.pipeline import read_facts
from discrepancy.settings import Settings
from discrepancy.stories.people import settle_people

__all__ = ["TwoVersions", "read_two"]

_SOME_DAY: Final = dt.date(2000, 1, 1)
"""Stands in for the day of publication where versions do not say one: only which came first matters here."""


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """An article before and after an edit.

    Attributes:
        story: both, in a story of their own; the facts' relative dates were read against the day each was published.
        before, after: the documents, with different ids, one of them a copy where both had the same.
        facts_before, facts_after: what each states, in the order of its text, without what correction notes repeat.
        group_of: the group of each fact that stands in one, by the fact's id.
    """

    story: Story
    before: Document
    after: Document
    facts_before: tuple[Fact, ...]
    facts_after: tuple[Fact, ...]
    group_of: Mapping[str, Group]


def read_two(before: Document, after: Document, settings: Settings) -> TwoVersions:
    """Read both versions and hold their facts together.

    Raises:
        EngineMissing: there is no language model.
    """
    if before.id == after.id:
        after = replace(after, id=f"{after.id}+")
    one, two = read_facts([before, after], settings)
    facts, people = settle_people([*one, *two], [before, after])
    first, then = _in_order(before, after)
    aligned = align_facts([first, then], facts, people)
    story = Story(
        documents=(first, then),
        facts=facts,
        people=people,
        groups=aligned.groups,
        kindred=aligned.kindred,
        families=((before.id, after.id),),
        chains=((before.id, after.id),),
    )
    return TwoVersions(
        story=story,
        before=before,
        after=after,
        facts_before=_stated(facts, before.id),
        facts_after=_stated(facts, after.id),
        group_of={fact_id: group for group in aligned.groups for fact_id in group.facts},
    )


def _stated(facts: tuple[Fact, ...], document: str) -> tuple[Fact, ...]:
    own = (fact for fact in facts if fact.mention.document == document)
    return tuple(fact for fact in own if fact.mention.block is not BlockRole.CORRECTION)


def _in_order(before: Document, after: Document) -> tuple[Document, Document]:
    """The two as numbered versions of one day: an article often keeps its first day however often it is edited."""
    day = after.dated or before.dated or _SOME_DAY
    source = after.source or before.source or "source"
    first, then = (
        replace(each, published=day, source=source, version=n, title="") for n, each in enumerate((before, after))
    )
    return first, then
