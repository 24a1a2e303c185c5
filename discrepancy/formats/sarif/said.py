"""Text as a SARIF message: hidden characters as their codes, and no link that we did not set."""

from __future__ import annotations

import re

from discrepancy.formats.visible import plain

__all__ = ["ended", "escaped", "said"]

_LINKING = re.compile(r"[\\\[\]]")


def said(text: str) -> dict[str, str]:
    """``text`` as a message; brackets in it make no link."""
    return {"text": escaped(text)}


def escaped(text: str) -> str:
    """``text`` in a message that has links of its own: "[" and "]" would begin and end one (SARIF, 3.11.6)."""
    return _LINKING.sub(r"\\\g<0>", plain(text))


def ended(text: str) -> str:
    """A sentence with its full stop."""
    return text if not text or text.rstrip("”’\"'")[-1:] in {".", "?", "!", "…"} else f"{text}."
