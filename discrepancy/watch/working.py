"""Working a version off: it is read, placed in a story, held against what stood before, and judged.

All that is slow is done before anything is written, and all that is written is one transaction: whoever decides at a
desk meanwhile does not wait, and a program that is killed does the version again, with the same outcome.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from discrepancy.documents import Document, Sketch, SourceRole
from discrepancy.errors import DiscrepancyError
from discrepancy.followed import Change, Condition, SourceKind, Version, VersionState
from discrepancy.settings import Settings
from discrepancy.store.versions import Versions
from discrepancy.stories.grouping import sketch as sketch_of
from discrepancy.watch.changes import changes
from discrepancy.watch.configured import Source, Watched
from discrepancy.watch.judged import Judged, Moved, News, Told
from discrepancy.watch.judging import judge
from discrepancy.watch.placing import Placed, Placing, supersedes
from discrepancy.watch.reading import Read, read_version
from discrepancy.watch.retractions import retraction_alerts
from discrepancy.watch.schedule import page_key, source_key

__all__ = ["Working"]

_LOG = logging.getLogger(__name__)
_LATE = dt.timedelta(days=2)
"""How much longer than the window stories are held: what is seen late may be dated earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What is written of a version that is an article."""

    new: Told
    sketch: Sketch
    placed: Placed
    judged: Judged
    changes: tuple[Change, ...] = ()
    superseded: str = ""


class Working:
    """Works versions off, in the order in which they were seen.

    Args:
        watched: the configuration.
        versions: the store.
        settings: of the checks.
    """

    def __init__(self, watched: Watched, versions: Versions, settings: Settings) -> None:
        self._sources = {source.name: source for source in watched.sources}
        self._window = dt.timedelta(days=watched.days)
        self._hold = watched.hold
        self._versions = versions
        self._settings = settings
        self._placing: Placing | None = None
        self._day: dt.date | None = None

    def work_one(self) -> bool:
        """Work off the first version that is to be; whether there was one.

        Raises:
            StoreError: the store can not be read or written; nothing of the version was.
        """
        version = self._versions.unworked()
        if version is None:
            return False
        if version.state is VersionState.GONE:
            self._versions.finish(version.number, state=VersionState.GONE)
            return True
        raw = self._versions.raw(version.number)
        if raw is None:  # retention never takes what is not worked off: somebody else did
            self._versions.finish(version.number, state=VersionState.UNREADABLE, why="its bytes are not there any more")
            return True
        before = self._versions.before(version.number)
        known = self._versions.document(before.number) if before else None
        source = self._sources.get(version.source) or _unknown(version.source)
        read = read_version(*raw, version, source, self._settings, known)
        if read.document is None:
            self._put_aside(version, read)
        elif not (read.same_words and self._versions.unchanged(version.number)):
            self._settle(version, read.document, Told(before, known) if before and known else None, read.why)
        return True

    def forget(self) -> None:
        """Make what is held in memory anew of the store: a transaction failed, and the two may differ."""
        self._placing = None

    def _put_aside(self, version: Version, read: Read) -> None:
        """Work off what is no article; where a wall stands before a page, its place says so."""
        with self._versions.together():
            self._versions.finish(version.number, state=read.state, why=read.why)
            if read.state is VersionState.STUB:
                places = map(self._versions.poll, (page_key(version.article), source_key(version.source)))
                for poll in places:
                    if poll is not None and poll.condition is Condition.WELL and poll.address == version.address:
                        self._versions.put_poll(replace(poll, condition=Condition.WALLED, why=read.why))

    def _settle(self, version: Version, document: Document, before: Told | None, why: str) -> None:
        sketch = sketch_of(document)
        placing = self._stories(version.seen.date(), sketch)
        placed = Placed(version.story) if version.story else placing.place(version.article, sketch)
        placing.update(version.article, sketch)
        try:
            try:
                outcome = self._outcome(version, document, before, sketch, placed)
            except DiscrepancyError:
                raise
            except Exception as problem:  # noqa: BLE001 - one text that trips the rules must not hold up all others
                why = f"It could not be compared with other versions ({type(problem).__name__})."
                _LOG.warning("%s, version %d: %s", version.source, version.number, why)
                outcome = self._uncompared(version, document, sketch, placed)
            self._write(outcome, why)
        except BaseException:
            self.forget()
            raise

    def _outcome(
        self, version: Version, document: Document, before: Told | None, sketch: Sketch, placed: Placed
    ) -> _Outcome:
        now = replace(version, story=placed.story, title=document.title, published=document.published)
        new = Told(now, document)
        others = [told for told in self._standing(placed) if told.version.article != version.article]
        superseded = ""
        if before is None and self._is_wire(version.source):
            superseded = _superseded(new, sketch, others)
            before = next((told for told in others if told.version.article == superseded), None)
        standing = [told for told in others if told.version.article != superseded]
        found = changes(before.document, document, self._settings) if before else ()
        news = News(
            story=placed.story,
            new=new,
            moved=tuple(Moved(change, before, new) for change in found) if before else (),
            standing=(*standing, new),
            earlier=tuple(self._earlier(placed)),
            snapshots=tuple(each for name in _names(placed) for each in self._versions.snapshots(name)),
            matters=tuple(each for name in _names(placed) for each in self._versions.decisions.matters(name)),
        )
        judged = judge(news, self._settings)
        taken_back = retraction_alerts(news, before.document if before else None)
        judged = replace(judged, alerts=(*taken_back, *judged.alerts))
        return _Outcome(new=new, sketch=sketch, placed=placed, judged=judged, changes=found, superseded=superseded)

    def _uncompared(self, version: Version, document: Document, sketch: Sketch, placed: Placed) -> _Outcome:
        """A version of which no more is said than that it is there."""
        now = replace(version, story=placed.story, title=document.title, published=document.published)
        snapshots = tuple(each for name in _names(placed) for each in self._versions.snapshots(name))
        judged = Judged(alerts=(), snapshots=snapshots)
        return _Outcome(new=Told(now, document), sketch=sketch, placed=placed, judged=judged)

    def _write(self, outcome: _Outcome, why: str) -> None:
        version, story = outcome.new.version, outcome.placed.story
        with self._versions.together():
            self._versions.finish(
                version.number,
                state=VersionState.ARTICLE,
                why=why,
                document=outcome.new.document,
                sketch=outcome.sketch,
                story=story,
            )
            for other in outcome.placed.merged:
                self._versions.merge(story, other)
            if outcome.superseded:
                self._versions.supersede(outcome.superseded, version.article)
            self._versions.put_changes(version.number, outcome.changes)
            self._versions.put_snapshots(story, outcome.judged.snapshots)
            for alert in outcome.judged.alerts:
                self._versions.add_alert(alert, due=alert.at + self._hold)

    def _is_wire(self, name: str) -> bool:
        """Whether a source's next version comes as an article of its own; of any other, two articles are two."""
        source = self._sources.get(name)
        return source is not None and source.role is SourceRole.WIRE

    def _standing(self, placed: Placed) -> Iterable[Told]:
        for name in _names(placed):
            for version in self._versions.standing(name):
                if version.source not in self._sources:  # the configuration has it no more, or by another name
                    continue
                if self._versions.is_waiting(version.article):  # it has changed since, and is judged when that is read
                    continue
                document = self._versions.document(version.number)
                if document is not None:
                    yield Told(version, document)

    def _earlier(self, placed: Placed) -> Iterable[Moved]:
        """What took the place of what between earlier versions: others may still have it, or only lag behind."""
        for name in _names(placed):
            for number, found in sorted(self._versions.changes_of(name).items()):
                before = self._versions.before(number)
                told = [self._told(each) for each in (before, self._versions.version(number)) if each]
                if before is not None and len(told) > 1 and told[0] and told[1]:
                    moved = (Moved(change, told[0], told[1]) for change in found)
                    yield from (each for each in moved if each.is_change)

    def _told(self, version: Version) -> Told | None:
        document = self._versions.document(version.number)
        return Told(version, document) if document else None

    def _stories(self, today: dt.date, sketch: Sketch) -> Placing:
        """What an article is placed by: the stories of the window, made of the store where they are not at hand.

        The same are at hand on a day whether the program began on it or before: they are dropped at its beginning, and
        none that would have been dropped is added. An article from before the window is a story by itself.
        """
        first = today - self._window - _LATE
        if self._placing is None:
            known = self._versions.sketches(first - 2 * self._window)  # whole stories, those to be dropped too
            self._placing = Placing(self._window, known)
            self._placing.forget(first)
        elif today != self._day:
            self._placing.forget(first)
        self._day = today
        return self._placing if sketch.day is None or sketch.day >= first else Placing(self._window)


def _superseded(new: Told, sketch: Sketch, others: Sequence[Told]) -> str:
    """The article of the same source that a new one takes the place of, as a wire's next version does; or none."""
    own = [told for told in others if told.version.source == new.version.source]
    known = [(told.version.article, sketch_of(told.document)) for told in own]
    return (supersedes(sketch, known) or "") if known else ""


def _names(placed: Placed) -> tuple[str, ...]:
    return (placed.story, *placed.merged)


def _unknown(name: str) -> Source:
    """A source that the configuration has no more."""
    return Source(name=name, kind=SourceKind.FEED, every=dt.timedelta(days=1))
