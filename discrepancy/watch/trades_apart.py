"""Whether two descriptions of one person tell of two trades: a midwife is no porter, but a doctor may be a surgeon."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.lexicon import table
from discrepancy.lexicon.people import is_honorific
from discrepancy.lexicon.roles import is_role_noun, may_be_role_noun, singular
from discrepancy.text.characters import fold

__all__ = ["are_two_trades"]

_COMPLEMENT: Final = re.compile(r"\s+(?:of|for|at|in|with|to|from|on)\s+")
_LONGEST_SHORT: Final = 4
_FIELDS: Final = ("ologist", "icist", "ician", "grapher")
"""Endings of words for those who are known by their field."""


def are_two_trades(one: str, other: str) -> bool:
    """Whether two descriptions name trades or offices that are not each other in other words."""
    a, b = _trade(one), _trade(other)
    if is_honorific(one) or is_honorific(other) or _is_short_for(a, b) or _is_short_for(b, a):
        return False
    if a == b or not all(is_role_noun(word) or may_be_role_noun(word) for word in (a, b)):
        return False
    told = table("trades")
    if {a, b} & set(told["describing"]) or any({a, b} <= set(same) for same in told["same"]):
        return False
    return not ({a, b} & set(told["learned"]) and (a.endswith(_FIELDS) or b.endswith(_FIELDS)))


def _is_short_for(short: str, long: str) -> bool:
    """Whether one is the other abbreviated: "sgt", "insp"."""
    letters = iter(long)
    return len(short) <= _LONGEST_SHORT and short[:1] == long[:1] and all(letter in letters for letter in short)


def _trade(title: str) -> str:
    """The noun that a description is built on: "consultant midwife at the unit" is a midwife."""
    words = fold(_COMPLEMENT.split(title)[0]).split()
    return singular(words[-1]) if words else ""
