"""The watcher over the scripted day; as a program of its own it can be killed, and goes on where it was.

``python -m tests.watch.replay.run BASE FOLDER PART[,PART] [MOST]`` follows the day that is served at BASE.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from discrepancy.followed import Alert
from tests.watch.replay.clock import GivenClock
from tests.watch.replay.day import DAY, OUR_DESK, POINTERS, Outlet, outlets, stories

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
    place, home, parts, *rest = sys.argv[1:]
    day = [article for articles, _ in stories(parts.split(","), int(rest[0]) if rest else None) for article in articles]
    where = Path(home)
    written = where / "watch.toml"
    follow(written if written.exists() else write_configuration(where, outlets(day), place), clock_of(where))
