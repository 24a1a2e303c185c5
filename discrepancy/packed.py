"""Values of the model as bytes and back: what caches and the parts of a large run hold on disk.

The bytes are a pickle that is read with a list of what may be in it: the types of this package that hold values, exact
numbers, dates and the plain containers. Bytes from elsewhere can make nothing else and call nothing else, so a part on
shared storage is data and never a program.
"""

from __future__ import annotations

import io
import pickle  # read by `_Reader` alone, which lets in only what is listed

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
    return pickle.dumps(value, protocol=_PROTOCOL)


def unpack(data: bytes) -> object:
    """The value that :func:`pack` made ``data`` of.

    Raises:
        Unpackable: it was cut short, changed, or holds what :func:`pack` does not write.
    """
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception as problem:  # a pickle that was tampered with raises whatever it meets
        raise Unpackable(f"no packed value: {problem}") from problem


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        room = module.removeprefix("discrepancy.")
        ours = room != module and room in _ROOMS and "." not in name
        if not ours and (module, name) not in _PLAIN:
            raise pickle.UnpicklingError(f"{module}.{name} has no place here")
        found = super().find_class(module, name)
        if ours and not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no type")
        return found
