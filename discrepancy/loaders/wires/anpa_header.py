"""The header lines of an ANPA or IPTC 7901 message, and its slug line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.layout.bylines import agency
from discrepancy.loaders.wires.anpa_wire import FORMAT, IPTC, ONE_LINE, SERVICE, header_match
from discrepancy.loaders.wires.known_words import add_source
from discrepancy.loaders.wires.notes import status_word
from discrepancy.loaders.wires.versions import add_versions

__all__ = ["SLUG", "Header", "add_slug", "read_header"]

SLUG = re.compile(r"(?P<cycle>AM|PM|BC|AP|ADV)-(?P<keyword>[^,]+?)(?:,(?P<rest>.*))?$", re.IGNORECASE)
_MOST_HEADER = 2
"""Lines of a header, empty ones apart."""
# Source: ANPA 1312, priority codes, as AP explains them.
_PRIORITIES = {
    "f": "flash", "b": "bulletin", "u": "urgent", "r": "regular", "d": "deferred", "a": "weekday advance",
    "s": "Sunday advance", "w": "release at will", "x": "special", "h": "hold", "z": "ordinary",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """How many lines a header has, whether it is IPTC 7901, and whether what follows is one take of several."""

    lines: int
    iptc: bool = False
    take: bool = False


def read_header(known: Known, lines: list[str]) -> Header:
    """Keep what the header of a message says.

    Args:
        known: where it is kept.
        lines: the message's lines, without control characters.
    """
    take = iptc = False
    count = told = 0
    for line in lines:
        bare = line.strip()
        if bare and not bare.startswith("ZCZC"):
            if told == _MOST_HEADER:
                break
            if (match := header_match(IPTC, bare)) is not None:
                iptc = True
                _add_iptc(known, match)
            elif (match := header_match(ONE_LINE, bare)) is not None:
                _add_number(known, match)
                take = _add_format(known, match) or take
            elif (match := header_match(FORMAT, bare)) is not None:
                take = _add_format(known, match) or take
            elif not told and (match := header_match(SERVICE, bare)) is not None:
                _add_number(known, match)
            else:
                break
            told += 1
        count += 1
    return Header(count, iptc, take)


def add_slug(known: Known, line: str) -> bool:
    """Keep the slug line "BC-Ferry-Rescue, 1st Ld-Writethru, 416"; tells whether it is one take of several."""
    match = SLUG.match(line)
    if match is None:
        return False
    known.add(Field.SLUG, match["keyword"].strip().replace("\u2014", "--"), "ANPA keyword")
    rest = (match["rest"] or "").strip()
    known.add(Field.STATUS, status_word(rest), "ANPA keyword line")
    return add_versions(known, f",{rest}", "ANPA keyword line")


def _add_number(known: Known, match: re.Match[str]) -> None:
    known.add(Field.ID, match["service"] + match["number"], "ANPA service level and number")


def _add_format(known: Known, match: re.Match[str]) -> bool:
    keyword = SLUG.match(match["keyword"])
    known.add(Field.SLUG, keyword["keyword"] if keyword else match["keyword"], "ANPA keyword")
    known.add(Field.STATUS, status_word(match["version"]), "ANPA version")
    priority = match["priority"].casefold()
    known.add(Field.PRIORITY, f"{priority} ({_PRIORITIES[priority]})", "ANPA priority")
    known.add(Field.SUBJECT, match["category"], "ANPA category")
    return add_versions(known, f",{match['version'].strip()}", "ANPA version")


def _add_iptc(known: Known, match: re.Match[str]) -> None:
    known.add(Field.ID, match["service"] + match["number"], "IPTC 7901 source and number")
    known.add(Field.PRIORITY, match["priority"], "IPTC 7901 priority")
    known.add(Field.SUBJECT, match["category"], "IPTC 7901 category")
    first = (match["option"] or "").split(" ")[0].partition("-")[0]
    if agency(first):
        add_source(known, first, "IPTC 7901 header")
