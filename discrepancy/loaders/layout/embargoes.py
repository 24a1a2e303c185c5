"""Lines at the top of a page that hold it back: "EMBARGOED until 00:01 GMT Tuesday", "Not for publication before …".

An article about an embargo is no embargoed article. So a line counts only in a page's head, and only where it is made
as such lines are: the noun needs a term that is nothing but a time ("Embargo: 2026-11-22 18:00 GMT"), while "embargoed
until" and "not for publication before" open no headline and may be followed by any few words.
"""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.loaders.layout.units import Unit, split_at

__all__ = ["embargo_in", "take_embargo"]

_REACH = 10
"""Units from the top among which such a line may stand."""
_LONGEST = 240
"""Characters of such a line; a longer unit is the article's text, and nothing below it is the head."""
_MOST_SENTENCES = 1
"""Sentences that may stand in a head: a summary; with the second one the article has begun."""
_SENTENCE = 8
"""Words from which a line with a full stop is a sentence."""
_ENDS = '.!?"\u201d\u2019'
_USE = r"(?:publication|release|broadcast|transmission|use|distribution|circulation)"
_UNTIL = r"(?:until|till|'til|before|prior to|ahead of)"
_SURE = re.compile(
    r"\W*(?:(?:strictly|press|media|news)\s+)*(?:"
    rf"embargoed(?:\s+(?:{_UNTIL}|for\s+{_USE}|check against delivery)\b|\W*$)"
    rf"|under\s+(?:strict\s+)?embargo(?:\s+(?:{_UNTIL}|for)\b|\W*$)"
    rf"|not\s+(?:to\s+be\s+(?:published|released|broadcast|used)|for\s+{_USE})\b[^.!?]{{0,60}}?\s{_UNTIL}\b"
    rf"|do\s+not\s+(?:publish|release|broadcast|transmit)\b[^.!?]{{0,40}}?\s{_UNTIL}\b"
    rf"|(?:hold|held)\s+for\s+release\s+(?:at|on|until|till)\b)",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\W*(?:(?:strictly|strict|press|media|news)\s+)*(?:embargo(?:ed)?(?:\s+(?:lifts|lifted|ends|expires|time|date))?"
    r"|(?:hold\s+)?for\s+release)\b(?P<colon>\s*[:\-\u2013\u2014]?)\s*(?P<term>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NONE = re.compile(r"\W*(?:none|no|nil|n/a|lifted|ended|immediate(?:ly)?|for immediate release)\W*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_MOMENT = re.compile(
    r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midday|midnight|tomorrow|tonight"
    r"|further notice|delivery|release)\b",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"[,;|(\[/\u00b7\u2022\u2013\u2014-]\s*(?=(?:strictly\s+|under\s+)?embargo)", re.IGNORECASE)
_EDGE = re.compile(r"^[^\w(\[\"'\u201c\u2018]+|[^\w)\]\"'\u201d\u2019.!?]+$")


def embargo_in(line: str) -> str | None:
    """The words that hold a page back, of a line that says nothing else; empty where it says that nothing does.

    None for any other line.
    """
    if len(line) > _LONGEST:
        return None
    bare = _bare(line)
    if _SURE.match(bare):
        return bare
    timed = _TIMED.match(bare)
    if timed is None:
        return None
    if timed["colon"].strip() and _NONE.match(timed["term"]):
        return ""
    return bare if _is_time(timed["term"]) else None


def take_embargo(units: list[Unit]) -> tuple[str, list[Unit], list[Unit]]:
    """The embargo that a page's head gives, the units that say it and nothing else, and all the other units."""
    said: dict[str, None] = {}
    held: list[Unit] = []
    others: list[Unit] = []
    sentences = 0
    for place, unit in enumerate(units):
        sentences += _is_sentence(unit.text)
        if place == _REACH or len(unit.text) > _LONGEST or sentences > _MOST_SENTENCES:
            others += units[place:]
            break
        for part in _parts(unit):
            found = embargo_in(part.text)
            (others if found is None else held).append(part)
            if found:
                said[found] = None
    return "; ".join(said), held, others


def _is_sentence(text: str) -> bool:
    """Whether a unit is a sentence of the article and no line above it."""
    return text[-1] in _ENDS and len(text.split()) >= _SENTENCE and embargo_in(text) is None


def _parts(unit: Unit) -> list[Unit]:
    """A line of the desk cut before the embargo that it ends in: "DRAFT 2, newsroom, EMBARGOED until 18:00 GMT"."""
    at = _SET_OFF.search(unit.text)
    return split_at(unit, at.end()) if at and at.start() and embargo_in(unit.text[at.end() :]) else [unit]


def _bare(line: str) -> str:
    """A line without the stars, dashes and brackets that such lines are set between."""
    bare = _EDGE.sub("", line).strip()
    return bare[1:-1].strip() if bare[:1] + bare[-1:] in {"()", "[]"} else bare


def _is_time(term: str) -> bool:
    """Whether words are a time and nothing else: a headline goes on to say what happens."""
    known = words("embargo_words")
    return bool(_MOMENT.search(term)) and all(word.casefold() in known for word in _WORD.findall(term))
