"""Telling: alerts that were held back long enough become messages, and messages are brought to their channels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from discrepancy.errors import OutputError
from discrepancy.followed import Telling
from discrepancy.store.versions import Versions
from discrepancy.watch.channels import Deliverer
from discrepancy.watch.holding import release
from discrepancy.watch.side_by_side import side_by_side

__all__ = ["Teller"]

_FAR_OFF = dt.timedelta(days=1)
"""No message waits longer for its next attempt: what is due later was tried when the clock was ahead."""


class Teller:
    """Brings alerts to channels. What can not be brought stays in the store and is tried again.

    Args:
        channels: where to.
        versions: the store.
        hold: for how long alerts are held back.
        ended: whether the program is to end: then no receiver is waited for.
    """

    def __init__(
        self,
        channels: Sequence[Deliverer],
        versions: Versions,
        hold: dt.timedelta,
        ended: Callable[[], bool] = lambda: False,
    ) -> None:
        self._channels = {each.channel.name: each for each in channels}
        self._versions = versions
        self._hold = hold
        self._ended = ended

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
                if not self._deliver(deliverer, telling):
                    return
            except OutputError as problem:
                stuck[telling.channel] = problem
                self._versions.tried(telling.id, next_at=deliverer.again(telling, now), why=str(problem))
            else:
                self._versions.delivered(telling.id, now)

    def _deliver(self, deliverer: Deliverer, telling: Telling) -> bool:
        """Bring a message; False where the program is to end before its receiver has said anything."""

        def bring(given: Telling) -> bool:
            deliverer.deliver(given)
            return True

        if deliverer.channel.address:
            return bool(side_by_side(bring, [telling], self._ended)[0])
        return bring(telling)

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
        titles = self._versions.titles(alert.story for alert, _ in held)
        keys, tellings = release(held, [each.channel for each in self._channels.values()], now, titles, hold=self._hold)
        if keys or tellings:
            self._versions.release(keys, tellings)
