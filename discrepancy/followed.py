"""What is followed over time: versions of articles, what changed between two, alerts, and the timeline of a story.

Frozen types, as in :mod:`discrepancy.model`. An *article* is what one source has at one place; each time its words are
other ones it has a new *version*. A story is told by the articles of several sources. All times are in UTC.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from discrepancy.documents import Span
from discrepancy.model import FactKind
from discrepancy.said import Level, Message

__all__ = [
    "Alert",
    "AlertKind",
    "AlertValue",
    "Change",
    "ChangeKind",
    "Condition",
    "Found",
    "Happening",
    "Lane",
    "Line",
    "Poll",
    "SourceKind",
    "Step",
    "Telling",
    "Timeline",
    "TimelineText",
    "Version",
    "VersionState",
]


class SourceKind(StrEnum):
    """How a source is read."""

    FEED = "feed"
    PAGE = "page"
    FOLDER = "folder"


class Condition(StrEnum):
    """How the last look at a place went."""

    NEW = "new"
    """It was not looked at yet."""
    WELL = "well"
    DOWN = "down"
    """No answer, an answer too late, or an error of the server's (5xx)."""
    LIMITED = "limited"
    """The server asks to be left alone for a while (429, or Retry-After)."""
    REFUSED = "refused"
    """It does not let us in (401, 403), robots.txt says no, or it must not be asked."""
    GONE = "gone"
    MALFORMED = "malformed"
    """There was an answer, and it can not be read, is too large, or leads in a circle."""
    WALLED = "walled"
    """What is given is no article but a stub: a pay wall, a cookie wall, a log-in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """How a place is looked at: a source, or the page of an article that a feed led to.

    Attributes:
        key: ``source:NAME`` or ``article:ID``.
        source: the name of the source.
        address: what is asked, or the folder; after a permanent redirect where that led.
        next_at: when it is looked at next.
        condition: how the last look went; ``why`` says more, and what to do, in words, empty where all is well.
        failures: looks in a row that did not go well.
        unchanged: looks in a row, all of them well, that found nothing new.
        asked_at, answered_at, changed_at: when it was last asked, last answered well, last had something new.
        etag, modified: what to send with the next question.
        digest: SHA-256 of the body that was last looked through; the same bytes are not looked through again.
        items: how many articles the last look found there.
    """

    key: str
    source: str
    address: str
    next_at: dt.datetime
    condition: Condition = Condition.NEW
    why: str = ""
    failures: int = 0
    unchanged: int = 0
    asked_at: dt.datetime | None = None
    answered_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    etag: str = ""
    modified: str = ""
    digest: str = ""
    items: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article as a look at a source found it.

    Attributes:
        keys: what it is known by within its source, the surest first ("guid:…", "address:…", "path:…",
            "title:…|2024-03-05"): it is the article that any of them, the surest first, was met under before.
        name: a file's name with the suffix that its loader knows.
        data: the bytes that its document is read from, as they came; empty where there are none.
        follow: it is only a pointer: the article is at ``address``, which is to be followed as a page.
        gone: it is no longer there.
    """

    source: str
    keys: tuple[str, ...]
    address: str = ""
    name: str = ""
    title: str = ""
    data: bytes = b""
    follow: bool = False
    gone: bool = False


class VersionState(StrEnum):
    """What was found where an article stands."""

    ARTICLE = "article"
    STUB = "stub"
    """The first lines of a paid page, a cookie wall, a log-in: not an update of what stood there before."""
    UNREADABLE = "unreadable"
    GONE = "gone"
    """The page is no longer given out (404, 410), or the file was taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an article, as it was seen.

    Attributes:
        number: 1 for the first of a store; the next one seen has a larger one.
        article: id of the article: 16 hexadecimal digits.
        story: id of the story; empty until it was placed.
        source: the name that the configuration gives the source.
        address: where it stands on the web, or the path of its file; empty where that is not known.
        title: its headline; empty where it has none.
        seen: when it was first seen.
        published: when it says it was published; None where it does not say.
        digest: SHA-256 of the bytes it was read from, in hexadecimal digits.
        why: of a version that is no article, what it is, in words.
        own: whether it is the newsroom's own copy.
    """

    number: int
    article: str
    source: str
    seen: dt.datetime
    digest: str
    story: str = ""
    address: str = ""
    title: str = ""
    published: dt.date | None = None
    state: VersionState = VersionState.ARTICLE
    why: str = ""
    own: bool = False


