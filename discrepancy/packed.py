"""Values of the model as bytes and back: what caches and the parts of a large run hold on disk.

The bytes are a pickle that is read with a list of what may be in it: the types of this package that hold values, exact
numbers, dates and the plain containers. Bytes from elsewhere can make nothing else and call nothing else, so a part on
shared storage is data and never a program.
"""

from __future__ import annotations

import copyreg
import io
import pickle  # read by `_Reader` alone, which lets in only what is listed
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

__all__ = ["Unpackable", "pack", "unpack"]

_PROTOCOL = 5
_ROOMS = ("model", "documents", "named", "said", "decided")
_PLAIN = frozenset(
    {
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "Counter"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("decimal", "Decimal"),
        ("fractions", "Fraction"),
    }
)


class Unpackable(Exception):
    """The bytes are no packed value of this package."""


def pack(value: object) -> bytes:
    """``value`` as bytes: frozen types of the model, exact numbers, dates, strings and plain containers of them."""
    written = io.BytesIO()
    _Writer(written, protocol=_PROTOCOL).dump(value)
    return written.getvalue()


def unpack(data: bytes) -> object:
    """The value that :func:`pack` made ``data`` of.

    Raises:
        Unpackable: it was cut short, changed, or holds what :func:`pack` does not write.
    """
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception as problem:  # a pickle that was tampered with raises whatever it meets
        raise Unpackable(f"no packed value: {problem}") from problem


def fill(value: object, parts: Sequence[object]) -> None:
    """Set the fields of a frozen value that was made empty: what the standard library does, in half of its time."""
    for put, part in zip(_setters(type(value)), parts, strict=True):  # type: ignore[arg-type]  # a type can be a key
        put(value, part)


@cache
def _setters(kind: type[Any]) -> tuple[Callable[[object, object], None], ...]:
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


class _Writer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:  # noqa: ANN401 - the standard library takes one of many shapes
        kind = type(value)
        if not is_dataclass(kind) or hasattr(value, "__dict__"):
            return NotImplemented
        parts = [getattr(value, field.name) for field in fields(kind)]
        return copyreg.__newobj__, (kind,), parts, None, None, fill  # type: ignore[attr-defined]  # documented with it


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) == (fill.__module__, fill.__name__):
            return fill
        room = module.removeprefix("discrepancy.")
        ours = room != module and room in _ROOMS and "." not in name
        if not ours and (module, name) not in _PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} has no place here")
        found = super().find_class(module, name)
        if ours and not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no type")
        return found
