"""A web server on this machine that answers as it is told to."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from discrepancy.fetching.asking import HttpFetcher
from discrepancy.fetching.exchange import Limits


@dataclass(frozen=True)
class Told:
    """An answer: ``body`` is sent as it is; what a generator gives is sent bit by bit."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | Callable[[], Iterator[bytes]] = b""


Plan = dict[str, Told | Callable[[Mapping[str, str]], Told]]
"""By path: the answer, or what makes it of the headers of the question."""


class _Handler(BaseHTTPRequestHandler):
    server: Answering
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        plan = self.server.plan.get(self.path, Told(404))
        told = plan if isinstance(plan, Told) else plan(dict(self.headers))
        self.send_response_only(told.status)
        headers = dict(told.headers)
        if isinstance(told.body, bytes):
            headers.setdefault("Content-Length", str(len(told.body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for each in [told.body] if isinstance(told.body, bytes) else told.body():
            self.wfile.write(each)
        self.close_connection = self.close_connection or not isinstance(told.body, bytes)

    def handle(self) -> None:
        self.server.connections += 1
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # a client that has had enough
            super().handle()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        pass


class Answering(ThreadingHTTPServer):
    """Answers by path as ``plan`` says; what was asked is kept in ``asked``."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        self.plan: Plan = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.connections = 0
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def forget(self, plan: Plan) -> None:
        """Answer by another plan from now on."""
        self.plan = plan
        self.asked.clear()
        self.connections = 0


@contextlib.contextmanager
def answering(certificate: tuple[Path, Path] | None = None) -> Iterator[Answering]:
    """A running server; with a certificate and its key it speaks https."""
    server = Answering()
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


class Hours:
    """A clock that stands still but for what is waited for."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


QUICK = Limits(seconds=5.0, silence=2.0, size=100_000)


def fetcher(hours: Hours | None = None, *, limits: Limits = QUICK, robots: bool = False) -> HttpFetcher:
    hours = hours or Hours()
    return HttpFetcher(allow_private=True, limits=limits, robots=robots, clock=hours, pause=hours.pause)
