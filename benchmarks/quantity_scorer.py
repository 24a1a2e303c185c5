"""The strict scorer for quantities: one-to-one inside each sentence, by maximum matching."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Tag", "read_gold", "strict_f1"]

Value = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tag:
    """One quantity as the scorer sees it; ``change`` is ``None`` where a reader gives none."""

    value: Value
    unit: str
    change: str | None


def read_gold(rows: list[dict[str, Any]]) -> list[list[Tag]]:
    """The gold's quantities, sentence by sentence."""
    return [
        [Tag(_value(str(q["value"])), str(q["normalized_unit"]).lower(), q.get("change")) for q in row["quantities"]]
        for row in rows
    ]


def _value(written: str) -> Value:
    match = re.fullmatch(r"\s*([\d.]+)\s*-\s*([\d.]+)\s*", written)
    return (float(match.group(1)), float(match.group(2))) if match else float(written)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-8 + 1e-5 * abs(other)


def _same_value(gold: Tag, tag: Tag) -> bool:
    one, other = gold.value, tag.value
    if isinstance(one, tuple):
        return isinstance(other, tuple) and _close(one[0], other[0]) and _close(one[1], other[1])
    return not isinstance(other, tuple) and _close(one, other)


_LEVELS: dict[str, Callable[[Tag, Tag], bool]] = {
    "value": _same_value,
    "value+unit": lambda g, t: _same_value(g, t) and g.unit == t.unit,
    "value+unit+change": lambda g, t: _same_value(g, t) and g.unit == t.unit and g.change == t.change,
}


def strict_f1(gold: Sequence[Sequence[Tag]], read: Sequence[Sequence[Tag]]) -> dict[str, float]:
    """F1 in per cent at each level; each quantity read is used once."""
    total = sum(map(len, gold)) + sum(map(len, read))
    return {
        level: round(200 * sum(_matched(g, r, same) for g, r in zip(gold, read, strict=True)) / total, 1)
        if total
        else 0.0
        for level, same in _LEVELS.items()
    }


def _matched(gold: Sequence[Tag], read: Sequence[Tag], same: Callable[[Tag, Tag], bool]) -> int:
    """The size of a maximum matching (Kuhn's algorithm)."""
    edges = [[place for place, tag in enumerate(read) if same(wanted, tag)] for wanted in gold]
    mate = [-1] * len(read)

    def place_one(wanted: int, seen: set[int]) -> bool:
        for place in edges[wanted]:
            if place not in seen:
                seen.add(place)
                if mate[place] < 0 or place_one(mate[place], seen):
                    mate[place] = wanted
                    return True
        return False

    return sum(place_one(wanted, set()) for wanted in range(len(gold)))
