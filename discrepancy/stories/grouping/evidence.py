"""What speaks for two stories being one that were told in other words: the rare names, words and figures of both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discrepancy.stories.grouping.vectors import Marks, Often

__all__ = ["Evidence"]

_ALIKE = 0.4
"""The mean of the cosines of their names and of all their terms, added up, that the articles of two stories must have.
Of a scripted day of twelve stories in five outlets' own words, once all are there to tell what is rare, no two articles
of different stories have .25."""
_ALIKE_ALONE = 0.62
"""What two single articles must have: of the first few of a day nobody knows yet which words are rare."""
_OF_OWN = 0.4
"""The share that this must be of the same among the articles of either story: versions made of each other come to 1.7,
and another day's news of the topic to .6 beside them."""
_SHARED_ALONE = 3.5
"""What two or three articles must share: names and repeated words of no other story count as one each, figures half as
much. A court, its town and what is tried there is shared by two trials; who is tried makes the difference."""
_SHARED = 3.0
"""The same of more."""
_FIGURES_COUNT = 0.5
_MANY = 12
"""Figures in two articles, times how alike these are, from which on they share some if they tell the same: what has a
topic's people and words and none of its figures is another day's news of it."""
_AT_LEAST = 0.7
"""How alike two are taken to be there at least: reports with nine figures each share some in whatever words."""
_ENOUGH = 0.36
"""The share of the figures of the one with fewer that such two have in common."""
_TWICE = 1.5
"""How often a word stands where it is repeated, as :class:`Marks` counts (a logarithm), and not by chance."""
_LEAST = 1e-9


class Evidence:
    """The names, terms and figures of stories, pooled.

    Likeness leaves apart what shares a few rare names and little else; it is asked first, and this of what it left.

    Args:
        marks: of the articles of all of them.
        often: how often each column was met.
        whose: of each article, its story.
        stories: how many places for stories there are; some may have no article.
    """

    def __init__(self, marks: Marks, often: Often, whose: Sequence[int], stories: int) -> None:
        import numpy as np
        from scipy.sparse import csr_array

        self.sizes = np.bincount(whose, minlength=stories).astype(float)
        of = np.asarray(whose).take(marks.of)
        weights, name, word, figure = marks.told(often)
        self._rare = marks.rare(often) / np.log1p(often.documents)
        columns = len(marks.columns)

        def pooled(kept: Any, values: Any) -> Any:  # noqa: ANN401 - numpy's own types say no more
            shape = (stories, columns)
            return csr_array((values[kept], (of[kept], marks.places[kept])), shape=shape)

        articles = len(whose)
        self._sums, self._own = [], np.zeros(stories)
        for kept in (name, name | word):
            squares = np.bincount(marks.of[kept], weights[kept] ** 2, articles)
            length = np.sqrt(np.maximum(squares, _LEAST))
            self._sums.append(pooled(kept, weights / length.take(marks.of)))
            self._own += np.bincount(whose, squares > 0, stories)
        ones = np.ones(len(weights))
        self._strong = pooled(name | (word & (marks.times > _TWICE)), ones).sign()
        self._figures = pooled(figure, ones).sign()
        self._each = np.bincount(of[figure], minlength=stories) / self.sizes.clip(1)

    def join(self, one: int, other: int) -> None:
        """Let one story have the articles of another, which is none any more."""
        from scipy.sparse import coo_array

        stories = len(self.sizes)
        kept = [place for place in range(stories) if place != other]
        rows, columns = [*kept, one], [*kept, other]
        move = coo_array(([1.0] * stories, (rows, columns)), shape=(stories, stories)).tocsr()
        self._sums = [move @ each for each in self._sums]
        self._strong, self._figures = (move @ self._strong).sign(), (move @ self._figures).sign()
        self._own = move @ self._own
        self._each = move @ (self._each * self.sizes)
        self.sizes = move @ self.sizes
        self._each /= self.sizes.clip(1)

    def alike(self, one: int) -> Any:  # noqa: ANN401 - as above
        """How alike one story is to each by names and terms; 0 for those that too little speaks for, and for itself."""
        import numpy as np

        mean = self._mean(one)
        level = self._levels()
        many = self.sizes + self.sizes[one]
        enough = mean >= np.maximum(np.where(many <= 2, _ALIKE_ALONE, _ALIKE), _OF_OWN * np.maximum(level, level[one]))
        enough &= self._shared(one) >= np.where(many <= 3, _SHARED_ALONE, _SHARED)
        enough &= ~self._other_figures(one, mean)
        enough[one] = False
        return np.where(enough, mean, 0.0)

    def _mean(self, one: int) -> Any:  # noqa: ANN401 - as above
        """The mean over all pairs of articles of the two cosines."""
        sums = sum(_with(each, one) for each in self._sums)
        return sums / (self.sizes * self.sizes[one]).clip(1)

    def _levels(self) -> Any:  # noqa: ANN401 - as above
        """The same within each story; 0 for a single article."""
        import numpy as np

        within = sum(each.multiply(each).sum(axis=1) for each in self._sums) - self._own
        return np.where(self.sizes > 1, within / np.maximum(self.sizes * (self.sizes - 1), 1), 0.0)

    def _shared(self, one: int) -> Any:  # noqa: ANN401 - as above
        """What the names, words and figures add up to that one story shares with each."""
        return _with(self._strong, one, self._rare) + _FIGURES_COUNT * _with(self._figures, one, self._rare)

    def _other_figures(self, one: int, mean: Any) -> Any:  # noqa: ANN401 - as above
        """Which have other figures than one story, and so many that they should share some."""
        import numpy as np

        many = self._figures.sum(axis=1)
        lacks = _with(self._figures, one) < _ENOUGH * np.minimum(many, many[one])
        return ((self._each + self._each[one]) * np.maximum(mean, _AT_LEAST) >= _MANY) & lacks


def _with(rows: Any, one: int, weights: Any = 1.0) -> Any:  # noqa: ANN401 - as above
    """The products of each row with one of them, its columns weighed."""
    return rows @ (rows[[one]].toarray().ravel() * weights)
