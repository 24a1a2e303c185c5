"""Hold versions of one news story against each other and report where their facts can not all be right.

>>> import discrepancy
>>> report = discrepancy.check("seeds")                                              # doctest: +SKIP
>>> report.write("report.html")                                                      # doctest: +SKIP

The types are in :mod:`discrepancy.model`, the errors in :mod:`discrepancy.errors`.
"""

from __future__ import annotations

from discrepancy.api import check, dates, extract, load, quantities
from discrepancy.names.compare import compare_names
from discrepancy.report import Report
from discrepancy.settings import Settings

__all__ = ["Report", "Settings", "check", "compare_names", "dates", "extract", "load", "quantities"]
