"""A web server of the test's own, on this machine."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = b"<!doctype html><title>Ferry aground</title><h1>Ferry aground</h1><p>Sixty passengers were on board.</p>"
SLOW = 0.05
BIG = 300_000


class Site(BaseHTTPRequestHandler):
    """Answers by path; what was asked for is kept in ``asked``."""

    asked: list[tuple[str, str, str]]

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"], self.headers["User-Agent"]))  # type: ignore[attr-defined]  # set by the fixture
        what, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"_{what}", self._missing)(rest)

    def _news(self, _rest: str) -> None:
        self._send(200, PAGE, "text/html; charset=utf-8")

    def _type(self, kind: str) -> None:
        self._send(200, b"x", kind)

    def _status(self, code: str) -> None:
        self._send(int(code), b"sorry", "text/html")

    def _empty(self, _rest: str) -> None:
        self._send(200, b"", "text/html")

    def _to(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def _loop(self, number: str) -> None:
        self._to(f"/loop/{int(number) + 1}")

    def _bomb(self, _rest: str) -> None:
        self._send(200, gzip.compress(bytes(BIG)), "text/html", "gzip")

    def _garbled(self, _rest: str) -> None:
        self._send(200, b"no gzip at all", "text/html", "gzip")

    def _drip(self, _rest: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"a" * 100)
            self.wfile.flush()
            time.sleep(SLOW)

    def _headers(self, _rest: str) -> None:
        self.send_response(200)
        self.flush_headers()
        for number in range(100):
            self.wfile.write(b"X-%d: a\r\n" % number)
            time.sleep(SLOW)

    def _continue(self, _rest: str) -> None:
        for _ in range(100):
            self.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(SLOW)

    def _twice(self, _rest: str) -> None:
        self._send(200, gzip.compress(gzip.compress(PAGE)), "text/html", "gzip, gzip")

    def _packed(self, how: str) -> None:
        plain = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        data = {"x-gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE), "none": PAGE}.get(
            how, plain.compress(PAGE) + plain.flush()
        )
        self._send(200, data, "text/html", {"none": "identity", "bare": "deflate"}.get(how, how))

    def _silent(self, _rest: str) -> None:
        time.sleep(SLOW * 20)

    def _missing(self, _rest: str) -> None:
        self._send(404, b"", "text/html")

    def _send(self, code: int, body: bytes, kind: str, packed: str = "") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", packed)
        self.end_headers()
        self.wfile.write(body)

    def handle(self) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # a client that has had enough
            super().handle()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in the base class
        pass


class Server(ThreadingHTTPServer):
    """With what it was asked for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        super().__init__(("127.0.0.1", 0), Site)

    @property
    def at(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
