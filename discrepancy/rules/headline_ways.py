"""Headlines that tell a rise over an article's fall of the same thing, or a fall over a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from discrepancy.documents import BlockRole, Document, Mention
from discrepancy.rules.headline_claims import Denied
from discrepancy.rules.movements import Movement, movements
from discrepancy.text.characters import plain

OPEN: Final = re.compile(
    r"\?|\b(?:not|no|never|may|might|could|would|if|unless|fears?|bid|hopes?|set to|until|second|again|and|both|vs?)\b",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\d[\d.,]*\d|\d")
_LEFT: Final = 12
"""Characters before a word of change in which its figure may stand: "an 11% rise"."""


def turned_directions(document: Document, lead: Sequence[tuple[int, int]]) -> Iterator[Denied]:
    """A headline's rise over a fall of the same thing, of which the article tells no rise."""
    told = movements(document)
    above = [m for m in told if m.block is BlockRole.HEADLINE and not _is_open(document, m)]
    for movement in above:
        same = [
            m for m in told if m.block is BlockRole.BODY and m.thing == movement.thing and m.thing and not m.counted
        ]
        early = [m for m in same if m.sentence in lead]
        turned = [m for m in early if m.way != movement.way and _one_figure(document, movement, m)]
        if turned and not movement.counted:
            yield Denied(_mention(document, movement), _mention(document, turned[0]))
            continue
        if movement.counted or not early or any(m.way == movement.way for m in same):
            continue
        first = early[0]
        if _is_narrower(document, movement, first):
            continue
        yield Denied(_mention(document, movement), _mention(document, first))


def _one_figure(document: Document, above: Movement, below: Movement) -> bool:
    """Whether both tell their change by one figure: then a second change the right way excuses nothing."""
    figures = [set(_FIGURE.findall(plain(document.text[max(0, m.start - _LEFT) : m.end]))) for m in (above, below)]
    return bool(figures[0] & figures[1])


def _is_narrower(document: Document, above: Movement, below: Movement) -> bool:
    """Whether the article's thing is one kind of the headline's or another kind: youth unemployment."""
    start, end = below.sentence
    sentence = document.text[start + 1 : end]
    own = {word for word in below.narrowed if word.capitalize() not in sentence}
    return bool(own - above.narrowed)


def _is_open(document: Document, movement: Movement) -> bool:
    return OPEN.search(document.text[movement.sentence[0] : movement.start]) is not None


def _mention(document: Document, movement: Movement) -> Mention:
    return mention_at(document, movement.start, movement.end, movement.block)


def mention_at(document: Document, start: int, end: int, block: BlockRole) -> Mention:
    """A stretch of a document as a mention."""
    return Mention(document.id, start, end, document.text[start:end], block)
