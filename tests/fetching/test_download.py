"""An address is fetched within limits, and every redirect is looked at."""

from __future__ import annotations

import re
import socket
from ipaddress import ip_address

import pytest

from discrepancy.errors import NotFetched
from discrepancy.fetching import download as module
from discrepancy.fetching.download import Limits, download
from discrepancy.fetching.hosts import is_public, look_up
from tests.fetching.conftest import PAGE, Server

QUICK = Limits(seconds=1.0, silence=0.5, size=100_000, redirects=3)


def test_a_page_is_fetched_with_a_clear_name_of_who_asks(site: Server) -> None:
    got = download(f"{site.at}/news/1", allow_private=True, limits=QUICK)
    assert (got.data, got.kind, got.address) == (PAGE, "text/html", f"{site.at}/news/1")
    path, host, agent = site.asked[-1]
    assert (path, host) == ("/news/1", site.at.removeprefix("http://"))
    assert agent.startswith("discrepancy/")


def test_a_private_network_is_refused_unless_it_is_allowed(site: Server) -> None:
    asked = len(site.asked)
    with pytest.raises(NotFetched, match=r"private network \(127\.0\.0\.1\).*--allow-private"):
        download(f"{site.at}/news/1", allow_private=False, limits=QUICK)
    assert len(site.asked) == asked


def test_a_name_that_has_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_more: entries)
    with pytest.raises(NotFetched, match=r"10\.0\.0\.7"):
        download("http://news.example/", allow_private=False, limits=QUICK)


def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to(
    monkeypatch: pytest.MonkeyPatch, site: Server
) -> None:
    """A name that leads elsewhere the second time it is looked up leads nowhere new."""
    lookups: list[object] = []
    real = socket.getaddrinfo

    def once(host: object, port: object, *args: object, **more: object) -> object:
        if host == "rebinding.example":
            lookups.append(host)
            host = "127.0.0.1"
        return real(host, port, *args, **more)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(socket, "getaddrinfo", once)
    got = download(f"http://rebinding.example:{site.server_port}/news/2", allow_private=True, limits=QUICK)
    assert got.data == PAGE
    assert lookups == ["rebinding.example"]
    assert site.asked[-1][1] == f"rebinding.example:{site.server_port}"


def test_a_redirect_is_followed_and_looked_at(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert download(f"{site.at}/to//news/9", allow_private=True, limits=QUICK).address == f"{site.at}/news/9"
    seen: list[str] = []

    def spy(host: str, *args: object, allow_private: bool) -> object:
        seen.append(host)
        return look_up(host, *args, allow_private=allow_private)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(module, "look_up", spy)
    download(f"{site.at}/to/{site.at.replace('127.0.0.1', 'localhost')}/news/9", allow_private=True, limits=QUICK)
    assert seen == ["127.0.0.1", "localhost"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/to/ftp://127.0.0.1/x", "only over http or https"),
        ("/to/file:///etc/passwd", "only over http or https"),
        ("/to/http://user:secret@127.0.0.1/", "name or password"),
        ("/to/http://xn--zzzzzz99999/", "can not be fetched"),
        ("/twice", "a method that was not asked for ('gzip, gzip')"),
        ("/loop/1", "more than 3 times"),
        ("/nothing", "404 Not Found"),
        ("/status/500", "500 Internal Server Error"),
        ("/status/204", "204 No Content"),
        ("/bomb", "more than 100,000 bytes"),
        ("/garbled", "can not be fetched"),
        ("/drip", "longer than 1 seconds"),
        ("/silent", "did not answer in time"),
    ],
)
def test_what_is_refused_says_why(site: Server, path: str, message: str) -> None:
    with pytest.raises(NotFetched, match=re.escape(message)) as raised:
        download(f"{site.at}{path}", allow_private=True, limits=QUICK)
    assert raised.value.where == f"{site.at}{path}"
    assert raised.value.remedy


@pytest.mark.parametrize("path", ["/headers", "/continue", "/drip"])
def test_a_server_that_drips_is_cut_off(site: Server, path: str) -> None:
    """One byte now and then is no silence, wherever it comes."""
    with pytest.raises(NotFetched, match="took longer than 0 seconds"):
        download(f"{site.at}{path}", allow_private=True, limits=Limits(seconds=0.3, silence=0.5))


@pytest.mark.parametrize("how", ["x-gzip", "deflate", "bare", "none"])
def test_what_is_packed_once_is_unpacked(site: Server, how: str) -> None:
    assert download(f"{site.at}/packed/{how}", allow_private=True, limits=QUICK).data == PAGE


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://example.org/x", "http or https"),
        ("http://", "http or https"),
        ("http://[::1", "no address"),
        ("http://xn--zzzzzz99999/", "no address"),
        ("http://user:secret@example.org/", "name or password"),
        (f"http://example.org/{'a' * 5000}", "no address"),
        ("http://no-such-host.invalid/", "no host"),
        (f"http://{'a' * 300}.example/", "no host"),
    ],
)
def test_an_address_that_is_none(address: str, message: str) -> None:
    with pytest.raises(NotFetched, match=message):
        download(address, allow_private=False, limits=QUICK)


def test_nobody_answers(site: Server) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(NotFetched, match="can not be fetched"):
        download(f"http://127.0.0.1:{port}/", allow_private=True, limits=QUICK)
    assert site.at


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse, not to listen on
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("::10.0.0.1", False),
        ("::ffff:0:10.0.0.1", False),
        ("64:ff9b:1::a00:1", False),
        ("fec0::1", False),
    ],
)
def test_which_addresses_are_public(ip: str, public: bool) -> None:
    assert is_public(ip_address(ip)) is public
