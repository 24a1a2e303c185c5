"""Telling: alerts that were held back long enough become messages, and messages are brought to their channels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from discrepancy.errors import OutputError
from discrepancy.store.versions import Versions
from discrepancy.watch.channels import Deliverer
from discrepancy.watch.holding import release

__all__ = ["Teller"]

_FAR_OFF = dt.timedelta(days=1)
"""No message waits longer for its next attempt: what is due later was tried when the clock was ahead."""


class Teller:
    """Brings alerts to channels. What can not be brought stays in the store and is tried again.

    Args:
        channels: where to.
        versions: the store.
        hold: for how long alerts are held back.
    """

    def __init__(self, channels: Sequence[Deliverer], versions: Versions, hold: dt.timedelta) -> None:
        self._channels = {each.channel.name: each for each in channels}
        self._versions = versions
        self._hold = hold

    def tell(self, now: dt.datetime) -> None:
        """Release what is due, and try what was not delivered."""
        self._release(now)
        stuck: dict[str, OutputError] = {}
        for telling in self._versions.outbox():
            if telling.next_at is not None and now < telling.next_at <= now + _FAR_OFF:
                continue
            deliverer = self._channels.get(telling.channel)
            if deliverer is None:  # the configuration no longer has it: it waits, should the channel come back
                continue
            try:
                if telling.channel in stuck:  # who did not answer a moment ago would only keep the others waiting
                    raise stuck[telling.channel]
                deliverer.deliver(telling)
            except OutputError as problem:
                stuck[telling.channel] = problem
                self._versions.tried(telling.id, next_at=deliverer.again(telling, now), why=str(problem))
            else:
                self._versions.delivered(telling.id, now)

    def next_moment(self) -> dt.datetime | None:
        """When something is due next; None where nothing waits."""
        moments = [due for _, due in self._versions.held()]
        moments += [
            telling.next_at
            for telling in self._versions.outbox()
            if telling.next_at is not None and telling.channel in self._channels
        ]
        return min(moments, default=None)

    def _release(self, now: dt.datetime) -> None:
        held = self._versions.held()
        at_once = any(each.channel.at_once for each in self._channels.values())
        if not held or not (at_once or any(due <= now or due > now + self._hold for _, due in held)):
            return
        titles = {row.id: row.title for row in self._versions.stories()}
        keys, tellings = release(held, [each.channel for each in self._channels.values()], now, titles, hold=self._hold)
        if keys or tellings:
            self._versions.release(keys, tellings)
