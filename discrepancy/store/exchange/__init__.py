"""The log written down for others, and read again: one module a format, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from discrepancy.errors import UsageError
from discrepancy.store.exchange.exchange import Exchange

__all__ = ["Exchange", "all_exchanges", "exchange_by_name", "exchange_by_path"]


@cache
def all_exchanges() -> dict[str, Exchange]:
    """Every format by name, in the order of the names."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [module.EXCHANGE for module in modules if hasattr(module, "EXCHANGE")]
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def exchange_by_name(name: str) -> Exchange:
    """The format called ``name``.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        return all_exchanges()[name.lower()]
    except KeyError:
        known = " and ".join(all_exchanges())
        raise UsageError(f"There is no format {name!r} for decisions.", remedy=f"The formats are {known}.") from None


def exchange_by_path(path: Path) -> Exchange:
    """The format that a file's suffix asks for.

    Raises:
        UsageError: no format has that suffix.
    """
    for each in all_exchanges().values():
        if path.suffix.lower() in each.suffixes:
            return each
    known = ", ".join(suffix for each in all_exchanges().values() for suffix in each.suffixes)
    what = f"No format of decisions goes with the suffix {path.suffix!r}."
    raise UsageError(what, remedy=f"Known suffixes are {known}; or name the format with --format.")
