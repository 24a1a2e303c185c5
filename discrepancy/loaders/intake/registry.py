"""The loaders that are there: every module of ``discrepancy.loaders`` that holds a ``LOADER``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path, PurePath

from discrepancy.loaders.intake.loader import Loader

__all__ = ["claimant", "known_suffixes", "loaders"]

_PACKAGE = "discrepancy.loaders"


@cache
def loaders() -> tuple[Loader, ...]:
    """Every loader, in the order in which they are asked."""
    folder = Path(__file__).resolve().parent.parent
    found = []
    for module in pkgutil.iter_modules([str(folder)]):
        if not module.ispkg:
            loader = getattr(importlib.import_module(f"{_PACKAGE}.{module.name}"), "LOADER", None)
            if isinstance(loader, Loader):
                found.append(loader)
    return tuple(sorted(found, key=lambda loader: (loader.order, loader.name)))


def claimant(path: PurePath, head: bytes) -> Loader | None:
    """The first loader that claims a file, or None."""
    return next((loader for loader in loaders() if loader.claims(path, head)), None)


def known_suffixes() -> frozenset[str]:
    """The suffixes that some loader answers to."""
    return frozenset().union(*(loader.suffixes for loader in loaders()))
