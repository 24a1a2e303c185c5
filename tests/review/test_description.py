"""The description of the API: what it says holds, and it can be read without anything from elsewhere."""

from pathlib import Path
from typing import Any

import pytest

from discrepancy.review.desk import Desk
from discrepancy.review.guard import Door
from discrepancy.review.guard.keys import Keys
from tests.review.api_cases import run_cases
from tests.review.client import Client
from tests.review.desks import client_of

QUICK = 2
"""Cases of each sort an operation: some fifty in all. ``tests/soak/test_desk_api.py`` sends thousands."""


@pytest.fixture
def described(client: Client) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/openapi.json").json()
    return told


def test_no_answer_surprises(tmp_path: Path) -> None:
    found = run_cases(tmp_path, QUICK)
    assert sum(found.values()) >= 40
    assert found[200]
    assert found[422] + found[404] + found[400]


def test_every_operation_is_told_whole(described: dict[str, Any]) -> None:
    operations = [(path, method, each) for path, all_ in described["paths"].items() for method, each in all_.items()]
    assert len(operations) == 15
    assert len({each["operationId"] for _, _, each in operations}) == len(operations)
    for path, method, each in operations:
        assert each["tags"], path
        assert each["description"], path
        assert {"400", "401", "403", "422", "503"} <= each["responses"].keys(), path
        for status, answer in each["responses"].items():
            schema = next(iter(answer["content"].values()))["schema"]
            assert schema, (path, status)
            if status.startswith("4"):
                assert schema["$ref"].endswith(("/Problem", "/Stale")), (path, status)
        if method == "post":
            assert {"408", "413", "415"} <= each["responses"].keys(), path
            assert each["security"] == [{"token": []}, {"page": []}]
        if path.startswith("/api/1/findings/{finding}/"):
            assert {"404", "409"} <= each["responses"].keys()


def test_where_the_token_is_asked_all_needs_it(desk: Desk) -> None:
    token = "a token of some length"  # noqa: S105 -- of this test alone
    client = client_of(desk, Door(keys=Keys(token=token, asked=True)))
    told = client.get("/openapi.json", headers={"authorization": f"Bearer {token}"}).json()
    client.headers.clear()
    for path, methods in told["paths"].items():
        for method in methods:
            answer = client.request(method.upper(), path.replace("{finding}", "NUM001-1"), json={})
            assert answer.status_code == 401, path
            assert answer.headers["www-authenticate"].startswith("Bearer")
    assert all(each["security"] == [{"token": []}] for all_ in told["paths"].values() for each in all_.values())


@pytest.mark.parametrize("query", ["statsu=new", "limit=1&limit=2", "=", "x"])
def test_a_query_that_is_not_known_is_told(client: Client, query: str) -> None:
    answer = client.get(f"/api/1/findings?{query}")
    assert answer.status_code == 422
    assert "The query has" in answer.json()["error"]["what"]
    assert client.get(f"/?{query}").status_code == 200


def test_the_page_of_the_api_tells_of_every_operation(client: Client, described: dict[str, Any]) -> None:
    page = client.get("/api").text
    for path, methods in described["paths"].items():
        for method, each in methods.items():
            assert f"<code>{method.upper()} {path}</code>" in page
            assert f'id="{each["operationId"]}"' in page
    for name in described["components"]["schemas"]:
        assert f'id="shape-{name}"' in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "").replace('"http"', "").replace("&#34;http&#34;", "")
