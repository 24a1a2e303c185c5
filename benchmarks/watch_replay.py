"""A scripted news day replayed to the watcher: what it alerts beside what was planted.

``python -m benchmarks.watch_replay [seen,unseen] [MOST] [details]``
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.watch.replay.day import outlets, stories
from tests.watch.replay.run import END, START, alerts_of, clock_of, follow, write_configuration
from tests.watch.replay.scoring import score
from tests.watch.replay.serving import serving


def main(parts: str = "seen,unseen", most: str = "", details: str = "") -> None:
    """Replay some parts of the day and print the score."""
    told = stories(parts.split(","), int(most) if most else None)
    articles = [article for found, _ in told for article in found]
    expected = sorted((each for _, found in told for each in found), key=lambda each: each.at)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = clock_of(folder)
        every = outlets(articles)
        with serving(every, clock.now) as base:
            begun = time.perf_counter()
            follow(write_configuration(folder, every, base), clock)
            took = time.perf_counter() - begun
        versions = sum(len(each.editions) for each in articles)
        print(f"{len(every)} feeds, {len(articles)} articles, {versions} versions")
        print(f"{took:.0f} s, {(END - START).total_seconds() / took:,.0f} times the speed")
        found = score(alerts_of(folder), expected)
        for kind in sorted({each.kind for each in expected}):
            told_of = sum(each.kind == kind for each, _ in found.told)
            print(f"{kind:<20} told {told_of} of {sum(each.kind == kind for each in expected)}")
        print("\n".join(found.lines() if details else found.lines()[:1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
