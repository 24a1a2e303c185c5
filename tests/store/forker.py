"""Processes that decide, for tests to kill or to run at once: a parent that has all imported, and forks one a line.

Lines that it reads: ``endless PATH NAME`` decides without an end, ``together PATH WHO NUMBER`` decides on findings that
others decide on, too; ``wait`` waits for all. Lines that it writes: ``pid N`` of who was started, ``done ID`` for each
decision that was acknowledged, ``end STATUS`` for each that ended.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from discrepancy.decided import Ruling
from discrepancy.errors import Conflict
from discrepancy.store import open_store
from tests.store.builders import STORY, snapshot

REPO = Path(__file__).resolve().parents[2]


def endless(path: str, name: str) -> None:
    with open_store(Path(path)) as store:
        for n in itertools.count():
            done(store.decide(STORY, snapshot(f"{name}-{n}"), Ruling.CONFIRMED, who="Ada").last)


def together(path: str, who: str, number: str) -> None:
    with open_store(Path(path)) as store:
        for n in range(int(number)):
            store.comment(STORY, snapshot(f"of-{who}"), who=who, note=str(n))
            with suppress(Conflict):
                done(store.decide(STORY, snapshot(f"for-all-{n}"), Ruling.CONFIRMED, who=who).last)


WORKS: dict[str, Callable[..., None]] = {"endless": endless, "together": together}


def done(id_: str) -> None:
    tell(f"done {id_}")


def tell(line: str) -> None:
    """In one piece: a line on a pipe is there whole, or not at all."""
    os.write(1, f"{line}\n".encode())


def start(work: str, *arguments: str) -> int:
    child = os.fork()
    if not child:
        WORKS[work](*arguments)
        os._exit(0)
    tell(f"pid {child}")
    return child


def main() -> None:
    children: list[int] = []
    for line in sys.stdin:
        words = line.split()
        if words == ["wait"]:
            for child in children:
                tell(f"end {os.waitpid(child, 0)[1]}")
            children = []
        else:
            children.append(start(*words))


class Forker:
    """The parent, as a test sees it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, *words: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()

    def line(self) -> tuple[str, str]:
        assert self.process.stdout is not None
        kind, _, what = self.process.stdout.readline().strip().partition(" ")
        return kind, what


@contextmanager
def forker() -> Iterator[Forker]:
    """A parent that has started, and is gone afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.store.forker"], cwd=REPO, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        yield Forker(process)
        assert process.stdin is not None
        process.stdin.close()


if __name__ == "__main__":
    main()
