"""Who is told how far a check has come."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Progress", "unwatched"]

Progress = Callable[[str, int, int], None]
"""Told after each step: what was done, how many of how many."""


def unwatched(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
