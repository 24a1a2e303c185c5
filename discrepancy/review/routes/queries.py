"""Only what an operation knows may be asked of it: a filter whose name is misspelled would find everything."""

from __future__ import annotations

from collections import Counter

from fastapi import Request
from fastapi.routing import APIRoute

from discrepancy.review.refusals import Refused

__all__ = ["ensure_known"]


async def ensure_known(request: Request) -> None:
    """Find out whether the query of a request has parameters that its operation does not know, or one twice.

    Raises:
        Refused: it has.
    """
    route = request.scope.get("route")
    if not isinstance(route, APIRoute) or not route.include_in_schema:
        return  # a page: what others add to its address does no harm
    known = [parameter.alias for parameter in route.dependant.query_params]
    given = Counter(name for name, _ in request.query_params.multi_items())
    stray = next((name for name, times in given.items() if name not in known or times > 1), None)
    if stray is not None:
        taken = f"What can be asked is {', '.join(known)}, each once." if known else "Leave the query out."
        raise Refused(422, f"The query has “{stray[:100]}”, which is not known here, or stands there twice.", taken)
