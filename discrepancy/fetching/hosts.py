"""Where an address leads: its host looked up, and refused where it lies in a private network."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from discrepancy.errors import NotFetched
from discrepancy.fetching.refusals import Barred

__all__ = ["Ip", "is_public", "look_up"]

Ip = IPv4Address | IPv6Address

_NAT64 = IPv6Network("64:ff9b::/96")
"""Source: RFC 6052: the last 32 bits are the IPv4 address that is reached."""
_GLOBAL = IPv6Network("2000::/3")
"""Source: IANA's registry of IPv6 address space: all of the public internet lies in it. What lies outside is local,
or carries an IPv4 address in a way of long ago."""


def look_up(host: str, port: int, address: str, *, allow_private: bool) -> Ip:
    """The one IP address that is connected to, so that a second look-up can not lead elsewhere.

    Args:
        host: a name, or an IP address as text (IPv6 without brackets).
        port: for the look-up.
        address: the whole address, for the message.
        allow_private: whether addresses of private networks will do.

    Raises:
        Barred: one of its addresses is private and may not be used.
        NotFetched: there is no such host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotFetched(
            f"can not be fetched: there is no host {host!r}, or no connection.",
            where=address,
            remedy="Check the spelling and the network, or save the page and give the file.",
        ) from None
    every = [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not allow_private and not all(is_public(ip) for ip in every):
        raise Barred(
            f"leads into a private network ({next(ip for ip in every if not is_public(ip))}) and was not fetched.",
            where=address,
            remedy="If that is your own server, say so with --allow-private; in the file of `discrepancy watch`, with"
            " allow_private = true.",
        )
    return every[0]


def is_public(ip: Ip) -> bool:
    """Whether an address is one of the public internet; one that carries an IPv4 address is as public as that."""
    inner = _carried(ip)
    if inner is not None:
        return is_public(inner)
    return ip.is_global and not ip.is_multicast and (isinstance(ip, IPv4Address) or ip in _GLOBAL)


def _carried(ip: Ip) -> IPv4Address | None:
    if isinstance(ip, IPv4Address):
        return None
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
