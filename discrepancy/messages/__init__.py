"""The message catalogue: what findings and reports say, in a reader's language.

A finding carries a :class:`~discrepancy.model.Message`: a key and parameters. ``<language>.po`` beside this file, a
gettext catalogue that any translation tool opens, maps each key to a sentence with ``{parameters}``. Parameters are
the article's own words or figures and are filled in as they are; a number, a date or a message of ours is said in the
reader's language. What a catalogue lacks is said in English.
"""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from discrepancy.messages.locales import SOURCE, languages, locale_of, resolve, write_date, write_number
from discrepancy.messages.po import read_po
from discrepancy.model import Message, Param

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["SOURCE", "Catalogue", "catalogue", "has", "languages", "locale_of", "render", "resolve"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language: ``forms`` by key (one, or one a plural form), ``form_of`` a number's form.

    ``locale`` is how numbers and dates are written: of the language, and of the country where one was asked for.
    """

    locale: Locale
    forms: dict[str, tuple[str, ...]]
    form_of: Callable[[int], int]


@cache
def catalogue(language: str = SOURCE) -> Catalogue:
    """The messages of one language, asked for as "es", "es-MX" or "es_MX".

    Raises:
        UsageError: no catalogue of that language is shipped.
    """
    locale = locale_of(language)
    read = read_po(resources.files(__name__).joinpath(f"{locale.language}.po").read_text(encoding="utf-8"))
    return Catalogue(locale, read.forms, gettext.c2py(read.plural))


def has(key: str, language: str = SOURCE) -> bool:
    """Whether the catalogue of a language has a message itself."""
    return key in catalogue(language).forms


def render(message: Message, language: str = SOURCE, count: int = 1) -> str:
    """``message`` as a sentence, in the form that goes with ``count``.

    Raises:
        KeyError: no catalogue has the key, or the message lacks a parameter of the sentence.
        UsageError: no catalogue of that language is shipped.
    """
    said = catalogue(language)
    if message.key not in said.forms:
        said = catalogue(SOURCE)
    forms = said.forms[message.key]
    text = forms[said.form_of(count)] if len(forms) > 1 else forms[0]
    return text.format_map({name: _shown(value, language) for name, value in message.params.items()})


def _shown(value: Param, language: str) -> str:
    """A parameter as the sentences of a language hold it; in English a date is ISO 8601, as the JSON report has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Message):
        return render(value, language)
    if isinstance(value, tuple):
        return "".join(_shown(each, language) for each in value)
    locale = catalogue(language).locale
    if isinstance(value, (int, Decimal)):
        return write_number(value, locale)
    if locale.language == SOURCE:
        return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, dt.datetime) else value.isoformat()
    return write_date(value, locale, "long")
