"""What several rules ask of a whole story, or of one of its facts, worked out once for each story."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from discrepancy.model import Fact, Story

_T = TypeVar("_T")


def once(make: Callable[[Story], _T]) -> Callable[[Story], _T]:
    """``make``, called once a story: what it makes is kept with the story and goes with it. Never change it."""

    @wraps(make)
    def made(story: Story) -> _T:
        known = story.remembered
        if make not in known:
            known[make] = make(story)
        return cast("_T", known[make])

    return made


def once_each(make: Callable[[Fact, Story], _T]) -> Callable[[Fact, Story], _T]:
    """``make``, called once a fact of a story: pairs of facts ask the same of each again and again. Never change it.

    A fact is told by its id; one that a rule made of another has that other's id, and is worked out anew.
    """

    @wraps(make)
    def made(fact: Fact, story: Story) -> _T:
        known = cast("dict[str, tuple[Fact, _T]]", story.remembered.setdefault(make, {}))
        found = known.get(fact.id)
        if found is None or found[0] is not fact:
            found = known[fact.id] = fact, make(fact, story)
        return found[1]

    return made
