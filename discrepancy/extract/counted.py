"""What a figure counts, by the parts of speech of the words behind it: the grammar reads these words by form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.lexicon import words
from discrepancy.model import Quantity, QuantityKind
from discrepancy.text.engine import Parsed, Token

__all__ = ["with_noun"]

_NAMING = frozenset({"NOUN", "PROPN"})
_QUALIFYING = frozenset({"ADJ", "NUM"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_LEADS = re.compile(r"(?:-odd|-plus|\+| or so| or more)?(?: (?:more|additional|extra|further|other))?")
_OWNED = frozenset({"DET", "PRON"})
_LONGEST = 8
"""Tokens that may qualify a counted noun."""


def with_noun(parsed: Parsed, text: str, quantity: Quantity) -> Quantity:
    """``quantity`` with the noun that the engine's parts of speech say it counts.

    Where they tell of none the grammar's own reading stays. Offsets are into the document's ``text``.
    """
    whole = quantity.kind is QuantityKind.SHARE and (quantity.noun or text.startswith(" of ", quantity.end))
    if (quantity.kind is not QuantityKind.COUNT and not whole) or text[quantity.end : quantity.end + 1] in "-–":
        return quantity
    lead = _LEADS.match(text, quantity.end)
    end = lead.end() if lead else quantity.end
    start = parsed.at(end)
    if start is None or text[end : start.start] not in _SPACES:
        return quantity  # the next word is of another paragraph
    noun = _phrase(parsed, text, start)
    return quantity if not noun or quantity.noun.startswith(noun) else replace(quantity, noun=noun)


_SPACES = ("", " ", "\u00a0")


def _phrase(parsed: Parsed, text: str, start: Token) -> str:
    """The noun with what qualifies it, from ``start`` on; empty where another kind of word comes first."""
    tokens = parsed.sentence(start)
    place = start.i - tokens[0].i
    if tokens[place].text.lower() == "of":
        place += 1
        while place < len(tokens) and tokens[place].pos in _OWNED:
            place += 1
    last = -1
    for here in range(place, min(place + _LONGEST, len(tokens))):
        if tokens[here].pos in _NAMING:
            last = here
        elif (last >= 0 and not _joins(tokens, here)) or not _may_qualify(tokens, here):
            break
    return text[tokens[place].start : tokens[last].end] if last >= place else ""


def _joins(tokens: Sequence[Token], here: int) -> bool:
    """Whether what is at ``here`` ties the noun before it to one behind: a hyphen."""
    return tokens[here].text in "-–" and here + 1 < len(tokens) and tokens[here].end == tokens[here + 1].start


def _may_qualify(tokens: Sequence[Token], here: int) -> bool:
    token = tokens[here]
    if token.text.lower() in words("noun_stops"):
        return False
    if token.pos in _QUALIFYING or _joins(tokens, here):
        return True
    following = tokens[here + 1] if here + 1 < len(tokens) else None
    if following is None:
        return False
    if token.tag in _PARTICIPLES:
        return token.dep in {"amod", "compound"}
    if token.pos == "ADV":
        return following.pos == "ADJ" or following.tag in _PARTICIPLES
    return token.pos == "CCONJ" and tokens[here - 1].pos == "ADJ" and following.pos == "ADJ"
