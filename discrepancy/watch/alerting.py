"""Alerts made of changes, of stale values and of contradictions: what they say, their keys and their threads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

from discrepancy.decided import Snapshot, SnapshotPlace
from discrepancy.followed import Alert, AlertKind, AlertValue, ChangeKind
from discrepancy.grammar.quantities import find_quantities
from discrepancy.model import FactKind, Finding, Level, Message, Param
from discrepancy.text.characters import fold, plain
from discrepancy.tracking.words import words_of
from discrepancy.watch.judged import Moved, News, Told

__all__ = ["alert_key", "of_changes", "of_contradiction", "of_stale"]

_LEVELS: Final = {
    AlertKind.CORRECTION: Level.WARNING,
    AlertKind.UNLABELLED_CHANGE: Level.WARNING,
    AlertKind.FIGURE_CHANGED: Level.NOTE,
}
_KEY: Final = 32


def of_changes(news: News) -> list[Alert]:
    """The alerts that the new version's own changes give rise to, one for each edit.

    What was only added or withdrawn is told to nobody, unless a note retracts it.
    """
    alerts = [_of_change(news, moved) for moved in _without_parts(news.moved)]
    return [alert for alert in alerts if alert is not None]


def _without_parts(moved: Sequence[Moved]) -> list[Moved]:
    """The changes without those of a part that moved as its total did: "four, three men and a woman"."""
    found: list[Moved] = []
    for each in moved:
        step = _step(each)
        if step is None or not any(_step(known) == step and _one_sentence(known, each) for known in found):
            found.append(each)
    return found


def _step(moved: Moved) -> object:
    """By how much a count changed, with its sort; None where it is no figure, or changed by another unit."""
    if moved.change.fact is not FactKind.QUANTITY or not moved.is_change:
        return None
    old, new = (find_quantities(plain(text)) for text in (moved.change.before, moved.change.after))
    if len(old) != 1 or len(new) != 1 or old[0].unit != new[0].unit:
        return None
    return new[0].low - old[0].low, new[0].unit


def _one_sentence(one: Moved, other: Moved) -> bool:
    return one.change.after_sentence == other.change.after_sentence


def _of_change(news: News, moved: Moved) -> Alert | None:
    change = moved.change
    kind = _kind(moved)
    if kind is None:
        return None
    version = moved.after.version
    params: dict[str, Param] = {
        "source": version.source,
        "before": _within(change.before, change.before_sentence, change.fact),
        "after": _within(change.after, change.after_sentence, change.fact),
        "subject": change.subject,
    }
    return Alert(
        key=alert_key(
            "change", version.article, *_values(moved), moved.before.version.digest, moved.after.version.digest
        ),
        kind=kind,
        level=_LEVELS[kind],
        rule=kind.value,
        story=news.story,
        thread=_thread(moved),
        sources=(version.source,),
        subject=change.subject,
        summary=_said(kind, params, withdrawn=not moved.is_change),
        values=_old_and_new(moved),
        version=news.new.version.number,
        at=news.new.version.seen,
    )


def _within(value: str, sentence: str, fact: FactKind) -> str:
    """A figure as it stands within a sentence, where it began one: "at least seven"."""
    if fact is not FactKind.QUANTITY or not sentence.startswith(value):
        return value
    first, gap, rest = value.partition(" ")
    return f"{first.lower()}{gap}{rest}"


def _kind(moved: Moved) -> AlertKind | None:
    if moved.change.corrected and moved.change.kind is not ChangeKind.ADDED:
        return AlertKind.CORRECTION
    if not moved.is_change:
        return None
    return AlertKind.UNLABELLED_CHANGE if moved.is_silent else AlertKind.FIGURE_CHANGED


def of_stale(news: News, moved: Moved, told: Told, label: str, sentence: str) -> Alert:
    """The alert that a version gives what another article had and has changed."""
    change, by = moved.change, moved.after.version
    own = told.version.own
    params: dict[str, Param] = {
        "source": told.version.source,
        "by": by.source,
        "before": label,
        "after": change.after,
        "subject": change.subject,
    }
    value = _value(told, label, sentence)
    return Alert(
        key=alert_key("stale", *_values(moved), told.version.article),
        kind=AlertKind.OWN_COPY if own else AlertKind.STALE_PICKUP,
        level=Level.ERROR if change.corrected else Level.WARNING,
        rule=AlertKind.STALE_PICKUP.value,
        story=news.story,
        thread=_thread(moved),
        sources=_sorted([told.version.source, by.source]),
        subject=change.subject,
        summary=Message("watch.stale", params) if change.corrected else Message("watch.stale_silent", params),
        values=(value, *_old_and_new(moved)[-1:]),
        version=news.new.version.number,
        at=news.new.version.seen,
    )


def of_contradiction(news: News, finding: Finding, snapshot: Snapshot, standing: Sequence[Told]) -> Alert:
    """The alert that versions of several articles can not all be right.

    Args:
        news: what is judged.
        finding: what a rule found in the standing versions.
        snapshot: the same, with the values' keys and the sentences around them.
        standing: the versions that the finding is about.
    """
    by_id = {told.document.id: told for told in standing}
    own = any(told.version.own for told in standing)
    values = [
        _value(by_id[place.document], value.label, place.sentence)
        for value in snapshot.values
        for place in _one_each(value.places)
        if place.document in by_id
    ]
    sources = _sorted(told.version.source for told in standing)
    first = sorted(place.document for value in snapshot.values for place in value.places[:1])
    homes = sorted({by_id[document].version.article for document in first if document in by_id})
    keys = sorted(value.key or fold(value.label) for value in snapshot.values)
    subject = " ".join(sorted(words_of(finding.subject)))
    told = {"told": finding.summary}
    return Alert(
        key=alert_key("contradiction", finding.rule, *homes, *keys),
        kind=AlertKind.OWN_COPY if own else AlertKind.CONTRADICTION,
        level=finding.level,
        rule=finding.rule,
        story=news.story,
        thread=alert_key("contradiction", news.story, finding.rule, subject),
        sources=sources,
        subject=finding.subject,
        summary=Message("watch.own", told) if own else Message("watch.contradiction", told),
        values=tuple(sorted(values, key=lambda value: value.version)),
        version=news.new.version.number,
        at=news.new.version.seen,
    )


def _one_each(places: Sequence[SnapshotPlace]) -> list[SnapshotPlace]:
    """The first place of each document."""
    return list({place.document: place for place in reversed(places)}.values())[::-1]


def _old_and_new(moved: Moved) -> tuple[AlertValue, ...]:
    change = moved.change
    sides = (
        (moved.before, change.before, change.before_sentence),
        (moved.after, change.after, change.after_sentence),
    )
    return tuple(_value(told, label, sentence) for told, label, sentence in sides if label)


def _value(told: Told, label: str, sentence: str) -> AlertValue:
    version = told.version
    return AlertValue(
        label=label, source=version.source, version=version.number, address=version.address, sentence=sentence
    )


def _values(moved: Moved) -> tuple[str, str]:
    return fold(moved.change.before), fold(moved.change.after)


def _thread(moved: Moved) -> str:
    """What moves together: the changes of one article about one subject."""
    subject = " ".join(sorted(words_of(moved.change.subject))) or fold(moved.change.before)
    return alert_key("change", moved.after.version.article, moved.change.fact.value, subject)


def _said(kind: AlertKind, params: dict[str, Param], *, withdrawn: bool) -> Message:
    """The summary; a subject that is one of the values says nothing more."""
    is_told = fold(str(params["subject"])) in {"", fold(str(params["before"])), fold(str(params["after"]))}
    if withdrawn:
        return Message("watch.retracted", params) if is_told else Message("watch.retracted_of", params)
    if kind is AlertKind.CORRECTION:
        return Message("watch.corrected", params) if is_told else Message("watch.corrected_of", params)
    if kind is AlertKind.UNLABELLED_CHANGE:
        return Message("watch.unlabelled", params) if is_told else Message("watch.unlabelled_of", params)
    return Message("watch.moved", params) if is_told else Message("watch.moved_of", params)


def _sorted(sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(sources)))


def alert_key(*parts: str) -> str:
    """The key of an alert that says these things: 32 hexadecimal digits."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_KEY]
