"""What stories are called: names that stay when documents are added."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from hashlib import blake2b

__all__ = ["Names"]

_PREFIX = "story-"
_DIGITS = 6
"""Bytes of a digest that a name shows: among a million stories two share them with one chance in five hundred."""


class Names:
    """Names for stories, each given once.

    Args:
        known: of each document of an earlier run, the name of its story.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._given: set[str] = set()

    def name(self, stated: str, told: Sequence[tuple[dt.date, str, str]]) -> tuple[str, tuple[str, ...]]:
        """The name of a story, and what else it was known by.

        It is what its documents state; else what it was known by before, by its earliest document that has been known
        where there are several; else made of its earliest document.

        Args:
            stated: the name that its documents give it; empty where they give none.
            told: day, digest and id of each of its documents, in order.
        """
        before = list(dict.fromkeys(self._known[each] for _, _, each in told if each in self._known))
        own = stated or next((name for name in before if name not in self._given), "") or _made(told[0])
        if before:
            self._given.add(own)
        return own, tuple(name for name in before if name != own and name not in self._given)


def _made(first: tuple[dt.date, str, str]) -> str:
    day, key, _ = first
    return _PREFIX + blake2b(f"{day} {key}".encode(), digest_size=_DIGITS).hexdigest()
