"""Names that a text itself hands out: "known to all as Kit", "a sailor named Suparto"."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.extract.name_runs import Candidate
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_title_word

_REACH: Final = 60
_KNOWN_AS = re.compile(
    r"\b(?:(?:better |best |also |widely |popularly |affectionately )?known (?:\w+ ){0,6}?as|nicknamed|dubbed"
    r"|(?:call|calls|called) (?:him|her)|(?:everybody|everyone|all|friends|fans|locals|people)(?: \w+){0,3} calls?"
    r"|who goes by|goes by the name(?: of)?)\s*[\"“‘']?(?:Uncle |Aunt |Auntie |Brother |Sister |Papa |Mama )?$"
)
_OF_KNOWN_AS: Final = ("known", "call", "nicknamed", "dubbed", "goes by")
"""One of them stands in whatever that matches; most words before a name have none."""
_NAMED = re.compile(
    r"(?:\b(?:an?|the|another)\s(?:[\w’'-]+\s){1,4}(?:named|by the name of|identified (?:only )?as|named only as)"
    r"|\basked to be (?:called|identified|named|known|quoted)(?: only)?(?: as| by the name)?(?: only)?"
    r"|\b(?:gave|giving) (?:his|her) name(?: only)? as(?: only| just)?"
    r"|\b(?:identified|introduced|identifying|introducing) (?:him|her)self(?: only)? as(?: only| just)?)\s$"
)
_OF_NAMED: Final = ("name", "identif", "introduc", "asked to be")
"""Likewise of that."""
_IS = re.compile(r"(?:\bwho (?:is|was)|\b(?:she|he)(?: is| was|['’]s)(?: always| still| just| simply)?)\s$")
_TO_FRIENDS = re.compile(
    r"\sto\s(?:(?:all|his|her|their|the|most|many|close|old|\w+['’]s)\s){0,3}(?:friends|fans|supporters|family|"
    r"followers|team-?mates|colleagues|neighbou?rs|everyone|everybody|all|admirers|locals|readers|viewers|comrades|"
    r"constituents|pupils|students|customers|faithful)\b"
)
"""What follows the name in "who is Kit to the supporters"."""


def is_alias(reading: Reading, c: Candidate) -> bool:
    """Whether the words before a run say that someone named before it is called so."""
    if len(c.words) > _MOST_WORDS:
        return False
    lead_up = _lead_up(reading, c)
    to_friends = _TO_FRIENDS.match(reading.document.text, c.span.end) and _IS.search(lead_up)
    return bool(to_friends or _known_as(lead_up))


def is_called_only(reading: Reading, c: Candidate) -> bool:
    """Whether someone without another name is called so: "the gang's leader, known as El Zorro"."""
    lead_up = _lead_up(reading, c)
    known_as = _known_as(lead_up) if len(c.words) <= _MOST_WORDS else None
    return known_as is not None and any(
        is_title_word(word.strip(",;")) for word in lead_up[: known_as.start()].split()[-_NEAR:]
    )


_NEAR = 2
"""Words before "known as" among which the noun for the person stands."""


def is_introduced(reading: Reading, c: Candidate) -> bool:
    """Whether the words before a run say that someone has this name: "an Indonesian named Suharto"."""
    if len(c.words) > _MOST_WORDS:
        return False
    lead_up = _lead_up(reading, c)
    return any(map(lead_up.__contains__, _OF_NAMED)) and bool(_NAMED.search(lead_up))


_MOST_WORDS = 2


def _known_as(lead_up: str) -> re.Match[str] | None:
    return _KNOWN_AS.search(lead_up) if any(map(lead_up.__contains__, _OF_KNOWN_AS)) else None


def _lead_up(reading: Reading, c: Candidate) -> str:
    return reading.lead_up(c.span.start, _REACH)
