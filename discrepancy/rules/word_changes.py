"""The runs of words that differ between two wordings of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.grammar.quoted_words import QuotedWord, changes

_LOCAL = 4
"""Words that a change may span and still be one of a word, not of a whole clause."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that differ.

    Attributes:
        gone: those of the one wording.
        come: those of the other.
        inside: whether equal words stand on both sides, and neither an ellipsis nor an insertion among them.
    """

    gone: tuple[QuotedWord, ...]
    come: tuple[QuotedWord, ...]
    inside: bool

    @property
    def keys(self) -> tuple[list[str], list[str]]:
        """The words of both as they are compared."""
        return [w.key for w in self.gone], [w.key for w in self.come]

    @property
    def counts(self) -> bool:
        """Whether it is a difference at all: words more at the beginning or the end make a longer extract."""
        return self.inside or bool(self.gone and self.come)

    @property
    def is_local(self) -> bool:
        """Whether it is of a word or a few, not of a whole clause."""
        return max(len(self.gone), len(self.come)) <= _LOCAL


def word_changes(one: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> list[WordChange]:
    """The runs of words that differ, in the order of the wordings."""
    runs = changes([w.key for w in one], [w.key for w in other])
    found = []
    for left, right in runs:
        gone, come = [one[i] for i in left], [other[j] for j in right]
        edge = min(left.start, right.start) == 0 or left.stop == len(one) or right.stop == len(other)
        loose = any(word.cut or word.gloss for word in (*gone, *come))
        found.append(WordChange(spoken(gone), spoken(come), inside=not edge and not loose))
    return found


def spoken(words: Sequence[QuotedWord]) -> tuple[QuotedWord, ...]:
    """The words that were spoken: no ellipsis, no insertion."""
    return tuple(word for word in words if not word.cut and not word.gloss)
