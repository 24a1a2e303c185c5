"""A message posted to an address that the user gave: its status is all that is read of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import metadata
from ipaddress import IPv6Address
from typing import Final

import httpx

from discrepancy.errors import NotFetched
from discrepancy.fetching.deadline import Deadline
from discrepancy.fetching.exchange import TROUBLE, checked, port
from discrepancy.fetching.hosts import look_up

__all__ = ["post"]

_SECONDS: Final = 30.0
"""For all of it."""
_SILENCE: Final = 15.0


def post(
    address: str, data: bytes, headers: Mapping[str, str], *, allow_private: bool = False, seconds: float = _SECONDS
) -> int:
    """Post a body; the status of the answer. No redirect is followed: what is posted is for this address alone.

    Proxies, cookies and passwords of the surroundings are not used.

    Args:
        address: http or https.
        data: the body.
        headers: of the message, beside those of the connection.
        allow_private: whether it may lead into a private network.
        seconds: how long it may take.

    Raises:
        NotFetched: there was no answer, or the address must not be asked. The message gives no part of the address
            but its host, for it may hold a token.
    """
    url = checked(address, "the address of the receiver")
    host = url.host
    ip = look_up(host, port(url), host, allow_private=allow_private)
    place = url.copy_with(host=f"[{ip}]" if isinstance(ip, IPv6Address) else str(ip))
    with (
        Deadline(seconds) as deadline,
        httpx.Client(trust_env=False, follow_redirects=False, timeout=httpx.Timeout(min(_SILENCE, seconds))) as client,
    ):
        request = client.build_request(
            "POST",
            place,
            content=data,
            headers={
                "Host": url.netloc.decode("ascii"),
                "User-Agent": f"discrepancy/{metadata.version('discrepancy')} (tells a newsroom of changed facts)",
                "Connection": "close",
                **headers,
            },
            extensions={"sni_hostname": url.raw_host.decode("ascii"), "trace": deadline.trace},
        )
        try:
            response = client.send(request, stream=True)  # the body is nobody's concern, however long it is
            response.close()
        except TROUBLE as problem:
            slow = deadline.over or isinstance(problem, httpx.TimeoutException)
            what = (
                "did not answer in time." if slow else f"can not be reached: {str(problem) or type(problem).__name__}."
            )
            raise NotFetched(
                what, where=host, remedy="Look whether it is up, and whether the address is right."
            ) from None
    return response.status_code
