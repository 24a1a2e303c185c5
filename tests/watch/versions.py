"""Builders for what the watcher judges: a text as a version of an article, and the news that it is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import replace

from discrepancy.decided import Matter, Snapshot
from discrepancy.followed import Version
from discrepancy.model import Block, BlockRole, Document
from discrepancy.settings import Settings
from discrepancy.watch.changes import changes
from discrepancy.watch.judged import Judged, Moved, News, Told
from discrepancy.watch.judging import judge
from tests.builders import doc

SETTINGS = Settings()
MORNING = dt.datetime(2024, 3, 14, 6, tzinfo=dt.UTC)


def document(text: str, name: str = "v1", note: str = "", headline: str = "") -> Document:
    """A document with a body block a line, and a correction note below where one is given."""
    read = doc(text, id=name, headline=headline)
    if not note:
        return read
    whole = f"{read.text}\n{note}"
    block = Block(BlockRole.CORRECTION, len(read.text) + 1, len(whole))
    return replace(read, text=whole, blocks=(*read.blocks, block))


def told(read: Document, article: str, number: int, *, own: bool = False) -> Told:
    """A document as version ``number`` of the article of that source, seen an hour after the one before."""
    read = replace(read, id=f"v{number}", source=article, published=MORNING)
    version = Version(
        number=number,
        article=article,
        source=article,
        seen=MORNING + dt.timedelta(hours=number),
        digest=hashlib.sha256(read.text.encode()).hexdigest(),
        address=f"https://{article.casefold()}.example/story",
        own=own,
    )
    return Told(version, read)


def moved(before: Told, after: Told) -> tuple[Moved, ...]:
    """What changed between two versions of an article."""
    return tuple(Moved(change, before, after) for change in changes(before.document, after.document, SETTINGS))


def judged(
    new: Told,
    *others: Told,
    before: Told | None = None,
    earlier: Iterable[Moved] = (),
    snapshots: tuple[Snapshot, ...] = (),
    matters: tuple[Matter, ...] = (),
) -> Judged:
    """What comes of a new version among the standing ones of its story."""
    return judge(
        News(
            story="s1",
            new=new,
            moved=moved(before, new) if before else (),
            standing=(*others, new),
            earlier=tuple(earlier),
            snapshots=snapshots,
            matters=matters,
        ),
        SETTINGS,
    )
