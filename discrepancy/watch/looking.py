"""Looking at what is due: asked side by side, kept one after the other."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace

from discrepancy.errors import DiscrepancyError, StoreError
from discrepancy.fetching.asked import Fetcher
from discrepancy.followed import Condition, Found, Poll, SourceKind, VersionState
from discrepancy.store.versions import Kept, Versions
from discrepancy.watch.configured import Source, Watched
from discrepancy.watch.polling import Looked, look_at_feed, look_at_folder, look_at_page
from discrepancy.watch.schedule import DAY, after, first, first_of_page, mended, page_key, paged, source_key
from discrepancy.watch.side_by_side import side_by_side

__all__ = ["Looking"]

_LOG = logging.getLogger(__name__)
_AT_ONCE = 64
"""Places that are looked at before what they gave is worked off: a poll of a thousand feeds keeps nothing waiting."""
_ARTICLE = page_key("")
_TOLD = frozenset({VersionState.ARTICLE, VersionState.GONE})


class Looking:
    """Looks at sources, and at the pages that feeds lead to.

    Args:
        watched: the configuration.
        versions: the store.
        fetcher: asks addresses.
        ended: whether the program is to end: then nothing more is asked.
    """

    def __init__(self, watched: Watched, versions: Versions, fetcher: Fetcher, ended: Callable[[], bool]) -> None:
        self._sources: Mapping[str, Source] = {source.name: source for source in watched.sources}
        self._days = watched.days
        self._versions = versions
        self._fetcher = fetcher
        self._ended = ended
        self._fresh: list[Looked] = []

    def begin(self, now: dt.datetime) -> None:
        """Bring what is to be looked at in line with the configuration, and with a clock that was set back."""
        with self._versions.together():
            known = {poll.key: poll for poll in self._versions.polls()}
            following = {poll.source for poll in known.values() if poll.key.startswith(_ARTICLE)}
            for poll in known.values():
                asked = self._sources.get(poll.source)
                if asked is None or (poll.key.startswith(_ARTICLE) and not asked.follow):
                    self._versions.drop_poll(poll.key)
            for source in self._sources.values():
                found, place = known.get(source_key(source.name)), first(source, now).address
                if found is None:
                    self._versions.put_poll(first(source, now))
                elif found.address != place or (source.follow and source.name not in following):
                    # asked where the file says, not where a redirect led to, and read anew: its pages may be wanted now
                    self._versions.put_poll(replace(found, address=place, etag="", modified="", digest=""))
            self.mend(now)

    def hurry_new(self, now: dt.datetime) -> None:
        """Look at once at all sources that were never looked at."""
        with self._versions.together():
            for poll in self._versions.polls():
                if poll.condition is Condition.NEW and poll.next_at > now:
                    self._versions.put_poll(replace(poll, next_at=now))

    def look(self, now: dt.datetime) -> bool:
        """Look at some of what is due; whether anything was."""
        self._fresh.clear()
        due = self._versions.due(now, _AT_ONCE)
        if not due:
            return False
        looked = side_by_side(lambda poll: self._look(poll, now), due, self._ended)
        with self._versions.together():  # the disk is waited for once
            for each in looked:
                if each is not None:
                    self._keep(each, now)
        return True

    def settle(self, now: dt.datetime) -> None:
        """Set when pages are looked at next, once what the last look found is worked off and known to be a change."""
        if self._fresh:
            with self._versions.together():
                for looked in self._fresh:
                    poll = self._versions.poll(looked.poll.key)
                    if poll is not None:  # it may be known by now that a wall stands there
                        told = replace(looked.poll, condition=poll.condition, why=poll.why)
                        self._put(poll.key, self._page_after(replace(looked, poll=told), now))
            self._fresh.clear()

    def hurry(self, now: dt.datetime) -> None:
        """Look at all folders next, for something in one of them has changed."""
        folders = [name for name, source in self._sources.items() if source.kind is SourceKind.FOLDER]
        with self._versions.together():
            for poll in filter(None, map(self._versions.poll, map(source_key, folders))):
                if poll.next_at > now:
                    self._versions.put_poll(replace(poll, next_at=now))

    def mend(self, now: dt.datetime) -> None:
        """Pull in what a clock that was set back has put far off."""
        with self._versions.together():
            for poll in self._versions.polls():
                better = mended(poll, now, self._every(poll))
                if better != poll:
                    self._versions.put_poll(better)

    def _every(self, poll: Poll) -> dt.timedelta:
        source = self._sources[poll.source]
        return source.pages_every if poll.key.startswith(_ARTICLE) else source.every

    def _look(self, poll: Poll, now: dt.datetime) -> Looked | None:
        """One look; None where there is no time for it. Whatever goes wrong with one, the others are looked at."""
        if self._ended():
            return None
        source = self._sources[poll.source]
        try:
            if poll.key.startswith(_ARTICLE):
                article = self._versions.keys_of(poll.key.removeprefix(_ARTICLE))
                return look_at_page(source, poll, self._fetcher, now, article)
            if source.kind is SourceKind.FEED:
                return look_at_feed(source, poll, self._fetcher, now)
            if source.kind is SourceKind.PAGE:
                return look_at_page(source, poll, self._fetcher, now, ())
            return look_at_folder(source, poll, self._versions.files_of(source.name), now)
        except StoreError:
            raise
        except DiscrepancyError as problem:
            why = str(problem)
        except Exception as problem:  # noqa: BLE001 - one source that no reader bears must not stop the others
            _LOG.warning("%s: %s could not be looked at (%r).", source.name, poll.address, problem)
            why = f"could not be looked at: its reader failed ({type(problem).__name__}). Report it, please."
        return Looked(replace(poll, condition=Condition.MALFORMED, why=why, asked_at=now))

    def _keep(self, looked: Looked, now: dt.datetime) -> None:
        """Keep what a look found and when the place is looked at next: both, or neither."""
        source, poll = self._sources[looked.poll.source], looked.poll
        kept = [self._keep_one(source, found, now) for found in looked.found]
        changed = any(each.number is not None or each.new for each in kept)
        if not poll.key.startswith(_ARTICLE):
            self._say(poll)
            again = after(poll, poll.condition, now, every=source.every, changed=changed, wait=looked.wait)
            self._versions.put_poll(again)
            return
        self._put(poll.key, self._page_after(looked, now))
        if changed:
            self._fresh.append(looked)

    def _say(self, poll: Poll) -> None:
        """A line in the log where a source came into trouble, or out of it."""
        before = self._versions.poll(poll.key)
        if before is None or before.condition is poll.condition:
            return
        if poll.condition is not Condition.WELL:
            _LOG.warning("%s is %s: %s", poll.source, poll.condition.value, poll.why)
        elif before.condition is not Condition.NEW:
            _LOG.warning("%s is well again.", poll.source)

    def _put(self, key: str, poll: Poll | None) -> None:
        if poll is None:
            self._versions.drop_poll(key)
        else:
            self._versions.put_poll(poll)

    def _page_after(self, looked: Looked, now: dt.datetime) -> Poll | None:
        """A page after a look: other bytes, as adverts bring them, are no change, nor is a wall; a version is."""
        poll = looked.poll
        known = self._versions.versions_of_article(poll.key.removeprefix(_ARTICLE))
        told = [version.seen for version in known if version.state in _TOLD]
        seen = replace(poll, changed_at=told[-1] if told else poll.changed_at)
        every = self._sources[poll.source].pages_every
        return paged(seen, poll.condition, now, every=every, days=self._days, wait=looked.wait)

    def _keep_one(self, source: Source, found: Found, now: dt.datetime) -> Kept:
        kept = self._versions.keep(found, now, own=source.own)
        if found.follow and found.address and (kept.new or self._is_left(kept.article, now)):
            self._versions.put_poll(first_of_page(kept.article, source, found.address, now))
        return kept

    def _is_left(self, article: str, now: dt.datetime) -> bool:
        """Whether an article still moves and its page is not looked at: its source was taken out and is back."""
        if self._versions.poll(page_key(article)) is not None:
            return False
        known = self._versions.versions_of_article(article)
        return bool(known) and now - known[-1].seen < self._days * DAY
