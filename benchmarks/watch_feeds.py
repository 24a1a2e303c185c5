"""One watcher over many feeds: ``python -m benchmarks.watch_feeds [FEEDS] [ITEMS] [ROUNDS]``.

The feeds are made here and given to the watcher without a network. First all items are new. Then come so many rounds
in which nothing is new, and the servers say so (304); as many in which they send the same bytes again; and a fifth as
many in which one item of a hundred is new or edited. After each round the memory in use is noted, and beside each
feedparser alone reads some of the same feeds once, as a program without a memory would at each poll. Last, a watcher
that has nothing to do is timed, and the next one is started. What is compared is time of the processor.

The issue's size is 1000 feeds of 50 items. The last line printed is one JSON object.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import linear_regression, median
from types import FunctionType
from typing import Any, Final

from benchmarks.made_feeds import START, Feeds, Quiet
from discrepancy.followed import SourceKind
from discrepancy.watch.configured import Channel, Source, Watched
from discrepancy.watch.watcher import Watcher

__all__ = ["Figures", "Row", "growth", "measure"]

EVERY: Final = dt.timedelta(minutes=10)
ROUND: Final = EVERY * 1.2
"""After this time all feeds are due again, whatever their spread."""
SHARE: Final = 0.01
"""The share of items that are new or edited in a round in which something is."""
PEERS: Final = 20
"""Feeds that feedparser reads beside each round."""
FEWER: Final = 5
"""Of rounds in which something is new there are so many times fewer: they are read, and take long."""
LATER: Final = 15
"""The last rounds of a sort, over which memory is to stay as it is: what is held but once is held by then."""
ALL_NEW, SOME_NEW = "all new", "some new"
PARSERS: Final = ("parse_xml", "parse_html", "read_feed", "cut_xml", "cut_json")


@dataclass(frozen=True, slots=True)
class Row:
    """One round: all feeds looked at once.

    Attributes:
        sort: what was new.
        seconds: until all that was found was worked off.
        processor: seconds of the processor for that.
        parses: how often anything was parsed.
        memory: MB in use after it.
        feedparser: seconds of the processor that feedparser takes for one of the feeds.
    """

    sort: str
    seconds: float
    processor: float
    parses: int
    memory: float
    feedparser: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured.

    Attributes:
        rows: a row a round.
        tick: seconds of the processor that a watcher takes which looks around and finds nothing to do.
        start: seconds until the next watcher, which goes on with the same store, has looked at all feeds again and
            worked off two items, for which it has to know of all articles.
        articles, stories, alerts: how many there are in the end.
    """

    rows: tuple[Row, ...]
    tick: float
    start: float
    articles: int
    stories: int
    alerts: int

    def of(self, sort: str) -> list[Row]:
        """The rounds of one sort."""
        return [row for row in self.rows if row.sort == sort]


class Clock:
    """Stands still; who waits is woken a second later."""

    def __init__(self) -> None:
        self.moment = START
        self.ticks = 0

    def now(self) -> dt.datetime:
        """The moment."""
        return self.moment

    def wait(self, until: dt.datetime) -> None:
        """Go on, by a second at most."""
        self.moment = min(until, self.moment + dt.timedelta(seconds=1))
        self.ticks += 1

    def wake(self) -> None:
        """Nobody is ever asleep."""


def main(feeds: str = "60", items: str = "25", rounds: str = "20") -> None:
    """Measure and print."""
    figures = measure(int(feeds), int(items), int(rounds), say=lambda row: print(_line(row, int(feeds)), flush=True))
    print(f"{figures.articles:,} articles in {figures.stories:,} stories, {figures.alerts:,} alerts")
    print(f"a look around with nothing to do {1000 * figures.tick:.2f} ms, started again in {figures.start:.1f} s")
    print(json.dumps(told(figures, int(feeds)) | {"feeds": int(feeds), "items": int(items)}))


