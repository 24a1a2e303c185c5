"""The names of places: runs of capitalised words around a token, and the noun that says what they are."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import PARTICLES
from discrepancy.lexicon.places import country_of, is_place_kind, opposite
from discrepancy.model import Span
from discrepancy.text.engine import Token

_NO_PLACE = frozenset({"DATE", "TIME", "PERSON", "NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "MONEY"})
"""The engine's labels for what is no place; a person only where people are read too, since it errs on places."""
_JOINS = PARTICLES | {"of"}


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's name where it stands, the noun that says what it is, and the part of it that is meant."""

    span: Span
    kind: str = ""
    part: str = ""
    """The adjective of the compass before it: "northern"."""


def place_name(reading: Reading, token: Token) -> PlaceName | None:
    """The name of the place that ``token``, the object of a preposition, heads; None where it names none."""
    parsed = reading.parsed
    part = next((t.lemma for t in parsed.of(token, "amod") if opposite(t.lemma)), "")
    if token.pos == "PROPN":
        span = _run(reading, token)
        return PlaceName(span, "", part) if span else None
    if token.pos != "NOUN" or not is_place_kind(token.lemma):
        return None
    for of in parsed.of(token, "prep"):
        for named in parsed.of(of, "pobj"):
            if of.text.lower() == "of" and named.pos == "PROPN":
                span = _run(reading, named)
                return PlaceName(span, token.lemma) if span else None
    before = parsed.tokens[token.i - 1] if token.i else token
    if before.pos == "PROPN" and before.head == token.i:
        span = _run(reading, before)
        return PlaceName(span, token.lemma, part) if span else None
    return None


def _run(reading: Reading, token: Token) -> Span | None:
    """The capitalised words around ``token`` that are one name; None where they name no place."""
    tokens = reading.parsed.tokens
    first = last = token.i
    while first and _joined(reading, first - 1, first):
        first -= 1
    while first < token.i and not _capital(tokens[first]):
        first += 1
    while last + 1 < len(tokens) and _joined(reading, last, last + 1):
        last += 1
    while last > token.i and not _capital(tokens[last]):
        last -= 1
    words = tokens[first : last + 1]
    if token.ent in _NO_PLACE - {"PERSON"} or any(reading.is_person(t) for t in words) or not _capital(words[0]):
        return None
    if token.ent == "ORG" and token.text.isupper() and first == last and not country_of(token.text):
        return None  # "in NATO"
    return Span(words[0].start, words[-1].end)


def _joined(reading: Reading, left: int, right: int) -> bool:
    """Whether two neighbouring tokens may stand in one name: capitals, particles, hyphens, one space at most."""
    a, b = reading.parsed.tokens[left], reading.parsed.tokens[right]
    if a.sent != b.sent or reading.document.text[a.end : b.start] not in {"", " ", "\u00a0"}:
        return False
    return all(_capital(t) or t.text.lower() in _JOINS or t.text == "-" for t in (a, b))


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos not in {"DET", "PRON", "ADP", "VERB", "AUX"}
