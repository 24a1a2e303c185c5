"""What a headline says of who and which way, over an article that says the contrary.

A side that wins over an article in which it lost, the mother over one that has the father, a rise over a fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from discrepancy.documents import Block, BlockRole, Document, Mention
from discrepancy.lexicon import table, words
from discrepancy.rules.headline_claims import Denied
from discrepancy.rules.movements import Movement, movements, sentences
from discrepancy.text.characters import plain

_OPEN: Final = re.compile(
    r"\?|\b(?:not|no|never|may|might|could|would|if|unless|fears?|bid|hopes?|set to|until|second|again|and|both|vs?)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r" (?:after|before|despite|but|while|though|although|amid|as|over|in|for) ", re.IGNORECASE)
_UNSURE: Final = re.compile(
    r"\b(?:had|last (?:year|season|month)|previous|earlier|may|might|could|if|not)\b", re.IGNORECASE
)
_NEAR: Final = r"(?:,[^,.;]{1,60},)?(?: [\w'’-]+){0,2}? "
_FIGURE: Final = re.compile(r"\d[\d.,]*\d|\d")
_LEFT: Final = 12
"""Characters before a word of change in which its figure may stand: "an 11% rise"."""
_LEAD_SENTENCES: Final = 5
"""Sentences of an article in which what its headline tells is told."""


def turns(document: Document) -> Iterator[Denied]:
    """Each headline of the document that names the other winner, person or direction than the article."""
    bodies = [block for block in document.blocks if block.role is BlockRole.BODY]
    lead = [span for block in bodies for span in sentences(document, block)][:_LEAD_SENTENCES]
    for block in document.blocks:
        if block.role is not BlockRole.HEADLINE:
            continue
        headline = plain(document.text[block.start : block.end])
        if not _OPEN.search(_ASIDE.split(headline)[0]):
            yield from _winners(document, block, lead)
            yield from _roles(document, block, lead)
    yield from _ways(document, lead)


@cache
def _any(name: str) -> str:
    return "|".join(table("headline_roles")[name])


def _winners(document: Document, block: Block, lead: Sequence[tuple[int, int]]) -> Iterator[Denied]:
    headline = plain(document.text[block.start : block.end])
    for said, against, same in (("won", "told_lost", "told_won"), ("lost", "told_won", "told_lost")):
        found = re.search(rf"\b([A-Z][\w'’]+)(?: (?!lose|win)[a-z]+)? ({_any(said)})", headline)
        if found is None or found[1].lower() in words("stop_words"):
            continue
        name = re.escape(found[1])
        contrary = _first(document, lead, rf"\b{name}{_NEAR}?(?:{_any(against)})")
        if contrary and not _first(document, lead, rf"\b{name}{_NEAR}?(?:{_any(same)})"):
            yield _denied(document, block, found.span(), contrary)


def _roles(document: Document, block: Block, lead: Sequence[tuple[int, int]]) -> Iterator[Denied]:
    headline = plain(document.text[block.start : block.end])
    acts = _any("acts")
    for pair in table("headline_roles")["pairs"]:
        for mine, theirs in (pair, pair[::-1]):
            here = "|".join(mine)
            found = re.search(rf"\b(?:{here})\b(?: (?:is|was|are|has been|being))? ({acts})", headline, re.IGNORECASE)
            if found is None:
                continue
            stem = re.escape(found[1].lower()[:_STEM])
            tail = rf"\b[^.;]{{0,{_WITHIN}}}? {stem}"
            contrary = _first(document, lead, rf"\b(?:{'|'.join(theirs)}){tail}\w*")
            whole = " ".join(plain(document.text[start:end]) for start, end in lead)
            if contrary and not re.search(rf"\b(?:{here})s?{tail}", whole, re.IGNORECASE):
                yield _denied(document, block, found.span(), contrary)


_STEM: Final = 5
_WITHIN: Final = 60
"""Characters between a role and what is done to it."""


def _ways(document: Document, lead: Sequence[tuple[int, int]]) -> Iterator[Denied]:
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
    return _OPEN.search(document.text[movement.sentence[0] : movement.start]) is not None


def _first(document: Document, lead: Sequence[tuple[int, int]], pattern: str) -> tuple[int, int] | None:
    """Where a pattern first stands in the sentences, with nothing before it that leaves it open."""
    for start, end in lead:
        sentence = plain(document.text[start:end])
        found = re.search(pattern, sentence)
        if found and not _UNSURE.search(sentence[: found.end()]):
            return start + found.start(), start + found.end()
    return None


def _denied(document: Document, block: Block, above: tuple[int, int], body: tuple[int, int]) -> Denied:
    return Denied(
        _at(document, block.start + above[0], block.start + above[1], block.role),
        _at(document, *body, BlockRole.BODY),
    )


def _mention(document: Document, movement: Movement) -> Mention:
    return _at(document, movement.start, movement.end, movement.block)


def _at(document: Document, start: int, end: int, block: BlockRole) -> Mention:
    return Mention(document.id, start, end, document.text[start:end], block)
