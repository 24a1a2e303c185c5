"""The report as it is shown: one view, made from report data, that every format for people draws.

No markup is made here, so that the page, the terminal and whatever comes next say the same.
"""

from __future__ import annotations

from discrepancy.formats.view.cards import build_cards
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.matrix import build_rows
from discrepancy.formats.view.parts import View
from discrepancy.formats.view.texts import build_texts
from discrepancy.formats.view.verdict import build_header
from discrepancy.formats.view.versions import build_versions
from discrepancy.formats.words import Words
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["PLAIN", "build_view"]

PLAIN = Presentation()
"""A report in English, whole, in one piece."""


def build_view(data: ReportData, shown: Presentation = PLAIN) -> View:
    """The view of a report as it is to be shown.

    Raises:
        FileNotFoundError: no message catalogue of that language is shipped.
    """
    words, index = Words(shown.language), Index(data)
    versions, rows = build_versions(data, words), build_rows(index, words)
    return View(
        language=shown.language,
        header=build_header(index, rows, words),
        versions=versions,
        rows=rows,
        cards=build_cards(index, versions, words),
        texts=() if shown.excerpts_only else build_texts(index, versions, rows),
        unread=tuple((each.path, each.what, each.remedy) for each in data.unread),
        skipped=tuple((each.path, each.why) for each in data.skipped),
    )
