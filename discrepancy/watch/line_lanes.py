"""What one article gives of a thing along its versions: a step where the value changes, none where it only moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.followed import Change, ChangeKind, Happening, Lane, Step, Version, VersionState
from discrepancy.model import Document, Fact, Span
from discrepancy.text.characters import squeeze
from discrepancy.watch.line_values import bounds_in, label_of, same_value, told_in

__all__ = ["Article", "Given", "Telling", "Track", "lane_of", "read_track"]


@dataclass(frozen=True, slots=True)
class Article:
    """An article's versions that can be read, in the order in which they were seen; ``until`` is when it was gone."""

    id: str
    versions: tuple[tuple[Version, Document], ...]
    until: dt.datetime | None = None

    @classmethod
    def of(cls, article: str, versions: Sequence[tuple[Version, Document | None]]) -> Article:
        """The article with all of its versions given; what is no article is no version of one."""
        read = tuple(
            (version, document)
            for version, document in versions
            if document is not None and version.state is VersionState.ARTICLE
        )
        until = None
        for version, _ in versions:
            if version.state is VersionState.GONE:
                until = until or version.seen
            elif version.state is VersionState.ARTICLE:
                until = None
        return cls(article, read, until)


@dataclass(frozen=True, slots=True)
class Telling:
    """How the values of a thing are told: the unit of figures, and whether persons are told with their titles."""

    unit: str
    titled: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A step with the fact that it is read from; None where the value was withdrawn."""

    step: Step
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Track:
    """What an article gives of a thing, from version to version."""

    article: Article
    steps: tuple[Given, ...]

    @property
    def first(self) -> tuple[dt.datetime, int]:
        """When it first gave a value."""
        return self.steps[0].step.seen, self.steps[0].step.version


def read_track(
    article: Article,
    facts: Mapping[str, Sequence[Fact]],
    loose: Mapping[str, Sequence[Fact]],
    changes: Mapping[int, Sequence[Change]],
    told: Telling,
) -> Track | None:
    """What an article gives of one thing; None where none of its versions gives a value.

    Args:
        article: the article.
        facts: those of the thing, by the ids of the documents.
        loose: facts that are of no other thing: one of them may give the value in a version that seems to have none.
        changes: what changed, by the number of the version.
        told: how its values are told.
    """
    found: list[Given] = []
    standing: Fact | None = None
    for version, document in article.versions:
        fact = told_in(facts.get(document.id, ())) or _kept(standing, loose.get(document.id, ()))
        change = _change(changes.get(version.number, ()), standing, fact)
        what = _what(standing, fact, change, started=bool(found))
        if what:
            note = change.label if change and what is not Happening.FIRST else ""
            found.append(Given(_step(version, document, fact, what, told, note), fact))
        standing = fact
    return Track(article, tuple(found)) if found else None


def lane_of(track: Track, steps: Sequence[Step]) -> Lane:
    """The lane of an article with these steps."""
    version = track.article.versions[0][0]
    return Lane(
        source=version.source, article=version.article, steps=tuple(steps), own=version.own, until=track.article.until
    )


def _what(standing: Fact | None, fact: Fact | None, change: Change | None, *, started: bool) -> Happening | None:
    """What a version does to the value that stood; None where it leaves it as it was."""
    if fact is None:
        return Happening.WITHDRAWN if standing else None
    if standing is None:
        return Happening.CHANGED if started else Happening.FIRST
    if change and change.kind is ChangeKind.CHANGED:
        return Happening.CORRECTED if change.corrected else Happening.CHANGED
    return None if same_value(standing, fact) else Happening.CHANGED


def _step(version: Version, document: Document, fact: Fact | None, what: Happening, told: Telling, note: str) -> Step:
    step = Step(version=version.number, seen=version.seen, what=what, note=note)
    if fact is None:
        return step
    low, high = bounds_in(told.unit, fact)
    return replace(
        step,
        label=label_of(fact, titled=told.titled),
        low=low,
        high=high,
        at=Span(fact.mention.start, fact.mention.end),
        sentence=squeeze(document.text[fact.sentence.start : fact.sentence.end]),
    )


def _kept(standing: Fact | None, loose: Sequence[Fact]) -> Fact | None:
    """The fact of a version that still gives what stood, though its sentence is too unlike to be held with it."""
    if standing is None:
        return None
    return next((f for f in loose if _is_of(standing, f) and same_value(standing, f)), None)


def _is_of(standing: Fact, fact: Fact) -> bool:
    return fact.kind is standing.kind and (fact.subject.concept, fact.role) == (
        standing.subject.concept,
        standing.role,
    )


def _change(changes: Sequence[Change], standing: Fact | None, fact: Fact | None) -> Change | None:
    """The change that speaks of a value: it stands where the old one or the new one stands."""
    return next(_changes(changes, standing, fact), None)


def _changes(changes: Sequence[Change], standing: Fact | None, fact: Fact | None) -> Iterator[Change]:
    for change in changes:
        if fact and standing and change.kind is ChangeKind.CHANGED and change.fact is fact.kind:
            if _stands(change.after_at, fact) or _tells(change.before, change.after, standing, fact):
                yield change
        elif fact is None and standing and change.kind is ChangeKind.WITHDRAWN and _stands(change.before_at, standing):
            yield change


def _stands(place: Span | None, fact: Fact) -> bool:
    return place is not None and place.overlaps(Span(fact.mention.start, fact.mention.end))


def _tells(before: str, after: str, standing: Fact, fact: Fact) -> bool:
    """Whether a change that is told of another place of the text has these very words: a headline and its body."""
    words = {before: standing, after: fact}
    return len(words) > 1 and all(
        words_of and squeeze(words_of) in {label_of(f), squeeze(f.mention.text)} for words_of, f in words.items()
    )
