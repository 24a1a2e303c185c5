"""The languages that there are, and how each writes numbers and dates."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final, Literal

from discrepancy.errors import UsageError

if TYPE_CHECKING:  # what knows the ways of all languages is imported where a report is first written in one
    from babel import Locale

__all__ = ["SOURCE", "languages", "locale_of", "resolve", "write_date", "write_number", "write_share"]

SOURCE: Final = "en"
"""The language that has every message."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DIGITS = re.compile(r"[#,.0]+")
_FRACTION = re.compile(r"\.#+")
_PRECISION: Final = 28
"""Digits that decimals are calculated with by default."""
_NARROW: Final = "\u202f"
"""A narrow no-break space, for which many fonts have no sign."""
_KEPT: Final = 1024
"""Numbers that are kept as they were written last: a report says the same ones again and again."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that there is a catalogue of."""
    files = resources.files("discrepancy.messages").iterdir()
    return tuple(sorted(file.name.removesuffix(".po") for file in files if file.name.endswith(".po")))


def resolve(language: str) -> str:
    """The BCP 47 tag of the interface's language that was asked for: "es" for "ES", "es-MX" for "es_MX".

    A country that nothing is known of is left out: its language is spoken all the same.

    Raises:
        UsageError: there is no catalogue of that language; the message names those there are.
    """
    return str(locale_of(language)).replace("_", "-")


@cache
def locale_of(language: str) -> Locale:
    """How numbers and dates are written in a language that there is a catalogue of.

    Raises:
        UsageError: there is none of that language.
    """
    from babel import Locale, UnknownLocaleError

    tag = language.strip().replace("_", "-")
    bare = tag.partition("-")[0].lower()
    if not _TAG.fullmatch(tag) or bare not in languages():
        known = ", ".join(f"{Locale(each).get_display_name(SOURCE)} ({each})" for each in languages())
        raise UsageError(f"there is no interface in {language!r}.", remedy=f"There are: {known}.")
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale(bare)


def write_number(number: int | Decimal, locale: Locale) -> str:
    """A number with the digits it has, grouped and pointed as the locale does: 1,234.5 and 1.234,5."""
    return _write_exact(str(Decimal(number)), locale)


@lru_cache(maxsize=_KEPT)
def _write_exact(digits: str, locale: Locale) -> str:
    """As :func:`write_number`; as decimals, 1.0 and 1.00 would be one to what keeps them."""
    from babel.numbers import format_decimal

    exact = Decimal(digits)
    exponent = int(exact.as_tuple().exponent)
    pattern = _FRACTION.sub("." + "0" * -exponent if exponent < 0 else "", locale.decimal_formats[None].pattern)
    with localcontext(prec=max(_PRECISION, exact.adjusted() + 2 - min(exponent, 0))):  # else no digit past the 28th
        return str(format_decimal(exact, format=pattern, locale=locale, decimal_quantization=False))


def write_share(number: Decimal, locale: Locale) -> str:
    """A number of per cent with its sign: 40.5% and 40,5 %."""
    return _DIGITS.sub(lambda _: write_number(number, locale), str(locale.percent_formats[None].pattern), count=1)


def write_date(when: dt.date, locale: Locale, length: Literal["medium", "long"] = "medium") -> str:
    """A day, and the time of the day where it has one."""
    from babel.dates import format_date, format_time

    day = str(format_date(when, format=length, locale=locale))
    if not isinstance(when, dt.datetime):
        return day
    return f"{day}, {format_time(when, format='short', locale=locale)}".replace(_NARROW, "\u00a0")
