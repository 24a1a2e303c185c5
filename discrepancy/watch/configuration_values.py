"""How each value of ``watch.toml`` is read: what it may be, and what to write instead of what it may not be."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from discrepancy.config.context import Context
from discrepancy.config.mistakes import near, wrong
from discrepancy.errors import Malformed
from discrepancy.watch.durations import EXAMPLES, duration, written_duration

__all__ = [
    "Reader",
    "address",
    "contact",
    "flag",
    "hosts",
    "length",
    "one_of",
    "path",
    "several",
    "text",
    "variable",
    "whole",
]

Reader = Callable[[str, object, Context], Any]
"""From a key and its value to the value as it is held; raises ``Malformed``."""

FOREVER: Final = "forever"
_LONGEST: Final = 300
_LONGEST_ADDRESS: Final = 2_000
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_HOST: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?")
_CONTACT: Final = re.compile(r"[!-~]+@[!-~]+|https?://[!-~]+")


def text(key: str, value: object, context: Context) -> str:
    """A text of one line."""
    plain = " ".join(value.split()) if isinstance(value, str) else ""
    if plain and len(plain) <= _LONGEST and plain.isprintable():
        return plain
    raise wrong(context.place, (key,), value, "is no text.", f'Write it like {key} = "…", in quotation marks.')


def flag(key: str, value: object, context: Context) -> bool:
    """Whether or not."""
    if isinstance(value, bool):
        return value
    raise wrong(
        context.place,
        (key,),
        value,
        "is neither true nor false.",
        f"Write {key} = true or {key} = false, without quotes.",
    )


def whole(least: int, most: int) -> Reader:
    """A whole number within bounds."""

    def read(key: str, value: object, context: Context) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        remedy = f"Write a whole number from {least} to {most}, without quotes."
        raise wrong(context.place, (key,), value, "is no such number.", remedy)

    return read


def length(least: dt.timedelta, most: dt.timedelta, *, forever: bool = False) -> Reader:
    """A length of time within bounds; None is for ever, where that is allowed."""

    def read(key: str, value: object, context: Context) -> dt.timedelta | None:
        if forever and value == FOREVER:
            return None
        found = duration(value) if isinstance(value, str) else None
        if found is None:
            also = f', or "{FOREVER}"' if forever else ""
            remedy = f"Write it with its unit, in quotes: {EXAMPLES}{also}."
            raise wrong(context.place, (key,), value, "is no length of time.", remedy)
        if not least <= found <= most:
            bounds = f'Write a time from "{written_duration(least)}" to "{written_duration(most)}".'
            raise wrong(context.place, (key,), value, f"is too {'short' if found < least else 'long'}.", bounds)
        return found

    return read


def address(key: str, value: object, context: Context) -> str:
    """An address on the web. A mistake is told without its value: it may hold a token."""
    told = value.strip() if isinstance(value, str) else ""
    try:
        parts = urlsplit(told)
        host, is_numbered = parts.hostname, parts.port != 0
    except ValueError:
        parts, host, is_numbered = urlsplit(""), None, False
    if not host or not is_numbered or parts.scheme not in {"http", "https"} or not _is_plain(told):
        raise Malformed(
            f"{key} is no address on the web.",
            where=context.place.at(key),
            remedy='Write it whole, in quotes: "https://meridian.example/rss".',
        )
    if "@" in parts.netloc:
        raise Malformed(
            f"{key} holds a name or password, which has no place in this file.",
            where=context.place.at(key),
            remedy="Take out what stands before the @.",
        )
    return told


def path(key: str, value: object, context: Context) -> Path:
    """A path; one that is relative is taken from the folder of the file that names it."""
    if isinstance(value, str) and value.strip() and value.isprintable():
        return context.folder / os.path.expanduser(value.strip())  # noqa: PTH111 - Path's raises where there is no home
    raise wrong(context.place, (key,), value, "is no path.", f'Write it like {key} = "drop", in quotation marks.')


def variable(key: str, value: object, context: Context) -> str:
    """The name of an environment variable. What stands there instead may be the secret itself, and is not told."""
    if isinstance(value, str) and _VARIABLE.fullmatch(value):
        return value
    raise Malformed(
        f"{key} is no name of an environment variable.",
        where=context.place.at(key),
        remedy=f'Write the name, not the secret: {key} = "DISCREPANCY_WEBHOOK_SECRET".',
    )


def contact(key: str, value: object, context: Context) -> str:
    """Where those who wonder who asks can write to: it stands in a header, so in plain letters."""
    if isinstance(value, str) and len(value) <= _LONGEST and _CONTACT.fullmatch(value):
        return value
    remedy = 'Write contact = "desk@example.org", or the address of a page that says who you are.'
    raise wrong(context.place, (key,), value, "is no address to write to.", remedy)


def hosts(key: str, value: object, context: Context) -> tuple[str, ...]:
    """Hosts, without scheme and path."""
    told = (
        [each.strip().lower() if isinstance(each, str) else "" for each in value] if isinstance(value, list) else [""]
    )
    if all(_HOST.fullmatch(each) for each in told):
        return tuple(dict.fromkeys(told))
    remedy = f'Write them like {key} = ["wire.example"], without https:// and path.'
    raise wrong(context.place, (key,), value, "is no list of hosts.", remedy)


def one_of(words: tuple[str, ...], what: str, make: Callable[[str], object] = str) -> Reader:
    """One of several words; ``what`` they are called."""

    def read(key: str, value: object, context: Context) -> object:
        if isinstance(value, str) and value in words:
            return make(value)
        meant = near(value, words) if isinstance(value, str) else ""
        choice = ", ".join(f'"{word}"' for word in words)
        raise wrong(context.place, (key,), value, f"is no {what}.", f"{meant}Write one of {choice}.")

    return read


def several(each: Reader, what: str) -> Reader:
    """A list, each member of which is read alike, and kept once; ``what`` they are called."""

    def read(key: str, value: object, context: Context) -> tuple[object, ...]:
        if isinstance(value, list) and value:
            return tuple(dict.fromkeys(each(key, member, context) for member in value))
        remedy = f'Write it like {key} = ["…"]; leave it out for all.'
        raise wrong(context.place, (key,), value, f"is no list of {what}.", remedy)

    return read


def _is_plain(told: str) -> bool:
    return len(told) <= _LONGEST_ADDRESS and told.isprintable() and not any(map(str.isspace, told))
