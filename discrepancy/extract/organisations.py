"""Mentions of organisations: full names, the abbreviations that the text gives for them, and those used again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.lexicon.organisations import initials_fit, organisation_key, without_stops
from discrepancy.lexicon.people import is_organisation_word
from discrepancy.lexicon.places import country_of, is_area_kind
from discrepancy.model import Block, Fact, FactKind, FactRole, Organisation, Span, Subject
from discrepancy.text.characters import fold, squeeze

_CAPITAL = r"[^\W\d_a-z](?:[.](?=\w)|[\w'’])*(?:[-‐‑]\w+)*(?:(?<=\b\w)\.|(?<=\b[A-Z][a-z])\.)?"
_NAME = re.compile(rf"{_CAPITAL}(?:[ \u00a0](?:{_CAPITAL}|&|(?:of|for|and|in|de|du|des|la|del)\b)){{0,14}}")
_BEFORE = re.compile(rf"(?<!\w){_NAME.pattern}[ \u00a0](?:of|for|in|on|and|against)[ \u00a0]the[ \u00a0]\Z")
"""The beginning of a name that goes on behind an article: "International Committee of the" Red Cross."""
_FAR = 80
"""Characters before such an article that a name may begin at."""
_GIVEN = re.compile(r"[ \u00a0]\((?:the[ \u00a0])?(?P<short>[A-Z](?:[A-Za-z&-]{1,8}|(?:\.[A-Z])+\.?))\)")
_SHORT = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,6}|(?<![\w.])[A-Z][A-Za-z&-]{1,8}\b")
_OPENING = re.compile(
    r"(?:(?:The|A|An|In|At|On|For|And|But|When|While|After|Of|From|By|Senior|Former|[^\W\d_]+['’]s|[\w.]+-based)\s)+"
)
"""Words before a name that are none of it: what opens a sentence, an owner, where it is based."""
_CLOSING = re.compile(r"(?:\s(?:of|for|and|the|in|on|to|against|de|du|des|la|del|&)|['’]s?|\.)$")
_GAP = frozenset(" \u00a0")
"""What parts the words of a name."""
_WORDS = 2
"""Words that a name without an abbreviation has at the least."""


def extract(reading: Reading) -> list[Fact]:
    """Every organisation that is named in full, and its abbreviation wherever the text uses it, in order."""
    found: dict[Span, Fact] = {}
    known: dict[str, str] = {}
    for block in reading.blocks:
        for span, short in _full_names(reading, block):
            name = squeeze(reading.document.text[span.start : span.end])
            found[span] = _fact(reading, span, Organisation(name=name, abbreviation=short))
            if short:
                known.setdefault(short, name)
    longer = Spots((s.start, s.end, s) for s, fact in found.items() if fact.organisation.abbreviation)
    found = {s: f for s, f in found.items() if not any(s != other for other in longer.over(s.start, s.end))}
    full = Spots((s.start, s.end, s) for s in found)
    for block in reading.blocks if known else ():
        for match in _SHORT.finditer(reading.document.text, block.start, block.end):
            short, span = without_stops(match.group()), Span(*match.span())
            if short in known and not full.over(span.start, span.end):
                found[span] = _fact(reading, span, Organisation(name=known[short]))
    return [found[span] for span in sorted(found)]


def _full_names(reading: Reading, block: Block) -> Iterator[tuple[Span, str]]:
    """Names of two words or more with the abbreviation in brackets after them; without one, a word must tell."""
    text = reading.document.text
    for match in _NAME.finditer(text, block.start, block.end):
        if _GAP.isdisjoint(match[0]) and not _GIVEN.match(text, match.end()):
            continue  # a single word
        span = _trimmed(text, Span(*match.span()))
        given = _GIVEN.match(text, span.end)
        if given:
            short = without_stops(given["short"])
            fitting = _fitting(text, span, short) or _fitting(text, _from_before(text, block, span), short)
            if fitting and sum(c.isupper() for c in short) >= _WORDS:
                yield fitting, short
                continue
        if _is_organisation(text[span.start : span.end]) and not _has_person(reading, span):
            yield span, ""


def _is_organisation(name: str) -> bool:
    """Whether a run of capitalised words names a body and no place, by a word that says so."""
    words = name.split()
    if len(words) < _WORDS or name.isupper() or country_of(name) or is_area_kind(fold(words[-1])):
        return False
    return any(map(is_organisation_word, words))


def _trimmed(text: str, span: Span) -> Span:
    """A run of words without the article that opens it, a joining word that ends it, and a possessive ending."""
    opening = _OPENING.match(text, span.start, span.end)
    start = opening.end() if opening else span.start
    words = text[start : span.end]
    while closing := _CLOSING.search(words):
        words = words[: closing.start()]
    return Span(start, start + len(words))


def _from_before(text: str, block: Block, span: Span) -> Span:
    """A run of words with what stands before it and an article."""
    before = _BEFORE.search(text, max(block.start, span.start - _FAR), span.start)
    return Span(before.start(), span.end) if before else span


def _fitting(text: str, span: Span, short: str) -> Span | None:
    """The shortest end of the run whose initials make the abbreviation."""
    starts = [span.start + m.start() for m in re.finditer(r"(?<!\S)\S", text[span.start : span.end])]
    for start in reversed(starts):
        if text[start].isupper() and initials_fit(text[start : span.end], short):
            return Span(start, span.end)
    return None


def _has_person(reading: Reading, span: Span) -> bool:
    return bool(reading.named.over(span.start, span.end))


def _fact(reading: Reading, span: Span, value: Organisation) -> Fact:
    token = reading.parsed.at(span.start) or reading.parsed.tokens[-1]
    return Fact(
        id=f"{reading.document.id}:organisation:{span.start}",
        kind=FactKind.ORGANISATION,
        mention=reading.mention(span.start, span.end),
        subject=Subject(head=organisation_key(value.name), text=value.name),
        value=value,
        sentence=reading.sentence(token),
        role=FactRole.NAME,
    )
