"""Killed at any moment, a store has every decision that was acknowledged, whole and in a chain that verifies."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from discrepancy.store import open_store
from tests.store.builders import stored
from tests.store.forker import Forker, forker

LONGEST = 0.15
"""Seconds from the first decision to the kill, at most: a few dozen decisions."""


def _killed(parent: Forker, path: Path, name: str, after: float) -> list[str]:
    """What a process that decides without an end had acknowledged when it was killed."""
    parent.ask("endless", path, name)
    acknowledged: list[str] = []
    child = 0
    while not child or not acknowledged:
        kind, what = parent.line()
        if kind == "pid":
            child = int(what)
        else:
            acknowledged.append(what)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    parent.ask("wait")
    while (told := parent.line())[0] == "done":
        acknowledged.append(told[1])
    assert told == ("end", str(int(signal.SIGKILL)))
    return acknowledged


def _rounds(path: Path, number: int) -> None:
    chance = random.Random(8)  # noqa: S311 - moments to kill at, not secrets
    acknowledged: list[str] = []
    with forker() as parent:
        for n in range(number):
            acknowledged += _killed(parent, path, f"round-{n}", chance.uniform(0, LONGEST))
            with open_store(path) as store:
                there = {each.id for each in store.events()}
                assert set(acknowledged) <= there, f"round {n}"
                assert len(there) <= len(acknowledged) + n + 1  # one a round may be written and not yet acknowledged
                assert store.verify().events == len(there)
    assert len(acknowledged) >= number


def test_a_few_rounds(path: Path) -> None:
    _rounds(path, 4)


@pytest.mark.soak
def test_two_hundred_rounds(path: Path) -> None:
    _rounds(path, 200)


@pytest.mark.parametrize("step", ["migrate", "_place", "_keep_name"])
def test_stopped_while_the_store_is_made(path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is put in its place when it is whole: there is a store, or there is none."""

    def stopped(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"discrepancy.store.opening.{step}", stopped)
    with pytest.raises(KeyboardInterrupt):
        open_store(path)
    monkeypatch.undo()
    assert [each.name for each in path.parent.iterdir()] == ([path.name] if step == "_keep_name" else [])
    stored(path)
