"""``discrepancy decisions``: the log of what was decided, read, checked, moved to another store and back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from discrepancy.bounded import read_at_most
from discrepancy.cli.commands import COMMANDS
from discrepancy.cli.stories import ensure_story
from discrepancy.cli.telling import complain, counted, emit
from discrepancy.errors import InputError, OutputError, StoreBroken, UsageError

if TYPE_CHECKING:
    from discrepancy.store import Exchange, Merged, Store

__all__ = ["decisions"]

PIECES = 200
"""How many lines are put out at a time."""
MOST_BYTES = 500_000_000
"""Of an import, which is read whole: that of a hundred thousand events is smaller."""
_INSTEAD = "Export a story at a time with --story, and import one after the other."

decisions = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help=COMMANDS["decisions"],
)

StoreFile = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help="The store of decisions; else the one of discrepancy.toml."),
]
Story = Annotated[str | None, typer.Option(metavar="KEY", help="Only what is of this story.")]
FormatName = Annotated[
    str | None,
    typer.Option("--format", help="jsonl (complete, to import again) or csv (for people); else by the suffix."),
]


@decisions.command("export")
def export(
    store: StoreFile = None,
    story: Story = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write there; else to standard output.")
    ] = None,
    format: FormatName = None,  # noqa: A002 - as in check
) -> None:
    """Write the log down: every event with the finding as it stood, as JSON Lines or as CSV."""
    exchange = _exchange(format, output)
    with _opened(store) as opened:
        ensure_story(opened, story)
        pieces = exchange.write(opened.events(story))
        if output is None:
            while some := "".join(islice(pieces, PIECES)):
                emit(some)
        else:
            _write(output, pieces, opened)
    if exchange.lost:
        complain(exchange.lost)


@decisions.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What decisions export wrote, here or at another desk.")],
    store: StoreFile = None,
    format: FormatName = None,  # noqa: A002 - as in check
) -> None:
    """Add what another desk decided: each event once, all of them or none; what is here already is passed over."""
    from discrepancy.store import open_store

    exchange = _exchange(format, file)
    try:
        data = read_at_most(file, MOST_BYTES, kind="an import", itself="the file", instead=_INSTEAD)
        incoming = exchange.read(data)
        with open_store(_store(store)) as opened:
            merged = opened.merge(incoming)
    except InputError as why:
        raise type(why)(why.what, where=why.where or str(file), remedy=why.remedy) from None
    _tell_merged(merged, exchange)


@decisions.command("log")
def log(
    store: StoreFile = None,
    story: Story = None,
    last: Annotated[int | None, typer.Option(metavar="N", help="Only the last N events.", min=1)] = None,
) -> None:
    """Read the log, the newest last: a table, or an event a line where it goes to another program."""
    from discrepancy.formats.terminal.decision_log import print_log

    with _opened(store) as opened:
        ensure_story(opened, story)
        events = list(opened.events(story))
    print_log(events[-last:] if last else events, Console())


@decisions.command("verify")
def verify(
    store: StoreFile = None,
    head: Annotated[
        str | None,
        typer.Option(
            metavar="HASH", help="A hash noted down earlier: it must still be in the log, or its end was cut off."
        ),
    ] = None,
) -> None:
    """Check that the file is whole and that nothing in the log was changed, left out or put in.

    Exits with 0 where it verifies, 1 where it does not, 2 where the store can not be read.
    """
    with _opened(store) as opened:
        try:
            found = opened.verify()
        except StoreBroken as why:
            complain(str(why))
            raise typer.Exit(1) from None
        if head is not None and head.strip().lower() not in {found.head, *(event.hash for event in opened.events())}:
            complain(f"{opened.path}: no event has the hash {head}: the log was cut off, or it is another store's.")
            raise typer.Exit(1)
        stories = len(opened.stories())
    typer.echo(f"{counted(found.events, 'event')} of {counted(stories, 'story', 'stories')} verified.")
    typer.echo(f"The last has the hash {found.head}")


def _store(asked: Path | None) -> Path:
    if asked is not None:
        return asked
    from discrepancy.config import in_force

    named = in_force({}, []).store
    if named is None:
        remedy = "Name its file with --store, or as store in discrepancy.toml."
        raise UsageError("It is not said which store of decisions.", remedy=remedy)
    return named


def _opened(asked: Path | None) -> Store:
    from discrepancy.store import open_store

    return open_store(_store(asked), read_only=True)


def _exchange(name: str | None, path: Path | None) -> Exchange:
    from discrepancy.store import exchange_by_name, exchange_by_path

    if name is not None or path is None:
        return exchange_by_name(name or "jsonl")
    return exchange_by_path(path)


def _write(output: Path, pieces: Iterator[str], store: Store) -> None:
    """A file for the eyes of its owner, as the store is; put in its place when it is whole."""
    if output.is_dir() or (output.exists() and output.samefile(store.path)):
        what = "A folder is in its place." if output.is_dir() else "That is the store itself."
        raise OutputError(what, where=str(output), remedy="Name another file.")
    try:
        handle = tempfile.NamedTemporaryFile(  # noqa: SIM115 - it outlives its name
            "w", encoding="utf-8", newline="", dir=output.parent, prefix=".discrepancy-", delete=False
        )
        part = Path(handle.name)
        try:
            with handle as file:
                file.writelines(pieces)
            part.replace(output)
        finally:
            part.unlink(missing_ok=True)
    except OSError as why:
        remedy = "Choose a folder that can be written to."
        raise OutputError(f"It can not be written ({why.strerror or why}).", where=str(output), remedy=remedy) from None


def _tell_merged(merged: Merged, exchange: Exchange) -> None:
    were = "was" if merged.known == 1 else "were"
    typer.echo(f"{counted(merged.added, 'event')} added; {merged.known:,} {were} here already.")
    for each in merged.disagreements:
        told = "; ".join(
            f"{event.who} {event.ruling.value if event.ruling else ''} at {event.at:%Y-%m-%d %H:%M} UTC, {origin}"
            for event, origin in ((each.here, "here"), (each.there, "imported"))
        )
        complain(f"decided in two ways: {each.holds.snapshot.summary} ({told}): that of {each.holds.who} holds.")
    if exchange.lost and merged.added:
        complain(exchange.lost)
