"""Figures and units of measure in the reader's language."""

from __future__ import annotations

from decimal import Decimal

from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name
from babel.units import UnknownUnitError, get_unit_name

from discrepancy.formats.words import Words
from discrepancy.messages import SOURCE, locale_of
from discrepancy.model import QuantityKind

__all__ = ["figure_words", "unit_words"]

_COMPACT = Decimal(10) ** 6
"""From here on a figure is told with a word: "3.1 million"."""
_DECIMALS = 3
_FINE = Decimal("0.001")
_UNITLESS = frozenset({QuantityKind.MULTIPLE, QuantityKind.SHARE})
"""Told without a unit: a factor has none, and a share has its sign at the figure."""
_MANY = 2
"""Any number whose noun stands in the plural."""
_AS_CLDR = str.maketrans({" ": "-"})
_SPELLED = (("metre", "meter"), ("litre", "liter"))
"""How Unicode's locale data spell what our unit names spell in the British way."""


def figure_words(number: Decimal, words: Words, kind: QuantityKind = QuantityKind.COUNT) -> str:
    """A number as the language writes it: "250,000", "3.1 million", "40%"; with three decimals at most."""
    if kind is QuantityKind.SHARE:
        return words.share((number if abs(number) >= _COMPACT else number.quantize(_FINE)).normalize())
    if abs(number) < _COMPACT or number != _rounded(number):
        number = number if number == number.to_integral_value() else number.quantize(_FINE)
        return str(format_decimal(number.normalize(), locale=locale_of(words.language), decimal_quantization=False))
    short = format_compact_decimal(
        number, format_type="long", locale=locale_of(words.language), fraction_digits=_DECIMALS
    )
    return str(short).replace("\u00a0", " ")


def _rounded(number: Decimal) -> Decimal:
    """What is left of a number in a word with three decimals: "1.234 million"."""
    return number.quantize(Decimal((0, (1,), number.adjusted() // 3 * 3 - _DECIMALS)))


def unit_words(kind: QuantityKind, unit: str, words: Words) -> str:
    """What a figure is measured in, in the plural: "euros", "square metres".

    Empty for a bare count, and for what Unicode's locale data do not name in every language.
    """
    if kind is QuantityKind.MONEY and unit.isupper():
        return str(get_currency_name(unit, count=_MANY, locale=locale_of(words.language)))
    if kind is QuantityKind.POINTS:
        return words("unit.points")
    if not unit or kind in _UNITLESS:
        return ""
    locale = Locale("en", "GB") if words.language == SOURCE else locale_of(words.language)
    name = unit.translate(_AS_CLDR)
    for ours, theirs in _SPELLED:
        name = name.replace(ours, theirs)
    try:
        return str(get_unit_name(name, length="long", locale=locale) or "")
    except UnknownUnitError:
        return ""
