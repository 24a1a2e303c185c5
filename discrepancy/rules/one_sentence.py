"""Whether two mentions stand in one sentence with the mention changed: word for word, whatever its order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from discrepancy.lexicon import words
from discrepancy.model import Fact, Story
from discrepancy.text.characters import fold

_SHARE = 0.7
"""Share of the words of two sentences, the mentions aside, that makes them one."""


def one_sentence(story: Story, one: Sequence[Fact], other: Sequence[Fact], fewest: int = 0) -> bool:
    """Whether a sentence around one of the facts is that around one of the others, but for what they mention.

    Args:
        story: with the documents.
        one: facts of one side.
        other: facts of the other.
        fewest: telling words that the two sentences have in common at least.
    """
    pairs = product([_words(story, fact) for fact in one], [_words(story, fact) for fact in other])
    return any(
        len(left & right) >= _SHARE * len(left | right) and len((left & right) - words("stop_words")) >= fewest
        for left, right in pairs
    )


def _words(story: Story, fact: Fact) -> frozenset[str]:
    text, at, sentence = story.document[fact.mention.document].text, fact.mention, fact.sentence
    return frozenset(fold(f"{text[sentence.start : at.start]} {text[at.end : sentence.end]}").split())
