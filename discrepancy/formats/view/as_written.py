"""A speaker's name or role as the article writes it: it is read in plain small letters."""

from __future__ import annotations

import re

from discrepancy.model import Span

__all__ = ["as_written"]

_BETWEEN = r"[\W_]{1,4}"


def as_written(text: str, sentence: Span, name: str) -> str:
    """The words of ``name`` as they stand in the sentence, with the article before them; else ``name`` itself."""
    parts = [re.escape(part) for part in re.split(r"[\W_]+", name) if part]
    if not parts:
        return name
    pattern = rf"(?<!\w)(?:(?:the|an?)\s)?{_BETWEEN.join(parts)}(?!\w)"
    found = re.search(pattern, text[sentence.start : sentence.end], re.IGNORECASE)
    if not found:
        return name
    shown = " ".join(found[0].split())
    return shown[0].lower() + shown[1:] if re.match(r"(?:The|An?)\s", shown) else shown
