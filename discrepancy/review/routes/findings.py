"""The findings of the report on show, with how they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from discrepancy.decided import Review, Status
from discrepancy.errors import Unknown
from discrepancy.formats.json_text import Json
from discrepancy.review.desk import Desk
from discrepancy.review.models import FINDING_ID, Findings, ReviewedFinding
from discrepancy.review.refusals import answer
from discrepancy.review.routes.statuses import READING, also
from discrepancy.review.told_findings import ToldFindings
from discrepancy.said import Level

__all__ = ["FindingId", "routes"]

_MOST = 500
_REMEDY = "List the findings again: a file may have changed since."
_FARTHEST = 1_000_000
FindingId = Annotated[
    str,
    Path(
        max_length=80,
        pattern=FINDING_ID,
        description="The finding's id.",
        examples=["NUM001-140863d796d7"],
        min_length=1,
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which findings are asked for; None where it does not matter."""

    status: Status | None
    level: Level | None
    rule: str | None
    assignee: str | None
    words: str | None

    def fits(self, finding: dict[str, Json], review: Review) -> bool:
        """Whether a finding is among them."""
        assignee = review.matter.assignee if review.matter else ""
        return (
            (self.status is None or review.status is self.status)
            and (self.level is None or finding["level"] == self.level.value)
            and (self.rule is None or str(finding["rule"]).casefold() == self.rule.casefold())
            and (self.assignee is None or assignee.casefold() == self.assignee.casefold())
            and (self.words is None or any(self.words.casefold() in each.casefold() for each in _words(finding)))
        )


def routes(desk: Desk, told: ToldFindings) -> APIRouter:
    """The routes of findings."""
    router = APIRouter(prefix="/api/1", tags=["findings"])

    @router.get("/findings", operation_id="listFindings", response_model=Findings, responses=READING)
    def findings(
        status: Annotated[Status | None, Query(description="How they stand.")] = None,
        level: Annotated[Level | None, Query(description="How grave they are.")] = None,
        rule: Annotated[str | None, Query(max_length=40, description="The code of their rule.")] = None,
        assignee: Annotated[str | None, Query(max_length=80, description="To whom they fall.")] = None,
        q: Annotated[str | None, Query(max_length=200, description="Words in them.")] = None,
        limit: Annotated[int, Query(ge=1, le=_MOST, description="How many to give.")] = 50,
        offset: Annotated[int, Query(ge=0, le=_FARTHEST, description="How many to pass over.")] = 0,
    ) -> Response:
        """The findings that fit, the gravest first."""
        wanted = Wanted(status=status, level=level, rule=rule, assignee=assignee, words=q)
        known = told.of(desk.shown.data)
        with desk.standing() as standing:
            reviews = standing.reviews
            fitting = [
                each for each, finding in known.items() if each in reviews and wanted.fits(finding, reviews[each])
            ]
            given = [{**known[each], "review": standing.told(each)} for each in fitting[offset : offset + limit]]
        return answer({"findings": given, "total": len(fitting)})

    @router.get(
        "/findings/{finding}",
        operation_id="getFinding",
        response_model=ReviewedFinding,
        responses={**READING, **also(404)},
    )
    def one(finding: FindingId) -> Response:
        """One finding, with how it stands and all that happened to it."""
        known = told.of(desk.shown.data)
        with desk.standing() as standing:
            if finding not in known or finding not in standing.reviews:
                raise Unknown("There is no finding of that id in the report on show.", remedy=_REMEDY)
            return answer({**known[finding], "review": standing.told(finding)})

    return router


def _words(finding: dict[str, Json]) -> Iterator[str]:
    """What a finding says, and what it quotes."""
    for key in ("id", "summary", "explanation", "subject"):
        yield str(finding[key])
    values = finding["values"]
    if isinstance(values, list):
        yield from (str(each["label"]) for each in values if isinstance(each, dict))
