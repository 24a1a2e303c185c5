"""Which language a text is in: English by its function words, anything else by py3langid."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError

from discrepancy.lexicon import words

__all__ = ["language_name", "language_of"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEWEST_WORDS = 12
_FEWEST_LETTERS = 72
_ENGLISH_SHARE = 0.15
_SURE = 0.9


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the language a text is written in, or None where too little of it is there to tell.

    Running English has a function word in every third place, so a text that is clearly English is known without the
    detector, whose model takes a second to load.
    """
    sample = text[:_SAMPLE]
    found = [word.casefold() for word in _WORD.findall(sample)]
    # A script that puts no space between words gives few "words": count its letters, each of which says more.
    letters = sum(len(word) * (1 if word.isascii() else 2) for word in found)
    if len(found) < _FEWEST_WORDS and letters < _FEWEST_LETTERS:
        return None
    english = words("english_function_words")
    if found and sum(word in english for word in found) / len(found) >= _ENGLISH_SHARE:
        return "en"
    tag, confidence = _detector().classify(sample)
    return str(tag) if confidence >= _SURE else None


def language_name(tag: str) -> str:
    """The English name of a language ("French"), or the tag itself where it has none."""
    try:
        return Locale.parse(tag, sep="-").get_language_name("en") or tag
    except (ValueError, UnknownLocaleError):
        return tag


@cache
def _detector() -> Any:  # noqa: ANN401 - py3langid ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
