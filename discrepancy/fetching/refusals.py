"""Why an address gave nothing, where that is more than "it could not be fetched": so that nobody reads messages."""

from __future__ import annotations

from discrepancy.errors import NotFetched

__all__ = ["Barred", "Endless", "Unusable"]


class Barred(NotFetched):
    """It must not be asked: it is no address of a page, lies in a private network, or robots.txt says no."""


class Unusable(NotFetched):
    """There was an answer, and it can not be used: it is too large, damaged, or leads on and on."""


class Endless(Unusable):
    """It leads on to another address again and again, or in a circle."""
