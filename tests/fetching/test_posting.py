"""A message posted to a real server: what is sent, what is not followed, and how long is waited."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from discrepancy.errors import NotFetched
from discrepancy.fetching.posting import post

TOKEN = "kX9-very-secret-41"  # noqa: S105 - what must not be told


class Receiver(BaseHTTPRequestHandler):
    """Answers with the status that the path begins with, and keeps what was posted."""

    posted: list[tuple[str, dict[str, str], bytes]]
    released: threading.Event

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.posted.append((self.path, dict(self.headers), data))
        status = self.path.split("/")[1]
        if status == "silent":
            self.released.wait(10)
            return
        self.send_response(int(status))
        if status == "302":
            self.send_header("Location", "/200/elsewhere")
        self.send_header("Content-Length", "1000000000")  # of an answer that nobody waits for
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[ThreadingHTTPServer]:
    Receiver.posted, Receiver.released = [], threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    Receiver.released.set()
    server.shutdown()
    server.server_close()
    thread.join()


def at(server: ThreadingHTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}/{path}"


def test_the_body_and_its_headers_arrive(receiver: ThreadingHTTPServer) -> None:
    headers = {"Content-Type": "application/json", "Idempotency-Key": "1f"}
    assert post(at(receiver, "204/hook?a=b"), b'{"a": 1}', headers, allow_private=True) == 204
    ((path, sent, data),) = Receiver.posted
    assert (path, data) == ("/204/hook?a=b", b'{"a": 1}')
    assert sent["Host"] == f"127.0.0.1:{receiver.server_port}"
    assert sent["User-Agent"].startswith("discrepancy/")
    assert headers.items() <= sent.items()


@pytest.mark.parametrize("status", [302, 410, 500])
def test_any_status_is_an_answer_and_no_redirect_is_followed(receiver: ThreadingHTTPServer, status: int) -> None:
    assert post(at(receiver, f"{status}/"), b"{}", {}, allow_private=True) == status
    assert len(Receiver.posted) == 1


def test_a_server_in_a_private_network_is_posted_to_only_where_that_is_allowed(receiver: ThreadingHTTPServer) -> None:
    with pytest.raises(NotFetched, match="leads into a private network"):
        post(at(receiver, f"200/{TOKEN}"), b"{}", {})
    assert Receiver.posted == []


def test_a_server_that_does_not_answer_is_not_waited_for(receiver: ThreadingHTTPServer) -> None:
    with pytest.raises(NotFetched, match="did not answer in time") as caught:
        post(at(receiver, f"silent/{TOKEN}"), b"{}", {}, allow_private=True, seconds=0.2)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        f"http://127.0.0.1:1/{TOKEN}",
        f"ftp://hooks.example/{TOKEN}",
        f"https://desk:{TOKEN}@hooks.example/",
        f"http://[::1/{TOKEN}",
        f"https:///{TOKEN}",
    ],
)
def test_what_can_not_be_reached_is_told_without_its_token(address: str) -> None:
    with pytest.raises(NotFetched) as caught:
        post(address, b"{}", {}, allow_private=True)
    assert TOKEN not in str(caught.value)
