"""The words that stretches of text share, each weighted by how rare it is in the story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from discrepancy.lexicon import words
from discrepancy.text.characters import fold

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 6
"""Letters after which a word is cut: a plain stemmer, "injured" and "injuries" are one word."""
_FEW: Final = 3.0
"""Added to the weight of the words that could be shared: sharing one of one word is not being the same."""


class SharedWords:
    """How much of their telling words texts share, a word telling more the fewer sentences of the set hold it."""

    def __init__(self, sentences: Iterable[str], texts: Sequence[str]) -> None:
        """Weigh words by ``sentences``, all of the set; ``texts`` are what is compared."""
        held: Counter[str] = Counter()
        count = 0
        for sentence in sentences:
            held.update(telling(sentence))
            count += 1
        self._weight = {word: math.log((count + 1) / (n + 0.5)) for word, n in held.items()}
        self._rarest = math.log((count + 1) / 1.5)
        self._words = [telling(text) for text in texts]
        self._sums = [self._sum(found) for found in self._words]

    def of_pairs(self, left: Sequence[int], right: Sequence[int]) -> list[float]:
        """The share, 0..1, of the poorer text's words that the other has too, for each pair of places."""
        return [
            self._sum(self._words[i] & self._words[j]) / (min(self._sums[i], self._sums[j]) + _FEW)
            for i, j in zip(left, right, strict=True)
        ]

    def _sum(self, found: Iterable[str]) -> float:
        return sum(max(0.0, self._weight.get(word, self._rarest)) for word in found)


def telling(text: str) -> frozenset[str]:
    """The words of a text that tell something, cut to their stems."""
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text)) if word not in _idle())


@cache
def _idle() -> frozenset[str]:
    return words("stop_words") | words("english_function_words")
