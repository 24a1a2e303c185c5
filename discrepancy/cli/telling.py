"""What the command line prints beside reports: errors, files that were not read, a bar while it works."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from discrepancy.formats.visible import plain
from discrepancy.model import Skipped, Unread
from discrepancy.progress import unwatched

__all__ = ["complain", "counted", "emit", "progress", "tell_skipped", "tell_unread"]


def complain(message: str) -> None:
    """One line on standard error; a file's name may hold line feeds and characters that drive a terminal."""
    typer.echo(f"discrepancy: {plain(message).replace(chr(10), '[U+000A]')}", err=True)


def counted(number: int, one: str, many: str = "") -> str:
    """How many there are, in words: "1 finding", "1,200 findings"; ``many`` where it is not ``one`` with an s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def tell_unread(unread: Iterable[Unread]) -> None:
    """A line on standard error for each file that could not be read."""
    for entry in unread:
        complain(f"{entry.path}: {entry.what} {entry.remedy}".rstrip())


def tell_skipped(skipped: Iterable[Skipped], console: Console) -> None:
    """The files that were passed over, each with the reason; nothing where none was."""
    told = ", ".join(f"{plain(entry.path)} ({plain(entry.why)})" for entry in skipped)
    if told:
        console.print(f"Skipped: {told}", markup=False, highlight=False)


def emit(report: str) -> None:
    """A whole report on standard output, in UTF-8 whatever the terminal's own encoding is."""
    typer.echo(report.encode("utf-8"), nl=False)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error while documents are read; none when it is not a terminal, or when asked to be quiet."""
    if quiet or not sys.stderr.isatty():
        yield unwatched
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
