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
MANY = 100
"""Requests of a sort from which on they are made anew in each run, and of the description as it is."""
LONG = 1000
"""Characters of a text that a few requests never reach; to make patterns of so many takes seconds."""


def run_cases(folder: Path, each: int) -> Counter[int]:
    """Send ``each`` well-formed and as many other requests to every operation; how many answers had which status.

    Raises:
        AssertionError: an answer is a 5xx, or has a status, type or shape that the description does not tell.
    """
    found: Counter[int] = Counter()
    with desk_of(folder) as desk:
        schema = _schema(make_app(desk, DOOR), whole=each >= MANY)
        for operation in (found_one.ok() for found_one in schema.get_all_operations() if isinstance(found_one, Ok)):
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

                @settings(
                    max_examples=each,
                    deadline=None,
                    database=None,
                    derandomize=each < MANY,
                    phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck),
                )
                @given(case=operation.as_strategy(generation_mode=mode))
                def sent(case: Case[Any]) -> None:
                    found.update([_sent(case, desk, known=sum(found.values()) % 2 == 0)])

                with suppress(*((Unsatisfiable,) if mode is GenerationMode.NEGATIVE else ())):
                    sent()  # of an operation that takes nothing no request is wrong
    return found


def _schema(app: ASGIApp, *, whole: bool) -> OpenApiSchema:
    """The description without who may ask: each request here may, and ``test_description`` sends those that may not.

    Where it need not be whole, the length of long texts is left out; ``test_checks`` sends some that are too long.
    """
    told = Client(app, "http://testserver").get("/openapi.json", headers=HEADERS).json()
    del told["components"]["securitySchemes"]
    for each in (each for methods in told["paths"].values() for each in methods.values()):
        del each["security"]
    if not whole:
        _let_be_long(told)
    schema = schemathesis.openapi.from_dict(told)
    schema.app, schema.location = app, "/openapi.json"
    return schema


def _let_be_long(told: Any) -> None:
    if isinstance(told, dict) and told.get("maxLength", 0) > LONG:
        del told["maxLength"]
    for each in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        _let_be_long(each)


def _sent(case: Case[Any], desk: Desk, *, known: bool) -> int:
    """Send one request, every second one about a finding that there is; the status of the answer."""
    if known and "finding" in case.path_parameters:
        case.path_parameters["finding"] = next(iter(desk.shown.snapshots))
    answer = case.call(headers=HEADERS)
    # What a file must be like to be read as an article no schema can say: a picture is none, nor is the text "{".
    beyond: Any = [positive_data_acceptance] if case.operation.path in {"/api/1/documents", "/api/1/files"} else []
    case.validate_response(answer, headers=HEADERS, excluded_checks=beyond)
    return int(answer.status_code)
