"""Over https the certificate must be one for the name that was given, though the IP address is connected to."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from ipaddress import ip_address
from pathlib import Path

import certifi
import pytest

from discrepancy.errors import NotFetched
from discrepancy.fetching.asked import Request
from discrepancy.fetching.download import Limits, download
from tests.fetching.answering import Answering, Hours, Told, answering, fetcher
from tests.fetching.conftest import PAGE, Server

NAME = "news.example"
QUICK = Limits(seconds=5.0, silence=2.0)

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    key, own = folder / "key.pem", folder / "own.pem"
    subject = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run([*made, *subject, "-keyout", key, "-out", own], check=True, capture_output=True)
    return own, key


@pytest.fixture(scope="module")
def secure(certificate: tuple[Path, Path]) -> Iterator[Server]:
    server = Server()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def steady(certificate: tuple[Path, Path]) -> Iterator[Answering]:
    """A server that would keep its connections."""
    with answering(certificate) as server:
        server.plan = {"/own": Told(body=PAGE)}
        server.plan["/news"] = Told(302, {"Location": f"https://other.example:{server.server_port}/own"})
        yield server


@pytest.fixture(autouse=True)
def led_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every name is that of this machine."""
    for module in ("download", "asking"):
        where = f"discrepancy.fetching.{module}.look_up"
        monkeypatch.setattr(where, lambda *_args, allow_private: ip_address("127.0.0.1"))


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch, certificate: tuple[Path, Path]) -> None:
    monkeypatch.setattr(certifi, "where", lambda: str(certificate[0]))


@pytest.mark.usefixtures("trusted")
def test_the_certificate_of_the_name_will_do(secure: Server) -> None:
    got = download(f"https://{NAME}:{secure.server_port}/news/1", allow_private=True, limits=QUICK)
    assert got.data == PAGE
    assert secure.asked[-1][1] == f"{NAME}:{secure.server_port}"


@pytest.mark.usefixtures("trusted")
def test_the_certificate_of_another_name_will_not(secure: Server) -> None:
    with pytest.raises(NotFetched, match=r"can not be fetched.*certificate"):
        download(f"https://other.example:{secure.server_port}/news/1", allow_private=True, limits=QUICK)


def test_a_certificate_that_nobody_vouches_for_will_not(secure: Server) -> None:
    with pytest.raises(NotFetched, match=r"can not be fetched.*certificate"):
        download(f"https://{NAME}:{secure.server_port}/news/1", allow_private=True, limits=QUICK)


def by_download(address: str) -> bytes:
    return download(address, allow_private=True, limits=QUICK).data


def by_fetcher(address: str) -> bytes:
    return fetcher(Hours(), limits=QUICK).ask(Request(address=address)).data


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("ask", [by_download, by_fetcher])
def test_another_host_at_the_same_ip_address_shows_a_certificate_of_its_own(
    steady: Answering, ask: Callable[[str], bytes]
) -> None:
    assert ask(f"https://{NAME}:{steady.server_port}/own") == PAGE
    with pytest.raises(NotFetched, match=r"can not be fetched.*certificate"):
        ask(f"https://{NAME}:{steady.server_port}/news")
    assert steady.paths == ["/own", "/news"]
