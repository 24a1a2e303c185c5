"""Whether the documents given tell one story: by the names that they share and by how alike their words are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import table, words
from discrepancy.model import BlockRole, Document
from discrepancy.text.characters import fold

__all__ = ["find_stories"]

_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]")
_SHORT = 40
"""Telling words that a text must have to be told from the others: a headline or a brief may name nobody."""
_NAMES = 3
"""Names in common that make two texts one story: in tests/clusters each version shares four or more with its nearest,
and two stories at most two."""
_ALIKE = 0.3
"""Likeness of words from which two texts are of one story whatever they name; two stories come to .23 at most."""
_STEM = 6
_SHORTEST_NAME = 4
_TOLD = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})


def find_stories(documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents of each story, in the documents' order; one tuple where all may tell one.

    Texts are held together wherever anything speaks for it, through a third one too, and a short text with whatever
    else there is: only texts that have nothing to do with each other are told apart.
    """
    told = {document.id: _words(document) for document in documents}
    long = [document.id for document in documents if sum(told[document.id].values()) >= _SHORT]
    names, weights = _names(documents), _weights(told)
    home = {name: name for name in long}
    for one, other in combinations(long, 2):
        if home[one] != home[other] and (
            len(names[one] & names[other]) >= _NAMES or _likeness(told[one], told[other], weights) >= _ALIKE
        ):
            joined, kept = home[other], home[one]
            home = {name: kept if at == joined else at for name, at in home.items()}
    stories = [tuple(name for name in long if home[name] == first) for first in dict.fromkeys(home.values())]
    if len(stories) < 2 or len(long) < len(documents):  # where a short text belongs can not be told
        return (tuple(document.id for document in documents),) if documents else ()
    return tuple(stories)


def _text(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.role in _TOLD)


def _words(document: Document) -> Counter[str]:
    """The telling words of a text by their first letters, each with how often it stands there."""
    found = [fold(word) for word in _WORD.findall(_text(document))]
    return Counter(word[:_STEM] for word in found if word not in words("stop_words"))


def _weights(told: Mapping[str, Counter[str]]) -> dict[str, float]:
    """How much a word says: words of every text say little, and long texts are not more alike for being long."""
    often = Counter(word for counted in told.values() for word in counted)
    return {word: math.log(1 + len(told) / n) for word, n in often.items()}


def _likeness(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """The cosine of two texts, each word once more the oftener it stands there."""
    a, b = ({word: (1 + math.log(n)) * weights[word] for word, n in counted.items()} for counted in (one, other))
    shared = sum(a[word] * b[word] for word in a.keys() & b.keys())
    return shared / math.sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values()))


def _names(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """The words of each text that no text of all writes in lower case: names, but for the calendar and countries."""
    raw = {document.id: set(_WORD.findall(_text(document))) for document in documents}
    common = {fold(word) for found in raw.values() for word in found if not word[0].isupper()}
    common |= MONTHS.keys() | WEEKDAYS.keys() | words("stop_words") | _countries()
    return {
        name: frozenset(
            fold(word)
            for word in found
            if word[0].isupper() and len(word) >= _SHORTEST_NAME and fold(word) not in common
        )
        for name, found in raw.items()
    }


@cache
def _countries() -> frozenset[str]:
    """The words by which news names countries, their people and capitals: they stand in stories of all sorts."""
    rows = table("countries").values()
    forms = (form for row in rows for name in ("names", "demonyms", "capital") for form in row[name])
    return frozenset(part for form in forms for part in fold(form).split())
