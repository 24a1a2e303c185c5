"""The statuses that an operation may give beside the one that says it was done, as its description tells them."""

from __future__ import annotations

from typing import Any

from discrepancy.review.models import Problem, Stale

__all__ = ["ANY", "CHANGING", "READING", "also"]

_WHEN = {
    400: "The request is not to be understood: no JSON, no host, an address without end.",
    401: "The desk asks for its token, or the one given is another.",
    403: "The desk is asked under another name, from another site's page, or without the token of its page.",
    404: "There is no such finding, or nothing at this address.",
    408: "The request did not come to its end in time.",
    409: "Someone else decided in the meantime; nothing was written.",
    413: "The request is too large.",
    415: "The body, or a file in it, is of a type that is not taken.",
    422: "A part of the request is not as it must be.",
    503: "The store of decisions, or the language model, can not be used; or too much is asked at once.",
}
Statuses = dict[int | str, dict[str, Any]]


def also(*statuses: int) -> Statuses:
    """Those statuses, each with when it is given and the shape of the answer."""
    return {each: {"model": Stale if each == 409 else Problem, "description": _WHEN[each]} for each in statuses}


ANY = (400, 401, 403, 422)
READING = also(*ANY, 503)
CHANGING = also(*ANY, 404, 408, 413, 415, 503)
