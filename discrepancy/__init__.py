"""Hold versions of one news story against each other and report where their facts can not all be right.

>>> import discrepancy
>>> report = discrepancy.check("seeds")                                              # doctest: +SKIP
>>> report.write("report.html")                                                      # doctest: +SKIP

The types are in :mod:`discrepancy.model`, the errors in :mod:`discrepancy.errors`.

A name is imported when it is first asked for: one who wants the quantities of a line does not wait for what checks
stories, and the command line does not wait for either to print its help.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discrepancy.api import check, dates, extract, load, quantities
    from discrepancy.names.compare import compare_names
    from discrepancy.report import Report
    from discrepancy.settings import Settings
    from discrepancy.watch.watcher import Watcher

__all__ = ["Report", "Settings", "Watcher", "check", "compare_names", "dates", "extract", "load", "quantities"]

_HOMES = {
    "Report": "discrepancy.report",
    "Settings": "discrepancy.settings",
    "Watcher": "discrepancy.watch.watcher",
    "check": "discrepancy.api",
    "compare_names": "discrepancy.names.compare",
    "dates": "discrepancy.api",
    "extract": "discrepancy.api",
    "load": "discrepancy.api",
    "quantities": "discrepancy.api",
}
"""The module that has each public name."""


class _Package(ModuleType):
    """This package: a public name stays what it is when the room of the same name is imported (``extract``)."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute, as the import system does with a room that it has imported."""
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        """The names there are, those too that nobody has asked for yet."""
        return sorted({*super().__dir__(), *_HOMES})


sys.modules[__name__].__class__ = _Package

if not TYPE_CHECKING:  # a type checker would take every name for one there is

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return found
