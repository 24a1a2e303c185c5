"""The small pictures of a finding: those that tell something that its words do not show at a glance."""

from __future__ import annotations

from collections.abc import Mapping

from discrepancy.formats.view.index import Index
from discrepancy.formats.view.parts import Version
from discrepancy.formats.view.pictures.drawn import Strip, Timeline
from discrepancy.formats.view.pictures.measured import measured
from discrepancy.formats.view.pictures.strips import day_strip, figure_strip
from discrepancy.formats.view.pictures.timelines import figure_timeline
from discrepancy.formats.words import Words
from discrepancy.model import Finding

__all__ = ["build_pictures"]

_OF_ONE_THING = frozenset(
    {"NUM001", "NUM002", "NUM003", "NUM011", "DAT001", "NAM007", "NAM008", "CLM004", "STO001", "STO002", "STO004"}
)
"""Rules whose values are figures or days for one thing; those of others are the terms of a sum, or of two things."""
_OF_OTHER_THINGS = frozenset({"arithmetic", "scope", "time-frame"})
"""Reconciliations by which the values are not of one thing at one time, and have no place on one scale."""
_TWO_VOICES = "attribution"
"""The reconciliation of a pair of figures that people look at side by side: the organisers' and the police's."""
_PAIR = 2


def build_pictures(
    index: Index, finding: Finding, given: Mapping[str, str], versions: tuple[Version, ...], words: Words
) -> tuple[Strip | Timeline, ...]:
    """A timeline, a strip, both or none; ``given`` has the letter of each value's label."""
    reason = finding.reconciliation
    if finding.rule not in _OF_ONE_THING or (reason and reason.kind in _OF_OTHER_THINGS):
        return ()
    values = measured(index, finding, given)
    if not values:
        days = day_strip(index, finding, given, words)
        return (days,) if days else ()
    strip = figure_strip(values, words)
    course = figure_timeline(index, finding, values, versions, words)
    if strip and strip.is_bare and (course or (reason and reason.kind != _TWO_VOICES and len(values) <= _PAIR)):
        strip = None
    return tuple(picture for picture in (course, strip) if picture)
