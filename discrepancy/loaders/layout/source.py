"""Who published a page, as far as it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from discrepancy.lexicon import words
from discrepancy.loaders.layout.bylines import agency, byline_outlet, is_masthead

__all__ = ["source_of"]

_HOST = re.compile(r"(?<![@\w.])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,7})/", re.IGNORECASE)
_WIRE_WRITERS = re.compile(
    r"\b([A-Z]\w*(?: [A-Z]\w*){0,3}) (?:journalists?|(?:staff |news )?(?:writers?|reporters?)) [A-Z][\w.'\u2019-]+ [A-Z]"
)
_COPYRIGHT = re.compile(r"(?:\u00a9|\(c\)|copyright)\s*(?:\u00a9\s*)?(?:\d{4}(?:-\d{4})?\s*)?(?:by )?([A-Z][\w'&. -]{2,40}?)(?:[.,]|$| All )", re.I)


def source_of(head: Iterable[str], around: Iterable[str], wire: str) -> str:
    """Name the publisher.

    Args:
        head: the credits above the article: mastheads and bylines.
        around: the credits and the furniture elsewhere.
        wire: the agency that the dateline names; empty without one.

    Returns:
        A paper named in the page's head or in a link to itself comes before the agency that it took the story from;
        empty where nothing names either.
    """
    head, around = list(head), list(around)
    names = [line for line in head if is_masthead(line)] or [byline_outlet(line) for line in head]
    named = next((name for name in names if name), "")
    if named:
        return agency(named) or named
    host = _host([*head, *around])
    if host:
        return host
    if wire:
        return agency(wire) or wire
    return _signed(around)


def _host(lines: list[str]) -> str:
    """The one site that the page's own links lead to."""
    others = words("third_party_hosts")
    found = {match[1].lower() for line in lines for match in _HOST.finditer(line[:2000])}
    own = {host for host in found if not any(host == other or host.endswith("." + other) for other in others)}
    return own.pop() if len(own) == 1 else ""


def _signed(lines: list[str]) -> str:
    """The agency whose writers are thanked, or that holds the copyright."""
    for line in lines:
        for expression in (_WIRE_WRITERS, _COPYRIGHT):
            match = expression.search(line[:500])
            if match and (agency(match[1].strip()) or is_masthead(match[1].strip())):
                return agency(match[1].strip()) or match[1].strip()
    return next((name for name in map(byline_outlet, lines) if name), "")
