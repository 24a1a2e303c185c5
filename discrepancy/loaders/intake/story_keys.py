"""What ``story.toml`` may say of a file, and of the whole story: its keys, and the values that each takes."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Final

from discrepancy.errors import InputError
from discrepancy.model import SourceRole

__all__ = ["ABOUT", "KEYS", "read_about", "read_value"]

_LONGEST = 2000
"""Characters of a text: the name of no outlet and no headline is longer."""
_LAST_VERSION = 999_999
_ROLES = tuple(role.value for role in SourceRole if role.value)


def read_value(key: str, value: object) -> str | InputError:
    """The value of a key as text, dates in ISO form; or the error that says what it takes, without a place."""
    return KEYS[key](key, value)


def read_about(key: str, value: object) -> str | InputError:
    """The value of a key that is said of the whole story; or the error that says what it takes, without a place."""
    return ABOUT[key](key, value)


def _text(key: str, value: object) -> str | InputError:
    from discrepancy.loaders.articles.parts import line_of  # the patterns of pages take a while to compile

    text = line_of(value) if isinstance(value, str) else ""
    if text and len(text) <= _LONGEST:
        return text
    return InputError(f"{_written(key, value)} is no text.", remedy=f'Write it like {key} = "…", in quotation marks.')


def _role(key: str, value: object) -> str | InputError:
    text = value.strip().lower() if isinstance(value, str) else ""
    if text in _ROLES:
        return text
    return InputError(
        f"{_written(key, value)} is no role.",
        remedy='Write "wire", "rival", or "draft" for your own text, in quotation marks.',
    )


def _moment(key: str, value: object) -> str | InputError:
    from discrepancy.loaders.articles.moments import moment  # as above

    text = value.isoformat() if isinstance(value, dt.date) else value if isinstance(value, str) else ""
    when = moment(text)
    if when is not None:
        return when.isoformat()
    return InputError(
        f"{_written(key, value)} is no date.", remedy=f"Write it like {key} = 2026-03-03T10:15:00+01:00, or 2026-03-03."
    )


def _version(key: str, value: object) -> str | InputError:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LAST_VERSION:
        return str(value)
    return InputError(f"{_written(key, value)} is no number of a version.", remedy=f"Write it like {key} = 2.")


def _written(key: str, value: object) -> str:
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return f"{key} = {shown if len(shown) < 60 else shown[:59] + '…'}"


KEYS: Final[dict[str, Callable[[str, object], str | InputError]]] = {
    "source": _text,
    "role": _role,
    "published": _moment,
    "updated": _moment,
    "title": _text,
    "address": _text,
    "version": _version,
    "family": _text,
    "story": _text,
}

ABOUT: Final[dict[str, Callable[[str, object], str | InputError]]] = {"store": _text, "story": _text}
"""What is said of all versions together, above the first heading: the file that keeps the decisions on them, and the
name under which it does."""
