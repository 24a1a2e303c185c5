"""What the language engine gives of a document: tokens in sentences, with offsets into the document's own text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from discrepancy.model import Span

__all__ = ["Parsed", "Token"]


@dataclass(slots=True, eq=False)
class Token:
    """A word or mark. ``head`` is the index of its governor (its own for a root); ``sent`` its sentence's index.

    Nobody writes to one. It is not frozen because a frozen one takes eight times as long to make, and each is only
    equal to itself because nothing asks for more.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    sent: int


@dataclass(frozen=True)
class Parsed:
    """A parsed document: tokens in order, sentences as half-open runs of token indices."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([token.start for token in self.tokens]))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of the tokens it governs, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(map(tuple, found))

    def at(self, offset: int) -> Token | None:
        """The token that holds the character at ``offset``, or the next one; None past the end."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self.tokens[i].end:
            return self.tokens[i]
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None

    def within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin inside ``[start, end)``."""
        return self.tokens[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def sentence(self, token: Token) -> Sequence[Token]:
        """The tokens of the sentence that ``token`` is in."""
        first, last = self.sentences[token.sent]
        return self.tokens[first:last]

    def sentence_span(self, token: Token) -> Span:
        """Where the sentence of ``token`` stands in the document's text."""
        first, last = self.sentences[token.sent]
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def of(self, token: Token, *deps: str) -> list[Token]:
        """The tokens that ``token`` governs by one of the dependencies ``deps`` (all, if none is given)."""
        tokens, children = self.tokens, self.children[token.i]
        if not deps:
            return [tokens[i] for i in children]
        return [tokens[i] for i in children if tokens[i].dep in deps]

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and all that it governs, in order."""
        children, pending, found = self.children, [token.i], []
        while pending:
            i = pending.pop()
            found.append(i)
            pending.extend(children[i])
        return [self.tokens[i] for i in sorted(found)]
