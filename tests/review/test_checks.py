"""Texts that a program has checked: nothing of them is kept."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from discrepancy.loaders import Loaded
from discrepancy.model import ReportData
from discrepancy.review.routes import checks
from discrepancy.settings import Settings
from tests.review.client import HERE, Client, awaited
from tests.review.desks import FIRST, SECOND, cheap, client_of, desk_of


def check(client: Client, *documents: dict[str, Any]) -> httpx.Response:
    return client.post("/api/1/checks", json={"documents": list(documents)})


def test_texts_are_checked_and_not_kept(client: Client, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "sqlite" not in path.name}
    first = {"name": "cms/17", "text": FIRST, "source": "Tide", "title": "Ours", "published": "2031-03-03T10:15Z"}
    answer = check(client, first, {"name": "cms/17", "text": SECOND})
    assert answer.status_code == 200
    told = answer.json()
    assert told["complete"]
    assert [each["subject"] for each in told["findings"]] == ["boats", "guests"]
    one, other = told["documents"]
    assert one["id"] != other["id"]
    assert (one["source"], one["title"], one["published"]) == ("Tide", "Ours", "2031-03-03T10:15:00+00:00")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "sqlite" not in path.name} == before
    assert client.get("/api/1/state").json()["versions"] == 2


def test_a_text_that_can_not_be_read_is_told(client: Client) -> None:
    german = "Der Hafen von Ostvik hat am Montag zwölf neue Boote bekommen, sagte der Bürgermeister der Stadt. " * 3
    told = check(client, {"name": "a", "text": FIRST}, {"name": "b", "text": german}).json()
    assert not told["complete"]
    assert [each["path"] for each in told["unread"]] == ["b"]
    assert "German" in told["unread"][0]["what"]
    assert len(told["documents"]) == 1


@pytest.mark.parametrize("day", ["2031-02-30", "2030-02-29", "yesterday", "2031-03-03T25:00Z", "31-03-03", ""])
def test_a_day_that_there_is_not_is_told(client: Client, day: str) -> None:
    answer = check(client, {"name": "a", "text": FIRST, "published": day})
    assert answer.status_code == 422
    assert "published" in answer.json()["error"]["what"]


def test_there_is_an_end_to_how_many_texts_are_taken(client: Client) -> None:
    assert check(client).status_code == 422
    assert check(client, *({"name": "a", "text": "b"} for _ in range(31))).status_code == 422
    assert check(client, {"name": "a", "text": "b" * 120_001}).status_code == 422


def test_too_many_checks_at_once_are_turned_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_WAITED", 0.05)
    begun, go_on, held = threading.Semaphore(0), threading.Event(), threading.Event()

    def slow(loaded: Loaded, settings: Settings) -> ReportData:
        if held.is_set():
            begun.release()
            go_on.wait(5)
        return cheap(loaded, settings)

    with desk_of(tmp_path, slow) as desk:
        client = client_of(desk)
        held.set()
        running = [threading.Thread(target=check, args=(client, {"name": "a", "text": FIRST})) for _ in range(2)]
        for each in running:
            each.start()
            assert begun.acquire(timeout=5)
        late = check(client, {"name": "a", "text": FIRST})
        go_on.set()
        for each in running:
            each.join()
        assert (late.status_code, late.headers["retry-after"]) == (503, "5")
        held.clear()
        assert check(client, {"name": "a", "text": FIRST}).status_code == 200


def test_checks_that_wait_hold_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_WAITED", 30)  # a machine that does other work, too, is slow
    go_on, held = threading.Event(), threading.Event()

    def slow(loaded: Loaded, settings: Settings) -> ReportData:
        if held.is_set():
            go_on.wait(5)
        return cheap(loaded, settings)

    async def ask(client: Client) -> tuple[int, set[int]]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(client.app), base_url=HERE) as asked:
            asked.headers.update(client.headers)
            asked.cookies = client.cookies
            sent = {"documents": [{"name": "a", "text": FIRST}]}
            running = [asyncio.create_task(asked.post("/api/1/checks", json=sent)) for _ in range(60)]
            await asyncio.sleep(0.2)
            told = await asyncio.wait_for(asked.get("/api/1/state"), 4)
            go_on.set()
            return told.status_code, {each.status_code for each in await asyncio.gather(*running)}

    with desk_of(tmp_path, slow) as desk:
        client = client_of(desk)
        held.set()
        assert awaited(ask(client)) == (200, {200})
