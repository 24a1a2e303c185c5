"""Pages that the user names by their address, fetched and kept. The one room that reaches for a network.

Nothing else in the package does, and this one only for an address that was given outright: links in what was fetched
are never followed.
"""

from __future__ import annotations

from discrepancy.fetching.fetch import fetch, is_address

__all__ = ["fetch", "is_address"]
