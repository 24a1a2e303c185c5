"""The desk as a server: its place, who gets in, clients that dawdle, and a whole run with the language model."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from discrepancy.cli.review import review
from discrepancy.errors import InputError, UsageError
from discrepancy.review.app import make_app
from discrepancy.review.desk import Desk
from discrepancy.review.guard import Door
from discrepancy.review.guard.bodies import Limits
from discrepancy.review.guard.connection import PatientProtocol
from discrepancy.review.serving import PORT, TOKEN, Where, bind, door_for
from tests.review.desks import desk_of

START = "from discrepancy.cli import main; main()"
GIVEN = "a token that the desk chose"
PROSE = "{title}\n\nOSTVIK, March 3 - The harbour of Ostvik bought {n} ferries on Monday, the mayor said.\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One for all tests here: nobody decides anything."""
    with desk_of(tmp_path_factory.mktemp("desk")) as made:
        yield made


class Hasty(PatientProtocol):
    """Has little patience."""

    head_seconds = 0.3
    whole_seconds = 1.0


@pytest.fixture(scope="module")
def port(desk: Desk) -> Iterator[int]:
    """A server that gives a client little time."""
    bound = bind(Where(port=0))
    app = make_app(desk, Door(limits=Limits(seconds=0.3)))
    server = uvicorn.Server(uvicorn.Config(app, http=Hasty, log_config=None, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound.socket]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield bound.port
    server.should_exit = True
    thread.join()


def send(port: int, *pieces: bytes, pause: float = 0.1) -> tuple[bytes, float]:
    """What comes back for bytes that come piece by piece, until the server hangs up; and how long that took."""
    begun = time.monotonic()
    got = b""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client, contextlib.suppress(OSError):
        for piece in pieces:
            client.sendall(piece)
            time.sleep(pause)
        while part := client.recv(65536):
            got += part
    return got, time.monotonic() - begun


def test_a_client_that_says_nothing_is_let_go(port: int) -> None:
    got, seconds = send(port, b"")
    assert got == b""
    assert 0.2 < seconds < 3


def test_a_head_that_comes_byte_by_byte_has_an_end(port: int) -> None:
    got, seconds = send(port, *(bytes([each]) for each in b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"y" * 30))
    assert got == b"" or got.startswith(b"HTTP/1.1 408")
    assert seconds < 6


def test_a_head_that_stops_is_told(port: int) -> None:
    got, _ = send(port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n")
    assert got.startswith(b"HTTP/1.1 408")


def test_a_body_that_does_not_come_is_told(port: int) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        csrf = client.get("/api/1/session").json()["csrf"]
        [(name, session)] = client.cookies.items()
    head = (
        f"POST /api/1/checks HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"X-CSRF-Token: {csrf}\r\nCookie: {name}={session}\r\nContent-Length: 500\r\n\r\n"
    )
    got, seconds = send(port, head.encode(), b"{")
    assert got.startswith(b"HTTP/1.1 408")
    assert b"did not come to its end in time" in got
    assert seconds < 3


def test_what_is_no_http_is_turned_down(port: int) -> None:
    assert send(port, b"\x16\x03\x01\x02\x00\x01\r\n\r\n")[0].startswith(b"HTTP/1.1 400")
    assert send(port, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 100_000)[0].startswith(b"HTTP/1.1 400")


def test_a_client_that_keeps_time_is_served_again_and_again(port: int) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        for _ in range(3):
            assert client.get("/api/1/state").status_code == 200
            time.sleep(0.15)
        assert client.put("/api/1/state", content=b"x" * 100).status_code == 403


def test_a_port_that_is_taken_is_told() -> None:
    taken = bind(Where(port=0))
    taken.socket.listen()
    with pytest.raises(UsageError, match=rf"Port {taken.port} is taken"):
        bind(Where(port=taken.port))
    taken.socket.close()


def test_without_one_asked_for_another_port_will_do() -> None:
    first = bind(Where())
    first.socket.listen()
    second = bind(Where())
    assert second.port not in {PORT, first.port}
    first.socket.close()
    second.socket.close()


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_that_is_not_ours_is_told(host: str) -> None:
    with pytest.raises(UsageError, match="Nothing can listen on"):
        bind(Where(host=host, port=0))


def test_on_this_machine_no_token_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    door, made = door_for(desk, Where(), 8347)
    assert (door.keys.asked, door.keys.token, made, door.figures) == (False, "", "", False)
    monkeypatch.setenv(TOKEN, GIVEN)
    door, made = door_for(desk, Where(), 8347)
    assert (door.keys.asked, door.keys.token, made) == (False, GIVEN, "")
    assert GIVEN not in repr(door)


@pytest.mark.parametrize("where", [Where(host="0.0.0.0"), Where(host="desk.example"), Where(login=True)])  # noqa: S104 -- not listened on
def test_elsewhere_a_token_is_made_and_shown_once(desk: Desk, where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    door, made = door_for(desk, where, 8347)
    assert door.keys.asked
    assert len(made) == 43
    assert door.keys.is_token(made)
    assert made not in repr(door)
    assert door_for(desk, where, 8347)[1] != made
    monkeypatch.setenv(TOKEN, "short")
    with pytest.raises(UsageError, match="fewer than"):
        door_for(desk, where, 8347)


def test_names_that_are_given_are_ours(desk: Desk) -> None:
    door, _ = door_for(desk, Where(host="192.0.2.1", names=("Desk.Example", "[2001:db8::1]")), 8347)
    assert {"desk.example", "2001:db8::1", "192.0.2.1", "localhost"} <= door.names
    assert door.figures


@pytest.mark.parametrize("missing", ["fastapi", "uvicorn", "python_multipart"])
def test_a_library_that_is_missing_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(UsageError, match=rf"needs {missing}.*discrepancy\[review\]"):
        review(["story"])


def test_a_folder_that_is_misspelled_gets_no_store(tmp_path: Path) -> None:
    for given in (tmp_path / "feries", tmp_path):
        with pytest.raises(InputError, match="no file to review"):
            review([str(given)])
    assert not list(tmp_path.iterdir())


def test_a_whole_run(tmp_path: Path) -> None:
    story = tmp_path / "ferries"
    story.mkdir()
    for name, n in (("tide", 12), ("quay", 19)):
        (story / f"{name}.txt").write_text(PROSE.format(title=f"Ostvik buys {n} ferries", n=n), encoding="utf-8")
    command = [sys.executable, "-c", START, "review", "ferries", "--port", "0"]
    given = {**os.environ, TOKEN: GIVEN, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=tmp_path, env=given, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [next(process.stdout) for _ in range(3)]
        try:
            assert told[0] == "Story: ferries, 2 versions, 1 finding\n"
            assert str(Path("ferries", ".discrepancy", "decisions.sqlite")) in told[1]
            match = re.search(r"http://127\.0\.0\.1:\d+", told[2])
            assert match is not None
            _ask(match[0])
        finally:
            process.send_signal(signal.SIGTERM)
            rest, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert rest == "The desk is closed.\n"
    assert sorted(path.name for path in (story / ".discrepancy").iterdir()) == [
        "decisions.sqlite",
        "decisions.sqlite.key",
    ]


def _ask(address: str) -> None:
    """What a CMS asks before it publishes: nothing of it is kept."""
    texts = [{"name": f"{n}", "text": PROSE.format(title=f"Ostvik buys {n} ferries", n=n)} for n in (12, 14)]
    with httpx.Client(base_url=address, headers={"authorization": f"Bearer {GIVEN}"}, timeout=60) as client:
        assert "<script" in client.get("/").text
        answer = client.post("/api/1/checks", json={"documents": [{**texts[0], "source": "Tide"}, texts[1]]})
        assert answer.status_code == 200
        told = answer.json()
        assert (told["complete"], told["verdict"]["conflicts"]) == (True, 1)
        assert "12" in told["findings"][0]["summary"]
        assert told["documents"][0]["source"] == "Tide"
        assert client.get("/api/1/state").json()["versions"] == 2
