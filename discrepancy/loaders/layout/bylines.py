"""Who wrote it: bylines, desks, contributor lines, mastheads."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.loaders.layout.patterns import opening, phrases
from discrepancy.loaders.layout.shape import bare, tokens
from discrepancy.loaders.layout.stamps import without_stamps

__all__ = ["agency", "byline_outlet", "is_byline", "is_contributors", "is_masthead", "is_name_line", "is_sign_off"]

_BY = re.compile(
    r"\W*(?:by|words by|written by|story by|text by|posted by|report by|author:?)\s*:?\s+(?=\S)"
    r"|(?-i:By(?=[A-Z][a-z]+ [A-Z]))",
    re.IGNORECASE,
)
_JOINS = frozenset("and & of the in at by for with from de da del der di du la le van von bin al el y e".split())
_ABOUT_AUTHOR = re.compile(
    r"(?:\S+ ){1,5}is an? (?:\S+ ){0,8}?"
    r"(?:reporter|correspondent|staff writer|columnist|journalist|editor|contributor)\b"
)
_SIGNED = re.compile(r"(?:--?|\u2014|\u2013)\s*(?=[A-Z])")
_PARTS = re.compile(r"\s*(?:\||,|\u2022|\u00b7| - | \u2013 | \u2014 |/| (?i:for|of|at) (?=[A-Z]))\s*")
_LONGEST = 160
_MOST_WORDS = 20
_MASTHEAD_WORDS = 6
_NO_MASTHEAD = re.compile(r"[.?!:;,]$|[|/\u2022\d,]")
_MOSTLY = 0.8


def is_byline(text: str) -> bool:
    """Whether a line is a byline that says so: "By Ann Lee, court correspondent"."""
    if len(text) > _LONGEST:
        return False
    match = _BY.match(text)
    if match is None or not text[match.end()].isupper():
        return False
    names = without_stamps(text[match.end() :])
    return not names.endswith(".") and _all_names(names)


def is_name_line(text: str) -> bool:
    """Whether a line has nothing but names, places and newsroom roles: "Ann Lee in Lisbon", "Business desk".

    A short headline in capitals may look the same: only a line under the headline can be told by it.
    """
    rest = without_stamps(text)
    found = tokens(rest)
    if not found or len(text) > _LONGEST or text[-1] in ".?!:" or any(word[0].isdigit() for word in found):
        return False
    if not _all_names(rest):
        return False
    roles = words("byline_words")
    known = any(word.casefold() in roles for word in found) or bool(byline_outlet(rest)) or bool(agency(rest))
    return known or len(found) <= 3 or (" in " in rest and len(found) <= 6) or (" and " in rest and len(found) <= 7)


def is_sign_off(text: str) -> bool:
    """Whether the last line of an article signs it: "- Ann Lee", "Ann Lee And Bo Ek, The Associated Press"."""
    if len(text) > _LONGEST:
        return bool(_ABOUT_AUTHOR.match(text[:300])) and len(text) < 2 * _LONGEST
    signed = _SIGNED.match(text)
    if signed and _all_names(text[signed.end() :]):
        return True
    named = _all_names(text) and len(tokens(text)) > 1
    return bool(_ABOUT_AUTHOR.match(text)) or (named and bool(byline_outlet(text) or agency(text)))


def is_contributors(text: str) -> bool:
    """Whether a paragraph says who reported, wrote or edited."""
    if any(phrases("credit_phrases", text[:400])):
        return True
    said = opening("credit_openings").match(text[:200])
    if said is None or len(text) > 2 * _LONGEST:
        return False
    names = tokens(text[said.end() :])
    proper = [word for word in names if word[0].isupper()]
    small = [word for word in names if word.casefold() not in _JOINS and word.casefold() not in words("byline_words")]
    return bool(proper) and names[0] in proper and len(proper) >= _MOSTLY * len(small)


def is_masthead(text: str) -> bool:
    """Whether a line is the name of a paper, agency or station, alone."""
    found = tokens(text[:80])
    if not 1 < len(found) <= _MASTHEAD_WORDS or len(text) > 60 or _NO_MASTHEAD.search(text) or is_byline(text):
        return False
    capitals = all(word[0].isupper() or word.casefold() in _JOINS for word in found)
    return capitals and (found[-1].casefold() in words("outlet_words") or bool(agency(text)))


def byline_outlet(text: str) -> str:
    """The paper or agency that a byline names: its last part that reads like one; empty without one."""
    by = _BY.match(text)
    parts: list[str] = _PARTS.split(text[by.end() :] if by else text)
    for part in reversed([part.strip() for part in parts if part.strip()]):
        known = agency(part)
        if known:
            return known
        if is_masthead(part) and part != text and not _is_role(part):
            return part.title() if part.isupper() else part
    return ""


def _is_role(text: str) -> bool:
    """Whether a text is a desk or role, not an outlet ("Business desk")."""
    roles = words("byline_words")
    return all(word.casefold() in roles for word in tokens(text))


def agency(text: str) -> str:
    """The full name of a news agency, given by its short or its full one; empty for any other text."""
    return _agencies().get(bare(text), "")


@cache
def _agencies() -> dict[str, str]:
    short: dict[str, str] = table("agencies")["short"]
    return {bare(form): full for form, full in short.items()}


def _all_names(text: str) -> bool:
    """Whether every word is capitalised, joins names, or is a newsroom role."""
    found = tokens(text)
    if not found or len(found) > _MOST_WORDS:
        return False
    roles = words("byline_words")
    names = [word for word in found if word.casefold() not in _JOINS]
    proper = [word for word in names if word[0].isupper() and not word[0].isdigit()]
    return bool(names) and all(word in proper or word.casefold() in roles for word in names)
