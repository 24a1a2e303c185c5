"""What a watcher was told to do: the values of ``watch.toml``, read and checked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from discrepancy.documents import SourceRole
from discrepancy.followed import AlertKind, SourceKind
from discrepancy.said import Level

__all__ = ["Channel", "Source", "Watched"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, a page or a folder that is looked at again and again.

    Attributes:
        name: unique among the sources, whatever the case of its letters.
        address: of a feed or a page; empty for a folder.
        path: of a folder; None for the others.
        every: how often it is looked at.
        follow: whether the page behind each item of a feed is the article, and not the item's own text.
        pages_every: how often such a page is looked at in the first hours; later more rarely.
        own: whether it is the newsroom's own copy; its role is then that of a draft.
        role: what it is to the newsroom.
        family: the wire whose text it prints; empty where nothing is said.
    """

    name: str
    kind: SourceKind
    every: dt.timedelta
    address: str = ""
    path: Path | None = None
    follow: bool = False
    pages_every: dt.timedelta = dt.timedelta(minutes=15)
    own: bool = False
    role: SourceRole = SourceRole.UNKNOWN
    family: str = ""

    @property
    def place(self) -> str:
        """What is looked at: the address, or the folder's path."""
        return self.address if self.path is None else str(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way by which alerts are told, and which of them.

    Attributes:
        name: unique among the channels. It is a part of each message's id, and so it has to stay as it is.
        to: name of a module of :mod:`discrepancy.watch.channels`, as its ``CHANNEL`` gives it.
        path: the file that is written; None where none is.
        address: what is posted to; it may hold a token of its receiver's, and is in no representation.
        secret_env: the environment variable that holds the key which messages are signed with; empty for none.
        secret_file: the file that holds it; None for none.
        kinds, rules, sources, stories: an alert is told if it is one of each; empty for all. Of rules the codes, of
            stories the ids or what these begin with.
        level: what is milder is not told.
        at_once: each alert is told by itself as soon as it is there; else those of one story are held back together.
    """

    name: str
    to: str
    path: Path | None = None
    address: str = field(default="", repr=False)
    secret_env: str = ""
    secret_file: Path | None = None
    kinds: tuple[AlertKind, ...] = ()
    rules: tuple[str, ...] = ()
    level: Level = Level.NOTE
    sources: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    at_once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """All that a watcher was told.

    Attributes:
        path: the file that says so.
        store: where versions, alerts and decisions are kept; made if it is not there.
        keep: for how long the bytes of versions are kept; None for ever. Their words and facts stay in any case.
        hold: alerts of one story that come within this time are one message.
        days: for how many days after its first version a story is told.
        gap: the time between two questions to one host.
        robots: whether robots.txt is obeyed; at ``robots_not_for``, hosts of one's own, it is not in any case.
        allow_private: whether addresses may lead into a private network.
        contact: an address for those who wonder who asks; it stands in the header User-Agent. Empty for none.
        sources: in the order of the file.
        channels: at least one.
    """

    path: Path
    store: Path
    sources: tuple[Source, ...]
    channels: tuple[Channel, ...]
    keep: dt.timedelta | None = dt.timedelta(days=90)
    hold: dt.timedelta = dt.timedelta(minutes=10)
    days: int = 5
    gap: dt.timedelta = dt.timedelta(seconds=1)
    robots: bool = True
    robots_not_for: tuple[str, ...] = ()
    allow_private: bool = False
    contact: str = ""
