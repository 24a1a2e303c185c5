"""How alike stretches of text are, whatever figures stand in them: TF-IDF over character n-grams.

Digits are masked: a rewrite with another figure is as like as the same one, and figures alone make nothing alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from discrepancy.text.characters import fold

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_FIGURE = re.compile(r"\d[\d.,]*")
_AT_ONCE = 500
"""Texts that are held against all others in one go, so that thousands of them need no table of all pairs."""
_SIZES: Final = (3, 4, 5)
"""Letters of an n-gram."""


def mask(text: str) -> str:
    """``text`` folded to plain lower-case letters, without its figures."""
    return fold(_FIGURE.sub(" ", text))


class Likeness:
    """Likeness within one set of texts, weighted by how rare an n-gram is in that set."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Read the set. Texts are masked here; one without a letter is like nothing."""
        place: dict[str, int] = {}
        self._row = [place.setdefault(mask(text), len(place)) for text in texts]
        self._rows = (
            _weighed(list(place), list(map(Counter(self._row).__getitem__, place.values()))) if any(place) else None
        )

    def of_pairs(self, left: Sequence[int], right: Sequence[int]) -> list[float]:
        """The cosine, 0..1, of each pair of texts ``left[k]``, ``right[k]`` by their places in the set."""
        if self._rows is None or not left:
            return [0.0] * len(left)
        pairs = [(self._row[i], self._row[j]) for i, j in zip(left, right, strict=True)]
        once = dict.fromkeys(pairs)
        a, b = self._rows[[i for i, _ in once]], self._rows[[j for _, j in once]]
        found = dict(zip(once, a.multiply(b).sum(axis=1).A1.tolist(), strict=True))
        return [found[pair] for pair in pairs]

    def pairs(self, least: float) -> Iterator[tuple[int, int, float]]:
        """The pairs of different places whose texts' cosine is ``least`` or more, the lower place first, in order."""
        if self._rows is None:
            return
        rows = self._rows[self._row]
        across = rows.T.tocsr()
        for begin in range(0, rows.shape[0], _AT_ONCE):
            found = (rows[begin : begin + _AT_ONCE] @ across).tocoo()
            keep = (found.data >= least) & (found.row + begin < found.col)
            places = zip(found.row[keep] + begin, found.col[keep], found.data[keep], strict=True)
            yield from sorted((int(i), int(j), float(score)) for i, j, score in places)


@lru_cache(maxsize=16384)
def _grams(word: str) -> tuple[str, ...]:
    """The n-grams of a word with a space on either side."""
    padded = f" {word} "
    found = ((padded[at : at + size] for at in range(len(padded) - size + 1)) for size in _SIZES if size <= len(padded))
    return tuple(chain.from_iterable(found))


class _Numbered(dict[str, list[int]]):
    """The n-grams of each word, as numbers in the order in which they were first met; ``place`` has the numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.place: dict[str, int] = {}

    def __missing__(self, word: str) -> list[int]:
        found = self[word] = [self.place.setdefault(gram, len(self.place)) for gram in _grams(word)]
        return found


def _weighed(masked: Sequence[str], times: Sequence[int]) -> csr_matrix:
    """A row of length 1 for each text: its n-grams, each weighed by how often it has it and by how few texts do.

    Each text stands in the set so many ``times``.

    TF-IDF as it is commonly made: ``1 + log`` of how often, times ``1 + log((1 + texts) / (1 + texts that have it))``.
    """
    import numpy as np  # numbers in tables are needed here alone, and take a while to import
    from scipy.sparse import csr_matrix

    grams = _Numbered()
    rows = [list(chain.from_iterable(map(grams.__getitem__, text.split()))) for text in masked]
    place, many = grams.place, len(grams.place)
    stream = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    at_row = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
    found, often = np.unique(at_row * many + stream, return_counts=True)
    indices = (found % many).astype(np.int32)
    ends = np.searchsorted(found, np.arange(len(rows) + 1, dtype=np.int64) * many).astype(np.int32)
    held = np.bincount(indices, weights=np.repeat(times, np.diff(ends)), minlength=many)
    rarity = np.log((sum(times) + 1) / (held + 1.0)) + 1.0
    data = (np.log(often.astype(np.float64)) + 1.0) * rarity[indices]
    lengths = np.sqrt(csr_matrix((data * data, indices, ends), shape=(len(rows), many)) @ np.ones(many))
    data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(ends))
    rank = np.empty(many, dtype=np.int32)
    rank[[place[gram] for gram in sorted(place)]] = np.arange(many, dtype=np.int32)
    return csr_matrix((data, rank[indices], ends), shape=(len(rows), many))
