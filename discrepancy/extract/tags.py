"""Speech tags: the few words beside a quotation that say whose it is ("…," Kaur radioed; Reed thundered: "…").

Beside a quotation any verb can be one of saying, and its subject stands in a fixed place, so the place decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from discrepancy.extract.cast import Cast, begin_with_title
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_saying
from discrepancy.model import Block, BlockRole, Fact, Span
from discrepancy.text.engine import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_CLOSERS = "\"”“»«’'"
_APPOSED = 18
"""Tokens that an apposition between the name and the verb may have."""
_ADVERBS = 2
_ROLE = 7
"""Tokens of a tag within which the role of its speaker begins."""
_REACH = 200
"""Characters before quoted words that tell whether they begin a sentence."""
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
    person = _person_at(cast, first) or _explained(cast, tokens)
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
    for token in reading.along(quote.end, block.end):
        if skipping and (token.text == "," or all(c in _CLOSERS for c in token.text)):
            closed = closed or token.text == ","
            continue
        skipping = False
        if not closed or reading.quote_at(token.start) is not None:
            return
        yield token


def _person_at(cast: Cast, token: Token) -> Fact | None:
    """The person whose name, or whose title before the name, holds ``token``."""
    return next(iter(cast.called.at(token.start)), None)


def _explained(cast: Cast, tokens: list[Token]) -> Fact | None:
    """The person whose role opens a tag, with an article or a possessive: "the ship's pilot, Ann Lee, radioed"."""
    if tokens[0].tag not in {"DT", "PRP$"}:
        return None
    for token in tokens[1:_ROLE]:
        fact = _person_at(cast, token)
        if fact is not None:
            return fact if token.start < fact.mention.start and fact.name.title_span else None
        if token.pos not in {"NOUN", "PROPN", "ADJ", "PART"}:
            return None
    return None


def _verb_behind(tokens: list[Token], person: Fact) -> Token | None:
    """The verb behind a name, or behind the apposition that follows it between commas."""
    i = next((n for n, token in enumerate(tokens) if token.start >= person.mention.end), None)
    if i is None:
        return None
    if tokens[i].text != ",":
        return _verb_at(tokens, i)
    if tokens[0].start < person.mention.start and tokens[i - 1].dep == "appos" and _verb_at(tokens, i + 1):
        return _verb_at(tokens, i + 1)  # "the pilot, Ann Lee, radioed"
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
        if (token.tag in _FINITE and token.lemma not in _NOT_SAID) or _seems_past(token):
            return token
        if token.pos != "ADV":
            return None
    return None


def _seems_past(token: Token) -> bool:
    """Whether a word that the engine does not know as a verb has the form of one: "radioed"."""
    return token.tag in {"NN", "JJ"} and token.text.islower() and token.text.endswith("ed")


def _may_say(reading: Reading, verb: Token, quote: Span) -> bool:
    """Whether a verb behind a quotation and a subject is one of saying: a known one, or any that ends the clause."""
    if is_saying(verb.lemma):
        return True
    rest = reading.document.text[verb.end : verb.end + 2].strip()
    ends = not rest or rest[0] in ".,;:"
    return (ends or _opens_with_comma(reading, quote)) and _is_alone(reading, quote)


def _opens_with_comma(reading: Reading, quote: Span) -> bool:
    """Whether a comma joins quoted words to what follows: only their tag can ("“I'm stuck,” Lee texted at nine")."""
    text = reading.document.text
    return text[quote.end - 1] == "," or text[quote.end + 1 : quote.end + 2] == ","


def _is_alone(reading: Reading, quote: Span) -> bool:
    """Whether a quotation begins a sentence of its own."""
    before = reading.lead_up(quote.start, _REACH)
    return bool(_STARTS.search(before.rstrip())) or not before.strip(_CLOSERS + " ")


def _before(reading: Reading, cast: Cast, quote: Span) -> Tag | None:
    """The tag of 'Reed thundered: “…”': the last verb before a colon that has a person as its subject."""
    text = reading.document.text
    front = text[max(quote.start - 4, 0) : quote.start].rstrip(_CLOSERS + "„‘‚‹ ")
    if not front.endswith(":"):
        return None
    block = reading.block_of(quote.start)
    colon = next((t for t in reading.back(block.start, quote.start) if t.text == ":"), None)
    if colon is None:
        return None
    for token in reversed(reading.parsed.sentence(colon)):
        if token.start >= colon.start or token.tag not in _FINITE or token.dep in {"amod", "acl"}:
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

_OF_HIS = re.compile(
    r"['’]s?\s(?:own\s|final\s|last\s|first\s)?(?:words?|verdict|message|view|reply|response|answer|advice|"
    r"assessment|comment|reaction|motto|warning|plea|promise)(?:\s(?:was|is))?\s?[,:]?\s?[\"“„«‘']$"
)
_IN_THE_WORDS_OF = re.compile(r"\b(?:words|phrase) of\s(?:[\w.'’-]+\s){0,4}$")
_WAS = re.compile(r"[\"”»’']\s(?:was|were|is|came|ran|went)\s(?:the\s\w+\sfrom\s|how\s)?$")
_HIS_VERDICT = re.compile(
    r"['’]s?\s(?:own\s|final\s|last\s|first\s|only\s|blunt\s|terse\s)?(?:words?|verdict|message|view|reply|response|answer|"
    r"advice|assessment|comment|reaction|motto|warning|plea|promise|explanation|conclusion|summary|description)\b"
    r"|\s(?:put|described|summed|saw|expressed|phrased)\b"
)
"""What follows the name in '“…,” was Reed's verdict' and '“…” was how Reed put it'."""
_LINE_OPENS = re.compile(r"(?:^|[.!?][\"”»’']?)\s*$")
_WITH_THOSE = re.compile(
    r"[.!?]?[\"”»’']\s(?:And\s)?[Ww]ith\s(?:those|these|the)\s(?:\w+\s)?words,?\s(?:[A-Z][\w.-]*\s){0,3}"
)
"""What stands between the quoted words and the name in '“Enough.” With those words Reed left.'"""
_ONLY_ROLE = re.compile(r"(?:,\s[^.!?:;\"“”«»]{2,80})?[\s.]*")
"""What may follow the name of whoever is quoted above it: nothing, or who that is."""
_BESIDE = 80
"""More characters than stand between a name and the quoted words behind it that are its bearer's."""
_DASH = re.compile(r"[-–—]{1,2}\s?")
_SEPARATED = re.compile(r"[\"”»’'“]\s?(?::|\s[-–—])\s*$")