def measure(feeds: int, items: int, rounds: int, *, say: Callable[[Row], None] = lambda _: None) -> Figures:
    """Follow so many feeds of so many items over so many rounds of each sort; ``say`` is called after each."""
    made, clock, rows = Feeds(feeds, items), Clock(), list[Row]()
    with tempfile.TemporaryDirectory(prefix="feeds-") as scratch:
        watched = _watched(Path(scratch), made)
        with Watcher(watched, clock=clock, fetcher=made) as watcher, _counted() as parses:
            for sort in (ALL_NEW, *(each for each in Quiet for _ in range(rounds)), *[SOME_NEW] * -(-rounds // FEWER)):
                clock.moment += ROUND
                made.quiet = Quiet.SAME_BYTES if sort == Quiet.SAME_BYTES else Quiet.BY_304
                if sort == SOME_NEW:
                    made.move_on(SHARE, clock.moment)
                before, begun, own = len(parses), time.perf_counter(), time.process_time()
                watcher.once()
                spent, own, parsed = time.perf_counter() - begun, time.process_time() - own, len(parses) - before
                rows.append(Row(str(sort), spent, own, parsed, *_beside(made, len(rows))))
                say(rows[-1])
            tick = _tick(watcher, clock)
        made.move_on(0, clock.moment)
        clock.moment += ROUND
        begun = time.perf_counter()
        with Watcher(watched, clock=clock, fetcher=made) as watcher:
            watcher.once()
            start = time.perf_counter() - begun
        return Figures(tuple(rows), tick, start, *_counts(watched.store))


def growth(rows: Sequence[Row]) -> float:
    """By which share memory grew over the last rounds, by the line through them."""
    last = [row.memory for row in rows[-LATER:]]
    if len(last) < 2:
        return 0.0
    return linear_regression(range(len(last)), last).slope * (len(last) - 1) / last[0]


def told(figures: Figures, feeds: int) -> dict[str, Any]:
    """The figures by name: seconds of a look at one feed, beside feedparser's; memory; how often was parsed."""
    found: dict[str, Any] = {key: each for key, each in asdict(figures).items() if key != "rows"}
    for sort in (ALL_NEW, *Quiet, SOME_NEW):
        rows, name = figures.of(sort), sort.replace(" ", "_")
        if not rows:
            continue
        each, alone = median(row.processor for row in rows) / feeds, median(row.feedparser for row in rows)
        found[f"{name}_seconds"] = median(row.seconds for row in rows)
        found[f"{name}_processor_seconds"] = median(row.processor for row in rows)
        found[f"{name}_seconds_a_feed"] = each
        found[f"{name}_feedparser_seconds_a_feed"] = alone
        found[f"{name}_times_faster_than_feedparser"] = alone / each
        found[f"{name}_parses"] = sum(row.parses for row in rows)
        found[f"{name}_mb"] = [round(row.memory, 1) for row in rows]
        found[f"{name}_growth"] = growth(rows)
    return found


def _watched(folder: Path, made: Feeds) -> Watched:
    sources = [
        Source(name=f"Courier {number}", kind=SourceKind.FEED, address=address, every=EVERY)
        for number, address in enumerate(made.addresses())
    ]
    return Watched(
        path=folder / "watch.toml",
        store=folder / "watch.sqlite",
        sources=tuple(sources),
        channels=(Channel(name="file", to="file", path=folder / "alerts.jsonl"),),
    )


def _beside(made: Feeds, turn: int) -> tuple[float, float]:
    """The memory in use, and what feedparser takes for one feed; other feeds each time."""
    import feedparser

    gc.collect()
    memory, begun = _memory(), time.process_time()
    many = min(PEERS, made.many)
    for number in range(many):
        feedparser.parse(made.bytes_of((turn * many + number) % made.many))
    return memory, (time.process_time() - begun) / many


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def _counted() -> Iterator[list[str]]:
    """Have each call of what parses noted, under whatever name a module knows it."""
    from discrepancy.loaders.entries import cut_json, cut_xml, xml_feed
    from discrepancy.loaders.markup import parser

    calls: list[str] = []
    known = [getattr(module, name) for module in (cut_json, cut_xml, xml_feed, parser) for name in PARSERS
             if hasattr(module, name)]  # fmt: skip
    counting = {each: _noting(each, calls) for each in known}
    undo = []
    for module in list(sys.modules.values()):
        for name, each in list(getattr(module, "__dict__", {}).items()):
            if isinstance(each, FunctionType) and each in counting:
                setattr(module, name, counting[each])
                undo.append((module, name, each))
    try:
        yield calls
    finally:
        for module, name, each in undo:
            setattr(module, name, each)


def _noting(called: Callable[..., Any], calls: list[str]) -> Callable[..., Any]:
    def noting(*values: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it is called with
        calls.append(called.__name__)
        return called(*values, **named)

    return noting


def _tick(watcher: Watcher, clock: Clock) -> float:
    """Seconds of the processor of one look around, in half a minute in which nothing is due."""
    clock.ticks, begun = 0, time.process_time()
    watcher.run(until=clock.moment + dt.timedelta(seconds=30))
    return (time.process_time() - begun) / max(1, clock.ticks)


def _counts(store: Path) -> tuple[int, int, int]:
    from discrepancy.store.versions import open_versions

    with open_versions(store, read_only=True) as versions:
        stories = versions.stories()
        return sum(story.articles for story in stories), len(stories), len(versions.alerts())


def _line(row: Row, feeds: int) -> str:
    each, alone = 1000 * row.processor / feeds, 1000 * row.feedparser
    return (
        f"{row.sort:<10} {row.seconds:>8.2f} s, of the processor {each:>8.3f} ms a feed (feedparser {alone:>6.2f}), "
        f"{row.parses:>7,} parses, {row.memory:>7.1f} MB"
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
