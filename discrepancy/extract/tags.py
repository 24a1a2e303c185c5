"""Speech tags: the few words beside a quotation that say whose it is ("…," Kaur radioed; Reed thundered: "…").

Beside a quotation any verb can be one of saying, and its subject stands in a fixed place, so the place decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extract.cast import Cast
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import words as word_list
from discrepancy.lexicon.people import is_saying
from discrepancy.model import BlockRole, Fact, Span
from discrepancy.text.engine import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_CLOSERS = "\"”“»«’'"
_APPOSED = 18
"""Tokens that an apposition between the name and the verb may have."""
_ADVERBS = 2
_NOT_SAID = frozenset({"be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should"})
_GOING = frozenset({"go", "come", "belong", "fall"})
"""Verbs of a last word or a question that goes to whoever says it or comes from there."""
_STARTS = re.compile(r"(?:^|[.!?:…]|[\"”’»]|\n)\s*[\"“„«‘'‚‹»]*$")


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb beside a quotation and the token that names who speaks."""

    verb: Token
    subject: Token


def find_tags(reading: Reading, cast: Cast) -> list[Tag]:
    """The speech tags right behind a quotation, and right before one behind a colon."""
    found: list[Tag] = []
    for quote in reading.quotes:
        tag = _behind(reading, cast, quote) or _before(reading, cast, quote)
        found += [tag] if tag else []
    return found


def _behind(reading: Reading, cast: Cast, quote: Span) -> Tag | None:
    """The tag of '“…,” Reed radioed' and '“…,” radioed Reed': any verb where the quotation stands alone."""
    tokens = list(_sentence_behind(reading, quote))
    if not tokens:
        return None
    first = tokens[0]
    person = _person_at(cast, first)
    if person is not None:
        verb = _verb_behind(tokens, person)
        last = reading.parsed.at(person.mention.end - 1)
        return Tag(verb, last) if verb and last and _may_say(reading, verb, quote) else None
    if first.text.lower() in {"he", "she"} and len(tokens) > 1:
        verb = _verb_at(tokens, 1)
        return Tag(verb, first) if verb and _may_say(reading, verb, quote) else None
    if first.tag in _FINITE and len(tokens) > 1:
        named = _person_at(cast, tokens[1])
        last = reading.parsed.at(named.mention.end - 1) if named else None
        if named and reading.document.text[named.mention.end : named.mention.end + 2] in {"'s", "’s"}:
            return None
        return Tag(first, last) if last and (is_saying(first.lemma) or _is_alone(reading, quote)) else None
    return None


def _sentence_behind(reading: Reading, quote: Span) -> Iterator[Token]:
    """The tokens of the same paragraph behind a quotation that ends in a comma, question or exclamation mark."""
    text, block = reading.document.text, reading.block_of(quote.start)
    closed = text[quote.end - 1] in ",?!…-–—"
    skipping = True
    for token in reading.parsed.within(quote.end, block.end):
        if skipping and (token.text == "," or all(c in _CLOSERS for c in token.text)):
            closed = closed or token.text == ","
            continue
        skipping = False
        if not closed or reading.quote_at(token.start) is not None:
            return
        yield token


def _person_at(cast: Cast, token: Token) -> Fact | None:
    """The person whose name, or whose title before the name, holds ``token``."""
    for fact in cast.people:
        title = fact.name.title_span
        start = title.start if title and title.start < fact.mention.start else fact.mention.start
        if start <= token.start < fact.mention.end:
            return fact
    return None


def _verb_behind(tokens: list[Token], person: Fact) -> Token | None:
    """The verb behind a name, or behind the apposition that follows it between commas."""
    i = next((n for n, token in enumerate(tokens) if token.start >= person.mention.end), None)
    if i is None:
        return None
    if tokens[i].text != ",":
        return _verb_at(tokens, i)
    for n in range(i + 1, min(i + _APPOSED, len(tokens) - 1)):
        if tokens[n].text in {".", ";", ":"}:
            return None
        if tokens[n].text == ",":
            verb = _verb_at(tokens, n + 1)
            if verb is not None:
                return verb
    return None


def _verb_at(tokens: list[Token], i: int) -> Token | None:
    """The finite verb at ``i`` or behind an adverb or two."""
    for token in tokens[i : i + _ADVERBS + 1]:
        if token.tag in _FINITE and token.lemma not in _NOT_SAID:
            return token
        if token.pos != "ADV":
            return None
    return None


def _may_say(reading: Reading, verb: Token, quote: Span) -> bool:
    """Whether a verb behind a quotation and a subject is one of saying: a known one, or any that ends the clause."""
    if is_saying(verb.lemma):
        return True
    rest = reading.document.text[verb.end : verb.end + 2].strip()
    return (not rest or rest[0] in ".,;:") and _is_alone(reading, quote)


def _is_alone(reading: Reading, quote: Span) -> bool:
    """Whether a quotation begins a sentence of its own."""
    block = reading.block_of(quote.start)
    return bool(_STARTS.search(reading.document.text[block.start : quote.start].rstrip() or "")) or (
        not reading.document.text[block.start : quote.start].strip(_CLOSERS + " ")
    )


