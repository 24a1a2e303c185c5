"""What turns the sense of a quotation: a figure, a name or a negation that two like wordings do not share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from discrepancy.text.characters import fold
from discrepancy.text.quoted_words import NEGATIONS, quoted_words

_LOCAL = 4
"""Words that a change may span and still be one of a word, not of a whole clause."""
_SPELLING = 80
"""The likeness, 0..100, of two spellings of one name."""
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]{2,}")
_NO_NAMES = frozenset(
    {"the", "and", "but", "you", "they", "his", "her", "our", "not", "she", "that", "this", "mr", "mrs"}
)


def turned(one: str, other: str) -> set[str]:
    """Which of "a figure", "a negation" and "a name" differ between two wordings, where the words around them agree.

    Words that one wording has more of at its beginning or end are its being longer, and no difference.
    """
    a, b = quoted_words(one), quoted_words(other)
    found: set[str] = set()
    if a != b and sorted(a) == sorted(b) and NEGATIONS & set(a):
        return {"a negation"}  # the same words about "not" changed places: "a shift, not a cut"
    for gone, come, inside in _changes(a, b):
        found |= _figures(gone, come, inside=inside) | _negations(gone, come, inside=inside)
    return found | _names(one, other, (set(a), set(b)))


def _changes(a: Sequence[str], b: Sequence[str]) -> list[tuple[list[str], list[str], bool]]:
    """The runs of words that differ, and whether each has equal words on both sides."""
    steps = [step for step in Indel.opcodes(a, b) if step.tag == "equal"]
    edges = [(0, 0), *((e.src_end, e.dest_end) for e in steps)]
    heads = [*((e.src_start, e.dest_start) for e in steps), (len(a), len(b))]
    last = len(steps)
    return [
        (list(a[i:m]), list(b[j:n]), 0 < at < last)
        for at, ((i, j), (m, n)) in enumerate(zip(edges, heads, strict=True))
        if i < m or j < n
    ]


def _figures(gone: Sequence[str], come: Sequence[str], *, inside: bool) -> set[str]:
    left, right = {w for w in gone if w.isdigit()}, {w for w in come if w.isdigit()}
    both = bool(left and right)
    return {"a figure"} if left != right and (both or (inside and max(len(gone), len(come)) <= _LOCAL)) else set()


def _negations(gone: Sequence[str], come: Sequence[str], *, inside: bool) -> set[str]:
    if max(len(gone), len(come)) > _LOCAL or not (inside or (gone and come)):
        return set()
    counts = [sum(word in NEGATIONS for word in words) for words in (gone, come)]
    return {"a negation"} if counts[0] % 2 != counts[1] % 2 else set()


def _names(one: str, other: str, words: tuple[set[str], set[str]]) -> set[str]:
    """A name in each that the other lacks in any spelling."""
    mine, theirs = (
        {w for name in _NAME.findall(text) if (w := fold(name)) and w not in known | _NO_NAMES}
        for text, known in ((one, words[1]), (other, words[0]))
    )
    far = bool(mine and theirs) and all(ratio(w, v) < _SPELLING for w in mine for v in theirs)
    return {"a name"} if far and len(mine) == len(theirs) == 1 else set()
