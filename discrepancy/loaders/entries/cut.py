"""A feed cut into its entries: each is a small file of its own, which the loader of the feed reads as one article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Cut", "CutEntry"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutEntry:
    """One entry of a feed.

    Attributes:
        guid: the id that the feed gives it; empty where it gives none.
        link: to the page behind it, as it is written, or empty; it may be relative to the feed's address.
        title: its headline on one line.
        published: when it says it was published.
        name: a file's name with the suffix that its loader knows.
        data: the entry as a feed of its own: the same bytes whatever stands beside it.
    """

    guid: str = ""
    link: str = ""
    title: str = ""
    published: dt.date | None = None
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """What a feed holds.

    Attributes:
        entries: the first ones of it, as many as were asked for.
        home: the link to the site that the feed is of; empty where it does not say.
        count: how many entries it has.
        why: what is wrong with it where it could be read all the same; empty where all is well.
    """

    entries: Sequence[CutEntry]
    home: str
    count: int
    why: str = ""
