"""Why a request comes to nothing, as a status with a sentence and what to do about it. Never a trace."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.responses import Response
from starlette.types import Scope

from discrepancy.errors import (
    Conflict,
    DiscrepancyError,
    EngineMissing,
    InputError,
    NotText,
    OutputError,
    StoreError,
    TooLarge,
    Unknown,
    UsageError,
)
from discrepancy.review.plain_pages import error_page

__all__ = ["MISTAKE", "Refused", "answer", "as_refused", "is_for_programs", "refusal"]

_FOR_PROGRAMS = ("/api/", "/openapi.json", "/report.")
_STATUSES: tuple[tuple[type[DiscrepancyError], int], ...] = (
    (StoreError, 503),
    (EngineMissing, 503),
    (OutputError, 503),
    (Conflict, 409),
    (Unknown, 404),
    (TooLarge, 413),
    (NotText, 415),
    (InputError, 422),
    (UsageError, 422),
)
"""The status of each error of ours; the first that fits holds."""


@dataclass(slots=True)
class Refused(Exception):
    """A request that is turned down.

    Attributes:
        status: of the answer.
        what: what is wrong, in a sentence.
        remedy: what to do about it.
        more: what else stands in the answer of the API.
        headers: of the answer.
    """

    status: int
    what: str
    remedy: str
    more: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


MISTAKE = Refused(500, "Something went wrong in the program.", "What it was is in the log of the desk.")
"""What a mistake of ours looks like from outside."""


def as_refused(why: DiscrepancyError) -> Refused:
    """The refusal that tells an error of ours."""
    status = next((status for kind, status in _STATUSES if isinstance(why, kind)), 422)
    return Refused(status, f"{why.where}: {why.what}" if why.where else why.what, why.remedy)


def is_for_programs(path: str) -> bool:
    """Whether an address is of the API: what goes wrong there is told as JSON, elsewhere as a page."""
    return path.startswith(_FOR_PROGRAMS)


def refusal(scope: Scope, why: Refused) -> Response:
    """The answer that says why."""
    if is_for_programs(str(scope.get("path", ""))):
        return answer({"error": {"what": why.what, "remedy": why.remedy}, **why.more}, why.status, why.headers)
    text = error_page(HTTPStatus(why.status).phrase, why.what, why.remedy)
    return Response(text, why.status, dict(why.headers), "text/html")


def answer(content: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """An answer in JSON; in ASCII, so that even half of a surrogate pair in somebody's copy goes out as it is."""
    return Response(json.dumps(content, allow_nan=False), status, dict(headers or {}), "application/json")
