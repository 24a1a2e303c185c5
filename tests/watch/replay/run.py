"""The watcher over the scripted day; as a program of its own it can be killed, and goes on where it was.

``python -m tests.watch.replay.run CONFIGURATION`` follows the day by a configuration, and says when it begins.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from discrepancy.followed import Alert
from tests.watch.replay.clock import GivenClock
from tests.watch.replay.day import DAY, OUR_DESK, POINTERS, Outlet

__all__ = ["END", "START", "alerts_of", "clock_of", "follow", "write_configuration"]

START = dt.datetime.combine(DAY, dt.time(5, 55), dt.UTC)
END = dt.datetime.combine(DAY, dt.time(22, 30), dt.UTC)


def write_configuration(folder: Path, every: Sequence[Outlet], base: str, more: str = "") -> Path:
    """A configuration that follows the feeds of some outlets."""
    lines = ['[watch]\nstore = "day.sqlite"\nhold = "10m"\ngap = "0s"\nallow_private = true\nrobots = false\n', more]
    for outlet in every:
        lines.append(f'[[feeds]]\nname = "{outlet.name}"\naddress = "{base}/{outlet.slug}/feed.xml"\nevery = "5m"')
        if outlet.name in POINTERS:
            lines.append('follow = true\npages_every = "5m"')
        if outlet.name == OUR_DESK:
            lines.append("own = true")
    path = folder / "watch.toml"
    path.write_text("\n".join(lines) + '\n[[alerts]]\nto = "file"\npath = "alerts.jsonl"\n', encoding="utf-8")
    return path


def clock_of(folder: Path) -> GivenClock:
    """The clock of a replay in a folder; it goes on where an earlier run left it."""
    return GivenClock(START, folder / "clock")


def follow(configuration: Path, clock: GivenClock) -> None:
    """Follow the day to its end."""
    from discrepancy.watch.watcher import Watcher

    with Watcher(configuration, clock=clock) as watcher:
        watcher.run(until=END)


def alerts_of(folder: Path) -> tuple[Alert, ...]:
    """What was alerted, in order."""
    from discrepancy.store.versions import open_versions

    with open_versions(folder / "day.sqlite", read_only=True) as versions:
        return versions.alerts()


if __name__ == "__main__":
    from discrepancy.settings import Settings
    from discrepancy.text.engine import load_engine

    written = Path(sys.argv[1])
    load_engine(Settings().model)  # the seconds that this takes are nothing to kill
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    follow(written, clock_of(written.parent))
