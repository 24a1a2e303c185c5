"""How far the review has come, and what a page needs to take part in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from discrepancy.errors import StoreError
from discrepancy.review.desk import Desk
from discrepancy.review.guard.keys import Keys
from discrepancy.review.models import Session, StateAnswer
from discrepancy.review.refusals import answer
from discrepancy.review.routes.sessions import with_session
from discrepancy.review.routes.statuses import READING
from discrepancy.review.standing import Standing

__all__ = ["routes"]

_LAST = 2**53
"""The largest whole number that every reader of JSON knows."""
After = Annotated[int | None, Query(ge=0, le=_LAST, description="The last event known.")]


def routes(desk: Desk, keys: Keys) -> APIRouter:
    """The routes of the state and of a page's session."""
    router = APIRouter(prefix="/api/1", tags=["state"])

    @router.get("/state", operation_id="getState", response_model=StateAnswer, responses=READING)
    def state(after: After = None) -> Response:
        """How far the review has come, with the reviews that changed after an event."""
        return answer(_state(desk, after))

    @router.get("/session", operation_id="getSession", response_model=Session, responses=READING)
    def session(request: Request) -> Response:
        """The token that a page sends with each change; the cookie that goes with it is set where it is missing."""
        with desk.standing_as_known() as standing:
            told = {"story": desk.under.story, "revision": desk.shown.revision, "change": standing.change}
        csrf, cookie = with_session(request, keys)
        made = answer({**told, "csrf": csrf})
        return cookie(made)

    return router


def _state(desk: Desk, after: int | None) -> dict[str, object]:
    """The state; a store that can not be read now is a problem that is told, and not the end of the page."""
    try:
        desk.file.ensure()
        with desk.standing() as standing:
            return _told(desk, standing, after, desk.problem)
    except StoreError as why:
        with desk.standing_as_known() as standing:
            return _told(desk, standing, after, str(why))


def _told(desk: Desk, standing: Standing, after: int | None, problem: str | None) -> dict[str, object]:
    tally, shown = standing.tally, desk.shown
    return {
        "revision": shown.revision,
        "change": standing.change,
        "checking": desk.checking,
        "problem": problem,
        "decided": tally.decided,
        "open": tally.all - tally.decided,
        "all": tally.all,
        "counts": {"new": tally.new, "reopened": tally.reopened, "decided": tally.decided},
        "versions": len(shown.data.documents),
        "story": desk.under.story,
        "name": desk.store.path.name,
        "reviews": standing.told_after(after),
    }
