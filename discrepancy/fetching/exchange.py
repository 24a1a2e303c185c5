"""One question over HTTP and its answer, within limits of time and size: what every way of fetching is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address

import httpx

from discrepancy.errors import NotFetched
from discrepancy.fetching.deadline import Deadline
from discrepancy.fetching.hosts import Ip
from discrepancy.fetching.refusals import Barred, Unusable
from discrepancy.fetching.unpacking import ACCEPTED, unpacked

__all__ = ["TROUBLE", "Limits", "asked", "body", "checked", "failed", "head", "kind", "port", "too_slow"]

TROUBLE = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError)
"""What an exchange raises where it fails; :func:`failed` puts it in words."""
_SCHEMES = {"http": 80, "https": 443}
_LONGEST_ADDRESS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one address may take.

    Attributes:
        seconds: for all of it, redirects too.
        silence: seconds in which nothing comes.
        size: bytes of the body, unpacked.
        redirects: how many are followed.
    """

    seconds: float = 60.0
    silence: float = 15.0
    size: int = 25_000_000
    redirects: int = 5


def checked(text: str, address: str) -> httpx.URL:
    """An address that may be asked; ``address`` is the one that led to it, for the message.

    Raises:
        Barred: it is none.
    """
    try:
        url = httpx.URL(text[:_LONGEST_ADDRESS])
        host = url.host  # only then is a name in other letters decoded
    except (httpx.InvalidURL, UnicodeError):
        raise _odd(address) from None
    if len(text) > _LONGEST_ADDRESS:
        raise _odd(address)
    if url.scheme not in _SCHEMES or not host:
        raise Barred("is fetched only over http or https.", where=address, remedy="Save the page and give the file.")
    if url.userinfo:
        raise Barred(
            "holds a name or password, which would stand in the report.",
            where=address,
            remedy="Save the page from your browser and give the file.",
        )
    return url


def _odd(address: str) -> NotFetched:
    return Barred("is no address of a page.", where=address, remedy="Copy it from the browser again.")


def port(url: httpx.URL) -> int:
    """The port that is asked, where the address names none too."""
    return url.port or _SCHEMES[url.scheme]


@contextmanager
def asked(
    client: httpx.Client, url: httpx.URL, ip: Ip, headers: Mapping[str, str], deadline: Deadline
) -> Iterator[httpx.Response]:
    """The answer of one address, its body not yet read.

    Each question has a connection of its own. One that is kept is known by the IP address alone, so a question to
    another host there would go over it, and nobody would have looked at that host's certificate.
    """
    place = url.copy_with(host=f"[{ip}]" if isinstance(ip, IPv6Address) else str(ip))
    request = client.build_request(
        "GET",
        place,
        headers={
            "Host": url.netloc.decode("ascii"),
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
            **headers,
        },
        extensions={"sni_hostname": url.raw_host.decode("ascii"), "trace": deadline.trace},
    )
    response = client.send(request, stream=True)
    try:
        yield response
    finally:
        response.close()


def body(response: httpx.Response, address: str, deadline: Deadline, limits: Limits, *, whole: bool = False) -> bytes:
    """The body, unpacked; ``whole`` refuses packed bytes that end early.

    Raises:
        Unusable: it is too large.
        NotFetched: it took too long.
    """
    data = head(response, address, deadline, limits, whole=whole)
    if len(data) > limits.size:
        raise Unusable(
            f"gives more than {limits.size:,} bytes and was not kept.",
            where=address,
            remedy="No article is that long: save the page by hand and give the file.",
        )
    return data


def head(response: httpx.Response, address: str, deadline: Deadline, limits: Limits, *, whole: bool = False) -> bytes:
    """The body as far as it was read when it grew larger than it may be, as :func:`body` otherwise."""
    data = bytearray()
    for chunk in unpacked(response.iter_raw(), response.headers.get("content-encoding", ""), whole=whole):
        data += chunk
        if len(data) > limits.size:
            return bytes(data)
        if deadline.over:
            raise too_slow(limits, address)
    if deadline.over:  # what was cut may look like an end
        raise too_slow(limits, address)
    return bytes(data)


def kind(response: httpx.Response) -> str:
    """The media type without parameters, in small letters."""
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def too_slow(limits: Limits, address: str) -> NotFetched:
    """An answer that did not end in time."""
    return NotFetched(f"took longer than {limits.seconds:.0f} seconds.", where=address, remedy="Try again later.")


def failed(problem: Exception, address: str) -> NotFetched:
    """What went wrong on the way, in words."""
    slow = isinstance(problem, httpx.TimeoutException)
    what = "did not answer in time" if slow else f"can not be fetched: {str(problem) or type(problem).__name__}"
    kind_of = NotFetched if isinstance(problem, httpx.HTTPError) else Unusable
    return kind_of(
        f"{what.rstrip('.')}.", where=address, remedy="Try again, or save the page from a browser and give the file."
    )
