"""Whether a page that holds no article holds a wall in its place."""

from __future__ import annotations

import re

from discrepancy.watch.stubs import wall_in

__all__ = ["walled"]

_LOOKED_AT = 400_000
_UNSEEN = re.compile(r"<(script|style|template)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_PASSWORD = re.compile(rb"<input\b[^<>]{0,300}\btype\s*=\s*[\"']?password\b", re.IGNORECASE)


def walled(data: bytes) -> str:
    """What stands on a page in place of an article, in words; empty where that is no wall.

    Args:
        data: of a page that no article was found on.
    """
    begin = data[:_LOOKED_AT]
    if b"<" not in begin:
        return ""
    text = _TAG.sub(" ", _UNSEEN.sub(" ", begin.decode("utf-8", "replace")))
    return wall_in(text) or (wall_in("log in to continue") if _PASSWORD.search(begin) else "")
