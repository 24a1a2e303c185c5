"""``discrepancy watch``: follow feeds, pages and folders, and tell where a fact changes."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli import arguments as a
from discrepancy.cli.telling import complain, counted, emit
from discrepancy.errors import UsageError

if TYPE_CHECKING:
    from discrepancy.watch.watcher import Watcher

__all__ = ["watch"]

Configuration = Annotated[
    Path, typer.Argument(metavar="CONFIG", help="What to follow, how often, and whom to tell: a TOML file.")
]
Once = Annotated[bool, typer.Option("--once", help="Look at what is due, tell what is due, and end, as for cron.")]
ShowStatus = Annotated[bool, typer.Option("--status", help="Say how each source is and what waits; ask nothing.")]
AsJson = Annotated[bool, typer.Option("--json", help="With --status: print JSON instead of a table.")]


def watch(
    configuration: Configuration,
    once: Once = False,
    status: ShowStatus = False,
    as_json: AsJson = False,
    language: a.Language = None,
    config: a.Config = None,
) -> None:
    """Follow feeds, pages and folders over time, keep every version, and tell where a fact changes."""
    if as_json and not status:
        raise UsageError("--json says how --status is printed.", remedy="Add --status, or leave --json out.")
    if once and status:
        raise UsageError("--once looks, and --status does not.", remedy="Give one of the two.")
    if status:
        _tell_status(configuration, as_json=as_json)
        return
    from discrepancy.config import in_force
    from discrepancy.watch.watcher import Watcher

    held = in_force({"language": language}, [configuration], file=config)
    following = Watcher(configuration, settings=held.settings, language=held.language)
    with _troubles_told(), following as watcher, _ended_by_signals(watcher):
        if once:
            watcher.once()
            return
        if sys.stderr.isatty():
            sources = counted(len(watcher.watched.sources), "source")
            complain(f"watching {sources}; what is found is kept in {watcher.watched.store}. Ctrl-C ends it.")
        watcher.run()


@contextmanager
def _ended_by_signals(watcher: Watcher) -> Iterator[None]:
    """What tells a program to end has it finish the version it is at, which takes a second or two."""
    former = {each: signal.signal(each, lambda *_: watcher.stop()) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for each, handler in former.items():
            signal.signal(each, handler)


@contextmanager
def _troubles_told() -> Iterator[None]:
    class Told(logging.Handler):
        """Lines of the log as the command line tells what went wrong."""

        def emit(self, record: logging.LogRecord) -> None:
            complain(record.getMessage())

    log, told = logging.getLogger("discrepancy.watch"), Told(logging.WARNING)
    log.addHandler(told)
    try:
        yield
    finally:
        log.removeHandler(told)


def _tell_status(configuration: Path, *, as_json: bool) -> None:
    from rich.console import Console

    from discrepancy.cli.watch_status import print_status, status_as_json
    from discrepancy.watch.status import read_status

    found = read_status(configuration)
    if as_json:
        emit(status_as_json(found))
    else:
        print_status(found, Console())