class ChangeKind(StrEnum):
    """What became of a fact from one version of an article to the next."""

    CHANGED = "changed"
    ADDED = "added"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that one version of an article gives and the one before did not give so.

    Attributes:
        subject: what the fact is about, in words; may be empty.
        before: the value in the words of the version before; empty for what was added.
        after: likewise of the new version; empty for what was withdrawn.
        before_at, after_at: where these stand in the text of their version; None where they do not.
        before_sentence, after_sentence: the sentences around them.
        label: the words by which the new version itself says that it changed ("raising an earlier toll of 11"); empty
            where it says nothing.
        corrected: whether these words own to an error (a correction note), and do not only tell how things went on.
        grown: whether the value is a count that goes on, such as a toll that rises.
    """

    kind: ChangeKind
    fact: FactKind
    subject: str
    before: str = ""
    after: str = ""
    before_at: Span | None = None
    after_at: Span | None = None
    before_sentence: str = ""
    after_sentence: str = ""
    label: str = ""
    corrected: bool = False
    grown: bool = False


class AlertKind(StrEnum):
    """What an alert tells of; of one and the same change, the first of these that fits is told."""

    OWN_COPY = "own-copy"
    """The newsroom's own copy and another version can not both be right."""
    CORRECTION = "correction"
    """A source changed a fact and says that it was wrong."""
    STALE_PICKUP = "stale-pickup"
    """A version still gives what its source, or the source it was taken from, has corrected."""
    UNLABELLED_CHANGE = "unlabelled-change"
    """A source changed a fact and says nothing of it."""
    FIGURE_CHANGED = "figure-changed"
    """A source changed a figure, and says so, or it is a count that goes on."""
    CONTRADICTION = "contradiction"
    """Versions of two sources can not both be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertValue:
    """One of the values that an alert tells of: in the source's words, with the sentence around them."""

    label: str
    source: str
    version: int
    address: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What an editor should hear of.

    Attributes:
        key: 32 hexadecimal digits, made of what it says: the same thing is never told twice.
        rule: the code of the rule that found it; of a change, the name of its kind.
        thread: what moves together: alerts of one thread that are held back at one time are one line of a message.
        sources: the names of the sources that it is about, in alphabetical order.
        subject: what it is about, in words; may be empty.
        values: older ones first.
        version: the number of the version that gave rise to it.
        at: when that version was seen.
    """

    key: str
    kind: AlertKind
    level: Level
    rule: str
    story: str
    thread: str
    sources: tuple[str, ...]
    subject: str
    summary: Message
    values: tuple[AlertValue, ...]
    version: int
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One message to one channel: alerts of one story that were held back together.

    Attributes:
        id: 32 hexadecimal digits, made of the channel and the alerts' keys: a message that is sent again carries it.
        channel: name of the channel.
        at: when it was put together.
        alerts: in the order in which they came.
        attempts: how often it was tried; ``next_at`` when it is tried next, ``why`` what went wrong last.
    """

    id: str
    channel: str
    story: str
    title: str
    at: dt.datetime
    alerts: tuple[Alert, ...]
    attempts: int = 0
    next_at: dt.datetime | None = None
    why: str = ""


class Happening(StrEnum):
    """What a version does to a value, seen along the versions of its article."""

    FIRST = "first"
    """The first value that the article gives of this."""
    CHANGED = "changed"
    CORRECTED = "corrected"
    """Changed, and the article says that it was wrong."""
    WITHDRAWN = "withdrawn"
    """The version no longer gives any value of this."""
    STALE = "stale"
    """The article still gives what another one has corrected, from that correction on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A value that an article gives from one version on.

    Attributes:
        version: number of the version.
        label: the value in the article's words; empty where it was withdrawn.
        low, high: its bounds in the line's unit; None where the value is no figure, or was withdrawn.
        at: where it stands in the text of the version; None where it was withdrawn.
        sentence: the sentence around it.
        note: for what was changed or corrected, the words by which the version says so; empty where it says nothing.
    """

    version: int
    seen: dt.datetime
    what: Happening
    label: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    at: Span | None = None
    sentence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What one article gives of one thing over time; ``until`` is when it was gone, None where it still stands."""

    source: str
    article: str
    steps: tuple[Step, ...]
    own: bool = False
    until: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Who said what of one thing, when.

    Attributes:
        id: unique in its timeline.
        subject: what it is, in words.
        unit: of figures, the unit; empty for counts.
        lanes: in the order in which the articles first gave a value.
        moved: whether any article's value changed, or articles give different ones.
    """

    id: str
    kind: FactKind
    subject: str
    lanes: tuple[Lane, ...]
    unit: str = ""
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineText:
    """A version with the paragraphs of it that are compared, and what changed since the version before of its article.

    ``edited`` says whether its words are other ones than those of the version before: without ``changes`` that is an
    edit of style.
    """

    version: Version
    paragraphs: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A followed story.

    Attributes:
        story: its id.
        title: the headline of its first version.
        now: when the timeline was drawn up.
        texts: all versions in the order in which they were seen.
        lines: those that moved first, each in the order of its first value.
        alerts: what was alerted of it, in order.
        formerly: other ids that it was known by.
    """

    story: str
    title: str
    now: dt.datetime
    texts: tuple[TimelineText, ...]
    lines: tuple[Line, ...]
    alerts: tuple[Alert, ...] = ()
    formerly: tuple[str, ...] = ()
