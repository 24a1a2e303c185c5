"""Any text as Markdown that shows it and does nothing: no markup, no link, no image, no ping.

Made for GitHub-flavoured Markdown, that is CommonMark with tables, strikethrough and bare addresses, and for what
GitHub looks for in the finished page (``@name``, ``#123``, ``GH-123``, ``:emoji:``, ``$math$``). What has a meaning
only in some place (a full stop, a hyphen, a colon) is escaped only there, so that copy stays readable in a chat that
shows Markdown as it stands.
"""

from __future__ import annotations

import re

from discrepancy.formats.visible import plain

__all__ = ["LONG", "bold", "escape"]

LONG = 1000
"""Characters of one text that are shown; only garbled or hostile text is longer."""
BREAK = "&#8203;"
"""A space of no width. GitHub reads names and numbers out of the finished page, where no backslash is left."""

_SPACE = re.compile(r"[ \t\n]+")
_ANYWHERE = re.compile(r"[\\`*{}\[\]#|~]|(?<![^\W_])_|_(?![^\W_])")  # "_" within a word marks nothing
_ENTITY = re.compile(r"&(?=#?\w)")
_MATH = re.compile(r"(?<=\S)\$(?!\w)|\$(?=\$)")
_ADDRESS = re.compile(r"(?:www(?=\.)|(?:https?|ftp)(?=://)|(?:mailto|xmpp)(?=:))", re.IGNORECASE)
_CALL = re.compile(r"@(?=\S)|\\#(?=\d)|GH-(?=\d)|:(?=[\w+\\-]+:)", re.IGNORECASE)
_START = re.compile(r"( ?)(?:([-+](?![\w.]))|(\d{1,9})([.)])(?=\s|$))")


def escape(text: str) -> str:
    """``text`` on one line, harmless wherever in a line it is put, hidden characters as their codes."""
    text = _SPACE.sub(" ", plain(text))
    if len(text) > LONG:
        text = f"{text[:LONG].rstrip()}…"
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    for pattern, instead in ((_MATH, "&#36;"), (_ADDRESS, rf"\g<0>{BREAK}"), (_CALL, rf"\g<0>{BREAK}")):
        text = pattern.sub(instead, text)
    start = _START.match(text)
    return _blunt(start) + text[start.end() :] if start else text


def bold(inner: str, before: str = "", after: str = "") -> str:
    """Escaped ``inner`` in bold between the escaped texts ``before`` and ``after`` it, all joined.

    Asterisks mark words that begin or end with punctuation only beside white space or more punctuation; elsewhere a
    space of no width is set between.
    """
    words = inner.strip()
    if not words:
        return before + inner + after
    at = inner.index(words)
    left, right = before + inner[:at], inner[at + len(words) :] + after
    if left and not words[0].isalnum() and not _sets_apart(left[-1]):
        left += BREAK
    if right and not words[-1].isalnum() and not _sets_apart(right[0]):
        right = BREAK + right
    return f"{left}**{words}**{right}"


def _sets_apart(neighbour: str) -> bool:
    return neighbour.isspace() or (neighbour.isascii() and not neighbour.isalnum())


def _blunt(start: re.Match[str]) -> str:
    """What would begin a list or a rule at the start of a line, without its edge."""
    space, sign, number, dot = start.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{dot}"
