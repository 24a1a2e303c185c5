"""Differing figures that the texts account for in their own words. One file a way; found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from discrepancy.model import Story
from discrepancy.rules.accounted.told import Told

__all__ = ["Told", "accounted"]

Finder = Callable[[Story], Iterator[Told]]


@cache
def _finders() -> tuple[Finder, ...]:
    modules = [importlib.import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)]
    return tuple(cast("Finder", m.find) for m in sorted(modules, key=lambda m: m.__name__) if hasattr(m, "find"))


def accounted(story: Story) -> Iterator[Told]:
    """All values that differ and are accounted for."""
    for find in _finders():
        yield from find(story)
