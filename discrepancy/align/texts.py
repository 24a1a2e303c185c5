"""The words of documents and of the sentences that hold their facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from discrepancy.lexicon import words as listed
from discrepancy.model import Fact
from discrepancy.text.characters import fold

_WORD = re.compile(r"\w+")
_SHORT = 3
"""Letters up to which a word that is no figure tells nothing, as a rule."""


@dataclass(frozen=True)
class Texts:
    """Documents' texts by their ids, with their words worked out when asked for."""

    texts: Mapping[str, str]
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    def words(self, document: str) -> frozenset[str]:
        """Every word of a document, folded."""
        if document not in self._words:
            self._words[document] = frozenset(fold(self.texts[document]).split())
        return self._words[document]

    def telling(self, fact: Fact) -> frozenset[str]:
        """The telling words of the sentence that holds a fact, and its figures."""
        sentence = self.texts[fact.mention.document][fact.sentence.start : fact.sentence.end]
        found = {word.removesuffix("s") for word in _WORD.findall(fold(sentence))}
        small = listed("english_function_words") | listed("stop_words")
        return frozenset(w for w in found if (len(w) > _SHORT or w.isdigit() or w in _NUMERALS) and w not in small)


_NUMERALS = frozenset({"two", "ten", "six"})
