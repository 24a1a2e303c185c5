"""What a figure is measured in: signs and names of money before and after it, units, per cent, and its sign."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.grammar.drafts import Draft, Form
from discrepancy.grammar.fractions import half_after_unit
from discrepancy.grammar.nouns import is_plural
from discrepancy.grammar.numbers import letter_scale, multiply
from discrepancy.lexicon import words
from discrepancy.lexicon.tries import any_of
from discrepancy.model import QuantityKind
from discrepancy.units.currencies import (
    currency_after,
    currency_before,
    hundredth_after,
    pound_after,
    pound_is_money,
    whose_after,
)
from discrepancy.units.names import UNITS, Unit, unit_after

__all__ = ["measure", "set_unit"]

_MINUS = "-−–‐‑"
_MINUS_WORDS = ("minus", "Minus", "negative")
_GLUED_UNITS = {"in": "inch", "st": "stone"}
_GLUED = re.compile(r"(?:in|st)(?![A-Za-z0-9])")
"""Symbols that are other words where a space stands before them."""
_BELOW_ZERO = re.compile(r"(?: degrees?(?: [CcFf]\w*)?)? below zero")
_MAGNITUDE = ("magnitude ", "magnitude-", "Magnitude ")
_HUNDRED = Decimal(100)
_STOPS = words("noun_stops")
_NOUN_RUN = re.compile(r"(?:[ \u00a0][A-Za-z-]{2,24}){1,3}")
_AFTER_METRES = frozenset(
    "long wide deep high tall away thick square race sprint hurdles relay freestyle butterfly backstroke breaststroke "
    "final mark drop radius distance deep-water apart".split()
)
_PART_UNIT = re.compile(r"(?: of)? (?:an?|the|one) (?:US |U\.S\. |imperial )?|[ -]|$")
_AGAIN = re.compile(r"(?:[-–]| to )[0-9.]+[mMbB](?![A-Za-z0-9])")
_ADJECTIVE = re.compile(rf" ({any_of(words('unit_adjectives'))}|[a-z]{{2,12}}(?<!build)ing)(?= [a-z])")
_FACTOR = re.compile(
    r" (?:as|more|less|higher|lower|larger|greater|bigger|smaller|faster|the|its|their|his|her|that|what|[a-z]+er"
    r"|book|earnings|forward|annual|sales|revenues?)(?![A-Za-z])"
)


def measure(text: str, draft: Draft) -> bool:
    """Give the draft its unit, kind and sign, and settle a scale of one letter; False where it is no quantity."""
    if draft.kind in (QuantityKind.RANK, QuantityKind.MULTIPLE):
        return True
    before = currency_before(text, draft.start) if draft.form is not Form.PART else None
    if before:
        draft.unit, draft.start = before
        draft.kind = QuantityKind.MONEY
        draft.prefixed = True
    _read_sign(text, draft)
    if not draft.prefixed and draft.form in (Form.PLAIN, Form.DIGITS) and text[draft.start - 1 : draft.start].isalpha():
        return False
    if draft.tail and not half_after_unit(draft):
        _letter(text, draft)
    if draft.form is Form.PART:
        return _part_unit(text, draft)
    _suffix(text, draft)
    if not draft.unit and draft.form in (Form.PLAIN, Form.DIGITS) and text[draft.end : draft.end + 1].isalnum():
        return False
    if text[draft.end : draft.end + 1] == " " and (below := _BELOW_ZERO.match(text, draft.end)):
        _negate(draft)
        if not draft.unit:
            set_unit(draft, UNITS["degree"], below.end())
        draft.end = below.end()
    elif not draft.unit and text.endswith(_MAGNITUDE, 0, draft.start):
        set_unit(draft, UNITS["magnitude"], draft.end)
    return True


def _read_sign(text: str, draft: Draft) -> None:
    start = draft.start
    before = text[start - 1 : start]
    if before and before in _MINUS:
        sign_free = start < 2 or not (text[start - 2].isalnum() or text[start - 2] in "%)”\".,'’")
        inside = text[start - 2 : start - 1] in "$€£"
        if before != "–" and inside and start > 1:
            _money_sign(text, draft)
        elif sign_free and not (before in "-–" and text[start - 2 : start - 1] == "-"):
            if (before != "–" and text[start - 2 : start - 1] != " ") or _tight(text, start):
                draft.start -= 1
                _negate(draft)
            return
    if before == "+" and not text[start - 2 : start - 1].isalnum():
        draft.sign = "+"
        draft.start -= 1
        return
    if before and before in " -" and text.endswith(_MINUS_WORDS, 0, start - 1):
        draft.start = start - (9 if text[start - 2] == "e" else 6)
        _negate(draft)


def _tight(text: str, start: int) -> bool:
    """Whether a dash before a figure is its sign: open before it and nothing but a digit behind it."""
    return text[start - 1] != "–" or text[start - 2 : start - 1] in ("", "(", " ")


def _money_sign(text: str, draft: Draft) -> None:
    before = currency_before(text, draft.start - 1)
    if before:
        draft.unit, draft.start = before
        draft.kind = QuantityKind.MONEY
        draft.prefixed = True
        _negate(draft)


def _negate(draft: Draft) -> None:
    draft.low, draft.high, draft.sign = -draft.low, -draft.high, "-"


def _letter(text: str, draft: Draft) -> None:
    """Settle a letter glued to the figure as a scale, or leave it to be read as a unit."""
    letter = draft.tail
    draft.tail = ""
    factor = letter_scale(letter)
    if factor is None:
        return
    after = draft.end + 1
    if draft.prefixed or letter in "kM" or currency_after(text, after) or pound_after(text, after):
        multiply(draft, factor, after)
        return
    counted = _plural_follows(text, after) and draft.low < 1000
    if (letter in "mbBTK" and counted and (letter != "K" or draft.low > 8)) or (
        letter in "mMbB" and (unit_after(text, after) or _AGAIN.match(text, after))
    ):
        multiply(draft, factor, after)


def _plural_follows(text: str, position: int) -> bool:
    """Whether counted words follow ("7.5m people"), and not what metres are told of ("a 30m drop")."""
    run = _NOUN_RUN.match(text, position)
    for word in run.group().split() if run else ():
        if word in _STOPS or word in _AFTER_METRES:
            return False
        if is_plural(word):
            return True
    return False


def _part_unit(text: str, draft: Draft) -> bool:
    """A fraction of a unit is a measure ("half a mile", "1/16 of a pint"); any other is a share, in per cent."""
    lead = _PART_UNIT.match(text, draft.end)
    found = unit_after(text, lead.end()) if lead and lead.end() > draft.end else None
    if found and found[0].dimension not in ("percent", "points", "multiple"):
        set_unit(draft, *found)
        return True
    draft.low, draft.high, draft.step = draft.low * _HUNDRED, draft.high * _HUNDRED, draft.step * _HUNDRED
    draft.kind, draft.unit, draft.dimension = QuantityKind.SHARE, "%", "part"
    return True


def _suffix(text: str, draft: Draft) -> None:
    """Read the unit or the currency after the figure, "of" between them after "tens of thousands"."""
    if word := half_after_unit(draft):
        set_unit(draft, UNITS[word], draft.end)
        return
    if (glued := _GLUED.match(text, draft.end)) and not draft.prefixed:
        set_unit(draft, UNITS[_GLUED_UNITS[glued.group()]], glued.end())
        return
    position = draft.end
    if draft.form is Form.OPEN and text.startswith(" of", position):
        position += 3
    elif adjective := _ADJECTIVE.match(text, position):
        position = _past_adjective(text, draft, adjective)
    if draft.prefixed:
        if draft.unit == "USD" and (whose := whose_after(text, draft.end)):
            draft.unit, draft.end = whose
        return
    found = unit_after(text, position)
    if found is None or (found[0].name == "stone" and draft.low == 1):
        _money_after(text, draft, position)
        return
    set_unit(draft, *found)
    if found[0].dimension == "multiple" and not _is_factor(text, draft):
        draft.kind, draft.noun = QuantityKind.COUNT, "times"


def _past_adjective(text: str, draft: Draft, adjective: re.Match[str]) -> int:
    """Where the unit begins in "two full days"; "two more days" come on top of some."""
    found = unit_after(text, adjective.end())
    if found is None or found[0].dimension in ("percent", "multiple"):
        return draft.end
    draft.increment = adjective.group(1) in ("more", "additional", "further", "extra")
    return adjective.end()


def _is_factor(text: str, draft: Draft) -> bool:
    written = text[draft.end - 1]
    return written in "xX×d" or _FACTOR.match(text, draft.end) is not None


def _money_after(text: str, draft: Draft, position: int) -> None:
    if pound := pound_after(text, position):
        scaled = draft.scale >= 1_000_000 and not text.startswith(" of ", pound)
        if scaled or pound_is_money(text, draft.start, pound):
            draft.kind, draft.unit, draft.end = QuantityKind.MONEY, "GBP", pound
        else:
            set_unit(draft, UNITS["pound"], pound)
    elif money := currency_after(text, position):
        draft.kind = QuantityKind.MONEY
        draft.unit, draft.end = money
    elif small := hundredth_after(text, position):
        draft.kind, (draft.unit, draft.end) = QuantityKind.MONEY, small
        if draft.unit.isupper():
            draft.low, draft.high, draft.step = draft.low / _HUNDRED, draft.high / _HUNDRED, draft.step / _HUNDRED


def set_unit(draft: Draft, unit: Unit, end: int) -> None:
    """Make the draft a measure in ``unit``, which ends at ``end``."""
    draft.unit, draft.dimension, draft.end = unit.name, unit.dimension, end
    kinds = {
        "percent": QuantityKind.SHARE,
        "points": QuantityKind.POINTS,
        "time": QuantityKind.DURATION,
        "multiple": QuantityKind.MULTIPLE,
    }
    draft.kind = kinds.get(unit.dimension, QuantityKind.MEASURE)
    if unit.name == "basis point":
        draft.low, draft.high, draft.step = draft.low / _HUNDRED, draft.high / _HUNDRED, draft.step / _HUNDRED
        draft.unit = "pp"
    elif unit.dimension == "multiple":
        draft.unit = ""
