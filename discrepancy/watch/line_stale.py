"""Values that stand where another article has corrected them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy.followed import Happening, Step
from discrepancy.model import Fact
from discrepancy.watch.line_lanes import Given, Track
from discrepancy.watch.line_values import same_value

__all__ = ["with_stale"]


@dataclass(frozen=True, slots=True)
class _Corrected:
    """A value that an article has owned to be wrong, from a time on."""

    article: str
    wrong: Fact
    right: Fact
    since: dt.datetime


def with_stale(track: Track, tracks: Sequence[Track]) -> tuple[Step, ...]:
    """The steps of one article, with a step from where on it gives what another one of ``tracks`` has corrected."""
    corrected = [each for each in _corrections(tracks) if each.article != track.article.id]
    steps: list[Step] = []
    for place, given in enumerate(track.steps):
        steps.append(given.step)
        until = track.steps[place + 1].step.seen if place + 1 < len(track.steps) else track.article.until
        stale = _stale(given, corrected, until)
        steps += [stale] if stale else []
    return tuple(steps)


def _corrections(tracks: Sequence[Track]) -> Iterator[_Corrected]:
    for track in tracks:
        for before, after in zip(track.steps, track.steps[1:], strict=False):
            if after.step.what is Happening.CORRECTED and before.fact and after.fact:
                yield _Corrected(track.article.id, before.fact, after.fact, after.step.seen)


def _stale(given: Given, corrected: Sequence[_Corrected], until: dt.datetime | None) -> Step | None:
    """What a value is from a correction on, where it still stands then; a value that owns to its own error is none."""
    fact = given.fact
    if fact is None or given.step.what is Happening.CORRECTED:
        return None
    since = [max(each.since, given.step.seen) for each in corrected if _still_wrong(fact, each)]
    at = min(since, default=None)
    if at is None or (until is not None and at >= until):
        return None
    return replace(given.step, what=Happening.STALE, seen=at, note="")


def _still_wrong(fact: Fact, corrected: _Corrected) -> bool:
    return same_value(fact, corrected.wrong) and not same_value(fact, corrected.right)
