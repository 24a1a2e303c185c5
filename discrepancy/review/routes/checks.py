"""A check of texts that a program sends, of which nothing is kept: what a CMS asks before it publishes."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from discrepancy.errors import UsageError
from discrepancy.formats.json_report import as_dict
from discrepancy.loaders.articles.moments import moment
from discrepancy.model import Document, ReportData
from discrepancy.review.desk import Desk
from discrepancy.review.models import Checked, GivenText, TextsToCheck
from discrepancy.review.refusals import answer
from discrepancy.review.routes.statuses import CHANGING
from discrepancy.review.routes.turns import Turns
from discrepancy.review.texts import Sent, read_texts

__all__ = ["routes"]

_AT_ONCE = 2
"""Checks that run at a time: each takes a processor."""
_WAITED = 20.0
"""Seconds that a further one waits for its turn."""


def routes(desk: Desk) -> APIRouter:
    """The route of checks."""
    router = APIRouter(prefix="/api/1", tags=["checks"])
    turns = Turns(_AT_ONCE)

    @router.post("/checks", operation_id="check", response_model=Checked, responses=CHANGING)
    async def check(asked: TextsToCheck) -> Response:
        """Hold texts against each other, by the rules of the desk, and keep nothing."""
        sent = [_sent(each) for each in asked.documents]
        async with turns.turn(_WAITED):
            return await run_in_threadpool(_answer, desk, sent)

    return router


def _answer(desk: Desk, sent: Sequence[Sent]) -> Response:
    return answer(_checked(desk.check_apart(read_texts(sent, desk.under.settings))))


def _sent(given: GivenText) -> Sent:
    """One text.

    Raises:
        UsageError: it was published on a day that there is not.
    """
    published = (given.published or "").strip()
    if published and moment(published) is None:
        raise UsageError(f"{published} is no day in the calendar.", remedy="Write it like 2026-03-03.")
    return Sent(name=given.name.strip(), text=given.text, source=given.source, published=published, title=given.title)


def _checked(data: ReportData) -> dict[str, object]:
    report = as_dict(data)
    return {
        "complete": not data.unread,
        "verdict": report["verdict"],
        "findings": report["findings"],
        "documents": [_document(each) for each in data.documents],
        "unread": report["unread"],
    }


def _document(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "name": document.path,
        "source": document.source,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
    }
