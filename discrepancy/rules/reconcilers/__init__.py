"""Why two differing figures can both be right. One file a reason; found by being there, tried in order of ``ORDER``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import cast

from discrepancy.model import Fact, Reconciliation, Story

__all__ = ["reconcile"]

Reconciler = Callable[[Fact, Fact, Story], Reconciliation | None]


@cache
def _reconcilers() -> tuple[Reconciler, ...]:
    modules = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    return tuple(cast("Reconciler", m.reconcile) for m in sorted(modules, key=lambda m: (m.ORDER, m.__name__)))


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The first reason that explains how both figures can be right; None where there is none."""
    for try_one in _reconcilers():
        found = try_one(a, b, story)
        if found is not None:
            return found
    return None
