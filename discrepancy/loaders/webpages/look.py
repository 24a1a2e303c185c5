"""Whether a file looks like a web page."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

__all__ = ["looks_like_page"]

_LOOKED_AT = 16_384
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BEFORE = re.compile(r"(?:\s+|<!--.*?-->|<\?xml\b[^>]*\?>|<\?xml-stylesheet\b[^>]*\?>)*", re.DOTALL | re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html\b|html\b|head\b|body\b)", re.IGNORECASE)
_OTHER = re.compile(
    r"<(?:!doctype\s+(?!html\b)|\?|[a-z]+:|(?:rss|feed|rdf|svg|nitf|newsml|newsitem|opml|urlset)\b)", re.IGNORECASE
)
_PIECE = re.compile(
    r"<(?:meta|title|link|base|script|style|article|main|section|header|div|p|h[1-6]|table|center|font|span|a|img|br|ul|"
    r"ol|blockquote|figure|nav)\b[^<>]*>",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"</(?:p|div|h[1-6]|article|section|main|table|title|script|style|ul|ol|blockquote)\s*>", re.IGNORECASE
)
_OPEN_TO_PIECES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht", ".txt", ".text", ""})
_NAMED = frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht"})


def looks_like_page(path: PurePath, head: bytes) -> bool:
    """Whether a file begins like a web page, or like a piece of one under a name that allows for it."""
    text = _look(head)
    at = _BEFORE.match(text)
    rest = text[at.end() if at else 0 :]
    if _PAGE.match(rest):
        return True
    suffix = path.suffix.lower()
    if suffix not in _OPEN_TO_PIECES or _OTHER.match(rest):
        return False
    if suffix in _NAMED:
        return bool(_PAGE.search(rest) or (_PIECE.search(rest) and _ENDS.search(rest)))
    return bool(_PIECE.match(rest) and _ENDS.search(rest))


def _look(head: bytes) -> str:
    """The beginning as far as its markup can be read, whatever its encoding."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return head[2:_LOOKED_AT].decode(name, "replace")
    bare = head.removeprefix(codecs.BOM_UTF8)[:_LOOKED_AT]
    if b"\x00" in bare[:64]:
        return bare.replace(b"\x00", b"").decode("latin-1")
    return bare.decode("latin-1")
