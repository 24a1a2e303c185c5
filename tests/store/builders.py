"""One-line builders: a finding as it stood, a store with a decision, the system seen by someone without rights."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

from discrepancy.decided import PROGRAM, Action, Event, Matter, Ruling, Snapshot, SnapshotPlace, SnapshotValue
from discrepancy.said import Level, Message
from discrepancy.store import Incoming, Step, Store, open_store

STORY = "ferry"
START = dt.datetime(2024, 3, 14, 9, 0, tzinfo=dt.UTC)
NOBODY = 65534


def snapshot(finding: str = "NUM001-a1", values: tuple[str, ...] = ("12", "14"), *, documents: str = "a") -> Snapshot:
    """A finding with one mention a value; ``documents`` is the digit that its documents' hashes are made of."""
    return Snapshot(
        finding=finding,
        rule="NUM001",
        level=Level.ERROR,
        subject="people rescued",
        summary=f"People rescued: {' or '.join(values)}",
        explanation="The versions give different figures, “as told”.",
        values=tuple(SnapshotValue(label=each, places=(_place(n, each),)) for n, each in enumerate(values)),
        documents=(("v0", documents * 64), ("v1", "b" * 64)),
    )


def _place(n: int, value: str) -> SnapshotPlace:
    return SnapshotPlace(document=f"v{n}", source="Quay Post", text=value, sentence=f"They saved {value}.")


def event(n: int, action: Action, **fields: object) -> Event:
    """The ``n``-th event of a matter, a minute after the one before; of a person where people do such things."""
    given: dict[str, object] = {
        "seq": n, "id": f"{n:032x}", "at": START + dt.timedelta(minutes=n), "story": STORY, "matter": f"{1:032x}",
        "who": "Ada" if action.by_people else PROGRAM, "snapshot": snapshot(),
    }  # fmt: skip
    return Event(action=action, **{**given, **fields})  # type: ignore[arg-type] # a table gives the fields by name


def decide(store: Store, shot: Snapshot | None = None, ruling: Ruling = Ruling.CONFIRMED, **fields: str) -> Matter:
    """A decision of Ada's, who has seen how the finding stands."""
    shot = shot or snapshot()
    seen = next((each.last for each in store.matters(STORY) if each.finding == shot.finding), "")
    return store.decide(STORY, shot, ruling, **{"who": "Ada", "note": "checked", "seen": seen, **fields})


def reopened(store: Store, matter: Matter, shot: Snapshot) -> Matter:
    """The matter after a check found other values."""
    changed = Message("store.changed", {"came": ("15",), "went": ("14",)})
    store.record(STORY, [Step(matter=matter.id, action=Action.REOPENED, snapshot=shot, changed=changed)])
    return store.matter(matter.id)


def stored(path: Path, decisions: int = 1) -> Path:
    """The file of a closed store with so many decisions."""
    with open_store(path) as store:
        for n in range(decisions):
            decide(store, snapshot(f"NUM001-{n}"))
    return path


def incoming(events: list[Event]) -> list[Incoming]:
    """Events as an import has them, one a line."""
    return [Incoming(line=n, event=each) for n, each in enumerate(events, start=1)]


@contextlib.contextmanager
def without_rights() -> Iterator[None]:
    """Root may do anything: inside, a process of root's has the rights of others."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
