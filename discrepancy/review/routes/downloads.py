"""What a reviewer takes along: the decisions, and the report as a file."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from fastapi import APIRouter, Query
from starlette.responses import Response

from discrepancy.formats import by_name
from discrepancy.review.desk import Desk
from discrepancy.review.routes.statuses import READING
from discrepancy.store import exchange_by_name

__all__ = ["routes"]

Content: TypeAlias = dict[str, dict[str, dict[str, str]]]
_NAMES = ("jsonl", "csv")


def routes(desk: Desk) -> APIRouter:
    """The routes of downloads."""
    router = APIRouter(tags=["downloads"])
    page_type: Content = {"text/html": {"schema": {"type": "string"}}}
    json_type: Content = {"application/json": {"schema": {"type": "object"}}}
    lists = {exchange_by_name(name).media_type: {"schema": {"type": "string"}} for name in _NAMES}

    @router.get(
        "/api/1/decisions",
        operation_id="exportDecisions",
        response_class=Response,
        responses={200: {"content": lists, "description": "The log of the story."}, **READING},
    )
    def decisions(
        format: Annotated[  # noqa: A002 - the word that users know
            Literal["jsonl", "csv"], Query(description="JSON Lines or CSV.")
        ] = "jsonl",
    ) -> Response:
        """All that was decided on the story, one event a line, as “discrepancy decisions export” writes it."""
        exchange = exchange_by_name(format)
        pieces = exchange.write(desk.store.events(desk.under.story))
        return _attachment("".join(pieces), exchange.media_type, f"decisions.{format}")

    @router.get(
        "/report.html",
        operation_id="getReportPage",
        response_class=Response,
        responses={200: {"content": page_type, "description": "The report as a page."}, **READING},
    )
    def report_page() -> Response:
        """The report as one page that needs no server."""
        return _attachment(by_name("html").render(desk.report(), desk.under.presentation), "text/html", "report.html")

    @router.get(
        "/report.json",
        operation_id="getReport",
        response_class=Response,
        responses={200: {"content": json_type, "description": "The report as JSON."}, **READING},
    )
    def report_json() -> Response:
        """The report as JSON, with how each finding stands."""
        return _attachment(
            by_name("json").render(desk.report(), desk.under.presentation), "application/json", "report.json"
        )

    return router


def _attachment(text: str, media_type: str, name: str) -> Response:
    """A file that a browser saves under that name."""
    response = Response(text.encode("utf-8"), headers={"content-disposition": f'attachment; filename="{name}"'})
    told = media_type.startswith("text/") and "charset" not in media_type
    response.headers["content-type"] = f"{media_type}; charset=utf-8" if told else media_type
    return response
