"""How alike stretches of text are, whatever figures stand in them: TF-IDF over character n-grams.

Digits are masked: a rewrite with another figure is as like as the same one, and figures alone make nothing alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from discrepancy.text.characters import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
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


def _weighed(masked: Sequence[str], times: Sequence[int]) -> csr_matrix:
    """A row of length 1 for each text: its n-grams, each weighed by how often it has it and by how few texts do.

    Each text stands in the set so many ``times``.

    TF-IDF as it is commonly made: ``1 + log`` of how often, times ``1 + log((1 + texts) / (1 + texts that have it))``.
    """
    import numpy as np  # numbers in tables are needed here alone, and take a while to import
    from scipy.sparse import csr_matrix

    at_row, grams = _grams([text.split() for text in masked])
    in_order, rank = np.unique(grams, return_inverse=True)
    first = np.empty_like(in_order)
    first[rank[::-1]] = np.arange(len(grams))[::-1]  # of several places the last that is written stays
    met, many = np.argsort(first), len(in_order)
    place = np.empty_like(met)
    place[met] = np.arange(many)
    found, often = np.unique(at_row * many + place[rank], return_counts=True)
    indices = (found % many).astype(np.int32)
    ends = np.searchsorted(found, np.arange(len(masked) + 1, dtype=np.int64) * many).astype(np.int32)
    held = np.bincount(indices, weights=np.repeat(times, np.diff(ends)), minlength=many)
    rarity = np.log((sum(times) + 1) / (held + 1.0)) + 1.0
    data = (np.log(often.astype(np.float64)) + 1.0) * rarity[indices]
    lengths = np.sqrt(csr_matrix((data * data, indices, ends), shape=(len(masked), many)) @ np.ones(many))
    data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(ends))
    return csr_matrix((data, met.astype(np.int32)[indices], ends), shape=(len(masked), many))


def _grams(texts: Sequence[Sequence[str]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Every n-gram of every word with a space on either side: the text that it is of, and itself.

    Word by word, and those of one size after each other. A gram is the number that its letters make, a byte a letter,
    so that grams are in the order of their letters: texts are masked, and hold small letters and figures alone.
    """
    import numpy as np

    words = [word for text in texts for word in text]
    at_text = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words)) + 2
    at_word, ends = np.repeat(np.arange(len(words)), sizes), np.repeat(np.cumsum(sizes), sizes)
    padded = f" {'  '.join(words)} ".encode("ascii") + bytes(_SIZES[-1])  # nothing stands behind the last word
    letters = np.frombuffer(padded, dtype=np.uint8).astype(np.int64)
    left = ends - np.arange(len(ends))
    gram, found, of = np.zeros_like(ends), [], []
    for place in range(_SIZES[-1]):
        gram += letters[place : place + len(gram)] << 8 * (_SIZES[-1] - 1 - place)
        if place + 1 in _SIZES:
            whole = left > place
            found.append(gram[whole])
            of.append(at_word[whole])
    word = np.concatenate(of)
    order = np.argsort(word, kind="stable")
    return at_text[word[order]], np.concatenate(found)[order]
