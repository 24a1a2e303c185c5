"""Who writes to an object store: no lock is to be had there, so a run leaves a mark and renews it while it lives.

A mark that changes is of a living run, one that stays the same for a while of a dead one; nobody's clock is compared
with anybody's. Two runs that slip past each other all the same do no harm: what they write has the same names and the
same bytes.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from discrepancy.errors import StorageBusy, StorageError
from discrepancy.scale.storage.objects import Objects

MARK = ".run"
RENEWED = 5.0
"""Seconds from one renewal of a mark to the next."""
DEAD_AFTER = 20.0
"""Seconds without a renewal that make a mark a dead run's: three that got lost, and some."""
_LOOK = 1.0


@contextmanager
def held(objects: Objects, run: str) -> Iterator[None]:
    """Hold the place for one run.

    Raises:
        StorageBusy: another run renews its mark there.
        StorageError: the mark can not be written: neither could anything else.
    """
    _wait_for_the_dead(objects)
    mine = {"run": run, "host": platform.node(), "process": os.getpid(), "token": secrets.token_hex(8)}
    if not objects.create(MARK, _as_bytes(mine, 0)):
        raise _busy(objects, _read(objects))
    over = threading.Event()
    renewing = threading.Thread(target=_renew, args=(objects, mine, over), daemon=True)
    renewing.start()
    try:
        yield
    finally:
        over.set()
        renewing.join()
        with suppress(StorageError):  # a mark that stays is found to be a dead run's
            objects.remove(MARK)


def _wait_for_the_dead(objects: Objects) -> None:
    """Return when no living run holds the place; its mark is gone then."""
    first = _read(objects)
    if first is None:
        return
    since = time.monotonic()
    while not _surely_dead(first) and time.monotonic() - since < DEAD_AFTER:
        time.sleep(_LOOK)
        now = _read(objects)
        if now is None:
            return
        if now != first:
            raise _busy(objects, now)
    objects.remove(MARK)


def _surely_dead(mark: dict[str, Any]) -> bool:
    """Whether it is of a process of this machine that is no more."""
    if mark.get("host") != platform.node() or not isinstance(mark.get("process"), int):
        return False
    try:
        os.kill(mark["process"], 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _renew(objects: Objects, mine: dict[str, Any], over: threading.Event) -> None:
    beat = 0
    while not over.wait(RENEWED):
        beat += 1
        with suppress(StorageError):  # one that got lost does no harm
            objects.put(MARK, _as_bytes(mine, beat))


def _as_bytes(mark: dict[str, Any], beat: int) -> bytes:
    return json.dumps({**mark, "beat": beat}, sort_keys=True).encode()


def _read(objects: Objects) -> dict[str, Any] | None:
    """The mark that is there; an empty one for what is none."""
    if objects.size(MARK) is None:
        return None
    try:
        found = json.loads(objects.get(MARK))
    except (StorageError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _busy(objects: Objects, mark: dict[str, Any] | None) -> StorageBusy:
    known = mark or {}
    who = (
        f"{known.get('run', 'it does not say which')}, process {known.get('process', '?')} on {known.get('host', '?')}"
    )
    return StorageBusy(
        f"is being written by another run ({who}).",
        where=objects.where,
        remedy="Wait until it is through, or give another place.",
    )
