"""Where a person's role stands: after the name or before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy.extract.reading import Reading
from discrepancy.extract.role_phrases import Phrase, read_phrase
from discrepancy.lexicon import words
from discrepancy.lexicon.people import office_of
from discrepancy.lexicon.roles import is_relation, singular
from discrepancy.model import Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_OPENING = frozenset({",", "(", "–", "—", "--", "-", "["})
_WHILE = frozenset({"now", "currently", "also", "himself", "herself", "today", "still", "already"})
_HOLDING = frozenset({"be", "work", "serve", "act"})
_CALLED = frozenset({"named", "called"})
_HOUSE_LINKS = frozenset({"of", "from", "at"})
_AGE = re.compile(r"\d{1,3}")
_AFTER_ROLE = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "PRON", "DET", "ADV"})
_NO_OFFICE = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP"})
_FARTHEST = 16
"""Tokens before a comma that a role of the name after it may begin at."""
_NAMES_IN_LIST = 8
"""Tokens between a plural title and the last name it is said of."""


def roles_after(reading: Reading, end: int) -> Iterator[Phrase]:
    """The roles said after the name that ends at ``end``: in apposition, in brackets, and by "who is"."""
    tokens = reading.parsed.tokens
    i = _past_post_nominal(reading, end)
    if i is not None and tokens[i].text == "as":
        yield from _as_office(reading, i + 1)
    i = _at_house(tokens, i) if i is not None else None
    if i is None or tokens[i].text not in _OPENING:
        return
    i = _past_home(tokens, _past_age(tokens, i + 1))
    for _ in range(3):
        phrase = _opened(reading, i)
        also = tokens[i - 1].text == "and" and tokens[i].tag == "PRP$" if i < len(tokens) else False
        if phrase is None or not (also or _is_apposition(tokens, phrase)):
            return
        yield phrase
        i = phrase.after
        if i + 1 < len(tokens) and tokens[i].text in {",", "and"}:
            i += 1
        following = tokens[i].text.lower() if i < len(tokens) else ""
        if not (following == "who" or (tokens[i - 1].text == "and" and tokens[i].tag in {"DT", "PRP$"})):
            return


def _past_post_nominal(reading: Reading, end: int) -> int | None:
    token = reading.parsed.at(end)
    while token is not None and token.text[:2].isupper() and fold(token.text) in words("post_nominals"):
        token = reading.parsed.at(token.end)
    return token.i if token is not None else None


def _past_age(tokens: tuple[Token, ...], i: int) -> int:
    start = i
    if i < len(tokens) and tokens[i].text == "aged":
        i += 1
    if i + 1 < len(tokens) and _AGE.fullmatch(tokens[i].text) and tokens[i + 1].text in {",", "and", ";"}:
        return i + 2
    return start


def _past_home(tokens: tuple[Token, ...], i: int) -> int:
    """The index after "of Leeds," or "from Leeds,"."""
    if i >= len(tokens) or tokens[i].text not in _HOUSE_LINKS:
        return i
    end = i + 1
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    return end + 1 if i + 1 < end < len(tokens) and tokens[end].text == "," else i


def _at_house(tokens: tuple[Token, ...], i: int) -> int:
    """The index of the comma behind "of Acme Bank" or "from Leeds" right after a name; else ``i`` itself."""
    if tokens[i].text not in _HOUSE_LINKS:
        return i
    end = _past_home(tokens, i)
    return end - 1 if end > i else i


def _as_office(reading: Reading, i: int) -> Iterator[Phrase]:
    """The office in "with X as chairman"; one with an article may be a comparison ("described X as a leader")."""
    phrase = read_phrase(reading, i)
    if phrase is not None and not phrase.article and phrase.head.tag == "NN":
        yield phrase


def _opened(reading: Reading, i: int) -> Phrase | None:
    """The role at token ``i`` or after "who is", "now", "also"."""
    tokens = reading.parsed.tokens
    if i < len(tokens) and tokens[i].text.lower() == "who":
        i = _past_adverbs(tokens, i + 1)
        if i + 1 < len(tokens) and tokens[i].lemma == "have":
            i = _past_adverbs(tokens, i + 1)
        if i + 1 >= len(tokens) or tokens[i].lemma not in _HOLDING:
            return None
        if tokens[i].lemma != "be" and tokens[_past_adverbs(tokens, i + 1)].text != "as":
            return None
        i = _past_adverbs(tokens, i + 1)
    i = _past_adverbs(tokens, i)
    if i + 1 < len(tokens) and (tokens[i].text == "as" or (tokens[i].text == "then" and tokens[i + 1].tag == "DT")):
        i += 1
    return read_phrase(reading, i)


def _past_adverbs(tokens: tuple[Token, ...], i: int) -> int:
    while i < len(tokens) and tokens[i].text.lower() in _WHILE:
        i += 1
    return i


def _is_apposition(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether a role after a comma is the name's, not the start of what follows: one of many, or a clause's subject."""
    if phrase.head.tag in {"NNS", "NNPS"} or phrase.head.dep == "conj" or _one_of_many(tokens, phrase):
        return False
    if phrase.head.dep in {"nsubj", "nsubjpass"} and phrase.head.head > phrase.head.i and not phrase.article:
        return False
    if phrase.after >= len(tokens) or tokens[phrase.after].pos in _AFTER_ROLE or _new_sentence(tokens, phrase):
        return True
    # "the singer known as …": a participle that says more of the role
    following = tokens[phrase.after]
    return phrase.head.dep == "appos" and following.tag in {"VBN", "VBG"} and following.head == phrase.head.i


