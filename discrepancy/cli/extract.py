"""``discrepancy extract``: the facts that documents state."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer
from rich.console import Console

from discrepancy.cli import arguments as a
from discrepancy.cli.reading import read_paths, reading
from discrepancy.cli.telling import emit, tell_unread
from discrepancy.errors import OutputError
from discrepancy.formats import by_name
from discrepancy.loaders import Loaded
from discrepancy.model import ReportData
from discrepancy.settings import Presentation, Settings

__all__ = ["extract"]


def extract(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    paths: a.Paths,
    format: Annotated[str, typer.Option(help="table or json.")] = "table",  # noqa: A002 - as in check
    max_bytes: a.MaxBytes = None,
    revisions: a.Revisions = None,
    columns: a.Columns = None,
    allow_private: a.AllowPrivate = False,
    keep: a.Keep = None,
    config: a.Config = None,
    cache: a.Cache = None,
) -> None:
    """Print the facts that documents state, as a table or as JSON."""
    if format not in {"table", "json"}:
        raise OutputError(f"There is no format {format!r} for facts.", remedy="The formats are table and json.")
    settings = reading(paths, revisions=revisions, columns=columns, max_bytes=max_bytes, config=config)
    settings = replace(settings, cache=cache or settings.cache)
    loaded = read_paths(paths, settings, keep, allow_private=allow_private)
    data = _extracted(loaded, settings)
    if format == "json":
        emit(by_name("json").render(data, Presentation()))
    else:
        from discrepancy.formats.terminal.facts import print_facts

        print_facts(data, Console())
    tell_unread(data.unread)
    raise typer.Exit(2 if data.unread or not data.documents else 0)


def _extracted(loaded: Loaded, settings: Settings) -> ReportData:
    from discrepancy.pipeline import extract_documents  # the language engine takes a second to import

    return extract_documents(loaded, settings)
