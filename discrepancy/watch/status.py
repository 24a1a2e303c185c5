"""How things stand: each source, what waits, who watches."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from discrepancy.errors import StoreError
from discrepancy.followed import Condition, Poll, SourceKind, Version, VersionState
from discrepancy.store.versions import Versions, open_versions
from discrepancy.store.versions.articles import article_id
from discrepancy.watch.configuration import read_watch
from discrepancy.watch.configured import Source, Watched
from discrepancy.watch.polling.identity import address_key
from discrepancy.watch.schedule import page_key

__all__ = ["PagesStatus", "SourceStatus", "Status", "Waiting", "read_status", "status_of"]

_SOURCE = "source:"
_ARTICLE = page_key("")
_AS_READ = {VersionState.STUB: Condition.WALLED, VersionState.UNREADABLE: Condition.MALFORMED}


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesStatus:
    """The pages that a feed led to: how many are followed, and how many of them are in which condition."""

    followed: int
    conditions: tuple[tuple[Condition, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """One source; ``poll`` is None where it was never looked at."""

    name: str
    kind: SourceKind
    poll: Poll | None
    pages: PagesStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits: versions to be worked off, alerts held back, messages by channel with what went wrong last."""

    versions: int
    held: int
    messages: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a watch stands.

    Attributes:
        watched_by: who follows it now; empty where nobody does.
        trouble: why the store could not be written; empty where it could.
    """

    store: str
    now: dt.datetime
    watched_by: str
    sources: tuple[SourceStatus, ...]
    stories: int
    articles: int
    versions: int
    waiting: Waiting
    trouble: str = ""


def status_of(watched: Watched, versions: Versions, now: dt.datetime, trouble: str = "") -> Status:
    """How a watch stands, by what its store says."""
    polls = versions.polls()
    named = {source.name: source for source in watched.sources}
    own = {poll.source: _as_read(poll, named.get(poll.source), versions) for poll in polls if _is_own(poll)}
    pages: dict[str, Counter[Condition]] = {}
    for poll in polls:
        if not _is_own(poll):
            pages.setdefault(poll.source, Counter())[_as_read(poll, None, versions).condition] += 1
    stories = versions.stories()
    return Status(
        store=str(watched.store),
        now=now,
        watched_by=versions.watched_by(),
        sources=tuple(
            SourceStatus(
                name=source.name,
                kind=source.kind,
                poll=own.get(source.name),
                pages=PagesStatus(
                    followed=pages.get(source.name, Counter()).total(),
                    conditions=tuple(sorted(pages.get(source.name, Counter()).items())),
                ),
            )
            for source in watched.sources
        ),
        stories=len(stories),
        articles=sum(row.articles for row in stories),
        versions=sum(row.versions for row in stories),
        waiting=_waiting(versions),
        trouble=trouble,
    )


def _is_own(poll: Poll) -> bool:
    """Whether it is of a source, and not of a page that one led to."""
    return poll.key.startswith(_SOURCE)


def _as_read(poll: Poll, source: Source | None, versions: Versions) -> Poll:
    """A place that answers well with what its answer was read as: a wall is an answer, too."""
    if poll.condition is not Condition.WELL:
        return poll
    if poll.key.startswith(_ARTICLE):
        articles = [poll.key.removeprefix(_ARTICLE)]
    elif source is not None and source.kind is SourceKind.PAGE:
        articles = [article_id(source.name, address_key(at)) for at in (source.address, poll.address)]
    elif source is not None and source.kind is SourceKind.FOLDER:
        articles = [article_id(source.name, key) for key in versions.files_of(source.name)]
        return replace(poll, why=" ".join(filter(None, (poll.why, _unread(_lasts(articles, versions))))))
    else:
        return poll
    last = max(_lasts(articles, versions), key=lambda version: version.number, default=None)
    if last is None or last.state not in _AS_READ:
        return poll
    return replace(poll, condition=_AS_READ[last.state], why=last.why)


def _lasts(articles: Iterable[str], versions: Versions) -> Iterable[Version]:
    """The last version of each article."""
    return [known[-1] for article in articles if (known := versions.versions_of_article(article))]


def _unread(lasts: Iterable[Version]) -> str:
    """What is to be said of files that are no articles; empty where all are."""
    unread = [version for version in lasts if version.state in _AS_READ]
    if not unread:
        return ""
    one = unread[-1]
    return f"holds files that are no articles ({len(unread):,}), such as {one.address}: {one.why}"


def _waiting(versions: Versions) -> Waiting:
    outbox = versions.outbox()
    channels = dict.fromkeys(telling.channel for telling in outbox)
    messages = tuple(
        (
            name,
            sum(telling.channel == name for telling in outbox),
            next((telling.why for telling in reversed(outbox) if telling.channel == name and telling.why), ""),
        )
        for name in channels
    )
    return Waiting(versions=versions.unworked_count(), held=len(versions.held()), messages=messages)


def read_status(configuration: Path) -> Status:
    """How the watch that a configuration describes stands; nothing is asked, and a watcher may be at it meanwhile.

    Raises:
        InputError: the configuration can not be read, or has a mistake in it.
        StoreError: the store can not be read; there is none before the first look.
    """
    watched = read_watch(configuration)
    if not watched.store.exists():
        what, remedy = (
            "Nothing was looked at yet: there is no store.",
            "Start discrepancy watch first.",
        )
        raise StoreError(what, where=str(watched.store), remedy=remedy)
    with open_versions(watched.store, read_only=True) as versions:
        return status_of(watched, versions, dt.datetime.now(dt.UTC))
