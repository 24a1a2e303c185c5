"""Events of one day, each told twice in other words, and beside it another event of the same sort and place."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from discrepancy.documents import Sketch
from discrepancy.stories.grouping import sketches
from tests.builders import PUBLISHED, doc

__all__ = ["TOLD", "told"]

TOLD = ("one", "again", "other")
"""The first two tell one event."""


@cache
def told() -> dict[str, tuple[Sketch, ...]]:
    """The articles of each event, in the order of ``TOLD``."""
    events = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["event"]
    articles = [doc(event[each].strip(), id=f"{event['name']}/{each}") for event in events for each in TOLD]
    made = list(sketches(replace(each, published=PUBLISHED) for each in articles))
    many = len(TOLD)
    return {event["name"]: tuple(made[n * many : (n + 1) * many]) for n, event in enumerate(events)}
