"""Whether a path fits a pattern of a robots.txt, after RFC 9309, 2.2.2 and 2.2.3."""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["fits", "path_of", "pattern_of"]

_ESCAPE = re.compile("%([0-9a-fA-F]{2})")
# Source: RFC 3986: what never needs an escape (2.3), and what has a meaning of its own (2.2), but * and $ of a rule.
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_RESERVED = ":/?#[]@!&'()+,;="


def path_of(target: str) -> str:
    """A path with its query as it is compared; a ``*`` or ``$`` in it is a letter like any other."""
    return _in_query(_escaped(target.replace("*", "%2A").replace("$", "%24")))


def pattern_of(value: str) -> str:
    """A rule's path as it is compared: ``*`` and a ``$`` at its end are its own signs, any other ``$`` is a letter."""
    end = "$" if value.endswith("$") else ""
    return _in_query(_escaped(value.removesuffix("$").replace("$", "%24"))) + end


def fits(pattern: str, path: str) -> bool:
    """Whether a pattern matches a path from its start: each part at its first place, so the work stays small."""
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    whole = pattern.endswith("$")
    last = rest.pop() if whole and rest else None
    for part in rest:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is not None:
        return len(path) - at >= len(last) and path.endswith(last)
    return not whole or at == len(path)


def _escaped(path: str) -> str:
    """With escapes only where they are needed, each in one spelling: RFC 9309, 2.2.2."""

    def plain(escape: re.Match[str]) -> str:
        letter = chr(int(escape[1], 16))
        return letter if letter in _UNRESERVED else escape[0].upper()

    return _ESCAPE.sub(plain, quote(path, safe=f"{_RESERVED}*%~"))


def _in_query(path: str) -> str:
    """In a query ":" and "/" mean themselves, escaped or not: the RFC's second example."""
    head, mark, query = path.partition("?")
    return f"{head}{mark}{query.replace('%3A', ':').replace('%2F', '/')}"
