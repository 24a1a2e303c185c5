"""How much a file of a wire may hold: items, and lines of one."""

from __future__ import annotations

from discrepancy.errors import TooLarge

__all__ = ["MOST_ITEMS", "ensure_few", "ensure_short"]

MOST_ITEMS = 2000
"""A message of a wire has a few; a file of a day's messages some hundred."""
_MOST_LINES = 20_000
"""Lines of a message: an article has some hundred."""


def ensure_short(lines: int, where: str) -> None:
    """Refuse a message of more lines than any article has.

    Raises:
        TooLarge: it has more.
    """
    if lines > _MOST_LINES:
        raise TooLarge(
            f"holds {lines:,} lines, more than any article.", where=where, remedy="Split it into one file an article."
        )


def ensure_few(count: int, where: str) -> None:
    """Refuse a file of more items than any wire sends at once, or an item of more components.

    Raises:
        TooLarge: it has more.
    """
    if count > MOST_ITEMS:
        raise TooLarge(f"holds more than {MOST_ITEMS:,} items.", where=where, remedy="Split it into several files.")
