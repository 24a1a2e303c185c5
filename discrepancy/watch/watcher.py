"""The watcher: looks at what is due, works off what it found, tells what is to be told, and waits."""

from __future__ import annotations

import datetime as dt
import logging
import os
import platform
import threading
from contextlib import ExitStack
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Self

from discrepancy.errors import StoreError
from discrepancy.fetching.asked import Fetcher
from discrepancy.followed import SourceKind
from discrepancy.settings import Settings
from discrepancy.store.versions import open_versions
from discrepancy.watch.channels import deliverers, means_of
from discrepancy.watch.clock import Clock, SystemClock
from discrepancy.watch.configuration import read_watch
from discrepancy.watch.configured import Watched
from discrepancy.watch.folder_events import FolderEvents
from discrepancy.watch.looking import Looking
from discrepancy.watch.status import Status, status_of
from discrepancy.watch.telling import Teller
from discrepancy.watch.working import Working

__all__ = ["Watcher"]

_LOG = logging.getLogger(__name__)
_TROUBLE = dt.timedelta(seconds=30)
"""How long is waited where the store can not be written: what was found is found again."""
_IDLE = dt.timedelta(minutes=1)
_JUMP = dt.timedelta(seconds=5)
"""A clock that goes back by less was put right by its server, as it is every hour."""
_CLEARED = dt.timedelta(hours=1)
"""How often bytes that are old enough are let go."""


class Watcher:
    """Follows stories; a context manager.

    One watcher at a time may have a store. It can be ended at any moment, killed too: what was to be done stands in the
    store, and the next one goes on there.

    Args:
        configuration: a TOML file (``docs/watch.md``), or what :func:`read_watch` made of one.
        clock: tells the time and waits; the computer's own if None.
        fetcher: asks addresses; one over HTTP, polite and within limits, if None.
        settings: of the checks; the defaults if None.
        language: of alerts that people read, as on the terminal; files for programs are in English.

    Raises:
        InputError: the configuration can not be read, or has a mistake in it.
        OutputError: what alerts are to be written to can not be; the message says why.
        StoreBusy: another watcher has the store.
        StoreError: it can not be used.
    """

    def __init__(
        self,
        configuration: Path | str | Watched,
        *,
        clock: Clock | None = None,
        fetcher: Fetcher | None = None,
        settings: Settings | None = None,
        language: str = "en",
    ) -> None:
        given = isinstance(configuration, Watched)
        self.watched: Watched = configuration if given else read_watch(Path(configuration))  # type: ignore[assignment,arg-type]  # narrowed by `given`
        self._clock = clock or SystemClock()
        self._ended = threading.Event()
        self._is_hurried = False
        self._last = self._clock.now()
        self._cleared: dt.datetime | None = None
        self.trouble = ""
        with ExitStack() as opened:
            self._versions = opened.enter_context(open_versions(self.watched.store))
            opened.enter_context(self._versions.hold(f"{platform.node()}, process {os.getpid()}"))
            asks = fetcher or _over_http(self.watched, self._ended)
            self._looking = Looking(self.watched, self._versions, asks, self._ended.is_set)
            self._working = Working(self.watched, self._versions, settings or Settings())
            channels = deliverers(
                self.watched, self._versions, means_of(self.watched, self._versions, self._clock.now, language)
            )
            for each in channels:
                each.check()
            self._teller = Teller(channels, self._versions, self.watched.hold, self._ended.is_set)
            self._looking.begin(self._clock.now())
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store, for another watcher."""
        self._opened.close()

    def stop(self) -> None:
        """Have :meth:`run` return once it has written down what it is at; a handler of signals may call it."""
        self._ended.set()
        self._clock.wake()

    def once(self) -> None:
        """Look at all that is due or was never looked at, work it off, tell what is due.

        Raises:
            StoreError: the store can not be written; nothing is lost.
        """
        self._looking.hurry_new(self._clock.now())
        self._round()

    def run(self, until: dt.datetime | None = None) -> None:
        """Follow until told to stop, or until a moment.

        Raises:
            StoreBroken: the store was taken away.
        """
        folders = [source.path for source in self.watched.sources if source.kind is SourceKind.FOLDER]
        with FolderEvents([path for path in folders if path is not None], self._hurry):
            while not self._ended.is_set() and (until is None or self._clock.now() < until):
                self._versions.ensure_there()
                waits = self._once_or_trouble()
                self._clock.wait(waits if until is None else min(waits, until))

    def status(self) -> Status:
        """How each source is, what is held back and what could not be delivered."""
        return status_of(self.watched, self._versions, self._clock.now(), trouble=self.trouble)

    def _once_or_trouble(self) -> dt.datetime:
        """Do what is due; when to look around next. A store that can not be written is tried again."""
        try:
            self._mind_jumps()
            self._round()
        except StoreError as problem:
            if str(problem) != self.trouble:
                _LOG.error("%s", problem)
            self.trouble = str(problem)
            self._working.forget()
            return self._clock.now() + _TROUBLE
        self.trouble = ""
        moments = [self._versions.next_due(), self._teller.next_moment(), self._clock.now() + _IDLE]
        return min(moment for moment in moments if moment is not None)

    def _round(self) -> None:
        now = self._clock.now()
        while not self._ended.is_set() and self._looking.look(now):
            self._work()
            self._looking.settle(now)
        self._work()
        self._teller.tell(self._clock.now())
        self._clear(now)

    def _work(self) -> None:
        while not self._ended.is_set() and self._working.work_one():
            pass

    def _hurry(self) -> None:
        self._is_hurried = True
        self._clock.wake()

    def _mind_jumps(self) -> None:
        """A clock that was set back leaves all of it due a long time from now."""
        now = self._clock.now()
        if now < self._last - _JUMP:
            _LOG.warning("The clock was set back by %s.", self._last - now)
            self._looking.mend(now)
        self._last = now
        if self._is_hurried:
            self._looking.hurry(now)
            self._is_hurried = False

    def _clear(self, now: dt.datetime) -> None:
        """Let go of bytes that are older than they have to be kept."""
        keep = self.watched.keep
        if keep is not None and (self._cleared is None or abs(now - self._cleared) >= _CLEARED):
            self._versions.let_go(now - keep)
            self._cleared = now


def _over_http(watched: Watched, ended: threading.Event) -> Fetcher:
    from discrepancy.fetching.asking import HttpFetcher  # httpx takes a while to import

    contact = f"; {watched.contact}" if watched.contact else ""
    return HttpFetcher(
        allow_private=watched.allow_private,
        agent=f"discrepancy/{metadata.version('discrepancy')} (follows articles for a newsroom{contact})",
        robots=watched.robots,
        excused=watched.robots_not_for,
        gap=watched.gap,
        pause=ended.wait,
    )
