"""The noun phrase of a role: "a former customs officer", "the chairman of the board", without its article."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extract.reading import Reading
from discrepancy.lexicon.offices import is_field
from discrepancy.lexicon.roles import is_relation, is_role_noun, may_be_role_noun
from discrepancy.model import Span
from discrepancy.text.engine import Token

_LONGEST = 12
"""Tokens that the longest role reaches over, its complement left out."""
_LINKS = frozenset({"-", "‐", "‑", "&", "/", "'s", "’s", "'", "’"})
_TRAILERS = frozenset({"elect", "designate", "emeritus", "emerita", "general"})
"""Words that follow the noun of a role: "president-elect", "director general"."""
_TIMES = frozenset({"then", "formerly", "once", "previously"})
"""Adverbs that stay with a role, for they say that it is over."""
_IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_MINISTRIES = frozenset({"minister", "secretary"})
_BESIDE = frozenset({"appos", "compound"})
_WHEN = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role read: its offsets, its noun, and the index of the token after it."""

    span: Span
    head: Token
    after: int
    article: bool


def read_phrase(reading: Reading, first: int, stop: int | None = None, name: Token | None = None) -> Phrase | None:
    """The role whose noun phrase begins with token ``first`` and ends before ``stop``; None where that is no role.

    The noun is listed as a role; or it looks like one, and the engine has it beside another noun, with an article, or
    beside ``name``, the token that the name behind it hangs on.
    """
    tokens = reading.parsed.tokens
    stop = len(tokens) if stop is None else stop
    start = _past_relation(tokens, _past_article(tokens, first, len(tokens)), stop)
    last = _run_end(tokens, start, stop)
    if last < start:
        return None
    head = _head(tokens, start, last)
    article = start > first
    if head is None or not (is_role_noun(head.text) or _seems_role(head, name, article=article)):
        return None
    start = _past_age(tokens, start, head.i)
    if not article and tokens[start].text.lower() in _MINISTRIES and start < last:
        return None
    last = _with_second(tokens, last, stop)
    last = _with_complement(tokens, last, head, stop)
    return Phrase(Span(tokens[start].start, tokens[last].end), head, last + 1, article)


def _past_article(tokens: tuple[Token, ...], first: int, stop: int) -> int:
    """The index after an article or a possessive pronoun."""
    if first < stop and (tokens[first].tag in {"DT", "PRP$", "PDT"} or tokens[first].text.lower() == "a"):
        return first + 1
    return first


def _past_relation(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The index after "uncle and" in "his uncle and agent": a relation is no role, what it is joined to may be."""
    last = _run_end(tokens, start, stop)
    joined = start <= last and last + 2 < stop and is_relation(tokens[last].text)
    return last + 2 if joined and tokens[last + 1].text in {"and", "&"} else start


def _run_end(tokens: tuple[Token, ...], start: int, stop: int) -> int:
    """The index of the last token of the noun phrase that begins at ``start``; before ``start`` where there is none."""
    last = start - 1
    for i in range(start, min(start + _LONGEST, stop)):
        if tokens[i].sent != tokens[start].sent or not _inside(tokens, i, start, stop):
            break
        last = i
    while last >= start and tokens[last].text in _LINKS:
        last -= 1
    return last


def _inside(tokens: tuple[Token, ...], i: int, start: int, stop: int) -> bool:
    token = tokens[i]
    if token.pos in _IN_PHRASE or token.text in _LINKS:
        return True
    if token.text.lower() in _TIMES and (i == start or tokens[i - 1].text in {"'s", "’s", "'", "’"}):
        return True  # "the hospital's then director"
    if token.tag in {"VBN", "VBG", "JJ"} and i + 1 < stop:
        return tokens[i + 1].pos in _IN_PHRASE or is_role_noun(tokens[i + 1].text)
    # The engine takes many a noun for a verb's plain form ("Uruguay midfielder X").
    return token.tag in {"VB", "VBP"} and is_role_noun(token.text)


def _head(tokens: tuple[Token, ...], start: int, last: int) -> Token | None:
    """The noun that the phrase is about: the last one, or the one before "elect" or "general"."""
    if tokens[last].text.lower() in _TRAILERS and last > start:
        i = last - 1
        while i > start and tokens[i].text in _LINKS:
            i -= 1
        return tokens[i] if is_role_noun(tokens[i].text) else tokens[last]
    return tokens[last]


def _seems_role(head: Token, name: Token | None, *, article: bool) -> bool:
    if head.tag != "NN" or head.ent or not may_be_role_noun(head.text):
        return False
    named = name is not None and ((name.dep, name.head) == ("appos", head.i) or _goes_with(head, name))
    return named or (article and head.dep in _BESIDE)


def _goes_with(head: Token, name: Token) -> bool:
    """Whether the engine has ``head`` as a part of the name: "pianist Ola Berg"."""
    return head.dep in {"compound", "nmod"} and head.head == name.i


def _past_age(tokens: tuple[Token, ...], start: int, head: int) -> int:
    """The index after "34-year-old"."""
    i = start
    while i < head and (tokens[i].pos == "NUM" or tokens[i].text.lower() in {"-", "year", "old", "years"}):
        i += 1
    if i - start > 1 and i < head and tokens[i].text in {"'s", "’s"}:
        i += 1  # "the 43-year-old's lawyer": whose lawyer that is
    return i if i - start > 1 else start


def _with_second(tokens: tuple[Token, ...], last: int, stop: int) -> int:
    """The index of the last token with "and chief executive" in "chairman and chief executive"."""
    if last + 2 < stop and tokens[last + 1].text in {"and", "&"} and tokens[last + 2].text[0].islower():
        end = _run_end(tokens, last + 2, stop)
        if end > last + 1 and is_role_noun(tokens[end].text):
            return end
    return last


def _past_joint(tokens: tuple[Token, ...], end: int, stop: int) -> int:
    """The index of the last token with "and Bread Party" in "the Unity and Bread Party": one name with "and" in it."""
    both = tokens[end + 1 : min(end + 3, stop)]
    if len(both) < 2 or both[0].text not in {"and", "&"} or both[1].pos != "PROPN":
        return end
    last = _run_end(tokens, both[1].i, stop)
    return last if both[1].i < last and end < tokens[end].head <= last else end


def _with_complement(tokens: tuple[Token, ...], last: int, head: Token, stop: int) -> int:
    """The index of the last token with a simple "of the court"; a minister's with "for health and defence" too."""
    ministry = head.text.lower() in _MINISTRIES
    links = {"of", "for"} if ministry else {"of"}
    for _ in range(2):
        i = last + 1
        if i + 1 >= stop or tokens[i].text not in links or tokens[i].sent != head.sent:
            break
        end = _run_end(tokens, _past_article(tokens, i + 1, stop), stop)
        if end <= i or tokens[end].ent in _WHEN:
            break
        last = _past_joint(tokens, end, stop)
    if ministry and last + 2 < stop and tokens[last + 1].text == "and" and is_field(tokens[last + 2].text):
        return last + 2
    return last
