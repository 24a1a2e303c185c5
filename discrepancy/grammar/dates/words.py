"""The words of dates, read from the lexicon, each with a one-letter code.

A text is turned into one code per token, so that the grammar of dates can be written as regular expressions over codes.
The codes are listed at :data:`CODES`.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any, Final

__all__ = [
    "ABBREVIATIONS",
    "BACK",
    "CLAUSE",
    "CLOCK",
    "CODES",
    "CODE_OF",
    "COUNTED_AFTER",
    "COUNTED_BEFORE",
    "COUNTED_DAYS",
    "DAYPARTS",
    "DECADES",
    "DEICTICS",
    "FORWARD",
    "FORWARD_TO",
    "HOLIDAYS",
    "INFINITIVE",
    "LENGTHS",
    "MONTHS",
    "MOVABLE",
    "NAMED_DAYS",
    "NUMBERS",
    "OPENERS",
    "ORDINALS",
    "REFERENCES",
    "SCHEDULE",
    "SEASONS",
    "SETS",
    "SPORT",
    "UNITS",
    "WEEKDAYS",
    "ZONES",
    "ZONES_BY_DATE",
    "ZONES_IN_WORDS",
]

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("discrepancy.lexicon").joinpath("dates.toml").read_text(encoding="utf-8")
)


def _lower(*tables: dict[str, int]) -> dict[str, int]:
    return {word.lower(): number for table in tables for word, number in table.items()}


MONTHS: Final = _lower(*_DATA["months"].values())
WEEKDAYS: Final = _lower(*_DATA["weekdays"].values()) | {
    f"{word.lower()}s": number for word, number in _DATA["weekdays"]["plain"].items()
}
SEASONS: Final[dict[str, str]] = _DATA["seasons"]
DAYPARTS: Final[dict[str, str]] = _DATA["dayparts"]
CLOCK: Final[dict[str, str]] = _DATA["clock"]
UNITS: Final[dict[str, str]] = _DATA["units"] | _DATA["plural_units"]
NUMBERS: Final[dict[str, int]] = _DATA["numbers"]
ORDINALS: Final[dict[str, int]] = _DATA["ordinals"]
DECADES: Final[dict[str, int]] = _DATA["decades"]
DEICTICS: Final[dict[str, int]] = _DATA["deictics"]
REFERENCES: Final[dict[str, str]] = _DATA["references"]
SETS: Final[dict[str, str]] = _DATA["sets"]
LENGTHS: Final[dict[str, str]] = _DATA["lengths"]
SPORT: Final = frozenset(_DATA["cues"]["sport"])
NAMED_DAYS: Final = frozenset(_DATA["cues"]["named_days"])
ZONES: Final[dict[str, int]] = _DATA["zones"]
ZONES_IN_WORDS: Final[dict[str, str]] = _DATA["zones_in_words"]
ZONES_BY_DATE: Final[dict[str, int]] = _DATA["zones_without_offset"]
HOLIDAYS: Final[dict[str, str]] = _DATA["holidays"]
MOVABLE: Final[dict[str, int]] = _DATA["movable"]
COUNTED_DAYS: Final[dict[str, str]] = _DATA["counted_days"]
FORWARD_TO: Final = frozenset(_DATA["cues"]["forward_to"])
FORWARD: Final = frozenset(_DATA["cues"]["forward"])
INFINITIVE: Final = frozenset(_DATA["cues"]["infinitive"])
SCHEDULE: Final = frozenset(_DATA["cues"]["schedule"])
BACK: Final = frozenset(_DATA["cues"]["back"])
ABBREVIATIONS: Final = frozenset(_DATA["cues"]["abbreviations"])
CLAUSE: Final = frozenset(_DATA["cues"]["clause"])
OPENERS: Final = frozenset(_DATA["cues"]["openers"])
COUNTED_AFTER: Final = frozenset(_DATA["counted"]["after"])
COUNTED_BEFORE: Final = frozenset(_DATA["counted"]["before"])

CODES: Final[dict[str, str]] = {
    "M": "a month's name that is nothing else",
    "a": "a month's name that is also a person's",
    "m": "March, May",
    "b": "a month's abbreviation",
    "W": "a weekday",
    "w": "a weekday's abbreviation",
    "P": "a weekday in the plural",
    "Y": "four digits that may be a year",
    "y": "2018-19",
    "E": "1990s",
    "e": "'90s",
    "Z": "nineties",
    "2": "1 to 31 in digits",
    "#": "another number in digits",
    "9": "a number in words",
    "O": "21st",
    "o": "first, third",
    "S": "second",
    "%": "fortnight",
    "u": "day, week …",
    "U": "days, weeks …",
    "k": "weekend",
    "Q": "quarter",
    "R": "Q2, H1",
    "H": "half",
    "s": "a season",
    "t": "morning …",
    "n": "noon, midnight",
    "d": "today …",
    "l": "last",
    "p": "past",
    "v": "previous",
    "N": "next",
    "h": "this",
    "C": "coming",
    "F": "following",
    "r": "recent",
    "V": "every, each",
    "A": "a, an",
    "T": "the",
    "g": "ago",
    "L": "later, earlier",
    "B": "before, after",
    "j": "early, late, mid",
    "J": "end, beginning",
    "f": "of",
    "q": "few, several",
    "K": "couple, dozen",
    "&": "and, or",
    "~": "to, until",
    "D": "daily …",
    "!": "now …",
    "i": "a preposition that a date may follow",
    "I": "2021-08-30",
    "/": "03/04/2022",
    "X": "a time with a.m. or p.m.",
    ":": "22:30",
    "+": "future, present, moment",
    "@": "o'clock",
    "z": "a time zone",
    "$": "money",
    "G": "that, same",
    "c": "fiscal",
    "*": "a holiday, or 9/11",
    "=": "BC, AD",
    "'": "possessive s",
    "x": "any other word",
    "|": "the end of a paragraph",
}
"""What each code stands for; punctuation stands for itself, ``;`` for a break within a sentence."""

_PLAIN: Final[dict[str, str]] = (
    dict.fromkeys(_DATA["units"], "u")
    | dict.fromkeys(_DATA["plural_units"], "U")
    | dict.fromkeys(NUMBERS, "9")
    | dict.fromkeys(ORDINALS, "o")
    | dict.fromkeys(DECADES, "Z")
    | dict.fromkeys(DEICTICS, "d")
    | dict.fromkeys(REFERENCES, "!")
    | dict.fromkeys(SETS, "D")
    | dict.fromkeys(LENGTHS, "D")
    | dict.fromkeys(SEASONS, "s")
    | dict.fromkeys(DAYPARTS, "t")
    | dict.fromkeys(CLOCK, "n")
    | {
        "second": "S",
        "weekend": "k",
        "fortnight": "%",
        "fortnights": "%",
        "quarter": "Q",
        "half": "H",
        "last": "l",
        "past": "p",
        "previous": "v",
        "preceding": "v",
        "next": "N",
        "this": "h",
        "current": "h",
        "these": "h",
        "coming": "C",
        "upcoming": "C",
        "following": "F",
        "recent": "r",
        "every": "V",
        "each": "V",
        "per": "V",
        "a": "A",
        "an": "A",
        "the": "T",
        "ago": "g",
        "later": "L",
        "earlier": "L",
        "before": "B",
        "after": "B",
        "early": "j",
        "late": "j",
        "mid": "j",
        "end": "J",
        "beginning": "J",
        "start": "J",
        "middle": "J",
        "of": "f",
        "few": "q",
        "several": "q",
        "many": "q",
        "couple": "K",
        "dozen": "K",
        "and": "&",
        "or": "&",
        "to": "~",
        "until": "~",
        "till": "~",
        "through": "~",
        "that": "G",
        "same": "G",
        "fiscal": "c",
        "future": "+",
        "present": "+",
        "moment": "+",
        "bc": "=",
        "bce": "=",
        "ad": "=",
    }
    | dict.fromkeys(("in", "on", "at", "by", "since", "from", "during", "between", "for", "around", "about"), "i")
)

_CAPITALISED: Final[dict[str, str]] = {
    form: code
    for table, code in (
        (_DATA["months"]["plain"], "M"),
        (_DATA["months"]["name"], "a"),
        (_DATA["months"]["verb"], "m"),
        (_DATA["months"]["short"], "b"),
        (_DATA["weekdays"]["plain"], "W"),
        (_DATA["weekdays"]["short"], "w"),
        (dict.fromkeys((f"{day}s" for day in _DATA["weekdays"]["plain"]), 0), "P"),
    )
    for word in table
    for form in (word, word.upper())
}

CODE_OF: Final[dict[str, str]] = (
    {form: code for word, code in _PLAIN.items() for form in (word, word.capitalize(), word.upper())}
    | _CAPITALISED
    | dict.fromkeys((*ZONES, *ZONES_BY_DATE), "z")
    | dict.fromkeys(("Q1", "Q2", "Q3", "Q4", "H1", "H2"), "R")
)
"""The code of a word as written; names of months, weekdays and zones count only with their capitals."""
