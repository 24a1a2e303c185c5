"""Programs that work side by side in turns, each in a process of its own that has loaded and warmed up before."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

__all__ = ["Contestant", "medians", "take_turns"]

_ONE_THREAD: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""A second thread that waits for work turns in circles, and the processor's clock counts that too."""


class Contestant:
    """A program that reads one JSON line, makes itself ready, and then answers each line with one of JSON."""

    def __init__(self, command: Sequence[str | Path], given: object) -> None:
        self._program = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | _ONE_THREAD,
        )
        try:
            self.ask(json.dumps(given))
        except (OSError, ValueError):
            self._end()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _end(self) -> None:
        self._program.kill()
        self._program.wait()
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def ask(self, line: str = "") -> dict[str, Any]:
        """One answer.

        Raises:
            OSError: the program has ended.
            ValueError: it answers something else than JSON.
        """
        if self._program.stdin is None or self._program.stdout is None:
            raise OSError("the program has no pipes")
        self._program.stdin.write(f"{line}\n")
        self._program.stdin.flush()
        answer = self._program.stdout.readline()
        if not answer:
            raise OSError("the program has ended")
        found: dict[str, Any] = json.loads(answer)
        return found


def take_turns(
    contestants: Mapping[str, tuple[Sequence[str | Path], object, str]], rounds: int
) -> dict[str, list[dict[str, Any]]]:
    """What each said in each of its rounds: first all once, then all a second time, and so on.

    Args:
        contestants: by name, the command, what it is given first, and the line that asks for a round.
        rounds: how often each is asked.
    """
    said: dict[str, list[dict[str, Any]]] = {name: [] for name in contestants}
    with ExitStack() as open_ones:
        asked = {
            name: (open_ones.enter_context(Contestant(command, given)), line)
            for name, (command, given, line) in contestants.items()
        }
        for _ in range(rounds):
            for name, (contestant, line) in asked.items():
                said[name].append(contestant.ask(line))
    return said


def medians(rounds: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """The median of each figure."""
    return {key: statistics.median(float(each[key]) for each in rounds) for key in rounds[0]}
