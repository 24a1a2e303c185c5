"""``discrepancy load``: what was read of files, so that a wrong reading is seen before it is compared."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from discrepancy.cli import arguments as a
from discrepancy.cli.reading import read_paths, reading
from discrepancy.cli.telling import emit, tell_skipped, tell_unread
from discrepancy.errors import OutputError
from discrepancy.formats import by_name
from discrepancy.loaders import Loaded
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["load"]


def load(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    paths: a.Paths,
    format: Annotated[str, typer.Option(help="picture or json.")] = "picture",  # noqa: A002 - as in check
    max_bytes: a.MaxBytes = None,
    revisions: a.Revisions = None,
    columns: a.Columns = None,
    allow_private: a.AllowPrivate = False,
    keep: a.Keep = None,
    config: a.Config = None,
) -> None:
    """Show what is read of files: their blocks by role, and what is known of each and where it came from."""
    if format not in {"picture", "json"}:
        raise OutputError(f"There is no format {format!r} for files.", remedy="The formats are picture and json.")
    settings = reading(paths, revisions=revisions, columns=columns, max_bytes=max_bytes, config=config)
    loaded = read_paths(paths, settings, keep, allow_private=allow_private)
    if format == "json":
        emit(by_name("json").render(_data(loaded), Presentation()))
    else:
        from discrepancy.formats.terminal.loaded import print_loaded

        console = Console()
        print_loaded(loaded.documents, console, draft=loaded.draft, identical=loaded.identical)
        tell_skipped(loaded.skipped, console)
    tell_unread(loaded.unread)
    raise typer.Exit(2 if loaded.unread or not loaded.documents else 0)


def _data(loaded: Loaded) -> ReportData:
    """A report of documents that nothing was looked for in."""
    return ReportData(
        documents=tuple(sorted(loaded.documents, key=lambda document: document.id)),
        facts=(),
        people=(),
        groups=(),
        findings=(),
        draft=loaded.draft,
        unread=loaded.unread,
        skipped=loaded.skipped,
    )
