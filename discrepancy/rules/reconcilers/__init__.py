"""Why two differing figures can both be right. One file a reason; found by being there, tried in order of ``ORDER``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import cast

from discrepancy.model import Fact, Reconciliation, Story
from discrepancy.rules.once import once

__all__ = ["reconcile"]

Reconciler = Callable[[Fact, Fact, Story], Reconciliation | None]


@cache
def _reconcilers() -> tuple[Reconciler, ...]:
    modules = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    return tuple(cast("Reconciler", m.reconcile) for m in sorted(modules, key=lambda m: (m.ORDER, m.__name__)))


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
    return next(filter(None, (try_one(a, b, story) for try_one in _reconcilers())), None)
