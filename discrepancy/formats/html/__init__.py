"""The report as one self-contained page: nothing is loaded from anywhere, and it reads whole without JavaScript."""

from __future__ import annotations

from discrepancy.formats import Format
from discrepancy.model import ReportData

__all__ = ["FORMAT"]


def render(data: ReportData) -> str:
    """The report's page, in English."""
    from discrepancy.formats.html.page import render_page  # a run that writes no page need not load the templates

    return render_page(data)


FORMAT = Format("html", (".html", ".htm"), render)
