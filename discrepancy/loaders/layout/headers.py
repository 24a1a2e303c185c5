"""Lines above a page that name what they hold: "Title: …", "Source: …", "Date: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from discrepancy.loaders.layout.units import Unit, split_at
from discrepancy.model import BlockRole

__all__ = ["Header", "address_of", "take_header"]

_ROLES = {
    "title": BlockRole.HEADLINE,
    "headline": BlockRole.HEADLINE,
    "source": BlockRole.CREDIT,
    "publisher": BlockRole.CREDIT,
    "outlet": BlockRole.CREDIT,
    "author": BlockRole.CREDIT,
    "authors": BlockRole.CREDIT,
    "byline": BlockRole.CREDIT,
    "date": BlockRole.DATELINE,
    "published": BlockRole.DATELINE,
    "updated": BlockRole.DATELINE,
    "url": BlockRole.FURNITURE,
    "link": BlockRole.FURNITURE,
    "section": BlockRole.FURNITURE,
}
_PUBLISHERS = ("source", "publisher", "outlet")
_KEY = re.compile(rf"({'|'.join(_ROLES)})\s*:\s+(?=\S)", re.IGNORECASE)
# One such line may be a headline ("Source: mayor to resign") or a stamp ("Published: …").
_FEWEST = 2
_LONGEST_VALUE = 300
_LONGEST_ADDRESS = 2000
_REACH = 12
"""Units from the top among which a page's own address may stand."""
_ADDRESS = re.compile(
    r"(?:url|link|web address|address|permalink|source url)\s*[:=]\s*"
    r"(?P<address>(?:https?://)?[^\W_](?:[\w-]*\.)+[^\W\d_][\w-]+(?::\d+)?(?:[/?#]\S*)?)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Header:
    """The lines of a header: its units with their roles, and the publisher that it names."""

    units: list[Unit] = field(default_factory=list)
    roles: list[BlockRole] = field(default_factory=list)
    source: str = ""


def address_of(units: list[Unit]) -> str:
    """The page's own address on the web, as a labelled line of its head gives it; empty without one."""
    lines = (unit.text for unit in units[:_REACH] if len(unit.text) <= _LONGEST_ADDRESS)
    return next((found["address"] for line in lines if (found := _ADDRESS.match(line))), "")


def take_header(units: list[Unit]) -> tuple[Header, list[Unit]]:
    """The header of a page and what comes after it; an empty one where its first lines are not of that kind."""
    header, size, keys = Header(), 0, set()
    for unit in units:
        match = _KEY.match(unit.text)
        if match is None or len(unit.text) > _LONGEST_VALUE:
            break
        size += 1
        key, role = match[1].lower(), _ROLES[match[1].lower()]
        keys.add(key)
        # A date keeps its label, which tells when it was updated from when it was published.
        parts = [unit] if role is BlockRole.DATELINE else split_at(unit, match.end())
        header.units += parts
        header.roles += [*[BlockRole.FURNITURE] * (len(parts) - 1), role]
        if key in _PUBLISHERS:
            header.source = header.source or parts[-1].text
    return (header, units[size:]) if len(keys) >= _FEWEST else (Header(), units)
