"""Why two differing figures can both be right. One file a reason; found by being there, tried in order of ``ORDER``.

Where a file has ``concerns``, its reason is tried only of pairs of which that holds for the one figure or the other.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

from discrepancy.model import Fact, Reconciliation, Story
from discrepancy.rules.once import once, once_each

__all__ = ["reconcile"]

Reconciler = Callable[[Fact, Fact, Story], Reconciliation | None]
Concerns = Callable[[Fact, Story], bool]


@cache
def _reconcilers() -> tuple[tuple[Reconciler, Concerns | None], ...]:
    modules = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    return tuple(
        (cast("Reconciler", m.reconcile), cast("Concerns | None", getattr(m, "concerns", None)))
        for m in sorted(modules, key=lambda m: (m.ORDER, m.__name__))
    )


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The first reason that explains how both figures can be right; None where there is none."""
    own = story.fact.get(a.id) is a and story.fact.get(b.id) is b
    if not own:
        return _first(a, b, story)
    known, pair = _known(story), (a.id, b.id)
    if pair not in known:
        known[pair] = _first(a, b, story)
    return known[pair]


@once
def _known(story: Story) -> dict[tuple[str, str], Reconciliation | None]:  # noqa: ARG001  # each story has its own
    """What pairs of the story's facts come to, as far as they were tried: several rules ask for the same."""
    return {}


def _first(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    for try_one in _of_places(_concerning(a, story) | _concerning(b, story)):
        found = try_one(a, b, story)
        if found is not None:
            return found
    return None


@once_each
def _concerning(fact: Fact, story: Story) -> int:
    """The reasons that a figure may be part of, each a bit by its place."""
    tried = enumerate(_reconcilers())
    return sum(1 << place for place, (_, concerns) in tried if concerns is None or concerns(fact, story))


@lru_cache(maxsize=4096)
def _of_places(bits: int) -> tuple[Reconciler, ...]:
    return tuple(try_one for place, (try_one, _) in enumerate(_reconcilers()) if bits >> place & 1)
