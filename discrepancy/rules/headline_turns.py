"""What a headline says of who and which way, over an article that says the contrary.

A side that wins over an article in which it lost, the mother over one that has the father, a rise over a fall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from discrepancy.documents import Block, BlockRole, Document
from discrepancy.lexicon import table, words
from discrepancy.rules.headline_claims import Denied
from discrepancy.rules.headline_ways import OPEN, mention_at, turned_directions
from discrepancy.rules.movements import sentences
from discrepancy.text.characters import plain

_ASIDE: Final = re.compile(r" (?:after|before|despite|but|while|though|although|amid|as|over|in|for) ", re.IGNORECASE)
_UNSURE: Final = re.compile(
    r"\b(?:had|last (?:year|season|month)|previous|earlier|may|might|could|if|not)\b", re.IGNORECASE
)
_NEAR: Final = r"(?:,[^,.;]{1,60},)?(?: [\w'’-]+){0,2}? "
_LEAD_SENTENCES: Final = 5
"""Sentences of an article in which what its headline tells is told."""


def turns(document: Document) -> Iterator[Denied]:
    """Each headline of the document that names the other winner, person or direction than the article."""
    bodies = [block for block in document.blocks if block.role is BlockRole.BODY]
    lead = list(islice((span for block in bodies for span in sentences(document, block)), _LEAD_SENTENCES))
    for block in document.blocks:
        if block.role is not BlockRole.HEADLINE:
            continue
        headline = plain(document.text[block.start : block.end])
        if not OPEN.search(_ASIDE.split(headline)[0]):
            yield from _winners(document, block, lead)
            yield from _roles(document, block, lead)
    yield from turned_directions(document, lead)


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
    if not re.search(acts, headline, re.IGNORECASE):
        return
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
        mention_at(document, block.start + above[0], block.start + above[1], block.role),
        mention_at(document, *body, BlockRole.BODY),
    )
