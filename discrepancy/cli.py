"""The command line, thin over the public interface. Only here does an exception become an exit code.

Exit codes: 0 nothing at or above ``--fail-on``, 1 findings, 2 could not do it.
"""

from __future__ import annotations

import enum
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from discrepancy.errors import DiscrepancyError, OutputError, UsageError
from discrepancy.formats import Format, by_name, by_path
from discrepancy.formats.visible import plain
from discrepancy.loaders import Loaded, collect, gather
from discrepancy.messages import SOURCE, languages, resolve
from discrepancy.model import Level, ReportData, Unread
from discrepancy.progress import unwatched
from discrepancy.settings import Presentation, Settings

if TYPE_CHECKING:
    from discrepancy.pages.writing import Written

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Hold versions of one news story against each other: where can they not all be right?",
)


class FailOn(enum.StrEnum):
    """From which level on findings make the command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"discrepancy {metadata.version('discrepancy')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=lambda asked: _version(asked=asked)
        ),
    ] = False,
) -> None:
    """Hold versions of one news story against each other: where can they not all be right?"""


Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", readable=False, help="Files, or folders to read with all below them.")
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write a report there, in the format of its suffix. May be given again."
    ),
]
Pages = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Check each folder that holds articles by itself; write an index and a page a story to DIR.",
    ),
]
Assets = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Write style and script to DIR, not into each page, where that is forbidden."),
]
ExcerptsOnly = Annotated[
    bool,
    typer.Option("--excerpts-only", help="Leave whole texts out of reports: headlines and quoted sentences only."),
]
Language = Annotated[
    str,
    typer.Option(
        metavar="TAG", help=f"Language of pages and tables ({', '.join(languages())}); JSON is in English always."
    ),
]


@app.command()
def check(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    paths: Paths,
    output: Outputs = None,
    format: Annotated[  # noqa: A002 - the word that users know
        str | None, typer.Option(help="Format of the files written (html, json, markdown), whatever their suffix.")
    ] = None,
    pages: Pages = None,
    assets: Assets = None,
    excerpts_only: ExcerptsOnly = False,
    language: Language = SOURCE,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with 1 if there is a finding of this level or above.")
    ] = FailOn.ERROR,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Do not exit with 2 for files that can't be read.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors; no progress bar.")] = False,
    max_bytes: Annotated[
        int | None, typer.Option(help="Do not read files larger than this; each format has a limit of its own.", min=1)
    ] = None,
    house_style: Annotated[
        Path | None, typer.Option(metavar="FILE", help="CSV or TOML file with the spellings that the desk uses.")
    ] = None,
    draft: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your own draft: what touches it is told first.")
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Run a rule that is off by default, by code or name. May be given again."),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Do not run this rule. May be given again.")
    ] = None,
) -> None:
    """Check versions of one story and report where their facts can not all be right."""
    asked = _Asked(
        shown=Presentation(language=resolve(language), excerpts_only=excerpts_only),
        outputs=tuple(output or ()),
        format=format,
        pages=pages,
        assets=assets,
        quiet=quiet,
    )
    _ensure_possible(asked)
    settings = Settings(
        max_bytes=max_bytes, house_style=house_style, draft=draft, also=tuple(also or ()), without=tuple(without or ())
    )
    run = _check_many if pages is not None else _check_one
    done = run(paths, settings, asked)
    _tell_unread(done.unread)
    raise typer.Exit(done.code(fail_on, keep_going=keep_going))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is to come of a check: the files to write, and how."""

    shown: Presentation
    outputs: tuple[Path, ...]
    format: str | None
    pages: Path | None
    assets: Path | None
    quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What the exit code of a check is made of; ``complete``: something was read, and no story's check failed."""

    complete: bool
    unread: tuple[Unread, ...]
    worst: Level | None

    def code(self, fail_on: FailOn, *, keep_going: bool) -> int:
        if not self.complete or (self.unread and not keep_going):
            return 2
        if fail_on is FailOn.NEVER or self.worst is None:
            return 0
        return int(self.worst.rank >= Level(fail_on.value).rank)


