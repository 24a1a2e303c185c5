"""The headline by which a story is called where there are several."""

from __future__ import annotations

import datetime as dt

from discrepancy.documents import day_of
from discrepancy.model import Document, ReportData

__all__ = ["headline_of", "moment"]


def headline_of(data: ReportData) -> tuple[str, str]:
    """The headline of the draft, else of the newest version that has one, and its language; empty where none has."""
    headed = [document for document in data.documents if document.title.strip()]
    drafts = [document for document in headed if document.id == data.draft]
    newest = sorted(headed, key=lambda document: (document.dated is not None, *moment(document)), reverse=True)
    return next(((" ".join(each.title.split()), each.language) for each in [*drafts, *newest]), ("", ""))


def moment(document: Document) -> tuple[dt.date, dt.time]:
    """When a document was published, so that all can be put in order: days alone come first in their day."""
    when = document.dated or dt.date.min
    if not isinstance(when, dt.datetime):
        return when, dt.time.min
    when = when.astimezone(dt.UTC) if when.tzinfo else when
    return day_of(when), when.time()
