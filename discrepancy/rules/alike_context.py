"""How much of what two versions tell around two names is one thing: rare words that the sentences have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from discrepancy.lexicon import words
from discrepancy.model import Document, Fact, Span, Story
from discrepancy.text.characters import fold

_WORD = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]+")
_LONGER = 4
_STEM = 6
"""Letters of a word that tell it in its other forms: "charged", "charges"."""
_RARE = 6
"""Occurrences in all versions of a word that tells something, at the most."""
_REACH = 160
"""Characters behind the sentence of a name that still may be told of him or her."""
_STEPS = (2, 4, 6)
"""Rare words that two sentences share, for each step of likeness."""


def alike_context(story: Story, one: Iterable[Fact], other: Iterable[Fact], names: Iterable[str]) -> int:
    """How alike what is told around facts of one side and of the other is, from 0 to 3.

    Args:
        story: with the documents.
        one: facts of one side.
        other: facts of the other.
        names: the words of the names themselves, folded, which are left out.
    """
    here, there = ([_around(story, fact) for fact in side] for side in (one, other))
    return alike_stretches(story, here, there, names)


def alike_context_at(
    story: Story, one: Iterable[tuple[Document, Span]], other: Iterable[tuple[Document, Span]], names: Iterable[str]
) -> int:
    """The same for places that are no facts: what stands around them in their paragraph."""
    here, there = ([_beside(document.text, span) for document, span in side] for side in (one, other))
    return alike_stretches(story, here, there, names)


def alike_stretches(story: Story, one: Sequence[set[str]], other: Sequence[set[str]], names: Iterable[str]) -> int:
    """How many steps of likeness the likest two of some stretches, each the stems of its words, reach."""
    leave = {name[:_STEM] for name in names}
    counted = Counter(stem for document in story.documents for stem in _stems(document.text))
    rare = {stem for stem, times in counted.items() if times <= _RARE and stem not in leave}
    shared = max((len(a & b & rare) for a in one for b in other), default=0)
    return sum(shared >= step for step in _STEPS)


def _beside(text: str, span: Span) -> set[str]:
    """The stems of the words around a place, in its paragraph."""
    start = max(text.rfind("\n", 0, span.start), span.start - _REACH)
    end = text.find("\n", span.end)
    return set(_stems(text[max(start, 0) : min(span.end + _REACH, len(text) if end < 0 else end)]))


def _around(story: Story, fact: Fact) -> set[str]:
    """The stems of the sentence that a fact stands in, and of what follows it in the paragraph."""
    text, sentence = story.document[fact.mention.document].text, fact.sentence
    end = text.find("\n", sentence.end)
    reach = min(sentence.end + _REACH, len(text) if end < 0 else end)
    return set(_stems(text[sentence.start : max(sentence.end, reach)]))


def _stems(text: str) -> list[str]:
    found = [fold(word) for word in _WORD.findall(text)]
    return [word[:_STEM] for word in found if word[:1].isdigit() or _tells(word)]


def _tells(word: str) -> bool:
    return len(word) >= _LONGER and word not in words("stop_words")
