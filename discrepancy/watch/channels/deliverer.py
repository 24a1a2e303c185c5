"""Brings messages to one channel, and says when one that was not taken is tried again."""

from __future__ import annotations

import datetime as dt
from typing import Final

from discrepancy.followed import Telling
from discrepancy.watch.channels.closed import ChannelClosed
from discrepancy.watch.channels.kind import ChannelKind
from discrepancy.watch.channels.means import Means
from discrepancy.watch.configured import Channel

__all__ = ["Deliverer"]

_SOON: Final = dt.timedelta(seconds=30)
_RAREST: Final = dt.timedelta(hours=6)
_CLOSED: Final = dt.timedelta(days=1)
_MOST_DOUBLINGS: Final = 10
"""Half a minute is longer than six hours by then."""


class Deliverer:
    """Brings messages to one channel.

    Args:
        channel: what the configuration says of it.
        kind: of which kind it is.
        means: what it reaches the outside with.
    """

    def __init__(self, channel: Channel, kind: ChannelKind, means: Means) -> None:
        self.channel = channel
        self._kind = kind
        self._means = means
        self._closed: ChannelClosed | None = None

    def check(self) -> None:
        """Find out, before there is anything to tell, whether messages can be brought.

        Raises:
            OutputError: why they can not.
        """
        self._kind.check(self.channel, self._means)

    def deliver(self, telling: Telling) -> None:
        """Bring a message. A receiver that said it wants no more is not asked again as long as this runs.

        Raises:
            OutputError: it was not taken, and is to be tried :meth:`again`.
        """
        if self._closed is not None:
            raise self._closed
        try:
            self._kind.deliver(telling, self.channel, self._means)
        except ChannelClosed as problem:
            self._closed = problem
            raise

    def again(self, telling: Telling, now: dt.datetime) -> dt.datetime:
        """When a message that was not taken is tried next: after half a minute, a minute, two … six hours."""
        if self._closed is not None:
            return now + _CLOSED
        return now + min(_SOON * (1 << min(telling.attempts, _MOST_DOUBLINGS)), _RAREST)
