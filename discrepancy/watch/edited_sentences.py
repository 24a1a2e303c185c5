"""Which sentences two versions of an article share, which is another one edited, and what stands where in the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from discrepancy.lexicon import table
from discrepancy.model import Span
from discrepancy.rules.replaced import stems
from discrepancy.text.characters import plain, squeeze

__all__ = ["EditedSentences", "sentence_key"]

_WORD: Final = re.compile(r"[^\W_](?:[\w.,:'/-]*[^\W_])?%?")
_FIGURE: Final = re.compile(r"[\W_]*\d")
_ALIKE: Final = 0.5
"""Share of words that two sentences have in common, in order, when the one is the other edited."""
_MOST_REPLACED: Final = 6
"""Words in a row that stand in the place of others: of more it can not be told which stands for which."""
_MOST_SENTENCES: Final = 400
"""Edited sentences of a version that are held against those of the other: a page that has more was written anew."""

Row = tuple[Span, str]
_Gap = tuple[Span, Span]


class EditedSentences:
    """The sentences of two versions, given by their spans; what is in both, word for word, was not edited."""

    def __init__(self, before: tuple[str, Iterable[Span]], after: tuple[str, Iterable[Span]]) -> None:
        """Pair the sentences, the likest first."""
        ours, theirs = _rows(*before), _rows(*after)
        both = {key for _, key in ours} & {key for _, key in theirs}
        self._text_before, self._text_after = plain(before[0]), plain(after[0])
        self.edited_before = [span for span, key in ours if key not in both]
        self.edited_after = [span for span, key in theirs if key not in both]
        self._gaps: dict[tuple[Span, Span], list[_Gap]] = {}
        self._likeness: dict[tuple[Span, Span], float] = {}
        self._pair()

    def _pair(self) -> None:
        ours = {span: _words(self._text_before, span) for span in self.edited_before[:_MOST_SENTENCES]}
        theirs = {span: _words(self._text_after, span) for span in self.edited_after[:_MOST_SENTENCES]}
        scored = []
        for one, words in ours.items():
            matcher = SequenceMatcher(b=list(map(_key, words)), autojunk=False)
            for other, others in theirs.items():
                matcher.set_seq1(list(map(_key, others)))
                if not self.share_words(one, other):
                    continue
                if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                    scored.append((matcher.ratio(), one, other))
        left, right = set(ours), set(theirs)
        for score, one, other in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
            if score >= _ALIKE and one in left and other in right:
                left.remove(one)
                right.remove(other)
                self._gaps[one, other] = _replaced(ours[one], theirs[other])
                self._likeness[one, other] = score

    def share_words(self, before: Span, after: Span) -> bool:
        """Whether the sentences share half of the telling words of the shorter, figures apart."""
        ours = _telling(self._text_before[before.start : before.end])
        theirs = _telling(self._text_after[after.start : after.end])
        return len(ours & theirs) >= min(len(ours), len(theirs)) / 2

    def are_one(self, before: Span, after: Span) -> bool:
        """Whether the sentence ``after`` is the sentence ``before`` edited."""
        return (before, after) in self._gaps

    def likeness(self, before: Span, after: Span) -> float:
        """How alike a sentence and what became of it are, 0..1; 0 where ``after`` is not what became of it."""
        return self._likeness.get((before, after), 0.0)

    def gaps(self) -> Iterator[tuple[tuple[Span, Span], _Gap]]:
        """The runs of words that were put in the place of others, with the sentences of both, in order."""
        for sentences in sorted(self._gaps):
            yield from ((sentences, gap) for gap in self._gaps[sentences])

    def replaced(self, before: Span, after: Span) -> int:
        """How many runs of words of a sentence were put in the place of others; 0 where it is not that sentence."""
        return len(self._gaps.get((before, after), ()))

    def face(self, sentences: tuple[Span, Span], before: Span, after: Span) -> bool:
        """Whether what stands at ``after`` stands in the place of what stood at ``before``.

        Args:
            sentences: the sentences that hold the two, the one before first.
            before: a part of the first.
            after: a part of the second.
        """
        gaps = self._gaps.get(sentences, ())
        return any(before.overlaps(ours) and after.overlaps(theirs) for ours, theirs in gaps)


def sentence_key(text: str) -> str:
    """A sentence without what an edit of style may change all the way: white space, marks' style, capitals."""
    return squeeze(text).casefold().rstrip(" .")


def _telling(sentence: str) -> frozenset[str]:
    words = _WORD.findall(sentence.casefold())
    return stems(" ".join(word for word in words if word not in _numerals()))


def _rows(text: str, spans: Iterable[Span]) -> list[Row]:
    return [(span, sentence_key(text[span.start : span.end])) for span in sorted(set(spans))]


def _words(text: str, sentence: Span) -> list[tuple[str, Span]]:
    found = _WORD.finditer(text, sentence.start, sentence.end)
    return [(match.group().casefold(), Span(*match.span())) for match in found]


def _key(word: tuple[str, Span]) -> str:
    """A word as it is aligned: any figure stands for any other, or "two … three" would cross "three … four"."""
    return "0" if _FIGURE.match(word[0]) or word[0] in _numerals() else word[0]


@cache
def _numerals() -> frozenset[str]:
    """Figures in words."""
    found = table("numbers")
    return frozenset(found["cardinals"])


def _replaced(ours: list[tuple[str, Span]], theirs: list[tuple[str, Span]]) -> list[_Gap]:
    """The short runs of words that were put in the place of others."""
    matcher = SequenceMatcher(None, list(map(_key, ours)), list(map(_key, theirs)), autojunk=False)
    found = []
    for what, start, end, begin, stop in matcher.get_opcodes():
        if what == "equal":
            pairs = zip(ours[start:end], theirs[begin:stop], strict=True)
            found += [(one[1], other[1]) for one, other in pairs if one[0] != other[0]]
        elif what == "replace" and max(end - start, stop - begin) <= _MOST_REPLACED:
            left = Span(ours[start][1].start, ours[end - 1][1].end)
            found.append((left, Span(theirs[begin][1].start, theirs[stop - 1][1].end)))
    return found
