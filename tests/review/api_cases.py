"""Requests made from the API's own description, well-formed and not, and what every answer is held to."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema
from starlette.types import ASGIApp

from discrepancy.review.app import make_app
from discrepancy.review.desk import Desk
from discrepancy.review.guard import Door
from discrepancy.review.guard.keys import Keys
from tests.review.client import Client
from tests.review.desks import desk_of

__all__ = ["run_cases"]

TOKEN = "the token of a desk that is asked a lot"  # noqa: S105 -- of these tests alone
DOOR = Door(keys=Keys(token=TOKEN, asked=True), names=frozenset({"testserver", "localhost", "127.0.0.1"}))
HEADERS = {"authorization": f"Bearer {TOKEN}"}


def run_cases(folder: Path, each: int) -> Counter[int]:
    """Send ``each`` well-formed and as many other requests to every operation; how many answers had which status.

    Raises:
        AssertionError: an answer is a 5xx, or has a status, type or shape that the description does not tell.
    """
    found: Counter[int] = Counter()
    with desk_of(folder) as desk:
        schema = _schema(make_app(desk, DOOR))
        for operation in (found_one.ok() for found_one in schema.get_all_operations() if isinstance(found_one, Ok)):
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

                @settings(
                    max_examples=each,
                    deadline=None,
                    database=None,
                    derandomize=each < 100,
                    phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck),
                )
                @given(case=operation.as_strategy(generation_mode=mode))
                def sent(case: Case[Any]) -> None:
                    found.update([_sent(case, desk, known=sum(found.values()) % 2 == 0)])

                with suppress(*((Unsatisfiable,) if mode is GenerationMode.NEGATIVE else ())):
                    sent()  # of an operation that takes nothing no request is wrong
    return found


def _schema(app: ASGIApp) -> OpenApiSchema:
    """The description without who may ask: each request here may, and ``test_description`` sends those that may not."""
    told = Client(app, "http://testserver").get("/openapi.json", headers=HEADERS).json()
    del told["components"]["securitySchemes"]
    for each in (each for methods in told["paths"].values() for each in methods.values()):
        del each["security"]
    schema = schemathesis.openapi.from_dict(told)
    schema.app, schema.location = app, "/openapi.json"
    return schema


def _sent(case: Case[Any], desk: Desk, *, known: bool) -> int:
    """Send one request, every second one about a finding that there is; the status of the answer."""
    if known and "finding" in case.path_parameters:
        case.path_parameters["finding"] = next(iter(desk.shown.snapshots))
    answer = case.call(headers=HEADERS)
    # What a file must be like to be read as an article no schema can say: a picture is none, nor is the text "{".
    beyond: Any = [positive_data_acceptance] if case.operation.path in {"/api/1/documents", "/api/1/files"} else []
    case.validate_response(answer, headers=HEADERS, excluded_checks=beyond)
    return int(answer.status_code)
