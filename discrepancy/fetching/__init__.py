"""Addresses on the web: pages that the user names, fetched and kept, and sources that are asked again and again.

The one room that reaches for a network. It asks for an address that it is given and for where that leads, and for the
robots.txt of hosts that are asked again and again; links in what was fetched are never followed here.
"""

from __future__ import annotations

from discrepancy.fetching.fetch import fetch, is_address

__all__ = ["fetch", "is_address"]
