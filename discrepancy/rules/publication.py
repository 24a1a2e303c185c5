"""Which of two versions was published first, as far as they say."""

from __future__ import annotations

import datetime as dt

from discrepancy.documents import came_before
from discrepancy.model import Fact, Param, Story
from discrepancy.rules.once import once


def earlier(story: Story, one: str, other: str) -> bool | None:
    """Whether document ``one`` was published before ``other``; None where it can not be told (see ``came_before``)."""
    known, pair = _orders(story), (one, other)
    if pair not in known:
        known[pair] = came_before(story.document[one], story.document[other])
    return known[pair]


@once
def _orders(story: Story) -> dict[tuple[str, str], bool | None]:  # noqa: ARG001  # each story has its own
    """Which of two documents came first, as far as it was asked: every pair of their facts asks the same."""
    return {}


def published(story: Story, document: str) -> dt.date | str:
    """When a document was published; empty where it does not say."""
    return story.document[document].dated or ""


def one_after_the_other(story: Story, first: Fact, then: Fact) -> dict[str, Param]:
    """What a message says of a figure and of the one in a later version: each with when its version came out."""
    return {
        "a": first.mention.text,
        "a_time": published(story, first.mention.document),
        "b": then.mention.text,
        "b_time": published(story, then.mention.document),
    }
