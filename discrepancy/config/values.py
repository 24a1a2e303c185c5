"""The keys that house rules may have: how the value of each is read, and how it is shown."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from discrepancy.config.context import Context
from discrepancy.config.mistakes import near, wrong
from discrepancy.config.sources import read_sources
from discrepancy.config.switches import read_levels, read_rules
from discrepancy.config.toml_places import Way
from discrepancy.config.ways import read_cache_path, read_file_path, read_store_path
from discrepancy.errors import Malformed, UsageError
from discrepancy.messages import resolve
from discrepancy.said import Level
from discrepancy.settings import Revisions

__all__ = ["FAIL_ON", "KEYS", "Reader"]

Reader = Callable[[Way, object, Context], Any]
"""From the way to a key and its value in the file to the value as the settings have it; raises an ``InputError``."""

FAIL_ON: Final = (*(level.value for level in Level), "never")
_TAG: Final = re.compile(r"[a-z]{2,3}")
_PACKAGE: Final = re.compile(r"[a-z]{2,3}_[a-z0-9_]+", re.IGNORECASE)
"""How models are called: by their language first."""
_MOST: Final = 10**12
_LONGEST: Final = 300
"""Characters of a name or a key."""


def _one_of(words: tuple[str, ...], what: str, make: Callable[[str], object] = str) -> Reader:
    def read(way: Way, value: object, context: Context) -> object:
        if isinstance(value, str) and value in words:
            return make(value)
        meant = near(value, words) if isinstance(value, str) else ""
        choice = ", ".join(f'"{word}"' for word in words)
        raise wrong(context.place, way, value, f"is no {what}.", f"{meant}Write one of {choice}.")

    return read


def _whole(least: int) -> Reader:
    def read(way: Way, value: object, context: Context) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= _MOST:
            return value
        raise wrong(
            context.place, way, value, "is no such number.", f"Write a whole number from {least} on, without quotes."
        )

    return read


def _text(way: Way, value: object, context: Context) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if text and len(text) <= _LONGEST and text.isprintable():
        return text
    raise wrong(context.place, way, value, "is no text.", f'Write it like {way[-1]} = "…", in quotation marks.')


def _language(way: Way, value: object, context: Context) -> str:
    if not isinstance(value, str):
        raise wrong(context.place, way, value, "is no language.", 'Write its tag: language = "en".')
    try:
        return resolve(value)
    except UsageError as problem:
        raise Malformed(problem.what, where=context.place.at(*way), remedy=problem.remedy) from None


def _languages(way: Way, value: object, context: Context) -> tuple[str, ...]:
    if isinstance(value, list) and value and all(isinstance(tag, str) and _TAG.fullmatch(tag) for tag in value):
        return tuple(dict.fromkeys(value))
    raise wrong(context.place, way, value, "is no list of languages.", 'Write their tags: languages = ["en"].')


def _columns(way: Way, value: object, context: Context) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise wrong(context.place, way, value, "is no table.", 'Write [columns], and below it text = "Body".')
    found: dict[str, str] = {}
    for field, column in value.items():
        name = field.strip().lower()
        if name in found:
            raise Malformed(
                f"the field “{field}” is named twice.", where=context.place.at(*way, field), remedy="Keep one."
            )
        found[name] = _text((*way, field), column, context)
    return tuple(found.items())


def _model(way: Way, value: object, context: Context) -> str:
    """A package's name, or a folder; one that a file was found to name lies in the file's own folder."""
    text = _text(way, value, context)
    if _PACKAGE.fullmatch(text):
        return text
    folder = context.folder / text
    inside = Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(context.folder))
    if folder.is_dir() and (inside or context.trusted):
        return str(folder)
    raise wrong(
        context.place,
        way,
        value,
        "is no language model.",
        'Name a package, such as "en_core_web_sm", or the folder of a model in the folder of this file.',
    )


KEYS: Final[dict[str, Reader]] = {
    "levels": read_levels,
    "also": read_rules,
    "without": read_rules,
    "house_style": read_file_path,
    "sources": read_sources,
    "language": _language,
    "languages": _languages,
    "max_bytes": _whole(1),
    "revisions": _one_of(tuple(each.value for each in Revisions), "reading of tracked changes", Revisions),
    "columns": _columns,
    "model": _model,
    "cache": read_cache_path,
    "fail_on": _one_of(FAIL_ON, "level to fail on"),
    "max": _whole(0),
    "store": read_store_path,
    "story": _text,
}
"""Every key, in the order in which they are shown."""
