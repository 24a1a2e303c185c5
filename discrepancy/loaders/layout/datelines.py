"""The place, date and agency that open a wire story: "LONDON, Sept. 7, 2024 (Reuters) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.lexicon import words
from discrepancy.loaders.layout.bylines import agency
from discrepancy.loaders.layout.shape import bare
from discrepancy.loaders.layout.stamps import DAY, MONTH, WEEKDAY, is_stamp_line

__all__ = ["Dateline", "date_alone", "dateline", "header_end", "noted_end"]

_UPPER = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019-]*"
_PLACE = rf"{_UPPER}(?:(?: ?/ ?|[ \u00a0]){_UPPER}){{0,5}}"
_MIXED = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*(?:[ \u00a0][A-Z\u00c0-\u00de][\w.'\u2019-]*){0,3}"
_REGION = rf",\s+(?!(?i:{MONTH}))[A-Z\u00c0-\u00de][\w.'\u2019\u00a0 ]{{1,24}}?"
_WHEN = (
    rf"(?:(?i:{WEEKDAY}),?\s+)?"
    rf"(?:(?:(?i:{MONTH})\s+{DAY}|{DAY}\s+(?i:{MONTH}))(?:,?\s+\d{{4}}\b)?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}\b|\d{4}-\d{2}-\d{2}\b)"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]?\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?-i:[A-Z]{2,5})\b)?)?"
)
_AGENCY = rf"\s*(?:\((?P<agency>[^()\d\n]{{2,60}}?)(?:[,;]\s*(?P<told>{_WHEN}))?\)|/(?P<slashed>[A-Z][\w ]{{2,24}})/)"
_MARK = r"\s*(?:\u2014|\u2013|\u2015|--)\s*|\s+[-_]\s+|\s*:\s+|\s+\|\s+|\s*$"
_END = rf"(?P<mark>{_MARK})"
# After an agency the dash is one even where it touches the next word.
_END_SURE = rf"(?P<mark>{_MARK}|\s*[-_]\s*|\.\s?[-\u2013\u2014]+\s*)"
_WITH_AGENCY = re.compile(
    rf"(?P<place>(?:(?:{_PLACE}|{_MIXED})(?:{_REGION})?)??)(?:,?\s*\b(?P<when>{_WHEN}))?{_AGENCY}{_END_SURE}"
)
_AGENCY_FIRST = re.compile(
    rf"(?P<place>(?:{_PLACE}|{_MIXED})(?:{_REGION})?){_AGENCY}(?:,\s*|{_MARK})(?P<when>{_WHEN}){_END_SURE}"
)
_IN_BRACKETS = re.compile(
    rf"[(\[](?:(?P<agency>[A-Z][\w .&'\u2019-]{{1,40}}?)\s*(?:,|/|-|\u2013|\u2014|\|)\s*)?(?P<slashed>)"
    rf"(?P<place>(?:{_PLACE}|{_MIXED})(?:{_REGION})?),?\s+(?P<when>{_WHEN})[)\]](?P<mark>\s*[-\u2013\u2014:]*\s*)"
)
_CAPITALS = re.compile(
    rf"(?P<place>{_PLACE}(?:{_REGION})?)(?:(?:,?\s+|{_MARK})(?P<when>{_WHEN}))?(?P<agency>)(?P<slashed>){_END}"
)
_NAMED = rf"(?!(?i:{WEEKDAY}))[A-Z]\w+(?: [A-Z]\w+){{0,2}}"
# Source: the openings of TASS ("MOSCOW, May 6. /TASS/. "), Interfax ("MOSCOW. May 6 (Interfax) - "), Kyodo, AAP and
# IRNA ("TOKYO, May 6, Kyodo - "), PTI, IANS and CNA ("New Delhi, May 6 (PTI) "), ANSA ("(ANSA) - ROME, MAY 6 - ").
_SLASHED = re.compile(
    rf"(?P<place>(?:{_PLACE}|{_MIXED})(?:{_REGION})?)[,.]\s+(?P<when>{_WHEN})\.?\s*(?P<agency>)"
    rf"/(?P<slashed>[A-Z][\w ]{{1,24}})/(?P<mark>\.\s*(?:[-\u2013\u2014]+\s*)?|{_MARK})"
)
_STOPPED = re.compile(rf"(?P<place>{_PLACE}(?:{_REGION})?)\.\s+(?P<when>{_WHEN}){_AGENCY}{_END_SURE}")
_BARE_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}(?:{_REGION})?),\s+(?P<when>{_WHEN}),?\s+(?P<agency>{_NAMED})(?P<slashed>){_END}"
)
_UNMARKED = re.compile(
    rf"(?P<place>(?:{_PLACE}|{_MIXED})(?:{_REGION})?),?\s+(?P<when>{_WHEN})\s*"
    r"\((?P<agency>(?!UPDATE|LEAD|CORRECTED|ADDS)[A-Z]{2,8})(?P<slashed>)(?P<mark>\)\s+)"
)
_AGENCY_BEFORE = re.compile(
    rf"\((?P<agency>[A-Z][\w .]{{1,24}})\)(?P<slashed>)(?:{_MARK})(?P<place>{_PLACE}(?:{_REGION})?)"
    rf",\s+(?P<when>{_WHEN}){_END}"
)
_TAKE = re.compile(
    r"(?:(?:CORRECTED|REFILE|RPT|REPEAT)\W{1,3})?(?:UPDATE|WRAPUP|URGENT|ALERT|SNAP|LEAD|TAKE|VERSION|CORRECTED|REFILE)"
    r"(?:\s?\d{1,2})?(?:,?\s\d{1,2}[:.]?\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,5})?)?\s*(?:[-\u2013\u2014:|]|--)\s*(?=\S)"
)
"""The number of the version behind a dateline: "UPDATE 3, 1930 GMT - "."""
_FORMS = (
    _AGENCY_BEFORE,
    _AGENCY_FIRST,
    _WITH_AGENCY,
    _SLASHED,
    _STOPPED,
    _IN_BRACKETS,
    _CAPITALS,
    _BARE_AGENCY,
    _UNMARKED,
)
_SMALL_AGENCY = re.compile(r"[a-z]{2,4}")
"""How an agency that writes itself small may be called, as dpa, apa, sda and bpa do."""
_BEGINS = re.compile(r"[\"'\u201c\u2018(]*[A-Z\u00c0-\u00de\d$\u00a3\u20ac]")
_HEADER = re.compile(
    r"(?:(?:date|dated|published|publish(?:ed)? (?:date|on)|pub-?date|posted)\b\s*[:=]?\s*)?"
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s?[+-]\d{2}:?\d{2})?)?(?=\s+\S)",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"[^|]{8,80}\|\s+(?=\S)")
# What stands in brackets after a name at the start of a sentence need not be an agency: a party, a state, initials.
_NOTE = re.compile(r"[a-z]|[RDI]-|.*\b(?:left|right|center|centre|pictured|age|aged)\b")
_FULL_STOP = re.compile(r"(?<=[A-Z]{4})\.$")
"""What parts a place from its date, as in "MOSCOW. May 6"; the stop of "N.Y." and "Calif." is its own."""
_SIDE = re.compile(r"left|top|back|file|age|aged|rear|front|see|sic|ret|born|died|nee")
_DASHES = frozenset(("-", "--", "\u2013", "\u2014"))
# A full stop in place of the dash opens a scene of years ago as often ("11 March 2011. The sea drew back."), and what
# follows a day and a dash may be the last day of a span.
_DATE_ALONE = re.compile(
    rf"(?P<when>(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+{DAY},?|{DAY}\s+{MONTH},?)\s+\d{{4}})"
    rf"(?:\s*(?:\u2014|\u2013|\u2015|--)\s*|\s+-\s+)(?!{MONTH}|{WEEKDAY})(?=[\"'\u201c\u2018(]*(?-i:[A-Z\u00c0-\u00de]))",
    re.IGNORECASE,
)
_LONGEST = 140
_NOTED = re.compile(r"\([A-Z][^()]{3,300}\)[.\s]*")
"""A note to editors behind a dateline: "(Updates with toll, quotes)"."""
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
    match = next((found for form in _FORMS if (found := form.match(head)) is not None), None)
    if match is None or (match.end() == len(head) and len(text) > _LONGEST):
        return None
    agency = match["agency"] or match["slashed"] or ""
    when = match["when"] or match.groupdict().get("told") or ""
    take = _TAKE.match(text, match.end())
    end = take.end() if take else match.end()
    rest = text[end:]
    small = opening and _is_small_agency(match)
    if not _stands(match, rest, sure=bool(agency or when), opening=opening or bool(agency), small=small):
        return None
    return Dateline(end, _FULL_STOP.sub("", " ".join(match["place"].split())), agency.strip(), when)


def date_alone(text: str) -> Dateline | None:
    """Read a day and a dash without a place before a sentence: "March 4, 2024 - Rescuers searched ..."."""
    match = _DATE_ALONE.match(text[:_LONGEST])
    if match is None or len(text) - match.end() < _SHORTEST_AFTER_COLON // 2:
        return None
    return Dateline(match.end(), "", "", match["when"])


def noted_end(text: str) -> int:
    """Where a dateline ends that nothing but a note to editors follows; 0 for any other paragraph."""
    found = dateline(text, opening=True)
    return found.end if found is not None and _NOTED.fullmatch(text, found.end) else 0


def _is_small_agency(match: re.Match[str]) -> bool:
    """Whether a place, an agency in small letters and a dash stand as in "Kassel (dpa) - "."""
    told, dash = match["agency"] or "", match["mark"].strip()
    known = told in words("english_function_words") or _SIDE.fullmatch(told)
    return bool(match["place"] and dash in _DASHES and _SMALL_AGENCY.fullmatch(told)) and not known


def _stands(match: re.Match[str], rest: str, *, sure: bool, opening: bool, small: bool) -> bool:
    """Whether what looks like a dateline is one, seen from what follows it."""
    told = match["agency"] or ""
    noted = _NOTE.match(told) and not agency(told) and not small
    if not opening or bare(match["place"]) in words("furniture_labels") or noted:
        return False
    if not rest:
        return sure
    if is_stamp_line(rest):
        return True
    if not _BEGINS.match(rest):
        return False
    if sure:
        return bool(match["mark"].strip()) or match[0].startswith(("(", "["))
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
