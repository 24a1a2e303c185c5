"""A receiver that wants no more."""

from __future__ import annotations

from discrepancy.errors import OutputError

__all__ = ["ChannelClosed"]


class ChannelClosed(OutputError):
    """The receiver says that it is gone for good."""
