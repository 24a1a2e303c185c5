"""Who published a page, as far as it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from discrepancy.lexicon import words
from discrepancy.loaders.layout.bylines import agency, byline_outlet, is_masthead

__all__ = ["source_of"]

_HOST = re.compile(r"(?<![@\w.])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,7})/", re.IGNORECASE)
_WIRE_WRITERS = re.compile(
    r"\b([A-Z]\w*(?: [A-Z]\w*){0,3}) (?:journalists?|(?:staff |news )?(?:writers?|reporters?)) "
    r"[A-Z][\w.'\u2019-]+ [A-Z]"
)
_COPYRIGHT = re.compile(
    r"(?i:\u00a9|\(c\)|copyright)\s*(?:\u00a9\s*)?(?:\d{4}(?:-\d{4})?\s*)?(?:by )?"
    r"([A-Z][\w'&. -]{2,40}?)(?:[.,]|$| All )"
)


def source_of(head: Iterable[str], signed: Iterable[str], furniture: Iterable[str], wire: str) -> str:
    """Name the publisher.

    Args:
        head: the credits above the article: mastheads and bylines.
        signed: the credits below it.
        furniture: what else is on the page.
        wire: the agency that the dateline names; empty without one.

    Returns:
        A paper named in the page's head or in a link to itself comes before the agency that it took the story from;
        empty where nothing names either.
    """
    head, signed, furniture = list(head), list(signed), list(furniture)
    names = [line for line in head if is_masthead(line)] or [byline_outlet(line) for line in head]
    named = next((name for name in names if name), "")
    if named:
        return agency(named) or named
    host = _host([*head, *signed, *furniture])
    if host:
        return host
    if wire:
        return agency(wire) or wire
    thanked = (_first(_WIRE_WRITERS, signed), *map(byline_outlet, signed), _first(_COPYRIGHT, furniture))
    return next((name for name in thanked if name), "")


def _host(lines: list[str]) -> str:
    """The one site that the page's own links lead to."""
    others = words("third_party_hosts")
    found = {match[1].lower() for line in lines for match in _HOST.finditer(line[:2000])}
    own = {host for host in found if not any(host == other or host.endswith("." + other) for other in others)}
    return own.pop() if len(own) == 1 else ""


def _first(expression: re.Pattern[str], lines: list[str]) -> str:
    """The first name that an expression finds and that is a paper's or an agency's."""
    for line in lines:
        match = expression.search(line[:500])
        name = match[1].strip() if match else ""
        if agency(name) or is_masthead(name):
            return agency(name) or name
    return ""
