"""The folder that keeps what was read, where the house names one: what it holds, and whether more can be kept."""

from __future__ import annotations

import os
from collections.abc import Iterator

from discrepancy.cache import Disk
from discrepancy.doctor.check import Asked, Check, State
from discrepancy.doctor.house import house_of

__all__ = ["look_at_cache"]

_NAME = "cache"
_MEGABYTE = 1_000_000


def look_at_cache(asked: Asked) -> Iterator[Check]:
    """The folder of the cache; one that is not there yet is made when there is something to keep."""
    house = house_of(asked)
    folder = house.settings.cache if house else None
    if folder is None:
        return
    facts: dict[str, object] = {"folder": str(folder)}
    if not folder.exists():
        yield Check(name=_NAME, state=State.WELL, told=f"{folder}, made with the next check", facts=facts)
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield Check(
            name=_NAME,
            state=State.WRONG,
            told=f"{folder} can not be written: every check reads all texts anew",
            remedy="Name another folder as cache in the house rules, or give yourself the right to write there.",
            facts=facts,
        )
        return
    entries, size = Disk(folder).held()
    told = f"{folder}, {entries:,} {'entry' if entries == 1 else 'entries'}, {size / _MEGABYTE:,.1f} MB"
    yield Check(name=_NAME, state=State.WELL, told=told, facts={**facts, "entries": entries, "bytes": size})
