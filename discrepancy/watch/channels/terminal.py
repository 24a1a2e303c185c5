"""Alerts on the terminal. One that is killed between showing a message and noting it shows that message again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from discrepancy.errors import OutputError
from discrepancy.followed import Telling
from discrepancy.watch.channels.kind import ChannelKind
from discrepancy.watch.channels.means import Means
from discrepancy.watch.channels.said import lines, one_line
from discrepancy.watch.configured import Channel
from discrepancy.watch.holding import folded

__all__ = ["CHANNEL", "told_lines"]


def deliver(telling: Telling, _channel: Channel, means: Means) -> None:
    """Show a message.

    Raises:
        OutputError: nobody can be shown anything: the other end of a pipe is closed, or the disk behind it is full.
    """
    try:
        means.write("".join(f"{line}\n" for line in told_lines(telling, means)))
    except (OSError, ValueError) as problem:  # a closed stream is a ValueError
        why = getattr(problem, "strerror", None) or str(problem)
        raise OutputError(
            f"Nothing can be shown ({why}).",
            where="standard output",
            remedy='Start it again, or have alerts written to a file: [[alerts]] with to = "file".',
        ) from problem


def told_lines(telling: Telling, means: Means) -> Iterator[str]:
    """The lines of a message: when and of which story, then each alert, then how to see more of it."""
    when = telling.at.astimezone(means.zone)
    yield f"{when:%Y-%m-%d %H:%M %Z}  {one_line(telling.title) or telling.story}"
    for alert in folded(telling.alerts):
        first, *others = lines(alert, means.language)
        yield f"  {alert.level.value} [{alert.kind.value}] {first}"
        yield from (f"    {line}" for line in others)
    store = f" --store {shlex.quote(means.store)}" if means.store else ""
    yield f"  {one_line(f'discrepancy timeline {telling.story}{store}')}"


CHANNEL = ChannelKind(name="terminal", deliver=deliver)
