"""The report as one self-contained page: nothing is loaded from anywhere, and it reads whole without JavaScript."""

from __future__ import annotations

from discrepancy.formats import Format
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["FORMAT"]


def render(data: ReportData, shown: Presentation) -> str:
    """The report's page."""
    from discrepancy.formats.html.page import render_page  # a run that writes no page need not load the templates

    return render_page(data, shown)


def assets() -> dict[str, str]:
    """The page's style and script, for where they may not stand within it."""
    from discrepancy.formats.html.bundle import files

    return files()


FORMAT = Format("html", (".html", ".htm"), render, assets)
