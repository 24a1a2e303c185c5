"""The pages for people: the desk's own, the way in, and the description of the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from discrepancy.review.described import described
from discrepancy.review.desk import Desk
from discrepancy.review.drawing import Drawing
from discrepancy.review.guard.headers import CSP
from discrepancy.review.guard.keys import Keys
from discrepancy.review.page import policy
from discrepancy.review.plain_pages import login_page
from discrepancy.review.refusals import answer
from discrepancy.review.routes.sessions import set_cookie, with_session

__all__ = ["routes"]

_MOST_FIELDS = 10


def routes(desk: Desk, keys: Keys, drawing: Drawing, openapi: Callable[[], Mapping[str, Any]]) -> APIRouter:
    """The routes of pages; ``openapi`` gives the description of the API."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    def page(request: Request) -> Response:
        csrf, cookie = with_session(request, keys)
        return cookie(HTMLResponse(drawing.page(csrf), headers={CSP: policy()}))

    @router.get("/api")
    def description() -> Response:
        return HTMLResponse(described(openapi()))

    @router.get("/openapi.json")
    def openapi_json() -> Response:
        return answer(openapi())

    @router.get("/login")
    def login() -> Response:
        if not keys.asked:
            return RedirectResponse("/", 303)
        return HTMLResponse(login_page(desk.under.presentation.language, wrong=False))

    @router.post("/login")
    async def enter(request: Request) -> Response:
        if not keys.is_token(_token(await request.body())):
            return HTMLResponse(login_page(desk.under.presentation.language, wrong=True), 401)
        return set_cookie(RedirectResponse("/", 303), keys.login_cookie, keys.login)

    return router


def _token(body: bytes) -> str:
    """The token in what the form of the way in sends; empty where that is no such form."""
    try:
        form = parse_qs(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return ""
    return "".join(form.get("token", [])).strip()
