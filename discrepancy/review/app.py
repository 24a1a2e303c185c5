"""The application: its routes, what becomes of an error, its description; and the guard before all of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import metadata
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp

from discrepancy.decided import Ruling
from discrepancy.errors import DiscrepancyError
from discrepancy.review.desk import Desk
from discrepancy.review.drawing import Drawing
from discrepancy.review.guard import Door, Guard
from discrepancy.review.refusals import MISTAKE, Refused, as_refused, refusal
from discrepancy.review.routes import acts, checks, documents, downloads, findings, pages, state
from discrepancy.review.routes.queries import ensure_known
from discrepancy.review.told_findings import ToldFindings

__all__ = ["make_api", "make_app"]

_ABOUT = (
    "Decisions on the findings of one story, and checks of texts. Errors are JSON with a sentence and a remedy. "
    "A change needs “Authorization: Bearer TOKEN”, or the CSRF token of the desk's page with its cookie."
)
_TOLD = {
    404: ("There is nothing at this address.", "Go to the first page, or see /api."),
    405: ("Nothing of this kind can be done at this address.", "See /api for what can."),
}

_RULINGS = frozenset(Ruling)
_PLAIN = {
    "string_pattern_mismatch": "It is blank, or written in a way that is not taken",
    "union_tag_invalid": f"It is none of {', '.join(Ruling)}",
    "union_tag_not_found": f"It is one of {', '.join(Ruling)}, and has to be there",
}
"""What pydantic tells in a pattern, or in Python."""


def make_app(desk: Desk, door: Door, drawing: Drawing | None = None) -> ASGIApp:
    """The whole application for one desk; ``drawing`` draws its page, where somebody else has use for it, too."""
    return Guard(make_api(desk, door, drawing or Drawing(desk)), door)


def make_api(desk: Desk, door: Door, drawing: Drawing) -> FastAPI:
    """What is behind the guard."""
    app = FastAPI(
        title="discrepancy review",
        version=metadata.version("discrepancy"),
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(ensure_known)],
    )
    told, asked = ToldFindings(), door.keys.asked
    app.include_router(pages.routes(desk, door.keys, drawing, cache(lambda: _described(app, asked=asked))))
    app.include_router(state.routes(desk, door.keys))
    app.include_router(findings.routes(desk, told))
    app.include_router(acts.routes(desk))
    app.include_router(documents.routes(desk))
    app.include_router(checks.routes(desk))
    app.include_router(downloads.routes(desk))
    app.add_exception_handler(DiscrepancyError, _told_error)
    app.add_exception_handler(Refused, _told_refused)
    app.add_exception_handler(HTTPException, _told_http)
    app.add_exception_handler(RequestValidationError, _told_invalid)
    app.add_exception_handler(Exception, _told_mistake)
    return app


def _described(app: FastAPI, *, asked: bool) -> dict[str, Any]:
    """The API's description, with who may do what."""
    made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    made["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "The token of the desk, for programs."},
        "page": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token", "description": "The token of a page."},
    }
    for methods in made["paths"].values():
        for method, operation in methods.items():
            if method != "get" or asked:
                operation["security"] = [{"token": []}] if asked else [{"token": []}, {"page": []}]
    for unused in ("HTTPValidationError", "ValidationError"):
        made["components"]["schemas"].pop(unused, None)
    return made


async def _told_error(request: Request, why: Exception) -> Response:
    assert isinstance(why, DiscrepancyError)  # noqa: S101 - registered for these
    return refusal(request.scope, as_refused(why))


async def _told_refused(request: Request, why: Exception) -> Response:
    assert isinstance(why, Refused)  # noqa: S101 - registered for these
    return refusal(request.scope, why)


async def _told_http(request: Request, why: Exception) -> Response:
    assert isinstance(why, HTTPException)  # noqa: S101 - registered for these
    what, remedy = _TOLD.get(
        why.status_code, ("The request is not to be understood.", "See /api for what can be asked.")
    )
    return refusal(request.scope, Refused(why.status_code, what, remedy, headers=why.headers or {}))


async def _told_invalid(request: Request, why: Exception) -> Response:
    assert isinstance(why, RequestValidationError)  # noqa: S101 - registered for these
    return refusal(request.scope, _invalid(why.errors()[0]))


async def _told_mistake(request: Request, _why: Exception) -> Response:
    return refusal(request.scope, MISTAKE)


def _invalid(first: Mapping[str, Any]) -> Refused:
    """The first thing that is wrong with a request; what was sent is not sent back."""
    if first["type"] == "json_invalid":
        return Refused(400, "The body is no JSON.", "Send one JSON object in UTF-8.")
    place = [str(part) for part in first["loc"]]
    if place[:1] == ["path"]:
        return Refused(404, "There is no finding of that id.", "List the findings at /api/1/findings.")
    kind = place[1:2] if len(place) > 2 and place[1] in _RULINGS else []  # of decision: nobody sent that as a place
    parts = place[1 + len(kind) :]
    if first["type"].startswith("union_tag"):
        parts = ["ruling"]
    where = ".".join(parts) or "the body"
    why = _PLAIN.get(first["type"], first["msg"]).rstrip(".")
    return Refused(422, f"“{where[:200]}” is not as it must be: {why}.", "See /api for what it may be.")
