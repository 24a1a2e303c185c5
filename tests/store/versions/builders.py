"""One-line builders: an article that was found, a version that is worked off, an alert, a message."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from discrepancy.documents import Block, BlockRole, Document, Sketch
from discrepancy.followed import Alert, AlertKind, AlertValue, Found, Poll, Telling, Version, VersionState
from discrepancy.said import Level, Message
from discrepancy.store.versions import Kept, Versions

START = dt.datetime(2031, 3, 1, 9, 0, 0, 123456, tzinfo=dt.UTC)
DAY = START.date()
STORY, OTHER = "5a1e5a1e", "0ther999"


def later(minutes: float) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def found(data: bytes | str = b"", key: str = "guid:1", *more: str, source: str = "Quay Post", **fields: str) -> Found:
    given = {"address": "https://quay.example/1", "name": "a.html", "title": "Ferry aground"} | fields
    raw = data.encode() if isinstance(data, str) else data
    return replace(Found(source=source, keys=(key, *more), data=raw), **given)  # type: ignore[arg-type]  # all are text


def gone(key: str = "guid:1", source: str = "Quay Post") -> Found:
    return Found(source=source, keys=(key,), gone=True)


def keep(versions: Versions, what: Found, minutes: float = 0, *, own: bool = False) -> Kept:
    return versions.keep(what, later(minutes), own=own)


def worked(
    versions: Versions, what: Found, minutes: float = 0, state: VersionState = VersionState.ARTICLE, story: str = STORY
) -> Version:
    """A version that was kept and worked off, as the watcher does it."""
    number = number_of(keep(versions, what, minutes))
    is_article = state is VersionState.ARTICLE
    document = doc(what.data.decode(), f"v{number}", what.title) if is_article else None
    shape = sketch(f"v{number}") if is_article else None
    versions.finish(number, state=state, document=document, sketch=shape, story=story if is_article else "")
    return versions.version(number)


def number_of(kept: Kept) -> int:
    assert kept.number is not None
    return kept.number


def numbers(found_versions: tuple[Version, ...]) -> list[int]:
    return [each.number for each in found_versions]


def doc(text: str, name: str, title: str, published: dt.date | None = DAY) -> Document:
    blocks = (Block(BlockRole.BODY, 0, len(text)),)
    return Document(id=name, path=name, source="Quay Post", title=title, text=text, blocks=blocks, published=published)


def sketch(name: str, day: dt.date | None = DAY) -> Sketch:
    return Sketch(id=name, day=day, story="", key="ab" * 8, rows=b"\0\1\2\3", terms=b"\4\5\6\7", counts=b"\1")


def poll(key: str = "source:Quay Post", minutes: float = 0, **fields: object) -> Poll:
    given = {"source": "Quay Post", "address": "https://quay.example/feed", **fields}
    return Poll(key=key, next_at=later(minutes), **given)  # type: ignore[arg-type]  # a test gives fields by name


def alert(n: int = 1, *, version: int = 1, story: str = STORY) -> Alert:
    return Alert(
        key=f"{n:032x}",
        kind=AlertKind.CORRECTION,
        level=Level.ERROR,
        rule="correction",
        story=story,
        thread="crew",
        sources=("Harbour Wire", "Quay Post"),
        subject="people rescued “ashore”",
        summary=Message("watch.x", {"low": Decimal("1.50"), "on": START.date(), "in": Message("m", {"n": ("a", 1)})}),
        values=(AlertValue(label="12", source="Quay Post", version=version, address="a", sentence="They saved 12."),),
        version=version,
        at=later(n),
    )


def telling(*alerts: Alert, channel: str = "desk", n: int = 1) -> Telling:
    return Telling(id=f"{n:032x}", channel=channel, story=STORY, title="Ferry aground", at=later(n), alerts=alerts)
