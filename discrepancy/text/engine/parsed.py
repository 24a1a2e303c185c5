"""What the language engine gives of a document: tokens in sentences, with offsets into the document's own text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

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
    def _governed(self) -> list[list[Token]]:
        """For each token those that it governs, in order."""
        nothing: list[Token] = []  # most words are leaves, and share it
        found = [nothing] * len(self.tokens)
        for token in self.tokens:
            if token.head != token.i:
                if found[token.head] is nothing:
                    found[token.head] = [token]
                else:
                    found[token.head].append(token)
        return found

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        """Where each sentence stands in the document's text."""
        tokens = self.tokens
        return tuple([Span(tokens[first].start, tokens[last - 1].end) for first, last in self.sentences])

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
        return self._spans[token.sent]

    def of(self, token: Token, *deps: str) -> list[Token]:
        """The tokens that ``token`` governs by one of the dependencies ``deps`` (all, if none is given)."""
        governed = self._governed[token.i]
        return [each for each in governed if each.dep in deps] if deps and governed else governed.copy()

    def subtree(self, token: Token) -> list[Token]:
        """``token`` and all that it governs, in order."""
        governed, found = self._governed, [token]
        for each in found:  # which grows meanwhile
            found += governed[each.i]
        return sorted(found, key=_place) if len(found) > 1 else found


_place = attrgetter("i")
