"""How alike stretches of text are, whatever figures stand in them: TF-IDF over character n-grams.

Digits are masked: a rewrite with another figure is as like as the same one, and figures alone make nothing alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.text.characters import fold

_FIGURE = re.compile(r"\d[\d.,]*")
_AT_ONCE = 500
"""Texts that are held against all others in one go, so that thousands of them need no table of all pairs."""


def mask(text: str) -> str:
    """``text`` folded to plain lower-case letters, without its figures."""
    return fold(_FIGURE.sub(" ", text))


class Likeness:
    """Likeness within one set of texts, weighted by how rare an n-gram is in that set."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Read the set. Texts are masked here; one without a letter is like nothing."""
        masked = [mask(text) for text in texts]
        self._rows = None
        if any(masked):
            from sklearn.feature_extraction.text import TfidfVectorizer  # a second to import

            self._rows = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit_transform(
                masked
            )

    def of_pairs(self, left: Sequence[int], right: Sequence[int]) -> list[float]:
        """The cosine, 0..1, of each pair of texts ``left[k]``, ``right[k]`` by their places in the set."""
        if self._rows is None or not left:
            return [0.0] * len(left)
        a, b = self._rows[list(left)], self._rows[list(right)]
        return [float(x) for x in a.multiply(b).sum(axis=1).A1]

    def pairs(self, least: float) -> Iterator[tuple[int, int, float]]:
        """The pairs of different places whose texts' cosine is ``least`` or more, the lower place first, in order."""
        if self._rows is None:
            return
        across = self._rows.T.tocsr()
        for begin in range(0, self._rows.shape[0], _AT_ONCE):
            found = (self._rows[begin : begin + _AT_ONCE] @ across).tocoo()
            keep = (found.data >= least) & (found.row + begin < found.col)
            places = zip(found.row[keep] + begin, found.col[keep], found.data[keep], strict=True)
            yield from sorted((int(i), int(j), float(score)) for i, j, score in places)
