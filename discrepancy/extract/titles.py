"""Titles before a name and offices after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.extract.reading import Reading
from discrepancy.extract.role_phrases import Phrase
from discrepancy.extract.role_places import (
    plural_role,
    role_before_comma,
    role_right_before,
    roles_after,
)
from discrepancy.extract.role_verbs import role_told
from discrepancy.lexicon.people import ends_title, is_title_word, office_of
from discrepancy.lexicon.roles import is_role
from discrepancy.model import Span
from discrepancy.text.engine import Token

_AGE = re.compile(r"(?:[-\s]*year[-\s]old\s+|[-\s]+)?")
_OWNER = re.compile(r"(?:[-\s]*year[-\s]olds?)?['’]s?\s+")
_IN_OFFICE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "ADP"})


def after_of_title(reading: Reading, words: Sequence[str], start: int) -> int:
    """How many of ``words`` finish a title that began before them at ``start``, such as "Secretary of State"."""
    before = reading.document.text[max(0, start - 40) : start].split()
    if len(before) < 2 or before[-1] not in {"of", "for"} or not is_title_word(before[-2].strip(",")):
        return 0
    for n in (3, 2, 1):
        if ends_title(" ".join(words[:n])) and len(words) > n:
            return n
    return 0


def title_before(reading: Reading, token: Token | None, start_of_name: int, head: str) -> Span | None:
    """The title right before a name: the words back to the start of its noun phrase, if they end in a title."""
    text = reading.document.text
    parsed = reading.parsed
    before = parsed.tokens[token.i - 1] if token and token.i > 0 and token.start == start_of_name else None
    if before is not None and before.text == "," and before.i > 0:
        before = parsed.tokens[before.i - 1]
    joined = bool(head) and (ends_title(head) or ("-" in head and is_title_word(head)))  # "President-elect"
    if before is None or (before.pos == "VERB" and not joined) or not (is_title_word(before.text) or joined):
        return None
    start, i, joins = before.start, before.i - 1, not is_title_word(before.text)
    if office_of(before.text) == "courtesy":  # "Afterwards Mr Hale": only another title stands before one of courtesy
        while i >= 0 and parsed.tokens[i].sent == before.sent and is_title_word(parsed.tokens[i].text):
            start, i = parsed.tokens[i].start, i - 1
        return Span(start, before.end)
    while i >= 0 and parsed.tokens[i].sent == before.sent and _in_title(parsed.tokens[i], text, joins=joins):
        start, i = parsed.tokens[i].start, i - 1
    start = _with_first(parsed.tokens, i, start)
    start = _past_owner(text, start)
    start += len(_AGE.match(text[start : before.end]).group())  # type: ignore[union-attr]  # it matches the empty string
    return Span(start, before.end)


def _past_owner(text: str, start: int) -> int:
    """Where a title begins behind the end of "the 43-year-old's": whose lawyer that is, is no part of it."""
    owned = _OWNER.match(text, start)
    return owned.end() if owned else start


def _with_first(tokens: Sequence[Token], i: int, start: int) -> int:
    """Where the title at ``start`` begins with the one joined to it: "Chairman and Chief Executive X".

    An article before them makes two persons of them ("the Prime Minister and President X").
    """
    if i < 1 or tokens[i].text not in {"and", "&"}:
        return start
    first = i - 1
    if not is_title_word(tokens[first].text) or office_of(tokens[first].text) == "courtesy":
        return start
    while first > 0 and tokens[first - 1].pos in {"PROPN", "NOUN", "ADJ"}:
        first -= 1
    single = tokens[i - 1].tag not in {"NNS", "NNPS"} and tokens[first].sent == tokens[i].sent
    alone = first == 0 or tokens[first - 1].tag not in {"DT", "PRP$", "POS"}
    return tokens[first].start if single and alone else start


def office_after(reading: Reading, end: int) -> Span | None:
    """The office in apposition after the name that ends at ``end``, without its article; None if there is none."""
    tokens = reading.parsed.tokens
    comma = reading.parsed.at(end)
    if comma is None or comma.text != "," or comma.start > end + 1:
        return None
    first = comma.i + 1
    while first < len(tokens) and tokens[first].pos in {"DET", "PRON"} and tokens[first].lemma not in {"who", "which"}:
        first += 1
    side = tokens[first] if first < len(tokens) else comma
    if side.pos == "VERB" and is_title_word(side.text) and _comma_follows(tokens, first):
        return Span(side.start, side.end)
    last = -1
    for token in tokens[first : first + 9]:
        if last == token.i - 1 and token.pos == "PROPN":
            last = -1  # "according to X, Mayor Y": the title is the next person's
        if token.sent != comma.sent or token.pos not in _IN_OFFICE:
            break
        last = token.i if is_title_word(token.text) else last
    return Span(tokens[first].start, tokens[last].end) if last >= first else None


def roles_of(reading: Reading, name: Span, title: Span | None, office: Span | None) -> tuple[Span, ...]:
    """Where the roles of the person named at ``name`` stand, most telling first: the one before the name, then others.

    Args:
        reading: the document.
        name: the name, without title.
        title: what :func:`title_before` found; forms of address and relations ("his wife") are no roles.
        office: what :func:`office_after` found.
    """
    text = reading.document.text
    phrases = [*_before(reading, name, title), *roles_after(reading, name.end), role_told(reading, name)]
    found: list[Span] = []
    for span in (_right_before(reading, name, title), *(p.span for p in phrases if p), _of_side(reading, office)):
        known = span is not None and not any(span.start < s.end and s.start < span.end for s in found)
        if span is not None and known and is_role(text[span.start : span.end]):
            found.append(span)
    return tuple(found)


def _right_before(reading: Reading, name: Span, title: Span | None) -> Span | None:
    """The title that no comma parts from the name."""
    return title if title is not None and "," not in reading.document.text[title.end : name.start] else None


def _before(reading: Reading, name: Span, title: Span | None) -> Iterator[Phrase | None]:
    """The roles before the name and its title; one that a comma parts from them only where the name explains it."""
    near = _right_before(reading, name, title)
    yield role_before_comma(reading, near.start if near else name.start, name.end)
    if near is None:
        yield role_right_before(reading, name.start)
        yield plural_role(reading, name.start)


def _of_side(reading: Reading, office: Span | None) -> Span | None:
    """An office that is a court's participle: "X, prosecuting, said". Others are read as noun phrases."""
    token = reading.parsed.at(office.start) if office else None
    return office if token is not None and token.pos == "VERB" else None


def _comma_follows(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text == ","


def _in_title(token: Token, text: str, *, joins: bool) -> bool:
    """Whether the token before a title still belongs to it: adjectives, nouns, hyphens; "of" inside the title alone."""
    if token.pos in {"PROPN", "NOUN", "ADJ"} or token.text in {"-", "&"} or (joins and token.text in {"of", "for"}):
        return True
    return token.dep in {"compound", "amod", "case"} and text[token.start] not in '"“”,.;:()'
