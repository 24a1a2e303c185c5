"""Sketches as rows of a sparse matrix: how alike two documents are is the product of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.likeness import Rows, distinct
from discrepancy.stories.grouping.tokens import DAY, FIGURE, NAMED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Columns = NDArray[np.int32]

__all__ = ["COLUMNS", "Marks", "Often"]

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
_KINDS = 4
"""Words, figures, rows of words, and days; these are no part of the likeness."""
_FIGURE = 1
_ROW = 2
_A_DAY = 3
_LOWER = 0.1
"""The share of the documents with a word, up to which they may write it in lower case if it is a name."""
_FEW_NAMES = 3
"""Names that a document must have for those that it does not share to part it from another."""


class Often:
    """How often each column was met: in documents, those too that are still to be placed, and in stories."""

    def __init__(self) -> None:
        import numpy as np

        self.heard = np.zeros(COLUMNS, np.float32)
        self.lower = np.zeros(COLUMNS, np.float32)
        self.documents: float = _UNHEARD
        self.told = np.zeros(COLUMNS, np.float32)
        self.stories = 0

    def hear(self, marks: Marks) -> None:
        """Count documents that were read: many that print the same rows are one, lest their own words be common."""
        import numpy as np

        shares = 1 / marks.printed()
        weights = shares[marks.of]
        self.heard[marks.columns] += marks.summed(weights)
        self.lower[marks.columns] += marks.summed(np.where((marks.kinds == 0) & ~marks.capital, weights, 0))
        self.documents += float(shares.sum())
        if self.documents > _REMEMBERED:
            self.heard /= 2
            self.lower /= 2
            self.documents /= 2

    def tell(self, marks: Marks, shares: Sequence[float], stories: int) -> None:
        """Count so many new stories, of which each document is the given share: one printed everywhere is still one."""
        import numpy as np

        weights = np.repeat(np.array(shares, np.float32), np.diff(marks.borders))
        self.told[marks.columns] += marks.summed(weights)
        self.stories += stories
        if self.stories > _REMEMBERED:
            self.told /= 2
            self.stories //= 2

    def stand(self, marks: Marks, shares: Sequence[float], stories: int) -> None:
        """Count stories that stand, of which each document is the given share; below 0, those that no longer do."""
        import numpy as np

        weights = np.repeat(np.array(shares, np.float32), np.diff(marks.borders))
        counted = marks.summed(weights)
        self.heard[marks.columns] += counted
        self.told[marks.columns] += counted
        self.lower[marks.columns] += marks.summed(np.where((marks.kinds == 0) & ~marks.capital, weights, 0))
        self.documents += stories
        self.stories += stories


class Marks:
    """The terms and rows of several sketches, one sketch after the other, each in its column.

    Attributes:
        columns: those that any of them has, ascending.
        places: the place of each one's column among these.
        borders: where the marks of each sketch begin, and the end.
        of: the sketch of each.
        kinds: what each is: a word, a figure or a row.
        times: how often each stands in its document: one, and the logarithm of it.
        capital: whether each is a word that has a capital wherever its document has it.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        import numpy as np

        terms = b"".join(each.terms for each in sketches)
        hashes = np.frombuffer(terms + b"".join(each.rows for each in sketches), "<u4")
        many = [np.array([len(part) for part in parts], np.intp) // _WIDE for parts in _parts(sketches)]
        whose = np.repeat(np.tile(np.arange(len(sketches)), 2), np.concatenate(many))
        order = np.argsort(whose, kind="stable")
        split = len(terms) // _WIDE
        kinds = (hashes >= FIGURE).astype(np.int8)
        kinds[hashes >= DAY] = _A_DAY
        kinds[split:] = _ROW
        times = np.zeros(len(hashes), np.float32)
        times[:split] = _times()[np.frombuffer(b"".join(each.counts for each in sketches), np.uint8)]
        times[split:] = 1
        hashes, self.of = hashes.take(order), whose.take(order)
        self.kinds, self.times = kinds.take(order), times.take(order)
        self.capital = (self.kinds == 0) & (hashes & np.uint32(NAMED)).astype(bool)
        columns = (hashes >> np.uint32(1) & np.uint32(COLUMNS - 1)).astype(np.int32)
        self.columns = distinct(columns)
        places = np.empty(COLUMNS, np.int32)
        places[self.columns] = np.arange(len(self.columns), dtype=np.int32)
        self.places = places.take(columns)
        self.borders = np.concatenate([[0], np.cumsum(many[0] + many[1])])

    def summed(self, weights: Any) -> Any:  # noqa: ANN401 - numpy's own types say no more
        """The sum of what the marks of each column weigh."""
        import numpy as np

        return np.bincount(self.places, weights, len(self.columns)).astype(np.float32)

    def printed(self) -> Any:  # noqa: ANN401 - as above
        """How many of the documents print a row of each, as the median of its rows has it."""
        import numpy as np

        found = np.flatnonzero(self.kinds == _ROW)
        rows, whose = self.places.take(found), self.of.take(found)
        many = np.bincount(rows).take(rows)
        wide = len(rows) + 1
        ordered = np.sort(whose * wide + many) % wide
        ends = np.cumsum(np.bincount(whose, minlength=len(self.borders) - 1))
        starts = np.concatenate([[0], ends[:-1]])
        middle = np.append(ordered, 1)[np.minimum((starts + ends) // 2, len(many))]
        return np.where(ends > starts, middle, 1).astype(float)

    def likeness(self, often: Often) -> Rows:
        """A row a sketch; see :class:`Rows`."""
        import numpy as np

        weights = self.rare(often).take(self.places)
        weights[self.kinds == _A_DAY] = 0.0
        name = np.flatnonzero(self._named(often) & (weights > 0))
        places, weighed = self.places.take(name), weights.take(name)
        named = np.bincount(self.of.take(name), weighed, len(self.borders) - 1)
        names = self._matrix(np.sqrt(weighed), name, self.columns.take(places), COLUMNS)
        names.sum_duplicates()
        named[np.diff(names.indptr) < _FEW_NAMES] = 0
        weights *= self.times
        kinds = self.of * _KINDS + self.kinds
        squares = np.bincount(kinds, weights * weights, minlength=_KINDS * (len(self.borders) - 1))
        lengths = np.sqrt(np.maximum(squares, _LEAST))
        figures = np.bincount(kinds, minlength=len(squares))[1::_KINDS]
        lengths[1::_KINDS] /= np.sqrt(np.clip(figures, 1, _FIGURES) / _FIGURES)
        weights /= lengths[kinds]
        telling = np.flatnonzero(weights > 0)
        marks = self._matrix(weights.take(telling), telling, self.places.take(telling), len(self.columns))
        return Rows(self.columns, marks, names, named)

    def rare(self, often: Often) -> Any:  # noqa: ANN401 - as above
        """How rare each of the columns is; 0 where it is one of a topic."""
        import numpy as np

        rare = np.log1p(often.documents / np.maximum(often.heard[self.columns], 1))
        rare[often.told[self.columns] > max(_COMMON, often.stories * _COMMON_SHARE)] = 0.0
        return rare

    def told(self, often: Often) -> tuple[Any, Any, Any, Any]:
        """What each mark weighs by how rare and how often it is, and whether it is a name, another word or a figure."""
        weights = self.rare(often).take(self.places) * self.times
        name = self._named(often) & (weights > 0)
        word = (self.kinds == 0) & ~name & (weights > 0)
        return weights, name, word, (self.kinds == _FIGURE) & (weights > 0)

    def _named(self, often: Often) -> Any:  # noqa: ANN401 - as above
        """Which are names: those that have a capital here, and elsewhere nearly always."""
        so = often.lower[self.columns] <= _LOWER * often.heard[self.columns]
        return self.capital & so.take(self.places)

    def figures(self) -> list[frozenset[int]]:
        """The figures of each document."""
        return self._sets(self.kinds == _FIGURE)

    def days(self) -> list[frozenset[int]]:
        """The days that each document tells of."""
        return self._sets(self.kinds == _A_DAY)

    def _sets(self, kept: Any) -> list[frozenset[int]]:  # noqa: ANN401 - as above
        import numpy as np

        there = np.flatnonzero(kept)
        borders = np.searchsorted(there, self.borders).tolist()
        found = self.columns.take(self.places.take(there)).tolist()
        return [frozenset(found[one:other]) for one, other in pairwise(borders)]

    def _matrix(self, weights: Any, kept: Any, places: Any, columns: int) -> Any:  # noqa: ANN401 - scipy ships no types
        """A row a sketch of those marks that are kept, each at its place."""
        import numpy as np
        from scipy.sparse import csr_array

        borders = np.searchsorted(kept, self.borders)
        return csr_array((weights.astype(np.float32), places, borders), shape=(len(borders) - 1, columns))


def _parts(sketches: Sequence[Sketch]) -> Iterator[Iterator[bytes]]:
    yield (each.terms for each in sketches)
    yield (each.rows for each in sketches)


@cache
def _times() -> Any:  # noqa: ANN401 - as above
    import numpy as np

    return 1 + np.log(np.maximum(np.arange(256), 1)).astype(np.float32)
