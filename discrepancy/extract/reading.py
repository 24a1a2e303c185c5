"""A document as the extractors see it: parsed, with its quotations found, and people named so far."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from discrepancy.extract.spots import Spots
from discrepancy.model import Block, BlockRole, Document, Mention, Span
from discrepancy.text.engine import Engine, Parsed, Token
from discrepancy.text.quote_marks import find_quotes

_AGED = re.compile(r"\b[Aa]n? (?=(.{1,60}?-old))", re.DOTALL)
COMPARED = frozenset(
    {
        BlockRole.HEADLINE,
        BlockRole.SUMMARY,
        BlockRole.SUBHEAD,
        BlockRole.BODY,
        BlockRole.CAPTION,
        BlockRole.CORRECTION,
    }
)
"""The roles of blocks whose facts are read. Datelines, credits and furniture state nothing of the story."""


@dataclass(frozen=True)
class Reading:
    """One document with all that several extractors need of it, worked out once."""

    document: Document
    parsed: Parsed
    blocks: tuple[Block, ...]
    """The blocks whose facts are read, in order."""
    quotes: tuple[Span, ...]
    """Every run of quoted words, without its marks."""
    people: tuple[Span, ...] = ()
    """Where persons are named, once that is known."""

    def block_of(self, offset: int) -> Block:
        """The compared block that holds ``offset``."""
        return self.blocks[self.place_of(offset)]

    def place_of(self, offset: int) -> int:
        """The number of the compared block that holds ``offset``."""
        return bisect_right(self._begins, offset) - 1

    @cached_property
    def _introduced(self) -> frozenset[str]:
        return frozenset(match[1] for match in _AGED.finditer(self.document.text))

    def introduces(self, age: str) -> bool:
        """Whether the text brings in somebody of an age as it is written: "a 37-year-old"."""
        return age in self._introduced

    def lead_up(self, offset: int, reach: int) -> str:
        """The text of its block right before ``offset``, as many characters as ``reach`` at the most."""
        return self.document.text[max(self.block_of(offset).start, offset - reach) : offset]

    def along(self, start: int, end: int) -> Iterator[Token]:
        """The tokens that begin inside ``[start, end)``, one by one: for those who stop early in a long stretch."""
        tokens = self.parsed.tokens
        at = self._first_token(start)
        while at < len(tokens) and tokens[at].start < end:
            yield tokens[at]
            at += 1

    def back(self, start: int, end: int) -> Iterator[Token]:
        """The same, the last one first."""
        tokens = self.parsed.tokens
        at = self._first_token(end) - 1
        while at >= 0 and tokens[at].start >= start:
            yield tokens[at]
            at -= 1

    def _first_token(self, offset: int) -> int:
        """The index of the first token that begins at ``offset`` or behind it."""
        token = self.parsed.at(offset)
        if token is None:
            return len(self.parsed.tokens)
        return token.i if token.start >= offset else token.i + 1

    def block_below(self, block: Block) -> Block | None:
        """The first compared block behind ``block``."""
        at = bisect_left(self._begins, block.end)
        return self.blocks[at] if at < len(self.blocks) else None

    @cached_property
    def quoted(self) -> Spots[Span]:
        """The runs of quoted words by where they stand."""
        return Spots((quote.start, quote.end, quote) for quote in self.quotes)

    @cached_property
    def named(self) -> Spots[Span]:
        """The names of persons by where they stand."""
        return Spots((span.start, span.end, span) for span in self.people)

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    def is_person(self, token: Token) -> bool:
        """Whether ``token`` is part of a person's name."""
        return bool(self.named.at(token.start))

    def quote_at(self, offset: int) -> Span | None:
        """The quotation that the character at ``offset`` stands in, if any."""
        return next(iter(self.quoted.at(offset)), None)

    def mention(self, start: int, end: int) -> Mention:
        """``[start, end)`` as a mention of this document."""
        role = self.block_of(start).role
        return Mention(self.document.id, start, end, self.document.text[start:end], role)

    def sentence(self, token: Token) -> Span:
        """Where the sentence that holds ``token`` stands."""
        return self.parsed.sentence_span(token)


def read_document(document: Document, engine: Engine) -> Reading:
    """Parse what of ``document`` is compared."""
    blocks = tuple(block for block in document.blocks if block.role in COMPARED)
    spans = [Span(block.start, block.end) for block in blocks]
    parsed = engine.parse(document.text, spans)
    return Reading(document, parsed, blocks, tuple(find_quotes(document.text, spans)))
