"""What reviewers do to a finding: decide, take back, assign, comment. Nothing is changed or deleted by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Body
from starlette.responses import Response

from discrepancy.decided import Matter, Snapshot
from discrepancy.errors import Conflict, Unknown
from discrepancy.review.desk import Desk
from discrepancy.review.models import Assignment, Comment, Decision, ReviewAnswer, Withdrawal
from discrepancy.review.refusals import answer, as_refused
from discrepancy.review.routes.findings import FindingId
from discrepancy.review.routes.statuses import CHANGING, also
from discrepancy.store import Store

__all__ = ["routes"]


def routes(desk: Desk) -> APIRouter:
    """The routes of what reviewers do; each answers with how the finding stands then."""
    router = APIRouter(prefix="/api/1/findings/{finding}", tags=["reviews"])
    done = {"response_model": ReviewAnswer, "status_code": 201, "responses": {**CHANGING, **also(409)}}
    story = desk.under.story

    @router.post("/decisions", operation_id="decide", **done)  # type: ignore[arg-type]  # a dictionary of many types
    def decide(finding: FindingId, asked: Annotated[Decision, Body(discriminator="ruling")]) -> Response:
        """Decide on a finding. To dismiss it, and to ask, needs a note."""

        def act(store: Store, snap: Snapshot) -> Matter:
            return store.decide(story, snap, asked.ruling, who=asked.who, note=asked.note, seen=asked.seen)

        return _done(desk, finding, act)

    @router.post("/withdrawals", operation_id="withdraw", **done)  # type: ignore[arg-type]  # as above
    def withdraw(finding: FindingId, asked: Withdrawal) -> Response:
        """Take back the decision that holds; the one before it holds again."""
        return _done(desk, finding, lambda store, snap: store.withdraw(story, snap, who=asked.who, seen=asked.seen))

    @router.post("/assignments", operation_id="assign", **done)  # type: ignore[arg-type]  # as above
    def assign(finding: FindingId, asked: Assignment) -> Response:
        """Assign a finding to somebody, or with an empty name to nobody."""
        who, to = asked.who, asked.assignee
        return _done(
            desk, finding, lambda store, snap: store.assign(story, snap, who=who, assignee=to, seen=asked.seen)
        )

    @router.post("/comments", operation_id="comment", **done)  # type: ignore[arg-type]  # as above
    def comment(finding: FindingId, asked: Comment) -> Response:
        """Say something about a finding; that decides nothing, and never comes too late."""
        return _done(desk, finding, lambda store, snap: store.comment(story, snap, who=asked.who, note=asked.note))

    return router


def _done(desk: Desk, finding: str, act: Callable[[Store, Snapshot], Matter]) -> Response:
    """Do it, and tell how the finding stands then.

    Raises:
        Refused: someone else did something in the meantime; it holds how the finding stands.
        DiscrepancyError: it can not be done.
    """
    snapshot = desk.snapshot(finding)
    desk.file.ensure()
    try:
        act(desk.store, snapshot)
        desk.file.ensure()  # else it was written to what nobody finds again
    except Conflict as why:
        refused = as_refused(why)
        refused.more = {"review": _told(desk, finding)}
        raise refused from None
    return answer(_told(desk, finding), 201)


def _told(desk: Desk, finding: str) -> dict[str, object]:
    with desk.standing() as standing:
        if finding not in standing.reviews:  # a check that ended in this moment shows another report
            raise Unknown("The finding is no longer in the report on show.", remedy="Load the page again.")
        return standing.told(finding)
