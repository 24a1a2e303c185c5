"""The store of what is followed: what can be asked of it and what can be written to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from discrepancy.decided import Snapshot
from discrepancy.documents import Document, Sketch
from discrepancy.followed import Alert, Change, Found, Poll, Telling, Version, VersionState
from discrepancy.store.versions import (
    alerts,
    articles,
    contents,
    findings,
    keeping,
    names,
    outbox,
    polls,
    rows,
    sketches,
    stories,
)
from discrepancy.store.versions.opened import Opened
from discrepancy.store.versions.records import Kept, StoryRow

__all__ = ["Versions"]


class Versions(Opened):
    """An open store of what is followed; made by :func:`discrepancy.store.versions.open_versions`.

    Each method that writes is one transaction, and all inside of :meth:`together` are one. What a method returns was
    written to the disk before, unless it was called inside of that. Every method raises :class:`StoreError`, or one of
    those below it, where the file can not be used.
    """

    # Places that are looked at

    def poll(self, key: str) -> Poll | None:
        """The place of that key; None where there is none."""
        with self._session.reading() as connection:
            return polls.poll(connection, key)

    def polls(self) -> tuple[Poll, ...]:
        """All places, by their keys."""
        with self._session.reading() as connection:
            return polls.polls(connection)

    def due(self, now: dt.datetime, most: int) -> tuple[Poll, ...]:
        """The places whose time has come, the longest due first, so many at most."""
        with self._session.reading() as connection:
            return polls.due(connection, now, most)

    def next_due(self) -> dt.datetime | None:
        """When the first place is due; None where there is none."""
        with self._session.reading() as connection:
            return polls.next_due(connection)

    def put_poll(self, poll: Poll) -> None:
        """Write a place, over the one of its key."""
        with self._session.writing() as connection:
            polls.put_poll(connection, poll)

    def drop_poll(self, key: str) -> None:
        """Look at a place no more."""
        with self._session.writing() as connection:
            polls.drop_poll(connection, key)

    # Versions

    def keep(self, found: Found, seen: dt.datetime, *, own: bool) -> Kept:
        """Keep what was found: a new version of its article, unless it is, byte for byte, what it had last.

        The article is the one that the surest of the keys was met under before within the source; a new one where none
        was. It is known by all of them from then on. What only points to a page makes an article without a version.

        Args:
            found: what a look at a source found.
            seen: when; where the clock was set back, the version is as late as the one before it.
            own: whether it is the newsroom's own copy.

        Raises:
            ValueError: it has no key.
        """
        with self._session.writing() as connection:
            return keeping.keep(connection, found, seen, own=own)

    def unworked(self) -> Version | None:
        """The first version that is not worked off; None where all are."""
        with self._session.reading() as connection:
            return rows.unworked(connection)

    def unworked_count(self) -> int:
        """How many versions are not worked off."""
        with self._session.reading() as connection:
            return rows.unworked_count(connection)

    def is_waiting(self, article: str) -> bool:
        """Whether a version of an article is still to be worked off."""
        with self._session.reading() as connection:
            return rows.is_waiting(connection, article)

    def keys_of(self, article: str) -> tuple[str, ...]:
        """What an article is known by within its source, in the order in which it was met under them."""
        with self._session.reading() as connection:
            return articles.keys_of(connection, article)

    def files_of(self, source: str) -> dict[str, str]:
        """The files of a source that are there: the key of each ("path:…"), and the SHA-256 of its last bytes."""
        with self._session.reading() as connection:
            return articles.files_of(connection, source)

    def version(self, number: int) -> Version:
        """The version of that number.

        Raises:
            Unknown: there is none.
        """
        with self._session.reading() as connection:
            return rows.version(connection, number)

    def raw(self, number: int) -> tuple[str, bytes] | None:
        """The file's name and the bytes of a version, as they came; None where it has none, or they were let go."""
        with self._session.reading() as connection:
            return contents.raw(connection, number)

    def document(self, number: int) -> Document | None:
        """What a version was read as; None where it was not, or where an earlier program packed it otherwise."""
        with self._session.reading() as connection:
            return contents.document(connection, number)

    def before(self, number: int) -> Version | None:
        """The last version of the same article before this one that is an article, and is worked off."""
        with self._session.reading() as connection:
            return rows.before(connection, number)

    def finish(
        self,
        number: int,
        *,
        state: VersionState,
        why: str = "",
        document: Document | None = None,
        sketch: Sketch | None = None,
        story: str = "",
    ) -> None:
        """Work off a version.

        An article stands from then on, whatever superseded it; what is gone stands no more.

        Args:
            number: of the version.
            state: what it is.
            why: of what is no article, what it is, in words.
            document: what it was read as; its title and day become the version's.
            sketch: of its article from now on.
            story: the story that its article is of, as with :meth:`place`; empty where that stays as it is.

        Raises:
            Unknown: there is no such version.
        """
        with self._session.writing() as connection:
            article = keeping.finish(connection, number, state=state, why=why, document=document)
            if sketch is not None:
                sketches.put_sketch(connection, article, number, sketch)
            if story:
                stories.place(connection, article, story, sketch.day if sketch else None)

    def unchanged(self, number: int) -> bool:
        """Remove a version whose words are those of the one before it; its bytes are not read again.

        Nothing is done, and False returned, where the version right before it is no article: it was gone, or a stub,
        and is back, which is a version of its own and is to be finished.

        Raises:
            Unknown: there is no such version.
            ValueError: it is worked off.
        """
        with self._session.writing() as connection:
            return keeping.unchanged(connection, number)

    def articles_of(self, story: str) -> tuple[str, ...]:
        """The ids of a story's articles, by the first version of each."""
        with self._session.reading() as connection:
            return stories.articles_of(connection, story)

    def standing(self, story: str) -> tuple[Version, ...]:
        """What the articles of a story say now, by number: of each its last version that is an article.

        Left out are articles that are gone or superseded; only what is worked off counts.
        """
        with self._session.reading() as connection:
            return rows.standing(connection, story)

    def supersede(self, article: str, by: str) -> None:
        """Another article of the source took its place: its last version stands no more; a later one would.

        Raises:
            Unknown: there is no such article.
        """
        with self._session.writing() as connection:
            articles.supersede(connection, article, by)

    def versions_of(self, story: str) -> tuple[Version, ...]:
        """All versions of all articles of a story, by number."""
        with self._session.reading() as connection:
            return rows.versions_of(connection, story)

    def versions_of_article(self, article: str) -> tuple[Version, ...]:
        """All versions of an article, by number."""
        with self._session.reading() as connection:
            return rows.versions_of_article(connection, article)

    def last_seen(self) -> dt.datetime | None:
        """When the last version was seen; None where there is none."""
        with self._session.reading() as connection:
            return rows.last_seen(connection)

    # Stories

    def place(self, article: str, story: str, day: dt.date | None) -> None:
        """Say which story an article is of; the story is made where there is none of that id.

        Args:
            article: its id.
            story: the story's id, or a former one.
            day: what stands in for the day of its sketch, which must have been kept, where that says none.

        Raises:
            Unknown: there is no such article.
        """
        with self._session.writing() as connection:
            stories.place(connection, article, story, day)

    def merge(self, into: str, other: str) -> None:
        """Two stories are one: ``other`` is a former name of ``into`` from now on, and all that it had goes over.

        Raises:
            Unknown: one of them is no story.
        """
        with self._session.writing() as connection:
            stories.merge(connection, into, other)

    def story_of(self, name: str) -> str | None:
        """The id that a story is known by now, from its id, a former one, or a beginning of at least 4 letters.

        None where no story, or more than one, has a name that begins so.
        """
        with self._session.reading() as connection:
            return names.story_of(connection, name)

    def stories(self) -> tuple[StoryRow, ...]:
        """All stories, by when they were first seen."""
        with self._session.reading() as connection:
            return stories.stories(connection)

    def titles(self, ids: Iterable[str]) -> dict[str, str]:
        """The headlines of stories, by their ids; of what is no story, none."""
        with self._session.reading() as connection:
            return stories.titles(connection, ids)

    def sketches(self, since: dt.date) -> Iterator[tuple[str, Sketch, str]]:
        """Articles that were placed, each with the sketch of its latest version and its story.

        Those of a day from ``since`` on, or of no day, by the number of their first version.
        """
        after = 0
        while True:
            with self._session.reading() as connection:
                page = sketches.sketches(connection, since, after)
            yield from (told for _, told in page)
            if len(page) < sketches.PAGE:
                return
            after = page[-1][0]

    # What was found

    def snapshots(self, story: str) -> tuple[Snapshot, ...]:
        """The findings in what stood of a story when it was last looked at."""
        with self._session.reading() as connection:
            return findings.snapshots(connection, story)

    def put_snapshots(self, story: str, snapshots: Sequence[Snapshot]) -> None:
        """Keep the findings in what stands of a story, in place of those that were kept.

        Raises:
            Unknown: there is no such story.
        """
        with self._session.writing() as connection:
            findings.put_snapshots(connection, story, snapshots)

    def put_changes(self, number: int, changes: Sequence[Change]) -> None:
        """Keep what changed in a version, in place of what was kept of it.

        Raises:
            Unknown: there is no such version.
        """
        with self._session.writing() as connection:
            findings.put_changes(connection, number, changes)

    def changes(self, number: int) -> tuple[Change, ...]:
        """What changed in a version."""
        with self._session.reading() as connection:
            return findings.changes(connection, number)

    def changes_of(self, story: str) -> dict[int, tuple[Change, ...]]:
        """What changed in those versions of a story in which anything did, by their numbers."""
        with self._session.reading() as connection:
            return findings.changes_of(connection, story)

    # Alerts

    def add_alert(self, alert: Alert, *, due: dt.datetime) -> bool:
        """Add an alert, to be held back until ``due``; False where one of its key is there, and nothing is written."""
        with self._session.writing() as connection:
            return alerts.add_alert(connection, alert, due)

    def alerts(self, story: str | None = None, since: dt.datetime | None = None) -> tuple[Alert, ...]:
        """All alerts, those of one story, those that arose from a time on; in the order in which they were added."""
        with self._session.reading() as connection:
            return alerts.alerts(connection, story, since)

    def held(self) -> tuple[tuple[Alert, dt.datetime], ...]:
        """Alerts that are held back, each with when it is due, in the order in which they were added."""
        with self._session.reading() as connection:
            return alerts.held(connection)

    def release(self, keys: Iterable[str], tellings: Sequence[Telling]) -> None:
        """Hold these alerts back no more, and put messages into the outbox; one whose id is known is passed over."""
        with self._session.writing() as connection:
            alerts.let_out(connection, keys)
            outbox.put_out(connection, tellings)

    def outbox(self, channel: str | None = None, now: dt.datetime | None = None) -> tuple[Telling, ...]:
        """Messages that are not delivered: all, those to one channel, those whose time has come; in their order."""
        with self._session.reading() as connection:
            return outbox.outbox(connection, channel, now)

    def tried(self, id: str, *, next_at: dt.datetime | None, why: str) -> None:  # noqa: A002 - what a message calls it
        """A message was tried, did not arrive, and is tried again at ``next_at``.

        Raises:
            Unknown: there is no such message.
        """
        with self._session.writing() as connection:
            outbox.tried(connection, id, next_at, why)

    def delivered(self, id: str, at: dt.datetime) -> None:  # noqa: A002 - what a message calls it
        """A message arrived.

        Raises:
            Unknown: there is no such message.
        """
        with self._session.writing() as connection:
            outbox.delivered(connection, id, at)

    def told(self, most: int) -> tuple[Alert, ...]:
        """Alerts that are held back no more, the last ones first, so many at most."""
        with self._session.reading() as connection:
            return alerts.told(connection, most)

    # Retention

    def let_go(self, before: dt.datetime) -> int:
        """Drop the bytes of versions that were last seen before a time; how many bytes they took up.

        Versions, what they were read as, and what changed in them stay; what is not worked off keeps its bytes.
        """
        with self._session.writing() as connection:
            return contents.let_go(connection, before)