def named_beside(reading: Reading, cast: Cast, quote: Span) -> Fact | None:
    """The person of 'Reed: “…”', '“…”: Reed', 'Reed's verdict: “…”' and 'in the words of Reed, “…”'."""
    text, block = reading.document.text, reading.block_of(quote.start)
    below = _signed(reading, cast, quote, block)
    if below is not None:
        return below
    before = (f for f in cast.named.over(quote.start - _BESIDE, quote.start) if f.mention.start >= block.start)
    behind = takewhile(lambda fact: fact.mention.start < block.end, cast.named.following(quote.end))
    for fact in chain(before, behind):
        at, begins = fact.mention, begin_with_title(fact)
        if at.end <= quote.start:
            gap = text[at.end : quote.start]
            if re.fullmatch(r"\s?:\s?[\"“„«‘']", gap) and _LINE_OPENS.search(text[block.start : begins]):
                return fact
            if _OF_HIS.fullmatch(gap):
                return fact
            if re.fullmatch(r",?\s[\"“„«‘']", gap) and _IN_THE_WORDS_OF.search(text, block.start, begins):
                return fact
        elif quote.end <= begins and at.end <= block.end:
            if _WITH_THOSE.fullmatch(text, quote.end, at.start):
                return fact
            if _WAS.fullmatch(text, quote.end, begins) and (
                _HIS_VERDICT.match(text, at.end) or text[quote.end : begins].endswith("from ")
            ):
                return fact
            return fact if _ends(text, at.end, block.end) and _SEPARATED.fullmatch(text, quote.end, begins) else None
    return None


def _signed(reading: Reading, cast: Cast, quote: Span, block: Block) -> Fact | None:
    """The person whose name alone stands behind a dash in the paragraph below one that is all quotation."""
    text = reading.document.text
    below = reading.block_below(block)
    if below is None or text[quote.end : block.end].strip(_CLOSERS + " "):
        return None
    fact = next(iter(cast.named.begun(below.start, below.end)), None)
    if fact is None or not _DASH.fullmatch(text, below.start, fact.mention.start):
        return None
    return fact if _ends(text, fact.mention.end, below.end) else None


def _ends(text: str, start: int, end: int) -> bool:
    return bool(_ONLY_ROLE.fullmatch(text, start, end))


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


def _is_borne(reading: Reading, last: Token) -> bool:
    """Whether a participle before quoted words says what stands on a thing: "a banner reading “Go home”"."""
    return last.tag == "VBG" and last.dep == "acl" and reading.parsed.tokens[last.head].lemma in _BEARERS


_BEARERS = frozenset(
    "banner placard sign poster t-shirt shirt label slogan plaque inscription notice sticker board badge billboard "
    "headstone gravestone card graffito graffiti tattoo".split()
)
_SO_CALLED = ("so-called", "so called")
_NAMING = frozenset({"nicknamed", "entitled", "titled", "dubbed", "named", "as"})


def is_name_of_a_work(reading: Reading, quote: Span) -> bool:
    """Whether quoted words are the title of a film or book, or a nickname, inside the writer's own sentence."""
    text, block = reading.document.text, reading.block_of(quote.start)
    before = (token for token in reading.back(block.start, quote.start) if token.pos != "PUNCT")
    words = list(islice(before, 2))[::-1]
    if block.role is BlockRole.HEADLINE or not words or is_saying(words[-1].lemma) or _is_alone(reading, quote):
        return False
    if words[-1].text.lower() in _NAMING and words[-1].text.lower() != "as":
        return True
    if text[max(words[-1].end - len(_SO_CALLED[0]), 0) : words[-1].end].lower() in _SO_CALLED or _is_borne(
        reading, words[-1]
    ):
        return True
    known_as = words[-1].text.lower() == "as" and len(words) > 1 and words[-2].lemma == "know"
    parts = text[quote.start : quote.end].strip(" ,.").split()
    capitals = all(part[:1].isupper() or (n and part in _SMALL) for n, part in enumerate(parts))
    return known_as or (capitals and len(parts) >= 2 and text[quote.end - 1] not in "?!")
