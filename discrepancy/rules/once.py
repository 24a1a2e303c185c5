"""What several rules ask of a whole story, worked out once for each story."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from discrepancy.model import Story

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
