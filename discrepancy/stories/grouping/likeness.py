"""How alike documents are: the products of their rows, those of common columns and of rare ones each in its way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Rows", "Turned", "among", "distinct", "pairs"]

_DENSE = 1 / 64
"""The share of documents with a column from which on the product is quicker with the noughts than without them."""
_SHARED_NAMES = 0.25
"""The share, by weight, of the names of the one with fewer that two versions have in common: of those in tests/clusters
19 of 20 have more, of other events of the same sort (another fire, another trial) hardly any has."""


@dataclass(slots=True)
class Rows:
    """Documents as rows of matrices.

    The product of two rows of ``marks`` is the sum of three cosines, each 0 to 1: of their words, of their figures, of
    their rows of words. Words tell the topic, figures the event, and rows that one text was made of the other or both
    of a third. The product of two of ``names`` is what the names weigh that both have.

    Attributes:
        columns: which column of all that there are each one of ``marks`` is, ascending; those of ``names`` are all.
        named: what the names of each weigh; 0 where they are too few to tell anything by.
    """

    columns: Any
    marks: Any
    names: Any
    named: Any

    def take(self, places: Sequence[int]) -> Rows:
        """Some of them."""
        return Rows(self.columns, self.marks[places], self.names[places], self.named[places])

    @classmethod
    def stacked(cls, several: Sequence[Rows]) -> Rows:
        """Those of several, one after the other."""
        import numpy as np
        from scipy.sparse import vstack

        columns = distinct(np.concatenate([each.columns for each in several]))
        places = [np.searchsorted(columns, each.columns).astype(np.int32) for each in several]
        marks = [_dealt(each.marks, place, len(columns)) for each, place in zip(several, places, strict=True)]
        names = vstack([each.names for each in several], format="csr")
        return cls(columns, vstack(marks, format="csr"), names, np.concatenate([each.named for each in several]))


class Turned:
    """The same the other way round, to hold others against.

    Most documents share some word, so the product of common columns is quicker with its noughts than without them; that
    of the many rare ones is not.

    Args:
        rows: documents.

    Attributes:
        names: as in :class:`Rows`.
        named: likewise.
    """

    def __init__(self, rows: Rows) -> None:
        import numpy as np

        self.names, self.named = rows.names, rows.named
        many = np.bincount(rows.marks.indices, minlength=len(rows.columns))
        common = many > len(self.named) * _DENSE
        rare = ~common & (many > 0)
        self._columns = rows.columns
        self._common, self._rare = _numbered(common), _numbered(rare)
        self._dense = _cut(rows.marks, self._common, int(common.sum())).T.toarray(order="C")
        nowhere = int(rare.sum())
        self._sparse = _cut(rows.marks, self._rare, nowhere + 1).T.tocsr()
        self._rare[self._rare < 0] = nowhere

    def alike(self, rows: Rows, least: float) -> tuple[Any, Any, Any]:
        """The places in others and in these, and the product, where that is ``least`` or more."""
        import numpy as np

        common, rare = self._known(rows.columns)
        found = _cut(rows.marks, common, len(self._dense)) @ self._dense
        added = _dealt(rows.marks, rare, self._sparse.shape[0]) @ self._sparse
        whose = np.repeat(np.arange(len(rows.named)), np.diff(added.indptr))
        found[whose, added.indices] += added.data
        ones, others = np.divmod(np.flatnonzero(found >= least), found.shape[1])
        return ones, others, found[ones, others]

    def _known(self, columns: Any) -> tuple[Any, Any]:  # noqa: ANN401 - numpy's own types say no more
        """For each column of others its place among those that are common here, and among those that are rare."""
        import numpy as np

        if columns is self._columns:
            return self._common[:-1], self._rare[:-1]
        places = np.searchsorted(self._columns, columns)
        places[np.append(self._columns, -1)[places] != columns] = len(self._columns)
        return self._common[places], self._rare[places]


def pairs(rows: Rows, across: Turned, least: float) -> tuple[Any, Any, Any]:
    """The places in two sets of sketches, and how alike the two are, where that is ``least`` or more.

    Two that have names and share hardly any are less alike: what two fires, or two trials, have in common is how such a
    thing is told.

    Args:
        rows: the one set.
        across: the other one, turned.
        least: likeness below it is no more than chance.
    """
    import numpy as np

    ones, others, alike = across.alike(rows, least)
    fewer = np.minimum(rows.named[ones], across.named[others])
    tested = np.flatnonzero(fewer > 0)
    if len(tested):
        shared = np.asarray(rows.names[ones[tested]].multiply(across.names[others[tested]]).sum(axis=1)).ravel()
        alike[tested] *= np.minimum(shared / (_SHARED_NAMES * fewer[tested]), 1)
        kept = np.flatnonzero(alike >= least)
        ones, others, alike = ones[kept], others[kept], alike[kept]
    return ones, others, alike


def among(rows: Rows, least: float) -> Iterator[tuple[int, int, float]]:
    """Each two rows that are so much alike or more, and how much."""
    ones, others, alike = pairs(rows, Turned(rows), least)
    once = ones < others
    return zip(ones[once].tolist(), others[once].tolist(), alike[once].tolist(), strict=True)


def distinct(numbers: Any) -> Any:  # noqa: ANN401 - as above
    """Each number once, ascending."""
    import numpy as np

    ordered = np.sort(numbers)  # numpy's own `unique` hashes, and is slower
    return ordered.compress(np.diff(ordered, prepend=-1) > 0)


def _numbered(kept: Any) -> Any:  # noqa: ANN401 - as above
    """A number for each that is kept, in order, and -1 for those that are not, and at the end."""
    import numpy as np

    numbers = np.full(len(kept) + 1, -1, np.int32)
    numbers[:-1][kept] = np.arange(np.count_nonzero(kept), dtype=np.int32)
    return numbers


def _dealt(marks: Any, places: Any, columns: int) -> Any:  # noqa: ANN401 - scipy ships no types
    """The same rows, each of their columns at another place."""
    from scipy.sparse import csr_array

    return csr_array((marks.data, places.take(marks.indices), marks.indptr), shape=(marks.shape[0], columns))


def _cut(marks: Any, places: Any, columns: int) -> Any:  # noqa: ANN401 - as above
    """Likewise, less the columns that have no place."""
    import numpy as np
    from scipy.sparse import csr_array

    dealt = places.take(marks.indices)
    kept = np.flatnonzero(dealt >= 0)
    borders = np.searchsorted(kept, marks.indptr)
    return csr_array((marks.data.take(kept), dealt.take(kept), borders), shape=(marks.shape[0], columns))
