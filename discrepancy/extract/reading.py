"""A document as the extractors see it: parsed, with its quotations found, and people named so far."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from discrepancy.model import Block, BlockRole, Document, Mention, Span
from discrepancy.text.engine import Engine, Parsed, Token
from discrepancy.text.quote_marks import find_quotes

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
    people: tuple[Span, ...] = ()
    """Where persons are named, once that is known."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks whose facts are read, in order."""
        return tuple(block for block in self.document.blocks if block.role in COMPARED)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Every run of quoted words, without its marks."""
        return tuple(find_quotes(self.document.text, (Span(b.start, b.end) for b in self.blocks)))

    def block_of(self, offset: int) -> Block:
        """The compared block that holds ``offset``."""
        return self.blocks[bisect_right(self.blocks, offset, key=lambda block: block.start) - 1]

    def is_person(self, token: Token) -> bool:
        """Whether ``token`` is part of a person's name."""
        return any(span.start <= token.start < span.end for span in self.people)

    def quote_at(self, offset: int) -> Span | None:
        """The quotation that the character at ``offset`` stands in, if any."""
        return next((q for q in self.quotes if q.start <= offset < q.end), None)

    def mention(self, start: int, end: int) -> Mention:
        """``[start, end)`` as a mention of this document."""
        role = self.block_of(start).role
        return Mention(self.document.id, start, end, self.document.text[start:end], role)

    def sentence(self, token: Token) -> Span:
        """Where the sentence that holds ``token`` stands."""
        return self.parsed.sentence_span(token)


def read_document(document: Document, engine: Engine) -> Reading:
    """Parse what of ``document`` is compared."""
    spans = (Span(block.start, block.end) for block in document.blocks if block.role in COMPARED)
    return Reading(document, engine.parse(document.text, spans))
