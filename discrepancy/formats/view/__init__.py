"""The report as it is shown: one view, made from report data, that every format for people draws.

No markup is made here, so that the page, the terminal and whatever comes next say the same.
"""

from __future__ import annotations

from dataclasses import replace

from discrepancy.formats.view.cards import build_cards
from discrepancy.formats.view.filters import build_filters
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.matrix import build_rows
from discrepancy.formats.view.parts import State, View
from discrepancy.formats.view.review_filters import review_filters, with_reviews
from discrepancy.formats.view.reviews import build_chips, build_reviewed, with_chips, with_standings
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
    versions, rows, chips = build_versions(data, words), build_rows(index, words), build_chips(index, words)
    filters, tags = build_filters(index, rows, versions, words)
    more, borne = review_filters(index, chips, words)
    cards, reviewed = build_cards(index, versions, words), build_reviewed(index, chips, words)
    return View(
        language=resolve(shown.language),
        header=build_header(index, sum(row.state is State.AGREES for row in rows), words, reviewed),
        versions=versions,
        rows=with_standings(rows, cards, chips),
        cards=with_chips(cards, chips),
        filters=more + filters,
        tags=with_reviews(tags, borne),
        rules=build_rules(data, words),
        texts=() if shown.excerpts_only else build_texts(index, versions, rows),
        unread=tuple((each.path, each.what, each.remedy) for each in data.unread),
        skipped=tuple((each.path, each.why) for each in data.skipped),
        excerpts_only=shown.excerpts_only,
        reviewed=reviewed,
    )


def _draft_first(data: ReportData) -> ReportData:
    """The same report with the newsroom's own draft before the versions that it is held against."""
    return replace(data, documents=tuple(sorted(data.documents, key=lambda document: document.id != data.draft)))
