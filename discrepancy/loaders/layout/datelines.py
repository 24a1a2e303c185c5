"""The place, date and agency that open a wire story: "LONDON, Sept. 7, 2024 (Reuters) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.lexicon import words
from discrepancy.loaders.layout.shape import bare
from discrepancy.loaders.layout.stamps import MONTH, is_stamp_line

__all__ = ["Dateline", "dateline", "header_end"]

_UPPER = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019-]*"
_PLACE = rf"{_UPPER}(?:(?: ?/ ?|[ \u00a0]){_UPPER}){{0,5}}"
_MIXED = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*(?:[ \u00a0][A-Z\u00c0-\u00de][\w.'\u2019-]*){0,3}"
_REGION = rf",\s+(?!(?i:{MONTH}))[A-Z\u00c0-\u00de][\w.'\u2019\u00a0 ]{{1,24}}?"
_WHEN = (
    rf"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day),?\s+)?"
    rf"(?:(?i:{MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{MONTH}))(?:,?\s+\d{{4}}\b)?"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]?\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,5})\b)?)?"
)
_AGENCY = r"\s*(?:\((?P<agency>[^()\d\n]{2,40})\)|/(?P<slashed>[A-Z][\w ]{2,24})/)"
_MARK = r"\s*(?:\u2014|\u2013|\u2015|--)\s*|\s+[-_]\s+|\s*:\s+|\s+\|\s+|\s*$"
_END = rf"(?P<mark>{_MARK})"
# After an agency the dash is one even where it touches the next word.
_END_SURE = rf"(?P<mark>{_MARK}|\s*[-_]\s*)"
_WITH_AGENCY = re.compile(
    rf"(?P<place>(?:(?:{_PLACE}|{_MIXED})(?:{_REGION})?)??)(?:,?\s*\b(?P<when>{_WHEN}))?{_AGENCY}{_END_SURE}"
)
_CAPITALS = re.compile(rf"(?P<place>{_PLACE}(?:{_REGION})?)(?:,?\s+(?P<when>{_WHEN}))?(?P<agency>)(?P<slashed>){_END}")
_BEGINS = re.compile(r"[\"'\u201c\u2018(]*[A-Z\u00c0-\u00de\d$\u00a3\u20ac]")
_HEADER = re.compile(
    r"(?:(?:date|dated|published|publish(?:ed)? (?:date|on)|pub-?date|posted)\b\s*[:=]?\s*)?"
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s?[+-]\d{2}:?\d{2})?)?(?=\s+\S)",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"[^|]{8,80}\|\s+(?=\S)")
# What stands in brackets after a name at the start of a sentence need not be an agency: a party, a state, initials.
_NOTE = re.compile(r"[a-z]|[RDI]-|.*\b(?:left|right|center|centre|pictured|age|aged)\b")
_LONGEST = 140
_SHORTEST_AFTER_COLON = 60


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a story; ``end`` is where it ends in the string that was read, mark and space included."""

    end: int
    place: str
    agency: str
    when: str


def dateline(text: str, *, opening: bool) -> Dateline | None:
    """Read the dateline at the beginning of a paragraph.

    Args:
        text: the paragraph.
        opening: whether this is the first paragraph. Elsewhere only a dateline that names its agency counts, since
            capitals before a dash may be anything.
    """
    head = text[:_LONGEST]
    match = _WITH_AGENCY.match(head) or _CAPITALS.match(head)
    if match is None or (match.end() == len(head) and len(text) > _LONGEST):
        return None
    agency = match["agency"] or match["slashed"] or ""
    when, rest = match["when"] or "", text[match.end() :]
    if not _stands(match, rest, sure=bool(agency or when), opening=opening or bool(agency)):
        return None
    return Dateline(match.end(), " ".join(match["place"].split()), agency.strip(), when)


def _stands(match: re.Match[str], rest: str, *, sure: bool, opening: bool) -> bool:
    """Whether what looks like a dateline is one, seen from what follows it."""
    if not opening or bare(match["place"]) in words("furniture_labels") or _NOTE.match(match["agency"] or ""):
        return False
    if not rest:
        return sure
    if is_stamp_line(rest):
        return True
    if not _BEGINS.match(rest):
        return False
    if sure:
        return bool(match["mark"].strip())
    mark = match["mark"].strip()
    if mark == ":":
        return len(rest) >= _SHORTEST_AFTER_COLON and len(match["place"].split()) <= 2
    return bool(mark) and len(rest) >= _SHORTEST_AFTER_COLON // 2


def header_end(text: str) -> int:
    """Where a date that was put before a page's first sentence ends ("date 2022-02-01 The …"); 0 without one."""
    head = text[:_LONGEST]
    match = _HEADER.match(head)
    if match:
        return match.end()
    stamped = _STAMPED.match(head)
    return stamped.end() if stamped and is_stamp_line(stamped.group()) and len(text) > _LONGEST else 0
