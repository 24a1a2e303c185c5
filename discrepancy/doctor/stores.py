"""The store of decisions: whether it is there, whole and of a version that is known, and can be written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from discrepancy.doctor.check import Asked, Check, State
from discrepancy.doctor.house import house_of
from discrepancy.store import Health, may_write, open_store

__all__ = ["look_at_store"]

_NAME: Final = "store"
_KILOBYTE: Final = 1000


def look_at_store(asked: Asked) -> Iterator[Check]:
    """The store that was named, or that of the house."""
    house = house_of(asked)
    path = asked.store or (house.store if house else None)
    if path is None:
        yield Check(
            name=_NAME, state=State.WELL, told="none named: decisions are kept where --store says", facts={"path": None}
        )
        return
    facts: dict[str, object] = {"path": str(path)}
    if not os.path.lexists(path):
        yield _not_yet(path, facts)
        return
    with open_store(path, read_only=True) as store:
        health = store.health()
    facts |= {
        "version": health.version,
        "events": health.events,
        "stories": health.stories,
        "bytes": health.size,
        "head": health.head,
        "integrity": health.integrity or "ok",
    }
    told = f"{path}, {_counted(health)}"
    if health.integrity:
        yield Check(
            name=_NAME,
            state=State.WRONG,
            told=f"{told}: {health.integrity}",
            remedy="Keep the file, and go on with a copy that verifies: discrepancy decisions verify.",
            facts=facts,
        )
        return
    facts["writable"] = may_write(path)
    if not facts["writable"]:
        yield Check(
            name=_NAME,
            state=State.WRONG,
            told=f"{told}: it may not be written",
            remedy="Give yourself the right to write the file and its folder.",
            facts=facts,
        )
        return
    yield Check(name=_NAME, state=State.WELL, told=f"{told}, whole and writable", facts=facts)


def _not_yet(path: Path, facts: dict[str, object]) -> Check:
    folder = path.resolve().parent
    if folder.is_dir() and os.access(folder, os.W_OK):
        told = f"{path} is not there yet: the first check against it makes it"
        return Check(name=_NAME, state=State.ABSENT, told=told, facts=facts)
    return Check(
        name=_NAME,
        state=State.WRONG,
        told=f"{path} is not there, and can not be made in {folder}",
        remedy="Make the folder, or give yourself the right to write to it.",
        facts=facts,
    )


def _counted(health: Health) -> str:
    size = f"{max(1, health.size // _KILOBYTE):,} kB"
    events = f"{health.events:,} event{'' if health.events == 1 else 's'}"
    return (
        f"version {health.version}, {events} on {health.stories:,} stor{'y' if health.stories == 1 else 'ies'}, {size}"
    )
