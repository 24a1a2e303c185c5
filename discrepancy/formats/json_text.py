"""JSON as text for other programs: sorted keys, and nothing in it that UTF-8 can not encode or a terminal obeys."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from json.encoder import encode_basestring as quoted  # in C, and what json.dumps itself quotes with
from operator import attrgetter
from typing import Any, TypeAlias

from discrepancy.formats.visible import without_plain

__all__ = ["Json", "json_text"]

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None
Writer: TypeAlias = Callable[[Any, str], str]
"""Writes a value where a new line of what holds it begins with a line feed and an indent."""

_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")
"""Halves of surrogate pairs, which UTF-8 can not encode, and what drives a terminal or turns its lines around."""


def json_text(value: object) -> str:
    """``value`` as JSON; lone surrogates and hidden characters stand in it as escapes.

    Values of the model may stand in it: a data class is an object with a key for each field, a decimal a string in
    plain notation, a date a string in ISO 8601. The text is that of ``json.dumps`` with sorted keys and an indent of 1,
    for which the standard library has no code in C.
    """
    text = _text(value, "\n")
    if _HIDDEN.search(without_plain(text)):
        text = _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return f"{text}\n"


def _text(value: object, line: str) -> str:
    kind = type(value)
    return (_WRITERS.get(kind) or _writer_for(kind))(value, line)


def _dict(value: Mapping[str, object], line: str) -> str:
    if not value:
        return "{}"
    inner = f"{line} "
    parts = [
        f"{quoted(key)}: {quoted(each) if type(each) is str else _text(each, inner)}"  # the most are strings
        for key, each in sorted(value.items())
    ]
    return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"


def _list(value: Sequence[object], line: str) -> str:
    if not value:
        return "[]"
    inner = f"{line} "
    return f"[{inner}{f',{inner}'.join([_text(each, inner) for each in value])}{line}]"


_WRITERS: dict[type, Writer] = {
    str: lambda value, _: quoted(value),
    int: lambda value, _: str(value),
    bool: lambda value, _: "true" if value else "false",
    type(None): lambda _, __: "null",
    float: lambda value, _: json.dumps(value),
    dict: _dict,
    list: _list,
    tuple: _list,
}
"""How values are written, by their types; those of the model are added when the first of them is met."""


def _writer_for(kind: type) -> Writer:
    """How values of a type are written that is not in ``_WRITERS`` yet."""
    made: Writer
    if dataclasses.is_dataclass(kind):
        made = _writer_of_fields(tuple(sorted(field.name for field in dataclasses.fields(kind))))
    elif issubclass(kind, Enum):
        made = _writer_of_members(kind)
    elif issubclass(kind, Decimal):
        made = lambda value, _: quoted(format(value, "f"))  # noqa: E731 - one of several, as those above
    elif issubclass(kind, dt.date):  # a time is a date, and gives its zone too
        made = lambda value, _: quoted(value.isoformat())  # noqa: E731 - as above
    elif issubclass(kind, Mapping):
        made = _dict
    else:
        made = next((each for known, each in _WRITERS.items() if issubclass(kind, known)), _unknown)
    return _WRITERS.setdefault(kind, made)


def _writer_of_fields(names: tuple[str, ...]) -> Writer:
    get: Callable[[object], Sequence[object]]
    get = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    keys: dict[str, list[str]] = {}
    """What stands before each value, by the line."""

    def write(value: object, line: str) -> str:
        inner = f"{line} "
        before = keys.get(line)
        if before is None:
            before = keys[line] = [f"{',' if place else ''}{inner}{quoted(name)}: " for place, name in enumerate(names)]
        parts = [
            key + (quoted(each) if type(each) is str else _text(each, inner))
            for key, each in zip(before, get(value), strict=True)
        ]
        return f"{{{''.join(parts)}{line}}}" if parts else "{}"

    return write


def _writer_of_members(kind: type[Enum]) -> Writer:
    texts = {member: _text(member.value, "\n") for member in kind}
    return lambda value, _: texts[value]


def _unknown(value: object, _: str) -> str:
    return quoted(str(value))
