"""What is known of a page's blocks before each gets its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from discrepancy.loaders.layout.kinds import SAID_ROLES, kind_of
from discrepancy.loaders.layout.units import Unit
from discrepancy.loaders.webpages.blocks import PageBlock
from discrepancy.loaders.webpages.bylines_shown import opens_with_byline
from discrepancy.loaders.webpages.choosing import Chosen
from discrepancy.loaders.webpages.figures import stands_with_picture
from discrepancy.loaders.webpages.likeness import key
from discrepancy.loaders.webpages.zones import Zone
from discrepancy.model import BlockRole

__all__ = ["BY_ZONE", "MARKS", "Arranged", "first_paragraph", "said_role"]

BY_ZONE = {
    Zone.CAPTION: BlockRole.CAPTION,
    Zone.CREDIT: BlockRole.CREDIT,
    Zone.BYLINE: BlockRole.CREDIT,
    Zone.DATE: BlockRole.DATELINE,
    Zone.CORRECTION: BlockRole.CORRECTION,
    Zone.SUMMARY: BlockRole.SUMMARY,
}
"""What an element's zone makes of the text in it."""
MARKS = frozenset({BlockRole.CREDIT, BlockRole.DATELINE, BlockRole.CAPTION})
"""The roles of lines that stand between headline and text."""
_MOST_SUMMARIES = 3


@dataclass(frozen=True, slots=True)
class Arranged:
    """What is known of a page's blocks before each gets its role.

    Attributes:
        blocks: in order.
        chosen: the article among them.
        headline: the number of the headline's block; None without one.
        title: the headline.
        decks: what the metadata say that the article says in short.
        authors: who wrote it, as the metadata have it.
        root: the element that holds headline and article.
        first: the number of the article's first paragraph, below headline and summary.
    """

    blocks: Sequence[PageBlock]
    chosen: Chosen
    headline: int | None
    title: str
    decks: tuple[str, ...]
    authors: tuple[str, ...]
    root: etree._Element
    first: int

    @property
    def last(self) -> int:
        """The number of its last paragraph."""
        return max(self.chosen.text, default=-1)

    def zone(self, number: int) -> Zone:
        """The zone of a block."""
        return self.chosen.zones.of(self.blocks[number].element)

    def beside(self, number: int) -> bool:
        """Whether a block stands among the article's paragraphs, or was extracted with them."""
        return number in self.chosen.found or self.chosen.beside(self.blocks[number])


def said_role(text: str) -> BlockRole | None:
    """The role of a line that says itself what it is: a byline, a time, a correction; None for any other."""
    if opens_with_byline(text):
        return BlockRole.CREDIT
    return SAID_ROLES.get(kind_of(Unit(0, len(text), text, 1, 0)))


def first_paragraph(blocks: Sequence[PageBlock], chosen: Chosen, headline: int | None, decks: Sequence[str]) -> int:
    """The number of the article's first paragraph below the headline: a summary there is none.

    A summary is what is named one, or what the metadata give as such where a byline, a time or a picture follows it.
    """
    numbers = sorted(chosen.text)
    after = [number for number in numbers if headline is None or number > headline] or numbers
    for number, following in pairwise(after[: _MOST_SUMMARIES + 1]):
        if chosen.zones.of(blocks[number].element) is Zone.SUMMARY:
            continue
        if key(blocks[number].text) not in map(key, decks) or not _has_mark(chosen, blocks[number + 1 : following]):
            return number
    return after[0] if after else len(blocks)


def _has_mark(chosen: Chosen, between: Sequence[PageBlock]) -> bool:
    """Whether a byline, a time or a picture is among some blocks."""
    return any(
        BY_ZONE.get(chosen.zones.of(each.element)) in MARKS
        or said_role(each.text) in MARKS
        or stands_with_picture(each)
        for each in between
    )
