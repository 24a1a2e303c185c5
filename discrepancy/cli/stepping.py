"""How far a batch is: a line that is written over on a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from discrepancy.cli.telling import counted

if TYPE_CHECKING:
    from discrepancy.scale.driver import Step

__all__ = ["Stepping", "stepping"]

_NOW_AND_THEN = 60.0
"""Seconds between two lines where they are kept: in a log."""
_AT_ONCE = 0.2
"""Seconds between two on a terminal."""
_ENOUGH = 0.02
"""The share of a stage that is done before what is left of it can be told."""
_MINUTE = 60


@contextmanager
def stepping(*, quiet: bool) -> Iterator[Callable[[Step], None]]:
    """Who is told how far a batch is. Where nobody is to be told, nothing is written."""
    if quiet:
        yield lambda _step: None
        return
    teller = Stepping(terminal=sys.stderr.isatty())
    try:
        yield teller
    finally:
        teller.close()


class Stepping:
    """Writes the steps of a run to standard error."""

    def __init__(self, *, terminal: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._terminal = terminal
        self._clock = clock
        self._stage = ""
        self._began = self._told = clock()
        self._first = self._documents = 0
        self._written = False

    def __call__(self, step: Step) -> None:
        """Tell a step, unless the last was told just now."""
        now, begins = self._clock(), step.stage != self._stage
        if begins:
            self._stage, self._began, self._first, self._documents = step.stage, now, step.done, step.documents
        at_once = begins and not self._terminal  # a log shows that a stage has begun
        if not at_once and now - self._told < (_AT_ONCE if self._terminal else _NOW_AND_THEN):
            return
        self._told, self._written = now, True
        typer.echo(f"\r\033[K{self.line(step)}" if self._terminal else self.line(step), err=True, nl=not self._terminal)

    def close(self) -> None:
        """Leave the line of a terminal."""
        if self._terminal and self._written:
            typer.echo("", err=True)

    def line(self, step: Step) -> str:
        """The step in words: what is done, how fast, and how long it will take."""
        took, made = self._clock() - self._began, step.done - self._first
        share = step.done / step.total if step.total else 1.0
        told = [f"{step.stage} {share:.0%}", counted(step.documents, "document")]
        done = step.documents - self._documents or made  # once all are read, what is done are documents compared
        if took and done:
            told.append(f"{done / took:,.1f} a second")
        if made and share >= _ENOUGH:
            left = (step.total - step.done) * took / made
            told.append(f"{_in_words(left)} until all are {step.stage}")
        if step.failures:
            told.append(counted(step.failures, "failure"))
        return ", ".join(told)


def _in_words(seconds: float) -> str:
    """A length of time as one reads it: "40 s", "12 min", "3 h 20 min"."""
    minutes = round(seconds / _MINUTE)
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < _MINUTE else f"{minutes // _MINUTE} h {minutes % _MINUTE} min"
