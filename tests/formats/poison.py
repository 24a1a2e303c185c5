"""Report data with hostile text wherever input can put it, found by walking the fields, so that a new one is covered.

A field is named by its class and its own name. :func:`poisoned` changes what the fields say; whatever names the same
thing elsewhere (the id of a document in a mention) is changed alike, so that the data stay of one piece.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import string
import typing
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any

from discrepancy.decided import Review, Status
from discrepancy.messages import catalogue
from discrepancy.model import (
    Attribution,
    BlockRole,
    Claim,
    Date,
    Detail,
    Document,
    Fact,
    FactKind,
    FactRole,
    Landmark,
    Level,
    Message,
    Name,
    Organisation,
    Party,
    Person,
    Place,
    Quotation,
    Reconciliation,
    ReportData,
    Skipped,
    Subject,
    Unread,
)
from tests.formats.builders import document, finding, group, mention, quantity, say, sentence
from tests.formats.decided import decided, matter, reopened
from tests.formats.stories import EMPTY, FLOOD

__all__ = ["FIELDS", "HOSTILE", "LONG", "OURS", "Spot", "poisoned", "said_by_every_rule", "story", "strings"]

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "'\"><img src=x onerror=alert(1)>",
    "unquoted": "x onmouseover=alert(1) style=color:red autofocus onfocus=alert(1) `",
    "closing": "</style></title></script></textarea></dialog></main><h1>gone</h1>",
    "comment": "<!-- <![CDATA[ <?php --!> ]]> <base href=//localhost/><meta http-equiv=refresh content=0>",
    "picture": "<svg><a xlink:href=javascript:alert(1)><set onbegin=alert(1)></svg><math><style><img src onerror=a()>",
    "template": "{{ 7*7 }}{% raw %}{0} {text} ${1} %s %(n)d \\u003c &lt; &#60; &amp;",
    "direction": "\u202edesrever\u2066 \u2069\u200f\u200b\u200d\ufeff\u00ad\u2800",
    "controls": "\x00\x07\x1b[2J\x1b]0;title\x07\x85\u2028\r\n\x7f",
    "half": "half \ud83d of \udc00 it",
    "address": "javascript:alert(1)",
    "escapes": "#&?%00%E0%A4%A ../../x \\ | * _ ` # [a](javascript:alert(1))",
}
"""Texts that would run, load, break out of their place, hide or turn others round, each by what it tries."""
LONG = "x" * 30_000

Spot = tuple[type, str]
OURS: set[Spot] = {
    (Message, "key"),  # a key of our own catalogue
    (Document, "text"),  # :func:`story` puts the words inside it: what stands behind the last block is no one's
}

SUBJECT = Subject(
    head="boat", concept="vessel", modifiers=("red",), owner="harlow", verb="sink", places=("quay",), text="red boats"
)
RATE: dict[str, Any] = {"unit": "metre", "per": "day", "change": "up"}
READ: dict[str, Any] = {
    "authors": ("Ann Lee",),
    "family": "Orre wire",
    "story": "tide",
    "details": (Detail("title", "High tide", "the headline"),),
    "landmarks": (Landmark(0, "page 1, line 1"),),
    "digest": "ab" * 32,
}
MONDAY = Date(start=0, end=1, text="Monday", value="2031-03-03")
VALUES: dict[FactKind, Any] = {
    FactKind.DATE: MONDAY,
    FactKind.PERSON: Name(full="Ann Lee", given=("Ann",), surname="Lee", title="Mayor", suffix="Jr."),
    FactKind.QUOTATION: Quotation(words="It fell", speaker="Ann Lee", verb="say"),
    FactKind.PLACE: Place(name="Harlow", kind="town", relation="in", direction="north"),
    FactKind.ORGANISATION: Organisation(name="Orre Board", abbreviation="OB"),
    FactKind.CLAIM: Claim(
        of="fall",
        side="yes",
        about=Party(start=0, end=1, head="dam", modifiers=("old",), scope="the", may_be=("wall",)),
        details=("hard",),
        hedge="may",
    ),
}


def story(words: str) -> ReportData:
    """A report with a fact of each kind whose articles are full of ``words``; every field of text holds something."""
    home = document(
        "home",
        "Tide",
        f"Headline {words}",
        (BlockRole.DATELINE, f"HARLOW {words}"),
        f"There are 7 {words} boats. Ann {words} Lee said so on Monday.",
        (BlockRole.FURNITURE, f"Sign up {words}"),
        f"Or 8 {words}. “It {words} fell”",
        published=dt.datetime(2031, 3, 3, 7, 40, tzinfo=dt.UTC),
    )
    home = dataclasses.replace(home, dateline="HARLOW", embargo="until noon", address="example.org/tide", **READ)
    other = dataclasses.replace(home, id="other", path="copy/other.txt", source="Post")
    facts = _facts(words, home, other)
    values = {"seven": [facts[0], facts[2]], "eight": [facts[1], facts[3]]}
    said = [finding(f"NUM00{n}", level, "boats", "Summary", "Why", values) for n, level in enumerate(Level, start=1)]
    said = [dataclasses.replace(each, subject="red boats") for each in said]
    said[0] = dataclasses.replace(said[0], reconciliation=Reconciliation("arithmetic", say("Both are right.")))
    of_kinds = (group(f"of-{kind.value}", f"{kind.value}s", *(f for f in facts if f.kind is kind)) for kind in VALUES)
    return dataclasses.replace(
        EMPTY,
        documents=(home, other),
        facts=facts,
        people=(Person(id="person-1", name="Ann Lee", facts=tuple(each.id for each in facts[-2:])),),
        groups=(group("boats", "boats", *facts[:4]), *of_kinds),
        findings=tuple(said),
        unread=(Unread("scan.pdf", "holds no text.", "Save it as text."),),
        skipped=(Skipped("README.md", "is no version."),),
        rules=(dataclasses.replace(FLOOD.rules[0], doc="Figures.\n\nWhat fires: a figure.\n\nSource: a desk."),),
        families=(("home", "other"),),
        stories=(("home",), ("other",)),
        draft="other",
        off=("NUM009",),
        reviews=(decided(said[0]), reopened(said[1]), Review(finding=said[2].id, status=Status.NEW)),
        resolved=(matter(dataclasses.replace(said[0], id="NUM004-gone"), Status.RESOLVED),),
    )


def _facts(words: str, home: Document, other: Document) -> tuple[Fact, ...]:
    figures = [
        quantity(home, f"7 {words}", "7", "boats", by="Ann Lee", hedge="about"),
        quantity(home, "8", "8", "boats"),
        quantity(other, f"7 {words}", "7", "boats", by="Ann Lee"),
        quantity(other, "8", "8", "boats", by="Bo"),
    ]
    figures[0] = dataclasses.replace(figures[0], value=dataclasses.replace(figures[0].quantity, **RATE))
    named = [_fact(each, words, kind) for each in (home, other) for kind in VALUES]
    return tuple(
        dataclasses.replace(fact, time_text="next year", when=MONDAY, subject=SUBJECT) for fact in (*figures, *named)
    )


def _fact(home: Document, words: str, kind: FactKind) -> Fact:
    at = mention(home, f"Ann {words} Lee")
    return Fact(
        id=f"{home.id}:{kind.value}:{at.start}",
        kind=kind,
        mention=at,
        subject=SUBJECT,
        value=VALUES[kind],
        sentence=sentence(home, at),
        role=FactRole.NAME,
        attribution=Attribution(speaker="Ann Lee"),
    )


def said_by_every_rule(words: str) -> ReportData:
    """A report with a finding of each message that a rule or a reconciler can say, filled with ``words``."""
    data = story("plain")
    rules = {key for key in catalogue().forms if re.match(r"[A-Z]{3}\d{3}\.|reconcile\.", key)}
    messages = [Message(key, dict.fromkeys(_parameters(key), words)) for key in sorted(rules)]
    first = data.findings[0]
    found = [
        dataclasses.replace(first, id=message.key, summary=message, explanation=message, reconciliation=None)
        for message in messages
    ]
    return dataclasses.replace(data, findings=tuple(found))


def _parameters(key: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(catalogue().forms[key][-1]) if name}


def poisoned(data: ReportData, change: Callable[[str], str], spots: set[Spot]) -> ReportData:
    """``data`` with ``change`` done to what the fields in ``spots`` say, and to the same words wherever they stand."""
    said = {text for spot, text in strings(data) if spot in spots and text}

    def walk(part: Any, spot: Spot) -> Any:
        if isinstance(part, str) and not isinstance(part, Enum):
            return change(part) if spot in spots or (part in said and spot not in OURS) else part
        if isinstance(part, tuple):
            return tuple(walk(each, spot) for each in part)
        if isinstance(part, Mapping):
            return {key: walk(each, spot) for key, each in part.items()}
        if dataclasses.is_dataclass(part) and not isinstance(part, type):
            changed = {each.name: walk(getattr(part, each.name), (type(part), each.name)) for each in _fields(part)}
            return dataclasses.replace(part, **changed)
        return part

    made = walk(data, (ReportData, ""))
    assert isinstance(made, ReportData)
    return made


def strings(part: Any, spot: Spot = (ReportData, "")) -> Iterator[tuple[Spot, str]]:
    """Every string of report data with the field that holds it."""
    if isinstance(part, str) and not isinstance(part, Enum):
        yield spot, part
    elif isinstance(part, (tuple, Mapping)):
        for each in part.values() if isinstance(part, Mapping) else part:
            yield from strings(each, spot)
    elif dataclasses.is_dataclass(part):
        for each in _fields(part):
            yield from strings(getattr(part, each.name), (type(part), each.name))


def _fields(part: Any) -> list[dataclasses.Field[Any]]:
    return [each for each in dataclasses.fields(part) if each.init]


def _declared(kind: Any, spot: Spot, seen: set[type]) -> Iterator[Spot]:
    """The fields of text that a class declares, itself or in what its fields hold."""
    if kind is str:
        yield spot
    elif typing.get_args(kind):
        for each in typing.get_args(kind):
            yield from _declared(each, spot, seen)
    elif dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind not in seen:
        seen.add(kind)
        for name, hint in typing.get_type_hints(kind).items():
            yield from _declared(hint, (kind, name), seen)


FIELDS: list[Spot] = sorted(
    set(_declared(ReportData, (ReportData, ""), set())) - OURS, key=lambda spot: (spot[0].__name__, spot[1])
)
"""Every field of text that report data can hold, as its classes declare them, but for :data:`OURS`."""
