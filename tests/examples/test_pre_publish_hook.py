"""The hook of a content system: what it asks, what it makes of the answer, what it does without one."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from discrepancy.formats.json_report import as_dict
from discrepancy.review.app import make_app
from discrepancy.review.serving import Where, bind, door_for
from tests.examples.loaded import hook
from tests.formats.reviewed_flood import reviewed
from tests.formats.stories import FLOOD
from tests.review.desks import desk_of

TOKEN = "a-token-of-the-test"  # noqa: S105 - opens nothing but the stand-in below
WIRE = "Police arrested 17 demonstrators after the march on Monday.\n"
COURIER = "Police arrested 27 demonstrators after the march on Monday.\n"


@dataclass
class StandIn:
    """A server that answers every request alike, and keeps what it was asked."""

    answer: bytes = b"{}"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    url: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)


@contextmanager
def serving(stand_in: StandIn) -> Iterator[StandIn]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            stand_in.asked.append((self.path, dict(self.headers), json.loads(body)))
            self.send_response(stand_in.status)
            for name, value in stand_in.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(stand_in.answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two versions of a story, with the token in the environment."""
    monkeypatch.setenv("DISCREPANCY_TOKEN", TOKEN)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # what would be sent there is lost
    for name, text in (("draft", COURIER), ("wire", WIRE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / "draft.txt"), str(tmp_path / "wire.txt")]


def call(url: str, files: list[str], capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    code = hook().main(["--url", url, *more, *files])
    return code, json.loads(capsys.readouterr().out)


def answer(found: dict[str, Any], **more: object) -> bytes:
    return json.dumps({"findings": found["findings"], "verdict": found["verdict"], "unread": [], **more}).encode()


def test_it_sends_the_texts_with_the_token_and_blocks(copy: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with serving(StandIn(answer(as_dict(FLOOD)))) as server:
        code, verdict = call(server.url, copy, capsys)
    assert (code, verdict["action"]) == (1, "block")
    [reason] = verdict["reasons"]
    assert reason == {
        "id": FLOOD.findings[0].id,
        "rule": "NUM003",
        "level": "error",
        "summary": "The dam holds 3.1 million or 3.1 billion cubic metres",
    }
    [(path, headers, body)] = server.asked
    assert path == "/api/1/checks"
    assert headers["Authorization"] == f"Bearer {TOKEN}"
    assert body == {"documents": [{"name": "draft.txt", "text": COURIER}, {"name": "wire.txt", "text": WIRE}]}


def test_the_level_to_block_from_and_what_was_settled(copy: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with serving(StandIn(answer(as_dict(reviewed())))) as server:
        _, all_of_them = call(server.url, copy, capsys, "--fail-on", "note")
        _, grave = call(server.url, copy, capsys, "--fail-on", "error")
    assert len(grave["reasons"]) == 1
    told = [each["id"] for each in all_of_them["reasons"]]
    assert told == [FLOOD.findings[place].id for place in (0, 2, 4, 5)], "dismissed and known ones may pass"


def test_nothing_found_passes(copy: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with serving(StandIn(b'{"findings": [], "unread": []}')) as server:
        assert call(server.url, copy, capsys) == (0, {"action": "pass", "reasons": [], "unread": []})


def test_a_text_that_was_not_read_is_no_pass(copy: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with serving(StandIn(b'{"findings": [], "unread": [{"path": "wire.txt"}]}')) as server:
        code, verdict = call(server.url, copy, capsys)
    assert (code, verdict["action"]) == (2, "failed")


@pytest.mark.parametrize(
    ("server", "why"),
    [
        (
            StandIn(b'{"error": {"what": "The token is wrong.", "remedy": "Copy it."}}', 401),
            "401.*token is wrong. Copy",
        ),
        (StandIn(b"<html>busy</html>", 502), "refused .502."),
        (StandIn(b"<html>fine</html>"), "no answer"),
        (StandIn(b"[]"), "no answer of a desk app"),
        (StandIn(b"", 302, {"Location": "http://127.0.0.1:9/elsewhere"}), "refused .302."),
    ],
    ids=["refused", "page", "no-json", "list", "moved"],
)
def test_what_is_no_answer_is_told(
    copy: list[str], capsys: pytest.CaptureFixture[str], server: StandIn, why: str
) -> None:
    with serving(server):
        code, verdict = call(server.url, copy, capsys)
    assert (code, verdict["action"]) == (2, "failed")
    assert re.search(why, verdict["why"])


def test_a_desk_that_is_not_there_is_told(copy: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, verdict = call("http://127.0.0.1:9", copy, capsys, "--wait", "2")
    assert (code, verdict["action"]) == (2, "failed")
    code, verdict = call("file:///etc", copy, capsys)
    assert (code, verdict["action"]) == (2, "failed")


def test_without_a_token_or_a_file_nothing_is_asked(
    copy: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with serving(StandIn()) as server:
        monkeypatch.delenv("DISCREPANCY_TOKEN")
        assert call(server.url, copy, capsys)[0] == 2
        (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
        assert call(server.url, ["missing.txt"], capsys, "--token-file", str(tmp_path / "token"))[0] == 2
        assert not server.asked


def test_a_file_that_is_no_utf_8_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISCREPANCY_TOKEN", TOKEN)
    (tmp_path / "wire.txt").write_bytes("Larvík".encode("latin-1"))
    code, verdict = call("http://127.0.0.1:9", [str(tmp_path / "wire.txt")], capsys)
    assert (code, verdict["action"]) == (2, "failed")
    assert "wire.txt is no text in UTF-8" in str(verdict["why"])


@contextmanager
def desk_app(folder: Path) -> Iterator[str]:
    """The desk app itself, over a checker that costs nothing; where it answers."""
    with desk_of(folder) as desk:
        bound = bind(Where(port=0))
        door, _ = door_for(desk, Where(port=0), bound.port)
        server = uvicorn.Server(uvicorn.Config(make_app(desk, door), lifespan="off", ws="none", log_config=None))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound.socket]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield bound.address
        finally:
            server.should_exit = True
            thread.join()


def test_the_desk_app_itself_answers_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCREPANCY_TOKEN", TOKEN * 2)
    for name, boats in (("draft", 12), ("wire", 14), ("rival", 12)):
        (tmp_path / f"{name}.txt").write_text(
            f"The harbour of Ostvik got its boats.\n\nboats: {boats}\n", encoding="utf-8"
        )
    draft, wire, rival = (str(tmp_path / f"{name}.txt") for name in ("draft", "wire", "rival"))
    with desk_app(tmp_path) as url:
        code, verdict = call(url, [draft, wire], capsys)
        assert (code, verdict["action"]) == (1, "block"), verdict
        assert [each["summary"] for each in verdict["reasons"]] == ["boats: 12 or 14"]
        assert call(url, [draft, rival], capsys) == (0, {"action": "pass", "reasons": [], "unread": []})
        monkeypatch.setenv("DISCREPANCY_TOKEN", "another token, and a wrong one")
        code, verdict = call(url, [draft, wire], capsys)
        assert (code, verdict["action"]) == (2, "failed")
        assert "refused" in verdict["why"]
