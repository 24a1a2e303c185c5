"""``discrepancy watch``: one look as for cron, how things stand, a signal to end, and what can not be."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from discrepancy.errors import NotFetched
from tests.samples import REPO, run
from tests.watch.watching import (
    COURIER,
    MINUTE,
    PAGE,
    PRESS,
    START,
    STORE,
    TITLE,
    TO_FILE,
    Desk,
    feed,
    item,
    page,
    source,
    told,
)

FOLDER = '[[folders]]\nname = "Drop"\npath = "drop"\nevery = "1s"\n'
TERMINAL = '[[alerts]]\nto = "terminal"\n'
LINK = "https://press.example/ferry"


@pytest.fixture
def dropped(tmp_path: Path) -> Desk:
    """A desk that watched a folder with one article in it."""
    made = Desk(tmp_path)
    made.configure(FOLDER, alerts=TERMINAL)
    (tmp_path / "drop").mkdir()
    _put(made, told(12), 600)
    made.watch(MINUTE)
    return made


def _put(desk: Desk, text: str, age: int) -> None:
    path = desk.folder / "drop" / "ferry.txt"
    path.write_text(f"{TITLE}\n\n{text}\n", encoding="utf-8")
    os.utime(path, (START.timestamp() - age,) * 2)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with a feed whose page is down, a feed that is down, a page with a wall, and one that is new."""
    made = Desk(tmp_path_factory.mktemp("desk"))
    quick = {"follow": "true", "pages_every": '"5m"'}
    sources = [source("Press", PRESS, **quick), source("Courier", COURIER), source("Ministry", PAGE, "pages")]
    made.configure(*sources, hold='"1h"')
    made.web.gives |= {PRESS: feed(item("")), COURIER: feed(item(told(12), link="https://courier.example/1"))}
    made.web.gives |= {
        LINK: NotFetched("is down.", where=LINK),
        PAGE: page("Forgot your password? Log in to continue."),
    }
    made.watch()
    made.web.gives[COURIER] = feed(item(told(15), link="https://courier.example/1"))
    made.watch()
    made.web.gives[COURIER] = NotFetched("[red]took too long.\x1b[31m", where=COURIER)
    made.watch()
    made.configure(*sources, source("Herald", "https://herald.example/feed"), hold='"1h"')
    return made


def test_one_look_tells_what_changed_and_the_next_one_nothing(dropped: Desk) -> None:
    _put(dropped, told(15), 500)
    handlers = [signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)]
    first = run("watch", dropped.path, "--once")
    assert (first.code, first.err) == (0, "")
    assert "[figure-changed]" in first.out
    assert "15 – Drop: “The fire on the ferry" in first.out
    assert re.search(r"discrepancy timeline story-\w+ --store ", first.out)
    second = run("watch", dropped.path, "--once")
    assert (second.code, second.out, second.err) == (0, "", "")
    assert [signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)] == handlers


