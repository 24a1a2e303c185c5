"""What keeping tells, beside the types of :mod:`discrepancy.followed`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Kept", "StoryRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of an article that was found.

    Attributes:
        number: of the version that was made of it; None where its bytes are those it had last.
        article: its id; empty where what is gone was never there.
        new: whether the article was not known.
    """

    number: int | None
    article: str
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in a list of stories.

    Attributes:
        title: the headline of its first version.
        first, last: when the first and the last of its versions were seen.
        articles, versions: how many it has.
        formerly: other ids that it was known by, in alphabetical order.
    """

    id: str
    title: str
    first: dt.datetime
    last: dt.datetime
    articles: int
    versions: int
    formerly: tuple[str, ...] = ()
