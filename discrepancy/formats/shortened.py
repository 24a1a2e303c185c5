"""Text cut to a few words, for places that have room for no more."""

from __future__ import annotations

__all__ = ["SHORT", "short"]

SHORT = 100
"""Characters of what a cell of the matrix or a row's head shows; a long quotation is whole in its card and its text."""


def short(text: str, longest: int = SHORT) -> str:
    """``text``, cut to ``longest`` characters where it is longer, the last of which tells that it is."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