def test_the_first_look_looks_at_all(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.configure(FOLDER.replace("1s", "1d"))
    (tmp_path / "drop").mkdir()
    _put(desk, told(12), 600)
    assert run("watch", desk.path, "--once").code == 0
    assert len(desk.versions()) == 1


def test_how_things_stand_as_text(standing: Desk) -> None:
    ran = run("watch", standing.path, "--status")
    shown = " ".join(re.sub("[│┃]", " ", ran.out).split())
    assert (ran.code, ran.err) == (0, "")
    assert "2 stories" not in shown
    for said in ("well", "down", "walled", "not looked at yet", "1 page down", "1 alert held back.", "Nobody watches"):
        assert said in shown
    assert "\x1b" not in ran.out
    assert "[red]" in shown


def test_how_things_stand_as_json(standing: Desk) -> None:
    ran = run("watch", standing.path, "--status", "--json")
    status = json.loads(ran.out)
    states = {each["name"]: each["state"] for each in status["sources"]}
    assert states == {"Press": "well", "Courier": "down", "Ministry": "walled", "Herald": "not looked at yet"}
    assert status["schema"] == "discrepancy-watch-status/1"
    assert (status["versions"], status["held_back"], status["to_work_off"], status["watched_by"]) == (2, 1, 0, "")
    press, courier, herald, ministry = status["sources"]
    assert press["pages"] == {"followed": 1, "down": 1}
    assert courier["failures"] > 0
    assert "log in" in ministry["why"]
    assert herald["asked_at"] is None


def test_who_watches_is_told_and_a_second_watcher_does_not_begin(standing: Desk) -> None:
    with standing.watching():
        assert f"Watched by {os.uname().nodename}, process {os.getpid()}" in run(
            "watch", standing.path, "--status"
        ).out.replace("\n", " ")
        ran = run("watch", standing.path, "--once")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"process {os.getpid()}, since 20" in ran.err


def test_what_is_not_delivered_is_told(dropped: Desk) -> None:
    (dropped.folder / "out").mkdir()
    dropped.configure(FOLDER, alerts=TO_FILE.replace("alerts.jsonl", "out/alerts.jsonl"))
    _put(dropped, told(15), 500)
    with dropped.watching() as watcher:
        (dropped.folder / "out").rmdir()
        watcher.run(until=dropped.clock.at + MINUTE)
    ran = run("watch", dropped.path, "--status")
    assert "1 message for file out/alerts.jsonl not delivered yet: " in ran.out.replace("\n", " ")
    (undelivered,) = json.loads(run("watch", dropped.path, "--status", "--json").out)["undelivered"]
    assert "Make its folder" in undelivered["why"]


WRONG = {
    "no file": ([], None, "does not exist"),
    "no TOML": ([], "[watch", "watch.toml"),
    "nothing to watch": ([], "[watch]\n", "watch.toml"),
    "an unknown key": ([], f"[watch]\nhodl = 1\n{FOLDER}", "line 2: “hodl” is not known"),
    "a time without a unit": ([], f"[watch]\nhold = 10\n{FOLDER}", "hold"),
    "an address that is none": ([], source("Press", "press"), "address"),
    "no folder for alerts": ([], FOLDER + TO_FILE.replace("alerts.", "none/alerts."), "none/alerts.jsonl"),
    "no folder for the store": ([], f'[watch]\nstore = "none/x.sqlite"\n{FOLDER}', "none/x.sqlite"),
    "JSON of nothing": (["--json"], FOLDER, "--json says how --status is printed."),
    "a look and none": (["--once", "--status"], FOLDER, "Give one of the two."),
    "never looked": (["--status"], FOLDER, "Nothing was looked at yet"),
    "no rules": (["--once", "--config", "none.toml"], FOLDER, "none.toml"),
}


@pytest.mark.parametrize(("options", "text", "says"), WRONG.values(), ids=WRONG)
def test_what_can_not_be_is_one_line_and_2(
    options: list[str], text: str | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if text is not None:
        Path("watch.toml").write_text(text, encoding="utf-8")
    ran = run("watch", "watch.toml", *options)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("discrepancy: ")
    assert says in ran.err


@contextmanager
def _serving() -> Iterator[tuple[str, list[str]]]:
    """A feed without items at /feed; at /never a server that takes a question and says nothing."""
    asked: list[str] = []
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            if self.path == "/never":
                over.wait(30)
                return
            data = feed()
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Nothing is to be said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        over.set()
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly_though_a_server_does_not_answer(tmp_path: Path, sent: signal.Signals) -> None:
    desk = Desk(tmp_path)
    quick = {"every": '"10s"'}
    with _serving() as (base, asked):
        sources = source("Gull", f"{base}/feed", **quick) + source("Mast", f"{base}/never", **quick)
        desk.configure(sources, allow_private="true", robots="false", gap='"0s"')
        command = [sys.executable, "-m", "discrepancy.cli", "watch", str(desk.path)]
        with subprocess.Popen(command, cwd=REPO, stderr=subprocess.PIPE) as process:
            patience = time.monotonic() + 20
            while "/never" not in asked and time.monotonic() < patience:
                threading.Event().wait(0.02)
            begun = time.monotonic()
            process.send_signal(sent)
            assert (process.wait(10), process.stderr.read() if process.stderr else b"") == (0, b"")
        assert time.monotonic() - begun < 5
    assert asked[-1] == "/never"
    with closing(sqlite3.connect(tmp_path / STORE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert "Nobody watches now." in run("watch", desk.path, "--status").out