def _ensure_possible(asked: _Asked) -> None:
    """What is to be written has a format and a place: found out before an hour's work is begun."""
    from discrepancy.report import ensure_writable

    for path in asked.outputs:
        _ensure_named(path)
    chosen = [by_name(asked.format) if asked.format else by_path(path) for path in asked.outputs]
    for path in asked.outputs:
        ensure_writable(path)
    if asked.format and not asked.outputs:
        chosen = [by_name(asked.format)]
    if asked.pages is not None:
        if asked.outputs:
            raise UsageError(
                "--pages and -o do not go together.",
                remedy="--pages writes a page a story; leave it out to check all files as one story.",
            )
        from discrepancy.pages import ensure_usable

        ensure_usable(asked.pages)
    if asked.assets is not None:
        _ensure_assets(asked.assets, _asset_names(asked, chosen))


def _ensure_named(path: Path) -> None:
    if str(path) == "-":
        raise OutputError(
            "-o takes the name of a file, and “-” is not standard output.",
            remedy="For standard output leave -o out, and name the format with --format NAME.",
        )


def _asset_names(asked: _Asked, chosen: list[Format]) -> list[str]:
    """The files that the pages asked for need beside them; none where no page is asked for."""
    from discrepancy.pages import asset_files

    if asked.pages is not None:
        return list(asset_files())
    return [name for each in chosen if each.assets for name in each.assets()]


def _ensure_assets(folder: Path, names: list[str]) -> None:
    from discrepancy.report import ensure_no_link, ensure_writable

    if not names:
        raise UsageError("--assets goes with a page.", remedy="Write one with -o FILE.html, or with --pages DIR.")
    for name in names:
        ensure_no_link(folder / name)
        ensure_writable(folder / name)


def _check_one(paths: list[Path], settings: Settings, asked: _Asked) -> _Done:
    """Check all files as versions of one story."""
    data = _checked(paths, settings, quiet=asked.quiet)
    _write(data, asked)
    if not asked.quiet or (asked.format and not asked.outputs):
        _print(data, asked)
    worst = max((finding.level for finding in data.findings), key=lambda level: level.rank, default=None)
    return _Done(complete=bool(data.documents), unread=data.unread, worst=worst)


def _check_many(paths: list[Path], settings: Settings, asked: _Asked) -> _Done:
    """Check each folder that holds articles as a story, and write the pages of all."""
    from discrepancy.pages import check_stories, write_pages

    assert asked.pages is not None  # noqa: S101 - asked for, or this is not called
    ours = [folder for folder in (asked.pages, asked.assets) if folder is not None]
    gathered = gather(paths, settings, besides=ours)
    beside = by_name(asked.format) if asked.format and asked.format.lower() != "html" else None
    with _progress(quiet=asked.quiet or len(gathered.stories) < 2) as tell:
        written = write_pages(
            check_stories(gathered, settings, tell),
            asked.pages,
            asked.shown,
            assets=asked.assets,
            beside=beside,
            unread=gathered.unread,
            skipped=gathered.skipped,
        )
    if not asked.quiet:
        _print_many(written, asked.pages)
    lines = written.stories.lines
    return _Done(
        complete=bool(lines) and not any(line.failed for line in lines), unread=written.unread, worst=written.worst
    )


def _print_many(written: Written, folder: Path) -> None:
    from discrepancy.formats.terminal.stories import print_stories

    console = Console()
    print_stories(written.stories, console)
    if written.removed:
        told = ", ".join(written.removed)
        console.print(f"Removed, as no story has them now: {told}", markup=False, highlight=False)
    console.print(f"Pages: {folder / 'index.html'}", markup=False, highlight=False, soft_wrap=True)


def _checked(paths: list[Path], settings: Settings, *, quiet: bool) -> ReportData:
    from discrepancy.pipeline import check_documents  # the language engine takes a second to import

    loaded = collect(paths, settings)
    with _progress(quiet=quiet or len(loaded.documents) < 2) as tell:
        return check_documents(loaded, settings, tell)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
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


def _write(data: ReportData, asked: _Asked) -> None:
    from discrepancy.report import Report

    for path in asked.outputs:
        Report(data).write(path, asked.format, presentation=asked.shown, assets=asked.assets)


