"""A desk that watches a web of a few addresses: what each gives is set by the test, and so is the time."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from discrepancy.errors import Unknown
from discrepancy.fetching.asked import Answer, Request
from discrepancy.followed import Alert, Poll, Version
from discrepancy.store.versions import open_versions
from discrepancy.watch.status import Status
from discrepancy.watch.watcher import Watcher

START = dt.datetime(2024, 3, 5, 9, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)
PRESS, COURIER = "https://press.example/feed", "https://courier.example/feed"
PAGE = "https://ministry.example/fire"
TITLE = "Fire on the ferry Marlin off Gull Point"
STORE = "desk.sqlite"
TO_FILE = '[[alerts]]\nto = "file"\npath = "alerts.jsonl"\n'


def told(toll: object, more: str = "") -> str:
    """The article that is told here, with the number of the dead."""
    return (
        f"The fire on the ferry Marlin off Gull Point on Tuesday killed {toll} people, the coastguard said. "
        f"The ferry had left Port Ansel for Gull Point in the morning. {more}"
    ).strip()


def source(name: str, address: str, table: str = "feeds", **more: str) -> str:
    """The table of a source that is looked at every five minutes."""
    settings = {"name": f'"{name}"', "address": f'"{address}"', "every": '"5m"'} | more
    return "\n".join((f"[[{table}]]", *(f"{key} = {value}" for key, value in settings.items()), ""))


def item(text: str, guid: str = "ferry", title: str = TITLE, link: str = "https://press.example/ferry") -> str:
    body = f"<content:encoded>{escape(f'<p>{text}</p>')}</content:encoded>" if text else ""
    return (
        f"<item><title>{escape(title)}</title><link>{link}</link><guid isPermaLink='false'>{guid}</guid>"
        f"<pubDate>Tue, 05 Mar 2024 09:00:00 +0000</pubDate>{body}</item>"
    )


def feed(*items: str, made: str = "") -> bytes:
    return (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
        f"<channel><title>News</title><description>{made}</description>{''.join(items)}</channel></rss>"
    ).encode()


def page(text: str, around: str = "") -> bytes:
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE}</title>"
        "<meta property='article:published_time' content='2024-03-05T09:00:00Z'></head><body>"
        f"<nav><a href='/'>Home</a></nav><main><article><h1>{TITLE}</h1><p>{text}</p></article></main>"
        f"<footer>{around}</footer></body></html>"
    ).encode()


class GivenClock:
    """Stands until someone waits, or the test sets it."""

    def __init__(self, at: dt.datetime = START) -> None:
        self.at = at

    def now(self) -> dt.datetime:
        return self.at

    def wait(self, until: dt.datetime) -> None:
        self.at = max(self.at, until)

    def wake(self) -> None:
        """Nobody is asleep."""


@dataclass
class Web:
    """What each address gives, until the test says otherwise; a page is known by its bytes, as by an ETag."""

    gives: dict[str, bytes | Answer | Exception] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def ask(self, request: Request) -> Answer:
        self.asked.append(request)
        found = self.gives.get(request.address, Answer(status=404, address=request.address))
        if isinstance(found, Exception):
            raise found
        if isinstance(found, Answer):
            return found
        etag = f'"{hashlib.sha256(found).hexdigest()[:8]}"'
        if request.etag == etag:
            return Answer(status=304, address=request.address, etag=etag)
        kind = "text/html" if found.startswith(b"<!doctype html") else "application/rss+xml"
        return Answer(status=200, address=request.address, kind=kind, data=found, etag=etag)

    def times(self, address: str) -> int:
        return sum(request.address == address for request in self.asked)


@dataclass
class Desk:
    """A watcher's folder, its web and its clock."""

    folder: Path
    web: Web = field(default_factory=Web)
    clock: GivenClock = field(default_factory=GivenClock)

    def configure(
        self, *sources: str, alerts: str = '[[alerts]]\nto = "file"\npath = "alerts.jsonl"\n', **more: str
    ) -> None:
        settings = {"store": f'"{STORE}"', "hold": '"0s"'} | more
        lines = ["[watch]", *(f"{key} = {value}" for key, value in settings.items())]
        self.path.write_text("\n".join((*lines, *sources, alerts)), encoding="utf-8")

    @property
    def path(self) -> Path:
        return self.folder / "watch.toml"

    @contextmanager
    def watching(self) -> Iterator[Watcher]:
        with Watcher(self.path, clock=self.clock, fetcher=self.web) as watcher:
            yield watcher

    def watch(self, time: dt.timedelta = 10 * MINUTE) -> Status:
        """Follow for so long, as a run of its own; how things stand then."""
        with self.watching() as watcher:
            watcher.run(until=self.clock.now() + time)
            return watcher.status()

    def alerts(self) -> tuple[Alert, ...]:
        with open_versions(self.folder / STORE, read_only=True) as versions:
            return versions.alerts()

    def versions(self) -> list[Version]:
        """All versions that were kept, in order."""
        found: list[Version] = []
        with open_versions(self.folder / STORE, read_only=True) as versions:
            for number in range(1, 100):
                with suppress(Unknown):  # it had the words of the one before, and was let go
                    found.append(versions.version(number))
        return found

    def lines(self, name: str = "alerts.jsonl") -> list[dict[str, Any]]:
        path = self.folder / name
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


@contextmanager
def receiving() -> Iterator[tuple[str, list[int], list[tuple[str, bytes]]]]:
    """A receiver of webhooks: its address, the status that it gives now, and what came, each with its key."""
    status, came = [204], []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came.append((self.headers["Idempotency-Key"], self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is to be said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/alerts", status, came
    finally:
        server.shutdown()
        server.server_close()


def place(status: Status, number: int = 0) -> Poll:
    """How a source is looked at, by its number."""
    poll = status.sources[number].poll
    assert poll is not None
    return poll


def values(alert: Alert) -> tuple[str, ...]:
    return tuple(value.label for value in alert.values)
