"""The report as SARIF 2.1.0, for code scanning, editors and whatever else shows the results of checks.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01"; GitHub Docs, "SARIF
support for code scanning".
"""

from __future__ import annotations

from discrepancy.formats import Format
from discrepancy.formats.json_text import json_text
from discrepancy.formats.sarif.log import log_of
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["FORMAT"]


def render(data: ReportData, _shown: Presentation) -> str:
    """The report as a SARIF log, in English; of texts it holds no more than the words that findings speak of."""
    return json_text(log_of(data))


FORMAT = Format("sarif", (".sarif",), render)
