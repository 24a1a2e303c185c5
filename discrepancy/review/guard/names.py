"""Under which names the desk may be asked, and from which pages.

A page of somebody else's may have its name lead to this machine (DNS rebinding): a browser then sends that name as the
``Host``, and it is none of ours. An address in figures can not be led elsewhere. A page that is open at another origin
gives itself away by ``Origin`` and ``Sec-Fetch-Site``, which no script can set.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from discrepancy.review.refusals import Refused

__all__ = ["LOOPBACK", "is_loopback", "other_name", "other_origin"]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def is_loopback(host: str) -> bool:
    """Whether an address or name to listen on can be reached from this machine alone."""
    if host.lower() == "localhost":
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def other_name(hosts: list[str], known: Iterable[str], *, figures: bool) -> Refused | None:
    """Why the ``Host`` of a request will not do; None where it does.

    Args:
        hosts: every header of that name.
        known: the names that are ours, in lower case.
        figures: whether any address in figures does.
    """
    match = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    if match is None:
        return Refused(400, "The request does not say which host it asks.", "Send one Host header.")
    name = match["name"].strip("[]").lower().rstrip(".")
    if name in known or (figures and _address(name) is not None):
        return None
    return Refused(
        403,
        "The desk is not to be asked under this name.",
        "Use the address that it printed when it started, or start it with --name NAME.",
    )


def other_origin(method: str, origin: str | None, site: str | None, mode: str | None, host: str) -> Refused | None:
    """Why a request may not come from where it does; None where it may.

    Args:
        method: of the request.
        origin: its ``Origin``; None where it has none, as that of a program.
        site: its ``Sec-Fetch-Site``, likewise.
        mode: its ``Sec-Fetch-Mode``, likewise.
        host: its ``Host``.
    """
    foreign = Refused(
        403, "The request comes from a page of another site.", "Open the desk's own page and do it there."
    )
    if method in _SAFE:
        return foreign if site in {"cross-site", "same-site"} and mode != "navigate" else None
    if site is not None and site not in {"same-origin", "none"}:
        return foreign
    if origin is None:
        return None
    try:
        parts = urlsplit(origin)
    except ValueError:
        return foreign
    return None if parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower() else foreign


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None
