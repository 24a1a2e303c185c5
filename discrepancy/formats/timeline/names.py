"""What articles are called on the page: a letter each, and the source's name, numbered where it has several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.followed import Timeline
from discrepancy.formats.shortened import short
from discrepancy.formats.visible import plain

__all__ = ["Named", "names_of"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BESIDE = 22
"""Letters of a name that there is room for beside a line."""


@dataclass(frozen=True, slots=True)
class Named:
    """An article's place among all, its letter, and what it is called; ``short`` where there is little room."""

    lane: int
    letter: str
    name: str
    own: bool

    @property
    def short(self) -> str:
        """The name, cut where it is long; a drawing can hold no box around a hidden character."""
        return short(plain(self.name), _BESIDE)

    @property
    def anchor(self) -> str:
        """By which the page can be opened at the article."""
        return f"article-{self.lane + 1}"


def names_of(timeline: Timeline) -> Mapping[str, Named]:
    """The names of the articles by their ids, in the order in which they were first seen."""
    first = {text.version.article: text.version for text in reversed(timeline.texts)}
    articles = sorted(first, key=lambda article: first[article].number)
    several = Counter(first[article].source for article in articles)
    so_far: Counter[str] = Counter()
    found = {}
    for lane, article in enumerate(articles):
        source = first[article].source
        so_far[source] += 1
        name = f"{source} ({so_far[source]})" if several[source] > 1 else source
        found[article] = Named(lane, _letter(lane), name, first[article].own)
    return found


def _letter(place: int) -> str:
    """A, B … Z, AA, AB …, as columns of a table are called."""
    rest, last = divmod(place, len(_LETTERS))
    return (_letter(rest - 1) if rest else "") + _LETTERS[last]
