"""The message catalogue: what findings and reports say, in a reader's language.

A finding carries a :class:`~discrepancy.model.Message`: a key and parameters. ``<language>.po`` beside this file, a
gettext catalogue that any translation tool opens, maps each key to a sentence with ``{parameters}``. Parameters are
the article's own words or figures and are filled in as they are. What a catalogue lacks is said in English.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from babel.messages.pofile import read_po

from discrepancy.model import Message

__all__ = ["SOURCE", "Catalogue", "catalogue", "languages", "render"]

SOURCE = "en"
"""The language that has every message."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of one language: ``forms`` by key (one, or one a plural form), ``form_of`` a number's form."""

    language: str
    forms: dict[str, tuple[str, ...]]
    form_of: Callable[[int], int]


@cache
def languages() -> tuple[str, ...]:
    """The languages that there is a catalogue of."""
    files = resources.files(__name__).iterdir()
    return tuple(sorted(file.name.removesuffix(".po") for file in files if file.name.endswith(".po")))


@cache
def catalogue(language: str = SOURCE) -> Catalogue:
    """The messages of one language.

    Raises:
        FileNotFoundError: no catalogue of that language is shipped.
    """
    with resources.files(__name__).joinpath(f"{language}.po").open("rb") as file:
        read = read_po(file, locale=language, abort_invalid=True)
    forms = {
        str(each.id[0] if isinstance(each.id, tuple) else each.id): (
            (each.string,) if isinstance(each.string, str) else tuple(each.string)
        )
        for each in read
        if each.id and each.string
    }
    return Catalogue(language, forms, gettext.c2py(read.plural_expr))


def render(message: Message, language: str = SOURCE, count: int = 1) -> str:
    """``message`` as a sentence, in the form that goes with ``count``.

    Raises:
        KeyError: no catalogue has the key, or the message lacks a parameter of the sentence.
    """
    said = catalogue(language)
    if message.key not in said.forms:
        said = catalogue(SOURCE)
    forms = said.forms[message.key]
    text = forms[said.form_of(count)] if len(forms) > 1 else forms[0]
    return text.format_map(dict(message.params))
