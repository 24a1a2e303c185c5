"""The report as it is shown: one view, made from report data, that every format for people draws.

No markup is made here, so that the page, the terminal and whatever comes next say the same.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.formats.view.cards import build_cards
from discrepancy.formats.view.filters import build_filters
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.matrix import build_rows
from discrepancy.formats.view.parts import View
from discrepancy.formats.view.rules import build_rules
from discrepancy.formats.view.texts.marked import build_texts
from discrepancy.formats.view.verdict import build_header
from discrepancy.formats.view.versions import build_versions
from discrepancy.formats.words import Words
from discrepancy.messages import resolve
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["PLAIN", "build_view"]

PLAIN = Presentation()
"""A report in English, whole, in one piece."""


def build_view(data: ReportData, shown: Presentation = PLAIN) -> View:
    """The view of a report as it is to be shown.

    Raises:
        UsageError: there is no interface in that language.
    """
    data = _draft_first(data)
    words, index = Words(shown.language), Index(data, whole=not shown.excerpts_only)
    versions, rows = build_versions(data, words), build_rows(index, words)
    filters, tags = build_filters(index, rows, versions, words)
    return View(
        language=resolve(shown.language),
        header=build_header(index, rows, words),
        versions=versions,
        rows=rows,
        cards=build_cards(index, versions, words),
        filters=filters,
        tags=tags,
        rules=build_rules(data, words),
        texts=() if shown.excerpts_only else build_texts(index, versions, rows),
        unread=tuple((each.path, each.what, each.remedy) for each in data.unread),
        skipped=tuple((each.path, each.why) for each in data.skipped),
        excerpts_only=shown.excerpts_only,
    )


def _draft_first(data: ReportData) -> ReportData:
    """The same report with the newsroom's own draft before the versions that it is held against."""
    return replace(data, documents=tuple(sorted(data.documents, key=lambda document: document.id != data.draft)))
