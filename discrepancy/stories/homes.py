"""Which documents belong together, joined step by step, where some of them say themselves what they belong to."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Homes"]


class Homes:
    """Documents by number, each at home with those that it was joined to.

    Args:
        stated: what each says that it belongs to; empty where it says nothing. Those that say the same are joined from
            the first, and those that say different things never are.
    """

    def __init__(self, stated: Sequence[str]) -> None:
        first: dict[str, int] = {}
        self._home = [first.setdefault(name, number) if name else number for number, name in enumerate(stated)]
        self._stated = dict(enumerate(stated))
        self.several = len(first) > 1
        """Whether they state more than one thing: then the order in which they are joined matters."""

    def may_join(self, one: int, other: int) -> bool:
        """Whether two are not yet together, and nothing stands against it."""
        a, b = self._home[one], self._home[other]
        return a != b and not (self._stated[a] and self._stated[b])

    def join(self, one: int, other: int) -> None:
        """Put two together with all that each is together with."""
        kept, joined = self._home[one], self._home[other]
        self._stated[kept] = self._stated[kept] or self._stated[joined]
        self._home = [kept if home == joined else home for home in self._home]

    def together(self, one: int) -> tuple[int, ...]:
        """Those that are together with one, and itself."""
        return tuple(number for number, home in enumerate(self._home) if home == self._home[one])

    def members(self) -> list[tuple[int, ...]]:
        """The documents that are together, in order, those of the first one first."""
        found: dict[int, list[int]] = {}
        for number, home in enumerate(self._home):
            found.setdefault(home, []).append(number)
        return [tuple(each) for each in found.values()]
