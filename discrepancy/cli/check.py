"""``discrepancy check``: one story, or many with a page each."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from discrepancy.cli import arguments as a
from discrepancy.cli.asked import Asked, Done, ensure_apart, ensure_of_many, ensure_possible
from discrepancy.cli.held import Gate, against_of, held
from discrepancy.cli.reading import Given, as_given, fetching, on_disk, read_columns, read_given
from discrepancy.cli.telling import emit, progress, tell_skipped, tell_unread
from discrepancy.formats import by_name
from discrepancy.loaders import gather
from discrepancy.model import ReportData
from discrepancy.settings import Presentation, Settings

if TYPE_CHECKING:
    from discrepancy.pages.writing import Written

__all__ = ["check"]


def check(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    paths: a.Paths,
    output: a.Outputs = None,
    format: a.Written = None,  # noqa: A002 - the word that users know
    pages: a.Pages = None,
    assets: a.Assets = None,
    excerpts_only: a.ExcerptsOnly = False,
    language: a.Language = None,
    fail_on: a.FailFrom = None,
    most: a.Most = None,
    baseline: a.Baseline = None,
    store: a.StoreFile = None,
    story: a.StoryKey = None,
    config: a.Config = None,
    keep_going: a.KeepGoing = False,
    quiet: a.Quiet = False,
    max_bytes: a.MaxBytes = None,
    revisions: a.Revisions = None,
    columns: a.Columns = None,
    house_style: a.HouseStyle = None,
    draft: a.Draft = None,
    also: a.Also = None,
    without: a.Without = None,
    allow_private: a.AllowPrivate = False,
    keep: a.Keep = None,
    cache: a.Cache = None,
) -> None:
    """Check versions of one story and report where their facts can not all be right."""
    from discrepancy.config import in_force  # it knows the rules, and they take a while to import

    if pages is not None:
        ensure_of_many(baseline=baseline, story=story)
    level = fail_on.value if fail_on else None
    gate_of = {"fail_on": level, "max": most, "store": store, "story": story}
    read_by = {"max_bytes": max_bytes, "revisions": revisions, "columns": read_columns(columns or ())}
    judged_by = {"house_style": house_style, "also": tuple(also or ()), "without": tuple(without or ())}
    house = in_force(
        {"language": language, "cache": cache, **gate_of, **read_by, **judged_by}, on_disk(paths), file=config
    )
    asked = Asked(
        shown=Presentation(language=house.language, excerpts_only=excerpts_only),
        outputs=tuple(output or ()),
        format=format,
        pages=pages,
        assets=assets,
        quiet=quiet,
    )
    ensure_possible(asked)
    needed = on_disk([*paths, *([draft] if draft else [])])
    ensure_apart(asked.outputs, [*needed, house.store, house.file, house.settings.house_style])
    against = against_of(house, baseline)
    given = as_given(paths, draft, fetching(keep, asked.outputs, allow_private=allow_private))
    run = _check_many if pages is not None else _check_one
    with held(against, given.paths) as gate:
        done = run(given, replace(house.settings, draft=given.draft), asked, gate)
    tell_unread(done.unread)
    raise typer.Exit(done.code(keep_going=keep_going))


def _check_one(given: Given, settings: Settings, asked: Asked, gate: Gate) -> Done:
    """Check all files as versions of one story."""
    data = gate.hold(_checked(given, settings, quiet=asked.quiet), given.paths)
    _write(data, asked)
    if not asked.quiet or (asked.format and not asked.outputs):
        _print(data, asked, gate)
    return Done(complete=bool(data.documents), unread=data.unread, fails=gate.fails)


def _check_many(given: Given, settings: Settings, asked: Asked, gate: Gate) -> Done:
    """Check each folder that holds articles as a story, and write the pages of all."""
    from discrepancy.pages import check_stories, write_pages

    assert asked.pages is not None  # noqa: S101 - asked for, or this is not called
    ours = [folder for folder in (asked.pages, asked.assets) if folder is not None]
    gathered = gather(given.paths, settings, besides=ours)
    gathered = replace(gathered, unread=(*gathered.unread, *given.unread))
    beside = by_name(asked.format) if asked.format and asked.format.lower() != "html" else None
    with progress(quiet=asked.quiet or len(gathered.stories) < 2) as tell:
        written = write_pages(
            check_stories(gathered, settings, tell, gate.of_many(gathered)),
            asked.pages,
            asked.shown,
            assets=asked.assets,
            beside=beside,
            unread=gathered.unread,
            skipped=gathered.skipped,
        )
    if not asked.quiet:
        _print_many(written, asked.pages)
        _print_gate(gate, Console())
    lines = written.stories.lines
    return Done(
        complete=bool(lines) and not any(line.failed for line in lines), unread=written.unread, fails=gate.fails
    )


def _print_many(written: Written, folder: Path) -> None:
    from discrepancy.formats.terminal.stories import print_stories

    console = Console()
    print_stories(written.stories, console)
    if written.removed:
        told = ", ".join(written.removed)
        console.print(f"Removed, as no story has them now: {told}", markup=False, highlight=False)
    console.print(f"Pages: {folder / 'index.html'}", markup=False, highlight=False, soft_wrap=True)


def _checked(given: Given, settings: Settings, *, quiet: bool) -> ReportData:
    from discrepancy.pipeline import check_documents  # the language engine takes a second to import

    loaded = read_given(given, settings)
    with progress(quiet=quiet or len(loaded.documents) < 2) as tell:
        return check_documents(loaded, settings, tell)


def _write(data: ReportData, asked: Asked) -> None:
    from discrepancy.report import Report

    for path in asked.outputs:
        Report(data).write(path, asked.format, presentation=asked.shown, assets=asked.assets)


def _print(data: ReportData, asked: Asked, gate: Gate) -> None:
    """The report on standard output: as asked by ``--format`` where no file is named, else as a table."""
    if asked.format and not asked.outputs:
        _emit_report(data, asked)
        if not asked.quiet:
            _print_gate(gate, Console(stderr=True))
        return
    from discrepancy.formats.terminal.findings import print_report

    console = Console()
    told_beside = sys.stdout.isatty() and sys.stderr.isatty()
    print_report(data, console, asked.shown, unread=not told_beside)
    tell_skipped(data.skipped, console)
    for path in asked.outputs:
        console.print(f"Report: {path}", markup=False, highlight=False, soft_wrap=True)
    _print_gate(gate, console)


def _print_gate(gate: Gate, console: Console) -> None:
    """What the check was held against, and why it fails or passes."""
    from discrepancy.formats.terminal.safe_text import safe_text

    for line in gate.lines():
        console.print(safe_text(line, console), soft_wrap=True)


def _emit_report(data: ReportData, asked: Asked) -> None:
    """The report on standard output; a page there finds its assets as from the current folder."""
    from discrepancy.report import with_assets

    chosen, shown = by_name(asked.format or ""), asked.shown
    if asked.assets is not None and chosen.assets is not None:
        shown = with_assets(shown, asked.assets, Path(), chosen.assets())
    emit(chosen.render(data, shown))
