"""What came of following findings from one check to the next."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.decided import Snapshot
from discrepancy.said import Message

__all__ = ["Followed", "Match"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A finding of the earlier check and what it is now.

    ``changed`` says what came and what went, or how it is judged now; None where the values are the same.
    """

    earlier: Snapshot
    now: Snapshot
    changed: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Two checks held against each other: every finding of either stands in exactly one place.

    Attributes:
        matches: findings of both checks, in the order of the ids that they have now.
        gone: findings of the earlier check that are no longer found, in the order of their ids.
        fresh: findings of this check that the earlier one had not, in the order of their ids.
    """

    matches: tuple[Match, ...] = ()
    gone: tuple[Snapshot, ...] = ()
    fresh: tuple[Snapshot, ...] = ()
