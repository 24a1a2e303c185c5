"""What channels reach the outside with: given to them, so that a test needs no screen, no network and no clock."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from discrepancy.followed import Alert

__all__ = ["Means", "Post"]

Post: TypeAlias = Callable[[str, bytes, Mapping[str, str]], int]
"""Posts a body with headers to an address; the answer's status. Raises ``NotFetched`` where there was no answer."""


def _written(text: str) -> None:
    """Write to standard output, in the characters that it knows."""
    known = sys.stdout.encoding or "ascii"
    sys.stdout.write(text.encode(known, "backslashreplace").decode(known))
    sys.stdout.flush()


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What channels reach the outside with.

    Attributes:
        told: the last alerts that were released, newest first, so many at most.
        post: how a message is posted.
        now: tells the time.
        write: shows text to who sits before the screen.
        environment: where secrets are looked for.
        language: of what people read.
        zone: of times that people read.
        store: where versions are kept, for who wants to see more; empty where that is not to be said.
    """

    told: Callable[[int], Sequence[Alert]]
    post: Post
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    write: Callable[[str], None] = _written
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    language: str = "en"
    zone: dt.tzinfo = dt.UTC
    store: str = ""
