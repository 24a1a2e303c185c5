"""Which alerts a channel is told."""

from __future__ import annotations

from discrepancy.followed import Alert
from discrepancy.watch.configured import Channel

__all__ = ["wanted"]


def wanted(channel: Channel, alert: Alert) -> bool:
    """Whether the channel is told the alert: all that the configuration asks for has to fit, and what it does not does.

    Alerts of a change, such as a correction, are of no rule: a channel that asks for rules is not told them.
    """
    return (
        alert.level.rank >= channel.level.rank
        and (not channel.kinds or alert.kind in channel.kinds)
        and (not channel.rules or alert.rule in channel.rules)
        and (not channel.sources or not set(channel.sources).isdisjoint(alert.sources))
        and (not channel.stories or alert.story.startswith(channel.stories))
    )