def _print(data: ReportData, asked: _Asked) -> None:
    """The report on standard output: as asked by ``--format`` where no file is named, else as a table."""
    if asked.format and not asked.outputs:
        _emit_report(data, asked)
        return
    from discrepancy.formats.terminal.findings import print_report

    console = Console()
    told_beside = sys.stdout.isatty() and sys.stderr.isatty()
    print_report(data, console, asked.shown, unread=not told_beside)
    if data.skipped:
        told = ", ".join(f"{plain(entry.path)} ({entry.why})" for entry in data.skipped)
        console.print(f"Skipped: {told}", markup=False, highlight=False)
    for path in asked.outputs:
        console.print(f"Report: {path}", markup=False, highlight=False, soft_wrap=True)


def _emit_report(data: ReportData, asked: _Asked) -> None:
    """The report on standard output; a page there finds its assets as from the current folder."""
    from discrepancy.report import with_assets

    chosen, shown = by_name(asked.format or ""), asked.shown
    if asked.assets is not None and chosen.assets is not None:
        shown = with_assets(shown, asked.assets, Path(), chosen.assets())
    _emit(chosen.render(data, shown))


def _emit(report: str) -> None:
    """A whole report on standard output, in UTF-8 whatever the terminal's own encoding is."""
    typer.echo(report.encode("utf-8"), nl=False)


def _tell_unread(unread: tuple[Unread, ...]) -> None:
    for entry in unread:
        _complain(f"{entry.path}: {entry.what} {entry.remedy}".rstrip())


def _complain(message: str) -> None:
    """One line on standard error; a file's name may hold line feeds and characters that drive a terminal."""
    typer.echo(f"discrepancy: {plain(message).replace(chr(10), '[U+000A]')}", err=True)


@app.command()
def extract(
    path: Annotated[Path, typer.Argument(help="A file, or a folder.")],
    format: Annotated[str, typer.Option(help="table or json.")] = "table",  # noqa: A002 - as in check
) -> None:
    """Print the facts that documents state, as a table or as JSON."""
    if format not in {"table", "json"}:
        raise OutputError(f"There is no format {format!r} for facts.", remedy="The formats are table and json.")
    data = _extracted(collect([path]))
    if format == "json":
        _emit(by_name("json").render(data, Presentation()))
    else:
        from discrepancy.formats.terminal.facts import print_facts

        print_facts(data, Console())
    _tell_unread(data.unread)
    raise typer.Exit(2 if data.unread or not data.documents else 0)


def _extracted(loaded: Loaded) -> ReportData:
    from discrepancy.pipeline import extract_documents

    return extract_documents(loaded, Settings())


@app.command()
def rules(code: Annotated[str | None, typer.Argument(help="A rule's code or name.")] = None) -> None:
    """List the rules, or explain one: what fires, why it matters, its limits."""
    from discrepancy.rules import all_rules, rule_by_code

    if code is None:
        width = max(len(rule.name) for rule in all_rules())
        for rule in all_rules():
            typer.echo(f"{rule.code}  {rule.level.value:<8} {rule.name:<{width}}  {rule.summary}")
        return
    rule = rule_by_code(code)
    off = "; off unless asked for with --also" if rule.asked else ""
    typer.echo(f"{rule.code}  {rule.name}  (default level: {rule.level.value}{off})\n\n{rule.doc.strip()}")


@app.command()
def import_aliases(
    dump: Annotated[
        Path, typer.Argument(help="A Wikidata entity dump: JSON, one entity a line; .gz and .bz2 are read as they are.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The CSV file to write.")],
    language: Annotated[
        list[str] | None,
        typer.Option(help="Take labels and aliases of this language (en unless told). May be given again."),
    ] = None,
    min_sitelinks: Annotated[
        int, typer.Option(help="Leave out people with fewer articles on Wikimedia sites.", min=0)
    ] = 0,
) -> None:
    """Make a file for --house-style from the people of a Wikidata dump on this machine."""
    from discrepancy.house_style import import_aliases as run

    done = run(dump, output, languages=language or ["en"], min_sitelinks=min_sitelinks)
    typer.echo(f"{done.people:,} people of {done.entities:,} entities: {output}")


def main() -> None:
    """Run the command line; an error of ours is told in one line, without a trace."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that knows ASCII alone shows the rest as its codes
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except DiscrepancyError as why:
        _complain(str(why))
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        _complain("stopped.")
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
