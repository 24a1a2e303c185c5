"""Threads and processes that decide at the same time lose nothing, and only one of two is first."""

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from discrepancy.decided import Ruling
from discrepancy.errors import Conflict
from discrepancy.store import Store, open_store
from tests.store.builders import STORY, snapshot
from tests.store.forker import forker


def _together(works: list[Callable[[], object]]) -> None:
    gate = threading.Barrier(len(works))
    threads = [threading.Thread(target=lambda work=work: (gate.wait(), work())) for work in works]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def _decider(store: Store, who: str, number: int, first: list[str], later: list[str]) -> Callable[[], None]:
    def work() -> None:
        for n in range(number):
            store.comment(STORY, snapshot(f"of-{who}"), who=who, note=str(n))
            try:
                first.append(store.decide(STORY, snapshot(f"for-all-{n}"), Ruling.CONFIRMED, who=who).last)
            except Conflict as why:
                later.append(str(why))

    return work


def test_threads_of_one_store_and_of_two(path: Path) -> None:
    first: list[str] = []
    later: list[str] = []
    names, number = ("Ada", "Bo", "Cy", "Di"), 10
    with open_store(path) as one, open_store(path) as two:
        _together(
            [_decider(store, who, number, first, later) for who, store in zip(names, (one, one, two, two), strict=True)]
        )
        events = list(one.events())
        assert two.verify().events == len(events) == number * (len(names) + 1)
        assert {each.id for each in events} >= set(first)
    assert len(first) == number
    assert len(later) == number * (len(names) - 1)
    assert Counter(len(matter.comments) for matter in matters_of(path)) == {number: len(names), 0: number}


def test_processes(path: Path) -> None:
    """They make the store, too, all at once."""
    names, number = ("Ada", "Bo", "Cy"), 10
    told: list[tuple[str, str]] = []
    with forker() as parent:
        for who in names:
            parent.ask("together", path, who, number)
        parent.ask("wait")
        while Counter(kind for kind, _ in told)["end"] < len(names):
            told.append(parent.line())
    assert {what for kind, what in told if kind == "end"} == {"0"}
    done = {what for kind, what in told if kind == "done"}
    with open_store(path, read_only=True) as store:
        assert done <= {each.id for each in store.events()}
        assert store.verify().events == number * (len(names) + 1)
    assert len(done) == number


def matters_of(path: Path):
    with open_store(path, read_only=True) as store:
        return store.matters(STORY)
