"""Raw text as a terminal may show it: no markup in it is read, nothing in it drives the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from discrepancy.formats.visible import plain

__all__ = ["knows_unicode", "safe_text"]

ASCII = (
    dict(zip("–—−‘’“”«»·÷×", '---\'\'""""-/x', strict=True))
    | {"≠": "!=", "≈": "~=", "…": "..."}
    | dict(zip("↺●✎✓○", "!*~+o", strict=True))
)
"""What a terminal that knows ASCII alone shows for these; of any other character it shows the code."""


def safe_text(text: str, console: Console, style: str = "") -> Text:
    """``text`` in the characters that the console knows, hidden ones as their codes."""
    shown = plain(text)
    if not knows_unicode(console):
        shown = "".join(ASCII.get(character, character) for character in shown)
        shown = shown.encode("ascii", "backslashreplace").decode("ascii")
    return Text(shown, style=style)


def knows_unicode(console: Console) -> bool:
    """Whether the console shows more than ASCII."""
    return (console.encoding or "").lower().startswith("utf")
