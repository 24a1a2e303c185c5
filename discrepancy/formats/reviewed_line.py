"""How a finding stands to what was decided, in one line of words, for reports without markup of their own."""

from __future__ import annotations

from discrepancy.formats.view.reviewed import Chip
from discrepancy.formats.words import Words

__all__ = ["badge", "reviewed_line"]


def badge(chip: Chip, words: Words) -> str:
    """The glyph and the word of how it stands."""
    return f"{chip.standing.glyph} {words(f'review.is.{chip.standing.value}')}"


def reviewed_line(chip: Chip, words: Words) -> str:
    """How it stands, who decided it and when, and why: as the page has it."""
    head = " ".join(filter(None, (badge(chip, words), chip.by)))
    told = f"{head}: {chip.note}" if chip.note else head
    return " ".join(filter(None, (told, chip.earlier, chip.assigned)))
