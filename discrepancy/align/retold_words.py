"""The words of the sentences that tell one thing in several documents, and how much each of them says."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from discrepancy.lexicon.oppositions import claim_words
from discrepancy.lexicon.stances import TOLD, is_stance
from discrepancy.model import Document, Fact
from discrepancy.text.characters import fold, squeeze

STEM = 6
FEWEST = 3
"""Telling words that two stretches must share."""
NEAR = 2
"""Those that are enough where a figure is among them."""
EACH = 150
"""Stretches of one document that are looked at."""
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)


class SentenceWords:
    """The words of each sentence, and how much each says: the fewer of a story's sentences have it, the more."""

    def __init__(self, documents: Sequence[Document], facts: Sequence[Fact]) -> None:
        self.texts = {document.id: document.text for document in documents}
        self.sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
        for fact in facts:
            if fact.claim.of == TOLD or is_stance(fact.claim.of):
                self.sentences[sentence_of(fact)] |= set(fact.claim.details)
        count = Counter(word for words in self.sentences.values() for word in words)
        every = len(self.sentences) + 1
        self._weights = {word: math.log(every / n) + 1 for word, n in count.items()}
        self._of_one = math.log(every) + 1

    def weigh(self, words: AbstractSet[str]) -> float:
        """The weight of words taken together."""
        return sum(self._weights.get(word, self._of_one) for word in sorted(words))

    def share(self, one: AbstractSet[str], other: AbstractSet[str]) -> float:
        """How much of what the shorter says the other says too, 0..1."""
        least = min(self.weigh(one), self.weigh(other))
        return self.weigh(one & other) / least if least else 0.0

    def of(self, fact: Fact) -> set[str]:
        """The words of the sentence that holds a fact."""
        return self.sentences[sentence_of(fact)]

    def sentence(self, fact: Fact) -> str:
        """The sentence itself."""
        return self.texts[fact.mention.document][fact.sentence.start : fact.sentence.end]

    def times(self, fact: Fact) -> frozenset[str]:
        """The days of the week and the months that the sentence names."""
        return frozenset(word for word in _WORD.findall(self.sentence(fact).lower()) if word in _TIMES)

    def names(self, fact: Fact) -> frozenset[str]:
        """The words with a capital letter within the sentence."""
        found = {fold(word) for word in _NAME.findall(self.sentence(fact))}
        return frozenset(found - _TIMES)


def sentence_of(fact: Fact) -> tuple[str, int]:
    """The document and the place of the sentence that holds a fact."""
    return fact.mention.document, fact.sentence.start


def is_told_plainly(fact: Fact, words: SentenceWords) -> bool:
    """Whether a stance is told as taken, in no quoted words, and in a sentence that speaks of no turn."""
    quoted = fact.attribution is not None and fact.attribution.quoted
    return not quoted and not fact.claim.hedge and not _turning().search(squeeze(fold(words.sentence(fact))))


@cache
def _turning() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(claim_words('turning'))))})\b")
