"""What commands that read a store ask of it alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discrepancy.errors import UsageError

if TYPE_CHECKING:
    from discrepancy.store import Store

__all__ = ["ensure_story"]


def ensure_story(store: Store, story: str | None) -> None:
    """Find out whether a store has anything of the story that was asked for; None asks for all.

    Raises:
        UsageError: it has not: a key that is misspelled would find nothing without a word.
    """
    if story is None or story in (known := store.stories()):
        return
    raise UsageError(
        f"The store has nothing of a story {story!r}.", remedy=f"Its stories are: {', '.join(known) or 'none'}."
    )
