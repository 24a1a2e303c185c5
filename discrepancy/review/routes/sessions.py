"""The cookie of a page's session, and the CSRF token that goes with it."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from starlette.responses import Response

from discrepancy.review.guard.keys import Keys

__all__ = ["set_cookie", "with_session"]


def with_session(request: Request, keys: Keys) -> tuple[str, Callable[[Response], Response]]:
    """The CSRF token of the page that asks, and what gives an answer its cookie where the page has none yet."""
    session = request.scope.get("session", "")
    if keys.is_session(session):
        return keys.csrf(session), lambda response: response
    made = keys.new_session()
    return keys.csrf(made), lambda response: set_cookie(response, keys.session_cookie, made)


def set_cookie(response: Response, name: str, value: str) -> Response:
    """The answer with a cookie that no script reads and no other site's request carries; it ends with the browser."""
    response.set_cookie(name, value, path="/", httponly=True, samesite="strict")
    return response
