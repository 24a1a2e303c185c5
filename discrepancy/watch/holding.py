"""Holding back: alerts of one story that come close together are one message, and what goes on moving is one line.

The wait begins with the first alert that is held, so a toll that moves for hours is told all the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from discrepancy.followed import Alert, AlertKind, AlertValue, Telling
from discrepancy.watch.choosing import wanted
from discrepancy.watch.configured import Channel

__all__ = ["folded", "release"]

_CHANGES: Final = frozenset({AlertKind.FIGURE_CHANGED, AlertKind.UNLABELLED_CHANGE})
"""Their values are what it was and what it is: those of several are one chain."""
_FOLDED: Final = _CHANGES | {AlertKind.CONTRADICTION}


def release(
    held: Sequence[tuple[Alert, dt.datetime]],
    channels: Sequence[Channel],
    now: dt.datetime,
    titles: Mapping[str, str],
    *,
    hold: dt.timedelta | None = None,
) -> tuple[tuple[str, ...], tuple[Telling, ...]]:
    """What is told now.

    All alerts of a story are released as soon as one of them is due. A channel that is told at once gets a message for
    each alert that is held, whether it is due or not: the same one as long as it is held, with the same id, so the
    store takes it once. What no channel wants is released, and told nobody.

    Args:
        held: alerts that are held, by order of adding, each with the time when it is due.
        channels: where to.
        now: the time.
        titles: of stories, by their ids.
        hold: for how long alerts are held at most. One that is due later than that was set when the clock was ahead,
            and is due now.

    Returns:
        The keys of the alerts that are no longer held, and the messages, in the order of the stories' first alerts.
    """
    due = {alert.story for alert, when in held if when <= now or (hold is not None and when > now + hold)}
    stories: dict[str, list[Alert]] = {}
    for alert, _ in held:
        stories.setdefault(alert.story, []).append(alert)
    tellings = [
        _telling(channel, story, titles, now, group)
        for story, alerts in stories.items()
        for channel in channels
        for group in _groups(channel, alerts, is_due=story in due)
    ]
    return tuple(alert.key for alert, _ in held if alert.story in due), tuple(tellings)


def folded(alerts: Sequence[Alert]) -> tuple[Alert, ...]:
    """The alerts of a message as they are written: those of one kind in one thread are one.

    It stands where the last of them does and says what that one says. Of changes it gives all values on the way, 14,
    17, 21, 23, and of a contradiction those of the last. Its level is the gravest of theirs.
    """
    threads: dict[tuple[str, ...], list[Alert]] = {}
    for alert in alerts:
        lone = not alert.thread or alert.kind not in _FOLDED
        key = (alert.key,) if lone else (alert.thread, alert.kind.value)
        threads.setdefault(key, []).append(alert)
    order = {alert.key: place for place, alert in enumerate(alerts)}
    lasts = sorted(threads.values(), key=lambda thread: order[thread[-1].key])
    return tuple(_fold(thread) for thread in lasts)


def _groups(channel: Channel, alerts: Sequence[Alert], *, is_due: bool) -> Sequence[Sequence[Alert]]:
    asked = [alert for alert in alerts if wanted(channel, alert)]
    if channel.at_once:
        return [[alert] for alert in asked]
    return [asked] if asked and is_due else []


def _telling(
    channel: Channel, story: str, titles: Mapping[str, str], now: dt.datetime, alerts: Sequence[Alert]
) -> Telling:
    parts = "\n".join([channel.name, *sorted(alert.key for alert in alerts)])
    return Telling(
        id=hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        channel=channel.name,
        story=story,
        title=titles.get(story, ""),
        at=now,
        alerts=tuple(alerts),
    )


def _fold(thread: Sequence[Alert]) -> Alert:
    last = thread[-1]
    if len(thread) == 1:
        return last
    level = max((alert.level for alert in thread), key=lambda each: each.rank)
    if last.kind not in _CHANGES:
        return replace(last, level=level)
    sources = sorted({source for alert in thread for source in alert.sources})
    return replace(last, level=level, sources=tuple(sources), values=_chain(thread))


def _chain(thread: Sequence[Alert]) -> tuple[AlertValue, ...]:
    """The values of all, one after the other: what one ends with the next begins with, and that is given once."""
    values: list[AlertValue] = []
    for alert in thread:
        for value in alert.values:
            if not values or value.label != values[-1].label:
                values.append(value)
    return tuple(values)
