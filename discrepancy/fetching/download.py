"""One address over HTTP, redirects looked at one by one, within limits of time and size."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from ipaddress import IPv6Address

import httpx

from discrepancy.errors import NotFetched
from discrepancy.fetching.deadline import Deadline
from discrepancy.fetching.hosts import look_up
from discrepancy.fetching.unpacking import ACCEPTED, unpacked

__all__ = ["Downloaded", "Limits", "download"]

_SCHEMES = ("http", "https")
_LONGEST_ADDRESS = 4000
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5"


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


@dataclass(frozen=True, slots=True)
class Downloaded:
    """What came: the address that it came from in the end, its media type without parameters, its bytes."""

    address: str
    kind: str
    data: bytes


def download(address: str, *, allow_private: bool, limits: Limits) -> Downloaded:
    """Fetch one address. Proxies, cookies and passwords of the surroundings are not used.

    Raises:
        NotFetched: why it could not be fetched, or must not be.
    """
    timeout = httpx.Timeout(limits.silence)
    with (
        Deadline(limits.seconds) as deadline,
        httpx.Client(trust_env=False, follow_redirects=False, timeout=timeout) as client,
    ):
        url = _checked(address, address)
        for _ in range(limits.redirects + 1):
            try:
                found = _one(client, url, address, deadline, limits, allow_private=allow_private)
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as problem:
                raise (_too_slow(limits, address) if deadline.over else _failed(problem, address)) from None
            if isinstance(found, Downloaded):
                return found
            url = found
    raise NotFetched(
        f"leads on to another address more than {limits.redirects} times.",
        where=address,
        remedy="Open it in a browser and save the page.",
    )


def _checked(text: str, address: str) -> httpx.URL:
    try:
        url = httpx.URL(text[:_LONGEST_ADDRESS])
        host = url.host  # only then is a name in other letters decoded
    except (httpx.InvalidURL, UnicodeError):
        raise _odd(address) from None
    if len(text) > _LONGEST_ADDRESS:
        raise _odd(address)
    if url.scheme not in _SCHEMES or not host:
        raise NotFetched(
            "is fetched only over http or https.", where=address, remedy="Save the page and give the file."
        )
    if url.userinfo:
        raise NotFetched(
            "holds a name or password, which would stand in the report.",
            where=address,
            remedy="Save the page from your browser and give the file.",
        )
    return url


def _odd(address: str) -> NotFetched:
    return NotFetched("is no address of a page.", where=address, remedy="Copy it from the browser again.")


def _one(
    client: httpx.Client, url: httpx.URL, address: str, deadline: Deadline, limits: Limits, *, allow_private: bool
) -> Downloaded | httpx.URL:
    """The answer of one address: its body, or the next address."""
    ip = look_up(url.host, url.port or (443 if url.scheme == "https" else 80), address, allow_private=allow_private)
    place = url.copy_with(host=f"[{ip}]" if isinstance(ip, IPv6Address) else str(ip))
    request = client.build_request(
        "GET",
        place,
        headers={
            "Host": url.netloc.decode("ascii"),
            "User-Agent": _agent(),
            "Accept": _ACCEPT,
            "Accept-Encoding": ACCEPTED,
        },
        extensions={"sni_hostname": url.raw_host.decode("ascii"), "trace": deadline.trace},
    )
    response = client.send(request, stream=True)
    try:
        if response.is_redirect:
            return _checked(str(url.join(response.headers["location"])), address)
        if response.status_code != httpx.codes.OK:
            raise _refused(response.status_code, address)
        return Downloaded(str(url), _kind(response), _body(response, address, deadline, limits))
    finally:
        response.close()


def _body(response: httpx.Response, address: str, deadline: Deadline, limits: Limits) -> bytes:
    data = bytearray()
    for chunk in unpacked(response.iter_raw(), response.headers.get("content-encoding", "")):
        data += chunk
        if len(data) > limits.size:
            raise NotFetched(
                f"gives more than {limits.size:,} bytes and was not kept.",
                where=address,
                remedy="No article is that long: save the page by hand and give the file.",
            )
        if deadline.over:
            raise _too_slow(limits, address)
    if deadline.over:  # what was cut may look like an end
        raise _too_slow(limits, address)
    return bytes(data)


def _too_slow(limits: Limits, address: str) -> NotFetched:
    return NotFetched(f"took longer than {limits.seconds:.0f} seconds.", where=address, remedy="Try again later.")


def _kind(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _agent() -> str:
    return (
        f"discrepancy/{metadata.version('discrepancy')} (checks articles for a newsroom; fetches one page when asked)"
    )


def _refused(status: int, address: str) -> NotFetched:
    phrase = httpx.codes.get_reason_phrase(status)
    told = f"{status} {phrase}".strip()
    return NotFetched(
        f"was not given out by its server: {told}.",
        where=address,
        remedy="Open it in a browser, save the page, and give the file.",
    )


def _failed(problem: Exception, address: str) -> NotFetched:
    slow = isinstance(problem, httpx.TimeoutException)
    what = "did not answer in time" if slow else f"can not be fetched: {str(problem) or type(problem).__name__}"
    return NotFetched(
        f"{what.rstrip('.')}.", where=address, remedy="Try again, or save the page from a browser and give the file."
    )
