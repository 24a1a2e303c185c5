"""What was alerted beside what was planted: each planted change is to be told once, and nothing else.

A change is told whether the alert takes it for one that the text accounts for or not: which of the two it is, is
counted apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.followed import Alert
from discrepancy.grammar.quantities import find_quantities
from discrepancy.messages import render
from tests.watch.replay.day import Expected

__all__ = ["Score", "score"]

_CHANGES = frozenset({"figure-changed", "unlabelled-change"})
"""A source changed a value: on its own account, or as things go on."""


@dataclass(frozen=True)
class Score:
    """Which alerts told what; ``twice`` are alerts of what was told already."""

    told: tuple[tuple[Expected, Alert], ...]
    missed: tuple[Expected, ...]
    wrong: tuple[Alert, ...]
    twice: tuple[Alert, ...]

    @property
    def precision(self) -> float:
        """The share of all alerts that told something planted, for the first time."""
        every = len(self.told) + len(self.wrong) + len(self.twice)
        return len(self.told) / every if every else 1.0

    @property
    def right(self) -> int:
        """How many were told as what they are."""
        return sum(alert.kind.value == expected.kind for expected, alert in self.told)

    @property
    def recall(self) -> float:
        """The share of what was planted that was told."""
        every = len(self.told) + len(self.missed)
        return len(self.told) / every if every else 1.0

    def lines(self) -> list[str]:
        """The figures, and what went wrong."""
        figures = (
            f"planted {len(self.told) + len(self.missed)}, told {len(self.told)} ({self.right} by their kind), "
            f"missed {len(self.missed)}, wrong {len(self.wrong)}, twice {len(self.twice)}: "
            f"precision {self.precision:.3f}, recall {self.recall:.3f}"
        )
        found = [figures, *(f"missed  {e.story} {e.at:%H:%M} {e.kind} {e.outlets} {e.values}" for e in self.missed)]
        found += [
            f"kind    {e.story} {e.at:%H:%M} {e.kind} told as {a.kind} {e.outlets} {e.values}"
            for e, a in self.told
            if e.kind != a.kind.value
        ]
        for word, alerts in (("wrong ", self.wrong), ("twice ", self.twice)):
            found += [f"{word}  {a.story} {a.at:%H:%M} {a.kind} {a.sources} {render(a.summary)}" for a in alerts]
        return found


def score(alerts: Sequence[Alert], expected: Sequence[Expected]) -> Score:
    """Hold what was alerted against what was planted; both in the order of time."""
    left = list(expected)
    told: list[tuple[Expected, Alert]] = []
    wrong: list[Alert] = []
    twice: list[Alert] = []
    for alert in alerts:
        found = next((each for each in left if _is(alert, each)), None)
        if found is not None:
            left.remove(found)
            told.append((found, alert))
        elif any(_is(alert, each) for each, _ in told):
            twice.append(alert)
        else:
            wrong.append(alert)
    return Score(tuple(told), tuple(left), tuple(wrong), tuple(twice))


def _is(alert: Alert, expected: Expected) -> bool:
    """Whether an alert tells this: its kind, one of its outlets, all of its values, and not before it happened."""
    kinds = _CHANGES if expected.kind in _CHANGES else {expected.kind}
    if alert.kind.value not in kinds or not set(alert.sources) & set(expected.outlets) or alert.at < expected.at:
        return False
    words = " ".join([render(alert.summary), *(f"{each.label} {each.sentence}" for each in alert.values)]).casefold()
    return all(_says(words, value) for value in expected.values)


def _says(words: str, value: str) -> bool:
    """Whether a value stands there, a figure in letters or in digits."""
    if value.casefold() in words:
        return True
    wanted = [quantity.low for quantity in find_quantities(value)][:1]
    return bool(wanted) and wanted[0] in {quantity.low for quantity in find_quantities(words)}
