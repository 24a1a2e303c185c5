"""What reviewers do to findings through the API, and how these stand then."""

from pathlib import Path
from typing import Any

import pytest

from discrepancy.review.desk import Desk
from discrepancy.store import open_store
from tests.review.client import Client
from tests.review.desks import client_of, ids


def decide(client: Client, finding: str, **more: object) -> Any:
    asked = {"ruling": "dismissed", "note": "Counted twice.", "who": "Ana Ruiz", "seen": "", **more}
    return client.post(f"/api/1/findings/{finding}/decisions", json=asked)


def state(client: Client, after: int | None = None) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/api/1/state", params={} if after is None else {"after": after}).json()
    return told


def test_a_decision_is_told_and_kept(client: Client, desk: Desk) -> None:
    boats = ids(client)["boats"]
    answer = decide(client, boats)
    assert answer.status_code == 201
    review = answer.json()
    assert (review["status"], review["ruling"], review["who"]) == ("decided", "dismissed", "Ana Ruiz")
    assert review["note"] == "Counted twice."
    assert not review["counts"]
    assert [each["action"] for each in review["history"]] == ["decided"]
    assert client.get(f"/api/1/findings/{boats}").json()["review"] == review
    [event] = desk.store.events("harbour")
    assert event.snapshot.finding == boats
    assert state(client)["counts"] == {"new": 1, "reopened": 0, "decided": 1}


def test_the_state_tells_what_changed_since(client: Client) -> None:
    found = ids(client)
    assert state(client)["reviews"] == {}
    decide(client, found["boats"])
    first = state(client)
    decide(client, found["guests"])
    assert list(state(client, first["change"])["reviews"]) == [found["guests"]]
    assert set(state(client)["reviews"]) == set(found.values())
    assert (state(client)["open"], state(client)["all"]) == (0, 2)


@pytest.mark.parametrize("ruling", ["dismissed", "ask"])
@pytest.mark.parametrize("note", ["", "  \n", "\u200b"])
def test_some_decisions_need_a_reason(client: Client, ruling: str, note: str) -> None:
    answer = decide(client, ids(client)["boats"], ruling=ruling, note=note)
    assert answer.status_code == 422
    assert "note" in answer.json()["error"]["what"]
    assert state(client)["change"] == 0


@pytest.mark.parametrize("ruling", ["confirmed", "acceptable", "corrected"])
def test_others_do_not(client: Client, ruling: str) -> None:
    assert decide(client, ids(client)["boats"], ruling=ruling, note="").json()["ruling"] == ruling


def test_who_comes_second_is_told_how_it_stands(client: Client, desk: Desk) -> None:
    boats = ids(client)["boats"]
    first = decide(client, boats).json()
    late = decide(client_of(desk), boats, ruling="confirmed", who="Bo Lind")
    assert late.status_code == 409
    assert "Ana Ruiz" in late.json()["error"]["what"]
    assert late.json()["review"] == first
    again = decide(client, boats, ruling="confirmed", who="Bo Lind", seen=first["last"])
    assert again.json()["ruling"] == "confirmed"


def test_undo_brings_back_what_was(client: Client) -> None:
    boats = ids(client)["boats"]
    first = decide(client, boats).json()
    second = decide(client, boats, ruling="confirmed", seen=first["last"]).json()
    path = f"/api/1/findings/{boats}/withdrawals"
    back = client.post(path, json={"who": "Ana Ruiz", "seen": second["last"]}).json()
    assert back["ruling"] == "dismissed"
    back = client.post(path, json={"who": "Ana Ruiz", "seen": back["last"]}).json()
    assert (back["status"], back["ruling"]) == ("new", None)
    assert [each["action"] for each in back["history"]] == ["decided", "decided", "withdrawn", "withdrawn"]


def test_assigned_and_commented(client: Client) -> None:
    boats = ids(client)["boats"]
    path = f"/api/1/findings/{boats}"
    assigned = client.post(f"{path}/assignments", json={"assignee": "Bo Lind", "who": "Ana Ruiz"}).json()
    assert assigned["assignee"] == "Bo Lind"
    said = client.post(f"{path}/comments", json={"note": "I call the harbour.", "who": "Bo Lind"}).json()
    assert [each["note"] for each in said["comments"]] == ["I call the harbour."]
    assert [each["id"] for each in client.get("/api/1/findings?assignee=bo lind").json()["findings"]] == [boats]
    nobody = client.post(f"{path}/assignments", json={"assignee": "", "who": "Ana Ruiz", "seen": said["last"]}).json()
    assert nobody["assignee"] == ""


def test_what_is_decided_elsewhere_shows(client: Client, desk: Desk) -> None:
    boats = ids(client)["boats"]
    with open_store(desk.store.path) as other:
        other.comment("harbour", desk.snapshot(boats), who="Cy Holm", note="Seen from afar.")
        other.comment("another story", desk.snapshot(boats), who="Cy Holm", note="Not ours.")
    reviews = state(client)["reviews"]
    assert [each["note"] for each in reviews[boats]["comments"]] == ["Seen from afar."]


def test_changed_values_reopen_and_say_so(client: Client, desk: Desk, tmp_path: Path) -> None:
    found = ids(client)
    decide(client, found["boats"])
    decide(client, found["guests"])
    file = tmp_path / "harbour" / "second.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("boats: 14", "boats: 15"), encoding="utf-8")
    assert desk.recheck_if_changed()
    told = state(client)
    assert (told["revision"], told["counts"]) == (2, {"new": 0, "reopened": 1, "decided": 1})
    review = told["reviews"][ids(client)["boats"]]
    assert review["status"] == "reopened"
    assert "15" in review["changed"]
    assert review["note"] == "Counted twice."


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("status=decided", ["boats"]),
        ("status=new", ["guests"]),
        ("level=error&limit=1", ["boats"]),
        ("limit=1&offset=1", ["guests"]),
        ("offset=7", []),
        ("level=note", []),
        ("rule=num001&q=GUESTS", ["guests"]),
        ("q=nothing of the kind", []),
    ],
)
def test_findings_are_filtered(client: Client, query: str, wanted: list[str]) -> None:
    decide(client, ids(client)["boats"])
    given = client.get(f"/api/1/findings?{query}").json()
    assert [each["subject"] for each in given["findings"]] == wanted
    assert given["total"] >= len(wanted)


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_decisions_can_be_taken_along(client: Client, format: str) -> None:  # noqa: A002 - as the query has it
    decide(client, ids(client)["boats"])
    answer = client.get(f"/api/1/decisions?format={format}")
    assert "Counted twice." in answer.text
    assert answer.headers["content-disposition"] == f'attachment; filename="decisions.{format}"'


def test_the_report_can_be_taken_along(client: Client) -> None:
    decide(client, ids(client)["boats"])
    report = client.get("/report.json").json()
    assert {each["subject"]: each["review"]["status"] for each in report["findings"]}["boats"] == "decided"
    assert "Harbour gets 12 boats" in client.get("/report.html").text
