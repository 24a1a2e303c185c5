"""What stands before every request: who asks, under which name, from where, how much, and for how long.

A request passes these in turn; the first that turns it down says why. What then goes wrong behind the guard is told in
a sentence as well.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from discrepancy.review.guard.bodies import Limits, read_body, replayed
from discrepancy.review.guard.headers import guarded
from discrepancy.review.guard.keys import Keys
from discrepancy.review.guard.names import LOOPBACK, other_name, other_origin
from discrepancy.review.refusals import MISTAKE, Refused, is_for_programs, refusal

__all__ = ["Door", "Guard"]

_LOG = logging.getLogger(__name__)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_JSON, _FILES, _FORM = "application/json", "multipart/form-data", "application/x-www-form-urlencoded"
_FILES_AT = "/api/1/files"
_LOGIN = "/login"
_LONGEST_PATH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Who gets in.

    Attributes:
        keys: what tells them.
        names: under which the desk may be asked, in lower case.
        figures: whether any address in figures does as its name.
        limits: of what is sent.
    """

    keys: Keys = field(default_factory=Keys)
    names: frozenset[str] = LOOPBACK
    figures: bool = False
    limits: Limits = field(default_factory=Limits)


class Guard:
    """An ASGI application around another."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or say why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._asked(scope, receive, guarded(send))
        else:
            await send({"type": "websocket.close", "code": 1008, "reason": ""})

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = ended = False

        async def watched(message: Message) -> None:
            nonlocal begun, ended
            begun, ended = True, message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        try:
            self._ensure_may(scope)
            if scope["method"] not in _SAFE:
                limits = self._door.limits
                own = {_FILES_AT: limits.file_bytes, _LOGIN: limits.form_bytes}
                most = own.get(scope["path"], limits.bytes)
                receive = replayed(await read_body(scope, receive, most, limits.seconds), receive)
            await self._app(scope, receive, watched)
        except Refused as why:
            await refusal(scope, why)(scope, receive, send)
        except Exception:
            _LOG.exception("a request failed")
            if not begun:
                await refusal(scope, MISTAKE)(scope, receive, send)
            elif not ended:
                raise  # half an answer is out: the connection must not look whole

    def _ensure_may(self, scope: Scope) -> None:
        """Find out whether the request may pass.

        Raises:
            Refused: it may not.
        """
        headers, door = Headers(scope=scope), self._door
        _raise(_two_lengths(headers))
        hosts = headers.getlist("host")
        _raise(other_name(hosts, door.names, figures=door.figures))
        origin, site, mode = (headers.get(name) for name in ("origin", "sec-fetch-site", "sec-fetch-mode"))
        _raise(other_origin(scope["method"], origin, site, mode, hosts[0]))
        _raise(_odd_path(scope))
        self._ensure_known(scope, headers)
        if scope["method"] not in _SAFE:
            _raise(_other_type(scope["path"], headers.get("content-type")))

    def _ensure_known(self, scope: Scope, headers: Headers) -> None:
        """Find out whether who asks may: by the token, by having given it, by the page that we gave.

        Raises:
            Refused: it may not.
        """
        keys, path = self._door.keys, scope["path"]
        cookies = _cookies(headers.getlist("cookie"))
        scope["session"] = cookies.get(keys.session_cookie, "")
        if path == _LOGIN:
            return
        given = headers.get("authorization")
        if given is not None:
            kind, _, token = given.partition(" ")
            if kind.lower() == "bearer" and keys.is_token(token.strip()):
                return
            raise _unknown("The token is not the one of this desk.")
        if keys.asked and not keys.is_login(cookies.get(keys.login_cookie, "")):
            raise _unknown("The desk asks for its token.") if is_for_programs(path) else _to_login()
        if scope["method"] not in _SAFE and not keys.fits(scope["session"], headers.get("x-csrf-token", "")):
            raise Refused(
                403,
                "The request has neither the token of the page nor that of the desk.",
                "Load the page again; a program sends “Authorization: Bearer TOKEN”.",
            )


def _raise(why: Refused | None) -> None:
    if why is not None:
        raise why


def _unknown(what: str) -> Refused:
    headers = {"www-authenticate": 'Bearer realm="discrepancy"'}
    return Refused(401, what, "Send “Authorization: Bearer TOKEN”, or log in at /login.", headers=headers)


def _to_login() -> Refused:
    return Refused(303, "The desk asks for its token.", "Log in.", headers={"location": _LOGIN})


def _two_lengths(headers: Headers) -> Refused | None:
    """Why a body with two ends will not do: a server before this one may take the other for its end."""
    if "content-length" in headers and "transfer-encoding" in headers:
        close = {"connection": "close"}
        return Refused(400, "The request says its length in two ways.", "Send one of them.", headers=close)
    return None


def _odd_path(scope: Scope) -> Refused | None:
    path = scope["path"]
    if len(path) > _LONGEST_PATH or len(scope.get("query_string", b"")) > _LONGEST_PATH:
        return Refused(400, "The address is too long.", "Send what is long in the body.")
    if any(character < " " or character == "\x7f" for character in path):
        return Refused(404, "There is nothing at this address.", "Go to the first page.")
    return None


def _other_type(path: str, given: str | None) -> Refused | None:
    """Why the type of a body will not do: each address takes one."""
    wanted = _FILES if path == _FILES_AT else _FORM if path == _LOGIN else _JSON
    if (given or "").partition(";")[0].strip().lower() == wanted:
        return None
    return Refused(415, f"The body is not of the type {wanted}.", f"Send it as {wanted}.")


def _cookies(headers: Iterable[str]) -> dict[str, str]:
    """All cookies; what other programs of this machine have set, in whatever form, hides none of ours."""
    return {name: value for header in headers for name, value in cookie_parser(header).items()}
