"""Sketches as rows of a sparse matrix: how alike two documents are is the product of their rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.tokens import FIGURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Columns = NDArray[np.int32]

__all__ = ["COLUMNS", "Marks", "Often", "figures_of", "pairs"]

COLUMNS = 1 << 18
"""Columns that hashes are dealt to: two documents meet in one by chance about once in fourteen pairs."""
_REMEMBERED = 200_000
"""Documents, and stories, that are counted; then half of it is forgotten: what was rare last year may be common now."""
_COMMON = 30
_COMMON_SHARE = 0.02
"""A word of more than so many stories, and of more than such a share of them, is one of a topic, and tells no story."""
_WIDE = 4
"""Bytes of a hash."""
_LEAST = 1e-9
_UNHEARD = 50
"""Documents that are taken for heard before the first: in a run of three, a word of two is rare all the same."""
_FIGURES = 5
"""Figures from which on those of a document count in full: one of two may be shared by chance."""
_KINDS = 3
"""Words, figures and rows of words."""


class Often:
    """How often each column was met: in documents, those too that are still to be placed, and in stories."""

    def __init__(self) -> None:
        import numpy as np

        self.heard = np.zeros(COLUMNS, np.float32)
        self.documents = _UNHEARD
        self.told = np.zeros(COLUMNS, np.float32)
        self.stories = 0

    def hear(self, marks: Marks) -> None:
        """Count documents that were read."""
        import numpy as np

        self.heard += np.bincount(marks.columns, minlength=COLUMNS).astype(np.float32)
        self.documents += len(marks.borders) - 1
        if self.documents > _REMEMBERED:
            self.heard /= 2
            self.documents //= 2

    def tell(self, marks: Marks, shares: Sequence[float], stories: int) -> None:
        """Count so many new stories, of which each document is the given share: one printed everywhere is still one."""
        import numpy as np

        weights = np.repeat(np.array(shares, np.float32), np.diff(marks.borders))
        self.told += np.bincount(marks.columns, weights, COLUMNS).astype(np.float32)
        self.stories += stories
        if self.stories > _REMEMBERED:
            self.told /= 2
            self.stories //= 2


class Marks:
    """The terms and rows of several sketches, one sketch after the other, each in its column.

    Attributes:
        columns: the column of each.
        borders: where the marks of each sketch begin, and the end.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        import numpy as np

        sizes = np.array([(len(each.terms) // _WIDE, len(each.rows) // _WIDE) for each in sketches]).ravel()
        hashes = np.frombuffer(b"".join(part for each in sketches for part in (each.terms, each.rows)), "<u4")
        counts = b"".join(part for each in sketches for part in (each.counts, bytes(len(each.rows) // _WIDE)))
        part = np.repeat(np.arange(len(sizes)), sizes)
        is_row = part & 1
        self._of = part // 2 * _KINDS + np.where(is_row, 2, hashes >= FIGURE)
        self._times = 1 + np.log(np.maximum(np.frombuffer(counts, np.uint8), 1))
        self.columns = (hashes >> np.uint32(1) & np.uint32(COLUMNS - 1)).astype(np.int32)
        self.named = (hashes & np.uint32(1)).astype(bool) & (is_row == 0) & (hashes < FIGURE)
        self.is_word = (is_row == 0) & (hashes < FIGURE)
        self.borders = np.concatenate([[0], np.cumsum(sizes)[1::2]])

    def matrix(self, often: Often) -> Any:  # noqa: ANN401 - scipy ships no types
        """A row a sketch; the product of two is how alike they are.

        That is the sum of three cosines, each 0 to 1: of their words, of their figures, of their rows of words. Words
        tell the topic, figures the event, and rows that one text was made of the other or both of a third.
        """
        import numpy as np
        from scipy.sparse import csr_array

        weights = np.log1p(often.documents / np.maximum(often.heard[self.columns], 1)) * self._times
        weights[often.told[self.columns] > max(_COMMON, often.stories * _COMMON_SHARE)] = 0.0
        squares = np.bincount(self._of, weights * weights, minlength=_KINDS * (len(self.borders) - 1))
        lengths = np.sqrt(np.maximum(squares, _LEAST))
        figures = np.bincount(self._of, minlength=len(squares))[1::_KINDS]
        lengths[1::_KINDS] /= np.sqrt(np.clip(figures, 1, _FIGURES) / _FIGURES)
        weights /= lengths[self._of]
        telling = weights > 0
        borders = np.concatenate([[0], np.cumsum(telling)])[self.borders]
        shape = (len(borders) - 1, COLUMNS)
        return csr_array((weights[telling].astype(np.float32), self.columns[telling], borders), shape=shape)


def figures_of(sketch: Sketch) -> frozenset[int]:
    """The hashes of the figures of a sketch: they are the last of its terms."""
    hashes = memoryview(sketch.terms).cast("I")
    return frozenset(hashes[bisect_left(hashes, FIGURE) :])


def pairs(rows: Any, across: Any, least: float) -> Iterator[tuple[int, int, float]]:  # noqa: ANN401 - as above
    """The places in two sets of sketches, and how alike the two are, where that is ``least`` or more.

    Args:
        rows: the matrix of the one set.
        across: that of the other one, transposed.
        least: likeness below it is no more than chance.
    """
    import numpy as np

    found = rows @ across
    kept = np.flatnonzero(found.data >= least)
    ones = np.searchsorted(found.indptr, kept, side="right") - 1
    yield from zip(ones.tolist(), found.indices[kept].tolist(), found.data[kept].tolist(), strict=True)
