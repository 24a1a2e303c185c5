"""Files of several articles: each is read by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from discrepancy.errors import InputError
from discrepancy.loaders.intake.given import Outcome

__all__ = ["each_by_itself"]

T = TypeVar("T")


def each_by_itself(items: Sequence[T], read: Callable[[T, int], Outcome], *, lone: int = 0) -> Iterator[Outcome]:
    """What comes of each item, in order: one that can not be read leaves the others as they are.

    Args:
        items: of the file.
        read: makes an article of an item and its number, from 1.
        lone: the number of an item that is the only one: 0, since the file then is one article.
    """
    for number, item in enumerate(items, start=1 if len(items) > 1 else lone):
        try:
            yield read(item, number)
        except InputError as error:
            yield error
