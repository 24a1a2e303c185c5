"""The timeline of a story: who said what of each thing, when, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import chain

from discrepancy.align import align_facts
from discrepancy.extract.reading import COMPARED
from discrepancy.followed import (
    Alert,
    Change,
    Happening,
    Line,
    Timeline,
    TimelineText,
    Version,
    VersionState,
)
from discrepancy.model import Document, Fact, FactKind, Quantity
from discrepancy.pipeline import read_facts
from discrepancy.settings import Settings
from discrepancy.stories.people import settle_people
from discrepancy.watch.line_groups import Thing, things
from discrepancy.watch.line_joining import joined
from discrepancy.watch.line_lanes import Article, Telling, Track, lane_of, read_track
from discrepancy.watch.line_stale import with_stale
from discrepancy.watch.line_values import same_value, titles_differ

__all__ = ["text_of", "timeline"]

_ORDER = (
    FactKind.QUANTITY,
    FactKind.PERSON,
    FactKind.DATE,
    FactKind.PLACE,
    FactKind.QUOTATION,
    FactKind.ORGANISATION,
)
_NAMED_BY_STYLE = frozenset({FactKind.PERSON, FactKind.PLACE, FactKind.QUOTATION, FactKind.ORGANISATION})
"""Kinds that a version leaves out as it is shortened: only another value of them is a move."""
_LARGE = 10
"""The figure from which on it tells something that an article leaves it out."""


def timeline(  # noqa: PLR0913, PLR0917 -- the parts of a timeline, of which none makes up a thing with another
    story: str,
    title: str,
    versions: Sequence[tuple[Version, Document | None]],
    changes: Mapping[int, tuple[Change, ...]],
    alerts: Sequence[Alert],
    settings: Settings,
    now: dt.datetime,
    formerly: Sequence[str] = (),
) -> Timeline:
    """Draw up the timeline of a story.

    Args:
        story: its id.
        title: its headline.
        versions: all versions of all its articles, each with its document where it has one, in any order.
        changes: by the number of a version, what changed in it.
        alerts: what was alerted of it, in order.
        settings: of the check.
        now: when it is drawn up.
        formerly: other ids that the story was known by.

    Raises:
        EngineMissing: there are documents and no language model.
    """
    seen = sorted(versions, key=lambda each: each[0].number)
    articles = _articles(seen)
    read = [(v, d) for v, d in seen if d is not None and v.state is VersionState.ARTICLE]
    return Timeline(
        story=story,
        title=title,
        now=now,
        texts=tuple(_texts(seen, changes)),
        lines=_lines(read, articles, changes, settings),
        alerts=tuple(alerts),
        formerly=tuple(formerly),
    )


def _articles(versions: Sequence[tuple[Version, Document | None]]) -> tuple[Article, ...]:
    """The articles, in the order in which they were first seen, without those that could never be read."""
    found: dict[str, list[tuple[Version, Document | None]]] = defaultdict(list)
    for version, document in versions:
        found[version.article].append((version, document))
    return tuple(article for each in found if (article := Article.of(each, found[each])).versions)


def _texts(
    versions: Sequence[tuple[Version, Document | None]], changes: Mapping[int, tuple[Change, ...]]
) -> Iterator[TimelineText]:
    last: dict[str, tuple[str, ...]] = {}
    for version, document in versions:
        text = text_of(version, document, changes.get(version.number, ()))
        if text.paragraphs:
            text = replace(text, edited=text.paragraphs != last.get(version.article, text.paragraphs))
            last[version.article] = text.paragraphs
        yield text


def text_of(version: Version, document: Document | None, changes: Sequence[Change] = ()) -> TimelineText:
    """A version with its paragraphs; without any where it is no article."""
    if document is None or version.state is not VersionState.ARTICLE:
        return TimelineText(version=version)
    return TimelineText(version=version, paragraphs=tuple(_paragraphs(document)), changes=tuple(changes))


def _paragraphs(document: Document) -> Iterator[str]:
    """The paragraphs that are compared, white space made plain."""
    for block in document.blocks:
        words = " ".join(document.text[block.start : block.end].split())
        if block.role in COMPARED and words:
            yield words


def _lines(
    versions: Sequence[tuple[Version, Document]],
    articles: Sequence[Article],
    changes: Mapping[int, tuple[Change, ...]],
    settings: Settings,
) -> tuple[Line, ...]:
    documents = [document for _, document in versions]
    facts, people = settle_people(list(chain.from_iterable(read_facts(documents, settings))), documents)
    earlier = {later.id: before.id for each in articles for (_, before), (_, later) in _pairs(each)}
    found = things(
        facts,
        align_facts(documents, facts, people).groups,
        {document.id: changes.get(version.number, ()) for version, document in versions},
        earlier,
    )
    held = joined(found, {fact.id: n for n, fact in enumerate(facts)}, earlier)
    taken = {fact.id for _, several in held for fact in several if fact.kind not in _NAMED_BY_STYLE}
    loose = _by_document([fact for fact in facts if fact.id not in taken])
    drawn = [_draw(thing, articles, loose, changes) for thing in held]
    return tuple(line for _, line in sorted((each for each in drawn if each), key=_place))


def _pairs(article: Article) -> Iterator[tuple[tuple[Version, Document], tuple[Version, Document]]]:
    return zip(article.versions, article.versions[1:], strict=False)


def _by_document(facts: Sequence[Fact]) -> Mapping[str, Sequence[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.mention.document].append(fact)
    return found


class _Move(IntEnum):
    """What became of a thing, what an editor wants to see first at the front."""

    CHANGED = 0
    """A value changed, or two articles give different ones."""
    LEFT_OUT = 1
    NONE = 2


def _draw(
    thing: Thing,
    articles: Sequence[Article],
    loose: Mapping[str, Sequence[Fact]],
    changes: Mapping[int, tuple[Change, ...]],
) -> tuple[_Move, Line] | None:
    """The line of a thing; None where one article alone tells of it, and never otherwise."""
    subject, facts = thing
    told = Telling(_unit(facts), titles_differ(facts))
    given = _by_document(facts)
    found = [track for each in articles if (track := read_track(each, given, loose, changes, told))]
    found.sort(key=lambda track: track.first)
    move = _move(found)
    if len(found) < 2 and move is _Move.NONE:
        return None
    lanes = tuple(lane_of(track, with_stale(track, found)) for track in found)
    kind, (_, version) = facts[0].kind, found[0].first
    place = found[0].steps[0].step.at
    line = Line(
        id=f"{kind.value}-{version}-{place.start if place else 0}",
        kind=kind,
        subject=subject.rstrip(","),
        lanes=lanes,
        unit=told.unit,
        moved=move is not _Move.NONE,
    )
    return move, line


def _unit(facts: Sequence[Fact]) -> str:
    """The unit that most of the figures are told in."""
    units = Counter(fact.value.unit for fact in facts if isinstance(fact.value, Quantity))
    return max(units, key=lambda unit: units[unit], default="")


def _move(tracks: Sequence[Track]) -> _Move:
    steps = [given for track in tracks for given in track.steps]
    told = [given.fact for given in steps if given.fact]
    corrected = any(given.step.what is Happening.CORRECTED for given in steps)
    if corrected or any(not same_value(told[0], other) for other in told[1:]):
        return _Move.CHANGED
    gone = any(track.steps[-1].step.what is Happening.WITHDRAWN for track in tracks)
    return _Move.LEFT_OUT if gone and _is_missed(told[0], len(tracks)) else _Move.NONE


def _is_missed(fact: Fact, articles: int) -> bool:
    """Whether it is worth a line that a value was left out, and nothing else became of it.

    An article that is shortened leaves out names, days and small numbers of all kinds: "one mother", "two more boats".
    """
    if isinstance(fact.value, Quantity):
        return fact.value.low >= _LARGE
    return articles > 1 and fact.kind not in _NAMED_BY_STYLE


def _place(drawn: tuple[_Move, Line]) -> tuple[_Move, int, int, int]:
    """Where a line stands: by what became of it, then by kind, then by when a value was first given."""
    move, line = drawn
    first = line.lanes[0].steps[0]
    return move, _ORDER.index(line.kind), first.version, first.at.start if first.at else 0
