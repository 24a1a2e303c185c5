"""A store that can not be used is told in a sentence, and the page goes on."""

import shutil
import sqlite3

import pytest

from discrepancy.errors import StoreBusy, StoreError
from discrepancy.review.desk import Desk
from discrepancy.store import Store, open_store
from tests.review.client import Client
from tests.review.desks import ids


def act(client: Client, finding: str) -> tuple[int, str]:
    answer = client.post(f"/api/1/findings/{finding}/comments", json={"note": "A word.", "who": "Ana Ruiz"})
    return answer.status_code, answer.json().get("error", {}).get("what", "")


def test_a_store_that_another_program_holds(client: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    boats = ids(client)["boats"]
    monkeypatch.setattr(desk.store._session, "_patience", 0.1)
    desk.store._session._connection.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(desk.store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    status, what = act(client, boats)
    assert status == 503
    assert "sqlite" in what
    assert client.get("/api/1/state").status_code == 200
    other.execute("ROLLBACK")
    other.close()
    assert act(client, boats) == (201, "")


@pytest.mark.parametrize("error", [StoreError("The disk is full.", remedy="Make room."), StoreBusy("It is held.")])
def test_an_error_while_writing(client: Client, monkeypatch: pytest.MonkeyPatch, error: StoreError) -> None:
    boats = ids(client)["boats"]

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Store, "comment", fails)
    assert act(client, boats) == (503, error.what)


def test_a_store_that_can_not_be_read_is_a_problem_that_is_told(client: Client, desk: Desk) -> None:
    boats = ids(client)["boats"]
    desk.store.close()
    told = client.get("/api/1/state")
    assert told.status_code == 200
    assert "closed" in told.json()["problem"]
    for path in ("/", "/api/1/findings", f"/api/1/findings/{boats}", "/report.json", "/api/1/decisions"):
        answer = client.get(path)
        assert answer.status_code == 503, path
        assert "closed" in answer.text


def test_a_desk_is_not_opened_on_a_store_that_can_only_be_read(desk: Desk) -> None:
    with open_store(desk.store.path, read_only=True) as store, pytest.raises(StoreError):
        store.comment("harbour", next(iter(desk.shown.snapshots.values())), who="Ana Ruiz", note="A word.")


@pytest.mark.parametrize("replaced", [True, False])
def test_a_store_that_is_taken_away_acknowledges_nothing(client: Client, desk: Desk, replaced: bool) -> None:
    boats, store = ids(client)["boats"], desk.store.path
    away = store.rename(store.with_name("away.sqlite"))
    if replaced:
        shutil.copy(away, store)
    status, what = act(client, boats)
    assert (status, "moved, removed or replaced" in what) == (503, True)
    state = client.get("/api/1/state")
    assert "moved, removed or replaced" in state.json()["problem"]
    assert client.get("/").status_code == 200
    away.replace(store)
    assert act(client, boats) == (201, "")
    assert client.get("/api/1/state").json()["problem"] is None
