"""What a module of this folder tells of itself: its kind of channel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from discrepancy.followed import Telling
from discrepancy.watch.channels.means import Means
from discrepancy.watch.configured import Channel

__all__ = ["ChannelKind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelKind:
    """A way to tell alerts.

    Attributes:
        name: what ``to`` calls it.
        deliver: brings a message; raises ``OutputError`` where it has to be tried again. A message that was brought
            already, and is brought again because the note of it was lost, is to be told once all the same.
        check: finds out, before there is anything to tell, whether that is possible; raises ``OutputError``.
        keys: which keys of a channel's table are for it, beside those that are for all.
        needs: which of them it can not be without.
    """

    name: str
    deliver: Callable[[Telling, Channel, Means], None]
    check: Callable[[Channel, Means], None] = lambda _channel, _means: None
    keys: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
