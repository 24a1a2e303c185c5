"""One address over HTTP, redirects looked at one by one, within limits of time and size."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

import httpx

from discrepancy.errors import NotFetched
from discrepancy.fetching.deadline import Deadline
from discrepancy.fetching.exchange import TROUBLE, Limits, asked, body, checked, failed, kind, port, too_slow
from discrepancy.fetching.hosts import look_up
from discrepancy.fetching.refusals import Endless

__all__ = ["Downloaded", "Limits", "download"]

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5"


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
        url = checked(address, address)
        for _ in range(limits.redirects + 1):
            try:
                found = _one(client, url, address, deadline, limits, allow_private=allow_private)
            except TROUBLE as problem:
                raise (too_slow(limits, address) if deadline.over else failed(problem, address)) from None
            if isinstance(found, Downloaded):
                return found
            url = found
    raise Endless(
        f"leads on to another address more than {limits.redirects} times.",
        where=address,
        remedy="Open it in a browser and save the page.",
    )


def _one(
    client: httpx.Client, url: httpx.URL, address: str, deadline: Deadline, limits: Limits, *, allow_private: bool
) -> Downloaded | httpx.URL:
    """The answer of one address: its body, or the next address."""
    ip = look_up(url.host, port(url), address, allow_private=allow_private)
    with asked(client, url, ip, {"User-Agent": _agent(), "Accept": _ACCEPT}, deadline) as response:
        if response.has_redirect_location:
            return checked(str(url.join(response.headers["location"])), address)
        if response.status_code != httpx.codes.OK:
            raise _refused(response.status_code, address)
        return Downloaded(str(url), kind(response), body(response, address, deadline, limits))


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
