"""Hold versions of one news story against each other and report where their facts can not all be right.

>>> import discrepancy
>>> report = discrepancy.check("seeds")                                              # doctest: +SKIP
>>> report.write("report.html")                                                      # doctest: +SKIP

The types are in :mod:`discrepancy.model`, the errors in :mod:`discrepancy.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from discrepancy.api import check, dates, extract, load, quantities
    from discrepancy.names.compare import compare_names
    from discrepancy.report import Report
    from discrepancy.settings import Settings

__all__ = ["Report", "Settings", "check", "compare_names", "dates", "extract", "load", "quantities"]

_HOMES = {
    "Report": "discrepancy.report",
    "Settings": "discrepancy.settings",
    "compare_names": "discrepancy.names.compare",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the public name stands for
    """Import a public name when it is first used: the language engine takes a second, and not every use needs it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "discrepancy.api")), name)
