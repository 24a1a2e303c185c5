"""Our quantities in NewsQuant's terms: its unit names, its signs of change, and its conventions.

Where the two count differently, this is the place that says so:

* ranks ("the sixth") and "twice" are no quantities there;
* a fraction is its value there, not a per cent, with ``% `` and the noun as its unit;
* the two levels of "from 240 to 273" are one range there;
* cents and basis points are counted in their own small unit;
* "some" before a figure says nothing there, and "about" or "more than" says more than a rise or a fall does;
* a bare "p" behind a figure is a point, a noun keeps no "and", and a name keeps its plural.

Its names of units are those of the table of units that was published with the set (``unit.json`` of the CQE project);
a currency that needs no other name takes Babel's.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from babel.numbers import get_currency_name

from benchmarks.quantity_scorer import Tag
from discrepancy.model import Hedge, Quantity, QuantityKind

__all__ = ["tags_of"]

_SIGNS = {
    Hedge.ABOUT: "~",
    Hedge.NEARLY: "~",
    Hedge.MORE_THAN: ">",
    Hedge.AT_LEAST: ">",
    Hedge.LESS_THAN: "<",
    Hedge.AT_MOST: "<",
}
_CURRENCIES = {
    "USD": "dollar", "GBP": "pound sterling", "ILS": "shekel", "SEK": "swedish krone", "PLN": "polish złoty",
    "AED": "united arab emirates dirham", "UZS": "uzbekitan som", "MGA": "malagasy ariary", "BTC": "bitcoin",
}  # fmt: skip
_UNITS = {
    "%": "percentage", "pp": "percentage point", "pound": "pound-mass", "pound foot": "pound-foot",
    "revolution per minute": "revolutions per minute", "kilowatt-hour": "kilowatt hour",
    "gigawatt-hour": "gigawatt hour", "megawatt-hour": "megawatt hour", "metric horsepower": "horsepower",
    "part per billion": "parts-per-billion", "part per million": "parts-per-million", "fluid ounce": "ounce",
    "million british thermal units": "mega british thermal unit", "tonne": "metric ton",
    "troy ounce": "ounce", "cubic centimetre": "millilitre", "stone": "stone - British",
}  # fmt: skip
_COUNTS = {
    "WAR": "win above replacement", "PTS": "point", "pts": "point", "ppg": "point per game", "PPG": "point per game",
    "rpg": "rebound per game", "RPG": "rebound per game", "apg": "assist per game", "APG": "assist per game",
}  # fmt: skip
_SAYS_NOTHING = frozenset({"some"})
_OVER_CHANGE = frozenset({Hedge.ABOUT, Hedge.MORE_THAN})
_FRACTION = re.compile(r"hal[fv]|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\bin\b|out of|[/⁄½¼¾⅓⅔]")
_SMALL = re.compile(r"cents?$|¢$")
_PENCE = re.compile(r"(?:pence|penny)$")
_BARE_P = re.compile(r"[0-9] ?p$")
_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth"}


def tags_of(text: str, quantities: list[Quantity]) -> list[Tag]:
    """The quantities of one sentence as NewsQuant would mark them."""
    tags: list[Tag] = []
    skip = False
    for place, quantity in enumerate(quantities):
        following = quantities[place + 1] if place + 1 < len(quantities) else None
        if skip or quantity.kind is QuantityKind.RANK or quantity.text.lower() in ("twice", "double", "triple"):
            skip = False
            continue
        skip = following is not None and _from_to(text, quantity, following)
        tags.append(_tag(text, quantity, following if skip else None))
    return tags


def _from_to(text: str, first: Quantity, second: Quantity) -> bool:
    if first.low != first.high or second.low != second.high:
        return False
    lead = text[max(0, first.start - 20) : first.start].lower().split()
    between = text[first.end : second.start]
    return "from" in lead[-2:] and between.endswith(" to ") and len(between) < 40 and first.unit == second.unit


def _tag(text: str, quantity: Quantity, until: Quantity | None) -> Tag:
    unit, factor = _unit(quantity)
    if unit == "barrel" and text.startswith(" of oil", quantity.end):
        unit = "barrel of oil"
    low, high = float(quantity.low * factor), float((until or quantity).high * factor)
    pair = until is not None or low != high or quantity.kind is QuantityKind.SCORE
    return Tag((low, high) if pair else low, unit.lower(), _sign(quantity))


def _sign(quantity: Quantity) -> str:
    if quantity.hedge_text.lower() in _SAYS_NOTHING:
        return quantity.change or "="
    if quantity.change and quantity.hedge not in _OVER_CHANGE:
        return quantity.change
    return _SIGNS.get(quantity.hedge, quantity.change or "=")


def _unit(quantity: Quantity) -> tuple[str, Decimal]:
    """NewsQuant's name for the unit, and what our value times it is there."""
    factor = Decimal(1)
    name = _UNITS.get(quantity.unit, quantity.unit)
    if quantity.kind is QuantityKind.SHARE and _FRACTION.search(quantity.text):
        name, factor = f"% {_singular(quantity.noun) or '-'}", Decimal("0.01")
    elif quantity.kind is QuantityKind.POINTS and "bas" in quantity.text:
        name, factor = "basis point", Decimal(100)
    elif quantity.kind is QuantityKind.MONEY:
        name, factor = _money(quantity)
    elif quantity.kind is QuantityKind.AGE:
        name = f"{quantity.unit} of age"
    elif quantity.kind is QuantityKind.MULTIPLE:
        name = "count"
    elif quantity.kind in (QuantityKind.COUNT, QuantityKind.SCORE):
        name = _singular(quantity.noun) or "-"
    if quantity.per and quantity.per != "each":
        name = f"{name} per {_UNITS.get(quantity.per, quantity.per)}"
    return name, factor


def _money(quantity: Quantity) -> tuple[str, Decimal]:
    if _SMALL.search(quantity.text):
        return "cent", Decimal(1) if quantity.unit == "cent" else Decimal(100)
    if _BARE_P.search(quantity.text):
        return "point", Decimal(100)
    if _PENCE.search(quantity.text):
        return "penny", Decimal(100)
    if quantity.text.endswith("sen"):
        return "sen", Decimal(100)
    if quantity.unit == "INR" and "upee" in quantity.text and "ndian" not in quantity.text:
        return "rupee", Decimal(1)
    return _currency(quantity.unit), Decimal(1)


@cache
def _currency(code: str) -> str:
    return _CURRENCIES.get(code) or get_currency_name(code, locale="en")


def _singular(noun: str) -> str:
    """The counted words with their last word in the singular."""
    words = [word for word in noun.split() if word != "and"]
    if not words:
        return ""
    if noun in _COUNTS:
        return _COUNTS[noun]
    last = words[-1]
    if last.lower() in _IRREGULAR:
        last = _IRREGULAR[last.lower()]
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("sses", "xes", "ches", "shes", "uses")):
        last = last[:-2]
    elif last.endswith("men"):
        last = last[:-3] + "man"
    elif last.endswith("s") and not last.endswith(("ss", "us")):
        last = last[:-1]
    return " ".join([*words[:-1], last])