def _before(reading: Reading, cast: Cast, quote: Span) -> Tag | None:
    """The tag of 'Reed thundered: “…”': the last verb before a colon that has a person as its subject."""
    text = reading.document.text
    front = text[max(quote.start - 4, 0) : quote.start].rstrip(_CLOSERS + "„‘‚‹ ")
    if not front.endswith(":"):
        return None
    block = reading.block_of(quote.start)
    before = [t for t in reading.parsed.within(block.start, quote.start) if t.text == ":"]
    for token in reversed(reading.parsed.sentence(before[-1]) if before else ()):
        if token.start >= before[-1].start or token.tag not in _FINITE or token.dep in {"amod", "acl"}:
            continue
        if is_saying(token.lemma) or reading.quote_at(token.start) is not None:
            return None
        for subject in reading.parsed.of(token, "nsubj"):
            if cast.at(Span(subject.start, subject.end)) is not None or subject.text.lower() in {"he", "she"}:
                return Tag(token, subject)
        return _went_to(reading, cast, token)
    return None


def _went_to(reading: Reading, cast: Cast, verb: Token) -> Tag | None:
    """The tag of 'The last word went to Reed: “…”'."""
    if verb.lemma not in _GOING:
        return None
    for preposition in reading.parsed.of(verb, "prep", "dative"):
        for whose in reading.parsed.of(preposition, "pobj") if preposition.text in {"to", "from", "with"} else ():
            if cast.at(Span(whose.start, whose.end)) is not None:
                return Tag(verb, whose)
    return None


# --- Names and words beside a quotation, without a verb ---

_NOUNS = "|".join(sorted(word_list("nouns_of_saying"), key=len, reverse=True))
_OF_HIS = re.compile(rf"['’]s?\s(?:own\s|final\s|last\s|first\s)?(?:{_NOUNS})(?:\s(?:was|is))?\s?[,:]?\s?[\"“„«‘']$")
_IN_THE_WORDS_OF = re.compile(r"\b(?:words|phrase) of\s(?:[\w.'’-]+\s){0,4}$")
_WAS = re.compile(r"[\"”»’']\s(?:was|were|is|came|ran|went)\s(?:the\s\w+\sfrom\s|how\s)?$")
_HIS_VERDICT = re.compile(
    rf"['’]s?\s(?:own\s|final\s|last\s|first\s|only\s|blunt\s|terse\s)?(?:{_NOUNS})\b"
    r"|\s(?:put|described|summed|saw|expressed|phrased)\b"
)
"""What follows the name in '“…,” was Reed's verdict' and '“…” was how Reed put it'."""
_SEPARATED = re.compile(r"[\"”»’'“]\s?(?::|\s[-–—])\s*$")


def named_beside(reading: Reading, cast: Cast, quote: Span) -> Fact | None:
    """The person of 'Reed: “…”', '“…”: Reed', 'Reed's verdict: “…”' and 'in the words of Reed, “…”'."""
    text, block = reading.document.text, reading.block_of(quote.start)
    for fact in cast.people:
        at, name = fact.mention, fact.name
        begins = min(at.start, name.title_span.start) if name.title_span else at.start
        if block.start <= at.start and at.end <= quote.start:
            gap = text[at.end : quote.start]
            if re.fullmatch(r"\s?:\s?[\"“„«‘']", gap) and not text[block.start : begins].strip():
                return fact
            if _OF_HIS.fullmatch(gap):
                return fact
            if re.fullmatch(r",?\s[\"“„«‘']", gap) and _IN_THE_WORDS_OF.search(text, block.start, begins):
                return fact
        elif quote.end <= begins and at.end <= block.end:
            if _WAS.fullmatch(text, quote.end, begins) and (
                _HIS_VERDICT.match(text, at.end) or text[quote.end : begins].endswith("from ")
            ):
                return fact
            ends = not text[at.end : block.end].strip(" .")
            return fact if ends and _SEPARATED.fullmatch(text, quote.end, begins) else None
    return None


def told_by_nobody(reading: Reading, quote: Span) -> bool:
    """Whether a tag behind a quotation gives it to somebody without a name ("…," said another)."""
    tokens = [token for _, token in zip(range(4), _sentence_behind(reading, quote), strict=False)]
    for n, token in enumerate(tokens):
        if token.pos == "PUNCT" or reading.quote_at(token.start) is not None:
            return False
        if token.tag in _FINITE and is_saying(token.lemma):
            return n <= _ADVERBS + 1
    return False


_SMALL = frozenset("a an and as at by de for from in la le of on or the to with".split())
"""Words that stand in lower case inside the name of a work."""
_NAMING = frozenset({"nicknamed", "entitled", "titled", "dubbed", "named", "as"})


def is_name_of_a_work(reading: Reading, quote: Span) -> bool:
    """Whether quoted words are the title of a film or book, or a nickname, inside the writer's own sentence."""
    text, block = reading.document.text, reading.block_of(quote.start)
    before = reading.parsed.within(block.start, quote.start)
    words = [token for token in before if token.pos != "PUNCT"]
    if block.role is BlockRole.HEADLINE or not words or is_saying(words[-1].lemma) or _is_alone(reading, quote):
        return False
    if words[-1].text.lower() in _NAMING and words[-1].text.lower() != "as":
        return True
    known_as = words[-1].text.lower() == "as" and len(words) > 1 and words[-2].lemma == "know"
    parts = text[quote.start : quote.end].strip(" ,.").split()
    capitals = all(part[:1].isupper() or (n and part in _SMALL) for n, part in enumerate(parts))
    return known_as or (capitals and len(parts) >= 2 and text[quote.end - 1] not in "?!")
