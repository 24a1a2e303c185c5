"""Version and take numbers as wires write them: "2nd Ld-Writethru", "UPDATE 3", "take 2 of 3"."""

from __future__ import annotations

import re

from discrepancy.loaders.articles import Field, Known

__all__ = ["add_versions", "take_of", "version_of"]

# Source: AP, "Filing the wire", version section; the Reuters handbook on headline tags.
# "He takes the 2nd lead" and "phone update 17" are headlines: words and capitals that only a desk writes are asked for.
_LEAD = re.compile(
    r"\b(?P<n>\d{1,2})(?:st|nd|rd|th)[ -]?(?:ld|(?:lead[ -]?)?write-?thr(?:u|ough))\b"
    r"|(?:^|[,(])\s*(?P<n2>\d{1,2})(?:st|nd|rd|th)[ -]?(?:lead|ld|sub|urgent|roundup)\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"(?:^|[(,])\W*(?:UPDATE|WRAPUP)[ -]?(?P<n>\d{1,2})\b(?P<n2>)")
_TAKE = re.compile(
    r"\btakes? ?(?P<n>\d{1,2}) of (?P<all>\d{1,2})\b|(?:^|[,(])\s*(?P<n2>\d{1,2})(?:st|nd|rd|th) take\b",
    re.IGNORECASE,
)
_ADD = re.compile(r"(?:^|[,(])\s*(?P<n>\d{1,2})(?:st|nd|rd|th) add\b", re.IGNORECASE)
"""What goes on where an earlier message ended: "BC-Ferry, 1st Add"."""
_PLAIN_LEAD = re.compile(r"\b(?:ld|lead)-?writethru\b|\bwrite-?thr(?:u|ough)\b", re.IGNORECASE)


def version_of(text: str) -> str:
    """The number of the version that a slug or headline gives; empty where it gives none."""
    found = _LEAD.search(text) or _UPDATE.search(text)
    if found is not None:
        return str(int(found["n"] or found["n2"]))
    return "1" if _PLAIN_LEAD.search(text) else ""


def take_of(text: str) -> tuple[int, int] | None:
    """Which take a text is, and of how many (0 where that is not said); None for a text in one piece."""
    found = _TAKE.search(text)
    return (int(found["n"] or found["n2"]), int(found["all"] or 0)) if found is not None else None


def add_versions(known: Known, text: str, origin: str) -> bool:
    """Keep the numbers that a slug gives; tells whether it is one take of several, a part of an article."""
    known.add(Field.VERSION, version_of(text), origin)
    more = _ADD.search(text)
    if more is not None:
        known.add(Field.VERSION, f"add {more['n']}", origin)
        return True
    take = take_of(text)
    if take is None:
        return False
    known.add(Field.VERSION, f"take {take[0]} of {take[1]}" if take[1] else f"take {take[0]}", origin)
    return True
