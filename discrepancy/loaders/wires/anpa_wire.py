"""ANPA 1312 and IPTC 7901 told from other text, and a file of them cut into its messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.loaders.wires.anpa_trailer import trailer

__all__ = ["FORMAT", "IPTC", "ONE_LINE", "SERVICE", "Message", "header_match", "is_wire", "messages"]

# Source: ANPA 1312 (1989), IPTC 7901 (1995), and the lines of AP, dpa and Reuters that follow them.
_KEYWORD = r"(?:AM|PM|BC|AP|EU|UK|US|ADV)"
SERVICE = re.compile(r"(?P<service>[A-Za-z])(?P<number>\d{4})(?P<select>[\x1f\s-]*[A-Za-z0-9 -]*)$")
"""The first line of an ANPA message: service level, number, selector code."""
FORMAT = re.compile(
    rf"(?P<priority>[abdfhrsuwxz]) (?P<category>[a-z]) *(?P<keyword>{_KEYWORD}[-:][^\s,]\S*)(?P<version>.*?)"
    r"\s+(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:\s+(?P<words>\d{1,5}))?\s*$",
    re.IGNORECASE,
)
"""The second: priority, category, keyword, version, date and word count."""
ONE_LINE = re.compile(
    rf"(?P<service>[A-Za-z])(?P<number>\d{{4}})[\x1f ]+(?:[\w-]+ )?(?P<format>{FORMAT.pattern})", re.IGNORECASE
)
IPTC = re.compile(
    r"(?P<service>[A-Za-z]{2,4})(?P<number>\d{3,5}) (?P<priority>[1-9]) (?P<category>[A-Za-z]{1,3})"
    r" (?P<words>\d{1,5})(?: +(?P<option>\S.*))?\s*$"
)
"""The first line of an IPTC 7901 message: source and number, priority, category, word count, what the sender adds."""
_SLUG = re.compile(
    r"(?:\^(?:AM|PM|BC|AP)-[A-Z][^,\n]{0,60}|(?:AM|PM|BC)-[A-Z][^\s,]*)(?:,\s*(?=\S)"
    r"(?:[^,\n]{0,20}\b(?i:ld|lead|writethru|write-thru|kill|advisory|correction|corrective|take \d[^,\n]{0,8}"
    r"|adv\d{0,4})[^,\n]{0,20},?)?\s*(?:\d{2,5})?)\s*<?\s*$"
)
"""The slug line by itself, where a system keeps no header: BC-, a keyword, a version or word count."""
_PARTING = re.compile(r"[\x08\x10-\x14\x1f]")
_CONTROLS = re.compile(r"[\x00-\x07\x0b-\x1e\x7f]+")
_ZCZC = re.compile(r"ZCZC\b")
_START, _TEXT, _END, _OVER = "\x01", "\x02", "\x03", "\x04"
_AT = re.compile("(?=\x01)")
_FRAME = re.compile("[\x02\x03\x04]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LEADER = re.compile(r"^[\x00\x16\x7f\s]*")
_LOOKED_AT = 4096
_LONGEST = 200
"""Characters of a header line."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a file: its lines without control characters, each with its number in the file, from 1."""

    lines: tuple[tuple[int, str], ...]


def is_wire(text: str) -> bool:
    """Whether text begins as a message does: with its header line, bare or behind the characters that frame it."""
    bare = _LEADER.sub("", text[:_LOOKED_AT])
    framed = bare.startswith(_START)
    lines = [line.strip() for line in re.split(r"[\r\n\x02]+", bare.lstrip(_START)) if line.strip()]
    if not lines:
        return False
    first, second = _plain(lines[0]), _plain(lines[1]) if len(lines) > 1 else ""
    if any(header_match(form, first) for form in (_ZCZC, IPTC, ONE_LINE, FORMAT, _SLUG)):
        return True
    return bool(header_match(SERVICE, first)) and (framed or bool(header_match(FORMAT, second)))


def header_match(form: re.Pattern[str], line: str) -> re.Match[str] | None:
    """A header line of a form; None for any other line, and for one that is longer than any header."""
    return form.match(line) if len(line) <= _LONGEST else None


def messages(text: str) -> Iterator[Message]:
    """The messages of a file, in order; a message without a word is left out."""
    lines: list[tuple[int, str]] = []
    over = spoken = False
    every = ((number, each) for number, line in enumerate(_LINE_END.split(text), start=1) for each in _AT.split(line))
    for number, line in every:
        if spoken and _begins(line, lines[-1][1], over=over):
            yield Message(tuple(lines))
            lines, over, spoken = [], False, False
        pieces = [(number, _plain(piece)) for piece in _FRAME.split(line)]
        spoken = spoken or any(piece.strip() for _, piece in pieces)
        lines += pieces
        over = over or _END in line or _OVER in line or line.strip() == "NNNN" or trailer(pieces[-1][1]) is not None
    if spoken:
        yield Message(tuple(lines))


def _begins(line: str, before: str, *, over: bool) -> bool:
    """Whether a line begins another message, seen from the one before it."""
    bare = _plain(line).strip()
    if _START in line or header_match(_ZCZC, bare):
        return True
    if (over or not before.strip()) and (header_match(ONE_LINE, bare) or header_match(IPTC, bare)):
        return True
    return over and any(header_match(form, bare) for form in (SERVICE, FORMAT, _SLUG))


def _plain(line: str) -> str:
    """A line without control characters; those that part fields are spaces, and tabs stay what they are."""
    return _CONTROLS.sub("", _PARTING.sub(" ", line))
