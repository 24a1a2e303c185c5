"""The root element of an XML file, told from its first bytes alone: how a loader knows its own format."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Root", "root_of"]

_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_START = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")
_MOST_SKIPPED = 200
"""Comments and instructions above a root: no file has more."""
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Root:
    """The root's name without its prefix, as it is written, and its namespace; empty where it has none."""

    name: str
    namespace: str = ""


def root_of(head: bytes) -> Root | None:
    """The root element that a file begins with; None where it begins with anything else.

    Args:
        head: the first bytes of the file, in any encoding that XML files have. What stands above the root (a byte
            order mark, the declaration, comments, a document type) is passed over.
    """
    text = _plain(head)
    at = 0
    for _ in range(_MOST_SKIPPED):
        skipped = _SKIPPED.match(text, at) or _DOCTYPE.match(text, at)
        if skipped is None:
            break
        at = skipped.end()
    start = _START.match(text, at)
    return None if start is None else Root(start["name"], _namespace(start["prefix"] or "", start["rest"]))


def _plain(head: bytes) -> str:
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            return head.decode(encoding, "replace").removeprefix("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _namespace(prefix: str, attributes: str) -> str:
    name = f"xmlns:{re.escape(prefix)}" if prefix else "xmlns"
    found = re.search(rf"(?:^|\s){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", attributes)
    return (found[1] or found[2] or "").strip() if found else ""
