"""Cuts a text into tokens and gives each a one-letter code, so that date rules are regular expressions over codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from discrepancy.grammar.dates.words import (
    CODE_OF,
    COUNTED_DAYS,
    HOLIDAYS,
    MOVABLE,
    ZONES,
    ZONES_BY_DATE,
    ZONES_IN_WORDS,
)

__all__ = ["Tokens", "tokenise"]

_HOLIDAY = "|".join(
    re.escape(name).replace("'", "['’]") for name in sorted((*HOLIDAYS, *MOVABLE, *COUNTED_DAYS), key=len, reverse=True)
)
_ZONE = "|".join((*ZONES, *ZONES_BY_DATE))
_ZONE_WORDS = "|".join(ZONES_IN_WORDS)

# Every alternative is bounded or can not be entered twice over the same characters: time grows with the text alone.
_TOKEN: Final = re.compile(
    rf"""
    (?P<stop>[.,()!?])
  | (?P<hyphen>(?<=\w)[-‑–](?=\w))
  | (?P<holiday>(?<!\w)(?i:{_HOLIDAY})(?!\w)|(?<![\w/.])9/11(?![\w/]))
  | (?P<oclock>[oO]['’]clock\b)
  | (?P<local>(?:local|(?i:{_ZONE_WORDS})(?:\s(?i:standard|daylight))?)\s[tT]ime\b)
  | (?P<offset>(?:UTC|GMT)[+−-]\d{{1,2}}(?::?\d\d)?\b)
  | (?P<word>[^\W\d_]\w*)
  | (?P<money>[$€£¥₹]\s?\d[\d.,]*\w*)
  | (?P<iso>\d{{4}}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?(?:Z|\s?[+-]\d\d:?\d\d(?!\d))?)?(?![\w-]))
  | (?P<numeric>\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)\d{{4}}(?![\w/])|\d{{1,2}}/\d{{1,2}}/\d\d(?![\w/]))
  | (?P<meridiem>\d{{1,2}}(?:[:.]\d\d(?::\d\d)?)?\s?(?:[aApP]\.\s?[mM]\b\.?|[aApP][mM]\b))
  | (?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])|(?:[01]\d|2[0-3])\.?[0-5]\d(?=\s(?:{_ZONE})\b))
  | (?P<years>(?:1\d|20)\d\d[-–/]\d\d(?!\w))
  | (?P<decade>(?:1\d|20)\d0['’]?s\b)
  | (?P<year>(?:1\d|20)\d\d(?!\w|%|[.,:/]\d))
  | (?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)\b)
  | (?P<listed>\d{{1,2}}(?:[,–-]\d{{1,2}}(?!\d)){{3,}}+)
  | (?P<glued>\d[\d.,]{{0,15}}[^\W\d_]\w*|\d{{1,6}}/\d{{1,6}}|\d[\d.,]{{0,15}}%)
  | (?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)
  | (?P<short>['’‘]\d0s\b)
  | (?P<possessive>['’]s\b)
  | (?P<paragraph>\n[^\S\n]*\n\s*)
  | (?P<other>[;:"“”—–-])
    """,
    re.VERBOSE,
)

_CODES: Final = {
    "holiday": "*",
    "oclock": "@",
    "local": "z",
    "offset": "z",
    "money": "$",
    "iso": "I",
    "numeric": "/",
    "meridiem": "X",
    "clock": ":",
    "years": "y",
    "decade": "E",
    "year": "Y",
    "ordinal": "O",
    "listed": "x",
    "glued": "x",
    "short": "e",
    "possessive": "'",
    "paragraph": "|",
    "hyphen": "-",
    "other": ";",
}
_STOPS: Final = {".": ".", ",": ",", "(": "(", ")": ")", "!": ".", "?": "."}
_HIGHEST_DAY: Final = 31


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut up: token ``i`` is ``text[starts[i]:ends[i]]`` and has the code ``codes[i]``."""

    text: str
    starts: list[int]
    ends: list[int]
    codes: str

    def word(self, index: int) -> str:
        """The token as written; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def code(self, index: int) -> str:
        """The token's code; the end of a paragraph outside the text."""
        return self.codes[index] if 0 <= index < len(self.codes) else "|"


def _number_code(number: str) -> str:
    return "2" if len(number) <= 2 and 0 < int(number) <= _HIGHEST_DAY else "#"


def tokenise(text: str) -> Tokens:
    """Cut ``text`` into tokens; white space and signs that no date holds belong to none."""
    starts: list[int] = []
    ends: list[int] = []
    codes: list[str] = []
    word_code = CODE_OF.get
    add_start, add_end, add_code = starts.append, ends.append, codes.append
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "word":
            code = word_code(match[0], "x")
        elif kind == "stop":
            code = _STOPS[match[0]]
        elif kind == "number":
            code = _number_code(match[0])
        else:
            code = _CODES.get(kind, "/")
        start, end = match.span()
        add_start(start)
        add_end(end)
        add_code(code)
    return Tokens(text, starts, ends, "".join(codes))
