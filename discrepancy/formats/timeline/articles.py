"""The articles with their versions, what each changed, and any two of them held side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.followed import Change, ChangeKind, Timeline, TimelineText, VersionState
from discrepancy.formats.timeline.differences import compare_words
from discrepancy.formats.timeline.names import Named
from discrepancy.formats.timeline.parts import Article, Diff, Fact, Told
from discrepancy.formats.timeline.times import Axis
from discrepancy.formats.words import Words

__all__ = ["articles_of", "standing_of"]

MANY = 8
"""Versions of an article up to which any two of them are compared; of more, the first and the last."""
_BECAME = {
    ChangeKind.CHANGED: "timeline.became.changed",
    ChangeKind.ADDED: "timeline.became.added",
    ChangeKind.WITHDRAWN: "timeline.became.withdrawn",
}
_NO_ARTICLE = {
    VersionState.STUB: ("timeline.is.stub", "timeline.is.stub.bare"),
    VersionState.UNREADABLE: ("timeline.is.unreadable", "timeline.is.unreadable.bare"),
    VersionState.GONE: ("timeline.is.gone", "timeline.is.gone.bare"),
}
"""What is said of a version that is no article, with the reason and without."""


def articles_of(
    timeline: Timeline, axis: Axis, named: Mapping[str, Named], *, excerpts_only: bool
) -> tuple[Article, ...]:
    """The articles in the order in which they were first seen; with ``excerpts_only`` none of their texts is shown."""
    return tuple(
        _article([text for text in timeline.texts if text.version.article == article], axis, name, excerpts_only)
        for article, name in named.items()
    )


def _article(texts: Sequence[TimelineText], axis: Axis, named: Named, excerpts_only: bool) -> Article:  # noqa: FBT001 -- handed on, not a choice
    read = [n for n, text in enumerate(texts) if text.version.state is VersionState.ARTICLE]
    before = dict(zip(read[1:], read, strict=False))
    versions = [_told(texts, n, before.get(n), axis, excerpts_only) for n in range(len(texts))]
    pairs = () if excerpts_only else tuple(_pairs(texts, read, axis))
    return Article(named.lane, named.letter, named.anchor, named.name, named.own, tuple(versions), pairs)


def _told(texts: Sequence[TimelineText], n: int, before: int | None, axis: Axis, excerpts_only: bool) -> Told:  # noqa: FBT001 -- as above
    text, words = texts[n], axis.words
    version = text.version
    first = before is None and version.state is VersionState.ARTICLE
    return Told(
        anchor=f"version-{version.number}",
        number=n + 1,
        moment=version.seen.isoformat(timespec="seconds"),
        when=axis.told(version.seen),
        title=version.title,
        address=version.address if version.address.startswith(("https://", "http://")) else "",
        standing=standing_of(text, words, first=first),
        paragraphs=text.paragraphs if first and not excerpts_only else (),
        diff=None if before is None else _diff(texts, before, n, words, excerpts_only),
    )


def standing_of(text: TimelineText, words: Words, *, first: bool) -> str:
    """What a version is, or what it changed; ``first`` is whether it is the first of its article that can be read."""
    if (keys := _NO_ARTICLE.get(text.version.state)) is not None:
        return words(keys[0], why=text.version.why) if text.version.why else words(keys[1])
    if first:
        return words("timeline.is.first")
    if text.changes:
        return words.count("timeline.is.changed", len(text.changes))
    return words("timeline.is.edited" if text.edited else "timeline.is.same")


def _diff(texts: Sequence[TimelineText], one: int, other: int, words: Words, excerpts_only: bool) -> Diff:  # noqa: FBT001 -- as above
    """How two versions differ; the facts are those of all versions from the one to the other."""
    changes = [change for text in texts[one + 1 : other + 1] for change in text.changes]
    return Diff(
        name=words("timeline.pair", one=words.number(one + 1), other=words.number(other + 1)),
        paragraphs=() if excerpts_only else compare_words(texts[one].paragraphs, texts[other].paragraphs),
        facts=tuple(_fact(change, words) for change in changes),
    )


def _fact(change: Change, words: Words) -> Fact:
    return Fact(
        what=words("timeline.became.corrected" if change.corrected else _BECAME[change.kind]),
        kind=words(f"kind.{change.fact.value}"),
        subject=change.subject,
        before=change.before,
        after=change.after,
        note=change.label,
        corrected=change.corrected,
    )


def _pairs(texts: Sequence[TimelineText], read: Sequence[int], axis: Axis) -> Iterator[Diff]:
    """Pairs of versions that do not follow each other."""
    pairs = combinations(range(len(read)), 2) if len(read) <= MANY else [(0, len(read) - 1)]
    for i, j in pairs:
        if j > i + 1:
            yield _diff(texts, read[i], read[j], axis.words, excerpts_only=False)
