"""Sketches as rows of a sparse matrix: how alike two documents are is the product of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.tokens import DAY, FIGURE, NAMED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Columns = NDArray[np.int32]

__all__ = ["COLUMNS", "Marks", "Often", "Rows", "pairs"]

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
_SHARED_NAMES = 0.25
"""The share, by weight, of the names of the one with fewer that two versions have in common: of those in tests/clusters
19 of 20 have more, of other events of the same sort (another fire, another trial) hardly any has."""


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
        self.heard += np.bincount(marks.columns, weights, COLUMNS).astype(np.float32)
        lower = (marks.kinds == 0) & ~marks.capital
        self.lower += np.bincount(marks.columns[lower], weights[lower], COLUMNS).astype(np.float32)
        self.documents += float(shares.sum())
        if self.documents > _REMEMBERED:
            self.heard /= 2
            self.lower /= 2
            self.documents /= 2

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
        of: the sketch of each.
        kinds: what each is: a word, a figure or a row.
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
        hashes, self.of, self.kinds, self._times = hashes[order], whose[order], kinds[order], times[order]
        self.capital = (self.kinds == 0) & (hashes & np.uint32(NAMED)).astype(bool)
        self.columns = (hashes >> np.uint32(1) & np.uint32(COLUMNS - 1)).astype(np.int32)
        self.borders = np.concatenate([[0], np.cumsum(many[0] + many[1])])

    def printed(self) -> Any:  # noqa: ANN401 - as above
        """How many of the documents print a row of each, as the median of its rows has it."""
        import numpy as np

        found = self.kinds == _ROW
        rows, whose = self.columns[found], self.of[found]
        many = np.bincount(rows, minlength=COLUMNS)[rows]
        order = np.lexsort((many, whose))
        ends = np.cumsum(np.bincount(whose, minlength=len(self.borders) - 1))
        starts = np.concatenate([[0], ends[:-1]])
        middle = np.append(many[order], 1)[np.minimum((starts + ends) // 2, len(many))]
        return np.where(ends > starts, middle, 1).astype(float)

    def likeness(self, often: Often) -> Rows:
        """A row a sketch; see :class:`Rows`."""
        import numpy as np

        weights = np.log1p(often.documents / np.maximum(often.heard[self.columns], 1))
        weights[often.told[self.columns] > max(_COMMON, often.stories * _COMMON_SHARE)] = 0.0
        weights[self.kinds == _A_DAY] = 0.0
        name = self.capital & (weights > 0)
        name[name] = often.lower[self.columns[name]] <= _LOWER * often.heard[self.columns[name]]
        named = np.bincount(self.of[name], weights[name], len(self.borders) - 1)
        names = self._matrix(np.sqrt(weights), name)
        names.sum_duplicates()
        named[np.diff(names.indptr) < _FEW_NAMES] = 0
        weights *= self._times
        kinds = self.of * _KINDS + self.kinds
        squares = np.bincount(kinds, weights * weights, minlength=_KINDS * (len(self.borders) - 1))
        lengths = np.sqrt(np.maximum(squares, _LEAST))
        figures = np.bincount(kinds, minlength=len(squares))[1::_KINDS]
        lengths[1::_KINDS] /= np.sqrt(np.clip(figures, 1, _FIGURES) / _FIGURES)
        weights /= lengths[kinds]
        return Rows(self._matrix(weights, weights > 0), names, named)

    def figures(self) -> list[frozenset[int]]:
        """The figures of each document."""
        return self._sets(self.kinds == _FIGURE)

    def days(self) -> list[frozenset[int]]:
        """The days that each document tells of."""
        return self._sets(self.kinds == _A_DAY)

    def _sets(self, kept: Any) -> list[frozenset[int]]:  # noqa: ANN401 - as above
        import numpy as np

        borders = np.concatenate([[0], np.cumsum(kept)])[self.borders].tolist()
        found = self.columns[kept].tolist()
        return [frozenset(found[one:other]) for one, other in pairwise(borders)]

    def _matrix(self, weights: Any, kept: Any) -> Any:  # noqa: ANN401 - scipy ships no types
        import numpy as np
        from scipy.sparse import csr_array

        borders = np.concatenate([[0], np.cumsum(kept)])[self.borders]
        shape = (len(borders) - 1, COLUMNS)
        return csr_array((weights[kept].astype(np.float32), self.columns[kept], borders), shape=shape)


@dataclass(slots=True)
class Rows:
    """Documents as rows of matrices.

    The product of two rows of ``marks`` is the sum of three cosines, each 0 to 1: of their words, of their figures, of
    their rows of words. Words tell the topic, figures the event, and rows that one text was made of the other or both
    of a third. The product of two of ``names`` is what the names weigh that both have.

    Attributes:
        named: what the names of each weigh; 0 where they are too few to tell anything by.
    """

    marks: Any
    names: Any
    named: Any

    def take(self, places: Sequence[int]) -> Rows:
        """Some of them."""
        return Rows(self.marks[places], self.names[places], self.named[places])

    def turned(self) -> Rows:
        """The same, their marks the other way round."""
        return Rows(self.marks.T.tocsr(), self.names, self.named)

    @classmethod
    def stacked(cls, several: Sequence[Rows]) -> Rows:
        """Those of several, one after the other."""
        import numpy as np
        from scipy.sparse import vstack

        marks = vstack([each.marks for each in several], format="csr")
        names = vstack([each.names for each in several], format="csr")
        return cls(marks, names, np.concatenate([each.named for each in several]))


def pairs(rows: Rows, across: Rows, least: float) -> tuple[Any, Any, Any]:
    """The places in two sets of sketches, and how alike the two are, where that is ``least`` or more.

    Two that have names and share hardly any are less alike: what two fires, or two trials, have in common is how such a
    thing is told.

    Args:
        rows: the one set.
        across: the other one, turned.
        least: likeness below it is no more than chance.
    """
    import numpy as np

    found = rows.marks @ across.marks
    kept = np.flatnonzero(found.data >= least)
    ones = np.searchsorted(found.indptr, kept, side="right") - 1
    others, alike = found.indices[kept], found.data[kept]
    fewer = np.minimum(rows.named[ones], across.named[others])
    tested = np.flatnonzero(fewer > 0)
    if len(tested):
        shared = np.asarray(rows.names[ones[tested]].multiply(across.names[others[tested]]).sum(axis=1)).ravel()
        alike[tested] *= np.minimum(shared / (_SHARED_NAMES * fewer[tested]), 1)
        kept = np.flatnonzero(alike >= least)
        ones, others, alike = ones[kept], others[kept], alike[kept]
    return ones, others, alike


def _parts(sketches: Sequence[Sketch]) -> Iterator[Iterator[bytes]]:
    yield (each.terms for each in sketches)
    yield (each.rows for each in sketches)


@cache
def _times() -> Any:  # noqa: ANN401 - as above
    import numpy as np

    return 1 + np.log(np.maximum(np.arange(256), 1)).astype(np.float32)
