"""The articles of all topics in the order of their publication, with memory for some days' articles and no more."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator

from benchmarks.corpus.shapes import Article, Planted
from benchmarks.corpus.stories import Request, topics

__all__ = ["corpus", "in_order"]


def corpus(n: int, seed: int = 1, words: int = 350, family: str = "tuning") -> Iterator[Article]:
    """``n`` articles of about ``words`` words in the order of their publication."""
    return in_order(Request(n, seed, words, family))


def in_order(request: Request, planted: Callable[[Planted], object] = lambda _: None) -> Iterator[Article]:
    """The articles of a request; what was planted is told to ``planted`` as its story is made."""
    waiting: list[tuple[str, str, Article]] = []
    for topic in topics(request):
        first = min(article.published for article in topic.articles).isoformat()
        while waiting and waiting[0][0] < first:
            yield heapq.heappop(waiting)[-1]
        for article in topic.articles:
            heapq.heappush(waiting, (article.published.isoformat(), article.id, article))
        for each in topic.planted:
            planted(each)
    while waiting:
        yield heapq.heappop(waiting)[-1]
