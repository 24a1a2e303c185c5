"""Our quantities in NewsQuant's terms: its unit names, its signs of change, and its conventions.

Where the two count differently, this is the place that says so:

* ranks ("the sixth") and "twice" are no quantities there;
* a fraction is its value there, not a per cent, with ``% `` and the noun as its unit;
* the two levels of "from 240 to 273" are one range there;
* cents and basis points are counted in their own small unit.
"""

from __future__ import annotations

import re
from decimal import Decimal

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
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "AUD": "australian dollar",
    "CAD": "canadian dollar", "HKD": "hong kong dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar",
    "DKK": "danish krone", "SEK": "swedish krona", "NOK": "norwegian krone", "ILS": "shekel", "INR": "indian rupee",
    "MYR": "malaysian ringgit", "HRK": "croatian kuna", "CHF": "swiss franc", "CNY": "chinese yuan",
    "RUB": "russian ruble", "KRW": "south korean won", "ZAR": "south african rand", "BRL": "brazilian real",
    "TWD": "new taiwan dollar", "THB": "thai baht", "PHP": "philippine peso", "TRY": "turkish lira",
    "MXN": "mexican peso", "PLN": "polish zloty", "NGN": "nigerian naira", "KES": "kenyan shilling",
    "BTC": "bitcoin", "PKR": "pakistani rupee", "IDR": "indonesian rupiah", "VND": "vietnamese dong",
}  # fmt: skip
_UNITS = {
    "%": "percentage", "pp": "percentage point", "pound": "pound-mass", "pound foot": "pound-foot",
    "revolution per minute": "revolutions per minute", "kilowatt-hour": "kilowatt hour",
    "gigawatt-hour": "gigawatt hour", "megawatt-hour": "megawatt hour", "metric horsepower": "horsepower",
    "part per billion": "parts-per-billion", "part per million": "parts-per-million", "fluid ounce": "ounce",
    "million british thermal units": "mega british thermal unit", "nautical mile": "nautical mile",
}  # fmt: skip
_RATES = {
    "million british thermal units": "mega british thermal unit",
}  # fmt: skip
_FRACTION = re.compile(r"hal[fv]|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\bin\b|out of|[/⁄½¼¾⅓⅔]")
_SMALL = re.compile(r"cents?$|¢$")
_PENCE = re.compile(r"(?:p|pence|penny)$")
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
        tags.append(_tag(quantity, following if skip else None))
    return tags


def _from_to(text: str, first: Quantity, second: Quantity) -> bool:
    if first.low != first.high or second.low != second.high:
        return False
    lead = text[max(0, first.start - 20) : first.start].lower().split()
    between = text[first.end : second.start]
    return "from" in lead[-2:] and between.endswith(" to ") and len(between) < 40 and first.unit == second.unit


def _tag(quantity: Quantity, until: Quantity | None) -> Tag:
    unit, factor = _unit(quantity)
    low, high = float(quantity.low * factor), float((until or quantity).high * factor)
    pair = until is not None or low != high or quantity.kind is QuantityKind.SCORE
    return Tag((low, high) if pair else low, unit.lower(), quantity.change or _SIGNS.get(quantity.hedge, "="))


def _unit(quantity: Quantity) -> tuple[str, Decimal]:
    """NewsQuant's name for the unit, and what our value times it is there."""
    factor = Decimal(1)
    name = _UNITS.get(quantity.unit, quantity.unit)
    if quantity.kind is QuantityKind.SHARE and _FRACTION.search(quantity.text):
        name, factor = "% -", Decimal("0.01")
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
        name = f"{name} per {_RATES.get(quantity.per, quantity.per)}"
    return name, factor


def _money(quantity: Quantity) -> tuple[str, Decimal]:
    if _SMALL.search(quantity.text):
        return "cent", Decimal(1) if quantity.unit == "cent" else Decimal(100)
    if _PENCE.search(quantity.text):
        return "pence", Decimal(100)
    if quantity.text.endswith("sen"):
        return "sen", Decimal(100)
    return _CURRENCIES.get(quantity.unit, quantity.unit), Decimal(1)


def _singular(noun: str) -> str:
    """The counted words with their last word in the singular."""
    words = noun.split()
    if not words:
        return ""
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
