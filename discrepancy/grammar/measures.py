"""What a figure is measured in: signs and names of money before and after it, units, per cent, and its sign."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.grammar.drafts import Draft, Form
from discrepancy.grammar.fractions import half_after_unit
from discrepancy.grammar.millions import tells_metres, tells_millions
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
_MILLION = Decimal(1_000_000)
_INCHES_A_FOOT = 12
_INCHES = re.compile(
    r"([ -])(1[01]|[0-9])(?![0-9A-Za-z%]|[.,:/–][0-9]"
    r"|[- ](?:in(?:ch(?:es)?)?|ft|foot|feet|by|per|to|x|(?:and|or) [0-9]|[0-9]))"
)
_MONEY_SCALES = {"mil": _MILLION, "mill": _MILLION, "MM": _MILLION, "M": _MILLION, "B": _MILLION * 1000}
_MONEY_SCALE = re.compile(r" ?(mil|mill|MM|(?<= )[MB])(?![A-Za-z0-9&'’-]|\.[A-Za-z])")
_STOPS = words("noun_stops")
_NOUN_RUN = re.compile(r"(?:[ \u00a0][A-Za-z-]{2,24}){1,3}")
_AFTER_METRES = frozenset(
    "long wide deep high tall away thick square race sprint hurdles relay freestyle butterfly backstroke breaststroke "
    "final mark drop radius distance deep-water apart".split()
)
_PART_UNIT = re.compile(r"(?: of)? (?:an?|the|one) (?:US |U\.S\. |imperial )?|[ -]|$")
_ONE_OF = re.compile(r"(?: of)? (?:an?|one) |-")
"""One of what a part is taken of: "half a percent", "a quarter-percent"."""
_POINT = re.compile(r"(?:(?: of)? an? |[ -])point(?![A-Za-z])")
_MOVE = re.compile(r" (?:[a-z]+ ){0,2}?(?:cuts?|hikes?|rises?|increases?|reductions?|moves?|raises?)(?![a-z])")
_RATES = re.compile(r"(?<![A-Za-z])(?:rates?|yields?|borrowing costs|bond|bonds)(?![A-Za-z])", re.IGNORECASE)
_NEAR_RATE = 48
"""Characters within which rates tell that a point is a percentage point."""
_LEAST_NAME = 3
"""Letters that money of which there is a part is at least named with: "half a p.m." is none."""
_AGAIN = re.compile(r"(?:[-–]| to )[0-9.]+[mMbB](?![A-Za-z0-9])")
_ONCE_MORE = re.compile(r"(?<![0-9.,])[0-9.]+m(?:[-–]| to )$")
_ADJECTIVE = re.compile(rf" ({any_of(words('unit_adjectives'))}|[a-z]{{2,12}}(?<!build)ing)(?= [a-z])")
_FACTOR = re.compile(
    r" (?:as|more|less|higher|lower|larger|greater|bigger|smaller|faster|the|its|their|his|her|that|what|[a-z]+er"
    r"|book|earnings|forward|annual|sales|revenues?)(?![A-Za-z])"
)


def measure(text: str, draft: Draft) -> bool:
    """Give the draft its unit, kind and sign, and settle a scale of one letter; False where it is no quantity."""
    if draft.kind in (QuantityKind.RANK, QuantityKind.MULTIPLE, QuantityKind.MEASURE):
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
    if (
        (letter in "mbBTK" and counted and (letter != "K" or draft.low > 8))
        or (letter in "mMbB" and (unit_after(text, after) or _again(text, draft, after, letter)))
        or (letter == "m" and draft.low < 1000 and tells_millions(text, draft.start, after))
    ):
        multiply(draft, factor, after)


def _again(text: str, draft: Draft, after: int, letter: str) -> bool:
    """Whether the other end of a range has the letter too, and is no length: "5m-6m", but not "30m to 40m deep"."""
    match = _AGAIN.match(text, after)
    earlier = _ONCE_MORE.search(text, max(0, draft.start - 12), draft.start) if letter == "m" else None
    if match is None and earlier is None:
        return False
    start, end = earlier.start() if earlier else draft.start, match.end() if match else after
    return letter != "m" or not tells_metres(text, start, end)


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
    if found and (found[0].dimension not in ("percent", "points", "multiple") or _of_one(text, draft, found[0])):
        set_unit(draft, *found)
        return True
    if _part_of_point(text, draft) or _part_of_money(text, draft):
        return True
    draft.low, draft.high, draft.step = draft.low * _HUNDRED, draft.high * _HUNDRED, draft.step * _HUNDRED
    draft.kind, draft.unit, draft.dimension = QuantityKind.SHARE, "%", "part"
    return True


def _of_one(text: str, draft: Draft, unit: Unit) -> bool:
    """Whether it is a part of one per cent or point: "half a percent", "two-thirds of a percentage point"."""
    return unit.dimension != "multiple" and _ONE_OF.match(text, draft.end) is not None


def _part_of_point(text: str, draft: Draft) -> bool:
    """ "A quarter-point cut" is of percentage points where it is told of rates; else points are counted."""
    match = _POINT.match(text, draft.end)
    if match is None:
        return False
    draft.end = match.end()
    after = text[draft.end : draft.end + _NEAR_RATE]
    before = text[max(0, draft.start - _NEAR_RATE) : draft.start]
    rates = _MOVE.match(after) or _RATES.search(before) or _RATES.search(after)
    draft.kind, draft.form = QuantityKind.POINTS if rates else QuantityKind.COUNT, Form.DIGITS
    draft.unit, draft.noun = ("pp", "") if rates else ("", "point")
    return True


def _part_of_money(text: str, draft: Draft) -> bool:
    """ "Half a cent", "a quarter of a dollar"."""
    one = _ONE_OF.match(text, draft.end)
    if one is None or text[one.end() - 1] not in " \u00a0":
        return False
    small = hundredth_after(text, one.end() - 1)
    money = small or currency_after(text, one.end() - 1)
    if money is None or money[1] - one.end() < _LEAST_NAME:
        return False
    draft.kind, (draft.unit, draft.end), draft.form = QuantityKind.MONEY, money, Form.DIGITS
    if small and draft.unit.isupper():
        draft.low, draft.high, draft.step = draft.low / _HUNDRED, draft.high / _HUNDRED, draft.step / _HUNDRED
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
        _money_scale(text, draft)
        if draft.unit == "USD" and (whose := whose_after(text, draft.end)):
            draft.unit, draft.end = whose
        return
    found = unit_after(text, position)
    if found is None or (found[0].name == "stone" and draft.low == 1):
        _money_after(text, draft, position)
        return
    set_unit(draft, *found)
    if found[0].name == "foot":
        _height(text, draft)
    if found[0].dimension == "multiple" and not _is_factor(text, draft):
        draft.kind, draft.noun = QuantityKind.COUNT, "times"


def _height(text: str, draft: Draft) -> None:
    """ "6 foot 2", "a 6-foot-2 guard": a person's height with its inches' name left out, in inches."""
    match = _INCHES.match(text, draft.end)
    if match is None or not 3 <= draft.low <= 8 or draft.low % 1 or draft.low != draft.high:
        return
    if match.group(1) == " " and _plural_follows(text, match.end()):
        return
    draft.low = draft.high = draft.low * _INCHES_A_FOOT + int(match.group(2))
    draft.step, draft.end, draft.unit = Decimal(1), match.end(), "inch"


def _money_scale(text: str, draft: Draft) -> None:
    """Scales that are one only of money with its sign: "$7.5 mil", "$7.5MM", "$7.5 M"."""
    if draft.scale == 1 and (match := _MONEY_SCALE.match(text, draft.end)):
        multiply(draft, _MONEY_SCALES[match.group(1)], match.end())


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
    elif small := hundredth_after(text, position):
        draft.kind, (draft.unit, draft.end) = QuantityKind.MONEY, small
        if draft.unit.isupper():
            draft.low, draft.high, draft.step = draft.low / _HUNDRED, draft.high / _HUNDRED, draft.step / _HUNDRED
    elif money := currency_after(text, position):
        draft.kind = QuantityKind.MONEY
        draft.unit, draft.end = money


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
    elif unit.name == "million barrels per day":
        draft.low, draft.high, draft.step = draft.low * _MILLION, draft.high * _MILLION, draft.step * _MILLION
        draft.unit = "barrel per day"
    elif unit.dimension == "multiple":
        draft.unit = ""