def _one_of_many(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether a list goes on after the role: "X, the mayor and two councillors"."""
    after = tokens[phrase.after : phrase.after + 2]
    if len(after) < 2 or after[0].text not in {"and", "or"}:
        return False
    return after[1].pos == "NUM" or after[1].tag in {"DT", "NNS", "NNPS", "NNP"}


def _new_sentence(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    return tokens[phrase.after].sent != phrase.head.sent


def role_before_comma(reading: Reading, start: int, end: int) -> Phrase | None:
    """The role that the name at ``[start, end)`` explains: "the leader of the opposition, X, said"."""
    tokens = reading.parsed.tokens
    first = reading.parsed.at(start)
    if first is not None and first.i and tokens[first.i - 1].text == "the":  # "the vicar, the Rev X"
        first = tokens[first.i - 1]
    if first is None or first.i < 2 or tokens[first.i - 1].text != "," or not is_closed(reading, end):
        return None
    comma, name = first.i - 1, _carrier(reading, start, end)
    long: Phrase | None = None
    for i in range(max(0, comma - _FARTHEST), comma):
        if tokens[i].sent != tokens[comma].sent or not _opens_phrase(tokens, i):
            continue
        phrase = read_phrase(reading, i, name=name)
        if phrase is None or phrase.head.tag in {"NNS", "NNPS"}:
            continue
        if phrase.after == comma:
            return _of_two(long, phrase, name) if _explains(reading, name, end, phrase) else None
        if tokens[phrase.after].pos == "ADP" and _runs_to(tokens, phrase.after, comma):
            long = long or phrase
    if long is not None:
        return long if _explains(reading, name, end, long) else None
    return _unknown_office(reading, name, comma)


def _of_two(outer: Phrase | None, inner: Phrase, name: Token) -> Phrase | None:
    """Whose name it is in "the lawyer for the president, X": the engine's choice, or nobody's."""
    if outer is None:
        return inner
    return outer if name.dep == "appos" and name.head == outer.head.i else None


def _carrier(reading: Reading, start: int, end: int) -> Token:
    """The token of the name at ``[start, end)`` that the rest of it hangs on."""
    inside = reading.parsed.within(start, end)
    return next((t for t in inside if not start <= reading.parsed.tokens[t.head].start < end), inside[-1])


def _explains(reading: Reading, name: Token, end: int, phrase: Phrase) -> bool:
    """Whether a name after a comma is the role's holder, not the subject that follows a clause with the role in it.

    "According to the judge, X, Y lied" has a subject of its own; "after meeting the judge, X, a nurse, left" has not.
    """
    if not (name.dep in {"nsubj", "nsubjpass"} and phrase.head.dep in {"dobj", "pobj"}):
        return name.sent == phrase.head.sent
    closing = _past_post_nominal(reading, end)
    following = reading.parsed.tokens[closing + 1 : closing + 2] if closing is not None else ()
    return any(t.pos == "PROPN" or t.tag == "PRP" for t in following)


def _runs_to(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether only one long noun phrase lies between two tokens."""
    return all(t.pos in {"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PART", "PRON"} for t in tokens[first:end])


def _opens_phrase(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].tag in {"DT", "PRP$"} or i == 0 or tokens[i - 1].sent != tokens[i].sent


def is_closed(reading: Reading, end: int) -> bool:
    """Whether a mark closes the name that ends at ``end``, as it does where the name explains what goes before."""
    i = _past_post_nominal(reading, end)
    tokens = reading.parsed.tokens
    return i is None or tokens[i].pos == "PUNCT" or tokens[i].start < end or tokens[i - 1].sent != tokens[i].sent


def _unknown_office(reading: Reading, name: Token, comma: int) -> Phrase | None:
    """An office that no list knows: capitals with an article that open a sentence, explained by the name."""
    tokens = reading.parsed.tokens
    begin, _ = reading.parsed.sentences[name.sent]
    inner = tokens[begin + 1 : comma]
    if tokens[begin].text != "The" or len(inner) not in {2, 3} or not all(t.pos == "PROPN" for t in inner):
        return None
    if (
        any(t.ent in _NO_OFFICE for t in inner)
        or inner[-1].dep != "nsubj"
        or (name.dep, name.head) != ("appos", inner[-1].i)
    ):
        return None
    return Phrase(Span(inner[0].start, inner[-1].end), inner[-1], comma, article=True)


def role_right_before(reading: Reading, start: int) -> Phrase | None:
    """The role right before the name that begins at ``start``: "Uruguay midfielder X", "a nurse named X"."""
    tokens = reading.parsed.tokens
    first = reading.parsed.at(start)
    if first is None or first.i == 0:
        return None
    end = first.i
    if tokens[end - 1].text in _CALLED:
        end -= 1
    noun = tokens[end - 1].text  # a common noun, in lower case
    if noun[0].isupper() or is_relation(noun):
        return None
    carrier = tokens[first.head] if first.dep == "compound" else first
    for i in range(max(0, end - _FARTHEST), end):
        if tokens[i].sent != first.sent or (i and _joins(tokens, i - 1)):
            continue
        phrase = read_phrase(reading, i, end, carrier)
        if phrase is not None and phrase.after == end:
            return phrase
    return None


def _joins(tokens: tuple[Token, ...], i: int) -> bool:
    return tokens[i].pos in {"NOUN", "PROPN", "ADJ"} or tokens[i].text in {"'s", "’s", "-"}


def plural_role(reading: Reading, start: int) -> Phrase | None:
    """The role that the name at ``start`` shares: "foreign ministers X and Y"."""
    tokens = reading.parsed.tokens
    first = reading.parsed.at(start)
    i = first.i - 1 if first is not None else -1
    for _ in range(_NAMES_IN_LIST):
        if i < 0 or not (tokens[i].pos == "PROPN" or tokens[i].text in {",", "and"}):
            break
        if _is_plural_office(tokens[i]):
            break
        i -= 1
    if first is None or i < 0 or not _is_plural_office(tokens[i]) or tokens[i].sent != first.sent:
        return None
    if tokens[i + 1].pos != "PROPN":
        return None
    begin = i
    while begin > 0 and tokens[begin - 1].pos in {"ADJ", "NOUN", "PROPN"} and tokens[begin - 1].sent == tokens[i].sent:
        begin -= 1
    return Phrase(Span(tokens[begin].start, tokens[i].end), tokens[i], i + 1, article=False)


def _is_plural_office(token: Token) -> bool:
    """Whether a token is a role noun's plural; with a capital one of an office, for "Rangers" is a club."""
    one = singular(token.text)
    if one == token.text or token.pos not in {"NOUN", "PROPN"}:
        return False
    return token.text.islower() or not (office_of(one) or "person:").startswith("person:")
