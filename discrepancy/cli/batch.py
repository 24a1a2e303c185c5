"""``discrepancy batch``: an archive checked, on one machine or on many."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli import arguments as a
from discrepancy.cli.reading import on_disk, read_columns
from discrepancy.cli.stepping import stepping
from discrepancy.cli.telling import complain, counted
from discrepancy.errors import UsageError
from discrepancy.model import Level
from discrepancy.settings import Presentation, Settings

if TYPE_CHECKING:
    from discrepancy.scale.report import RunReport
    from discrepancy.scale.runners import Runner

__all__ = ["batch"]

_STOPPED = 130
"""The exit code of what Ctrl-C ended, as shells have it."""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders or addresses (s3://…): articles, or many in one (JSON Lines, Parquet, CSV, WARC, ZIP).",
    ),
]
Folder = Annotated[
    str,
    typer.Option(
        "-o", "--output", metavar="FOLDER", help="Where tables and pages go: a folder, or an address such as s3://…"
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(metavar="N", help="Processes of this machine; one a core unless told, 0 for none.", min=0),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS", help="Hand the work to a Dask cluster: tcp://HOST:8786, a scheduler file, or local:N."
    ),
]
MaxFailures = Annotated[
    int | None, typer.Option(metavar="N", help="Stop when more than N files, documents or stories fail.", min=0)
]
PartSize = Annotated[
    int, typer.Option(metavar="N", help="Documents of a part: what one worker does at a time.", min=1, max=100_000)
]
Window = Annotated[
    float | None,
    typer.Option(metavar="DAYS", help="How many days a story is told, from its first document; 5 unless told.", min=0),
]
MostVersions = Annotated[
    int, typer.Option(metavar="N", help="Hold at most N versions of one story against each other.", min=2)
]
Known = Annotated[
    str | None,
    typer.Option(metavar="FOLDER", help="The folder of an earlier batch: stories that it knew keep their ids."),
]


def batch(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    inputs: Inputs,
    output: Folder,
    workers: Workers = None,
    scheduler: Scheduler = None,
    max_failures: MaxFailures = None,
    part_size: PartSize = 256,
    window: Window = None,
    most_versions: MostVersions = 40,
    known: Known = None,
    cache: a.Cache = None,
    excerpts_only: a.ExcerptsOnly = False,
    language: a.Language = None,
    fail_on: a.FailFrom = None,
    config: a.Config = None,
    quiet: a.Quiet = False,
    max_bytes: a.MaxBytes = None,
    columns: a.Columns = None,
    house_style: a.HouseStyle = None,
    also: a.Also = None,
    without: a.Without = None,
) -> None:
    """Check an archive: find the stories that its documents tell, check each, write tables and pages."""
    from discrepancy.config import in_force  # it knows the rules, and they take a while to import
    from discrepancy.scale.driver import ensure_ours, run_batch
    from discrepancy.scale.job import job_of
    from discrepancy.scale.known import known_stories
    from discrepancy.scale.plan import ensure_there

    if scheduler is not None and workers is not None:
        raise UsageError(
            "--workers and --scheduler do not go together.", remedy="A cluster has its own: --scheduler local:4."
        )
    read_by = {"max_bytes": max_bytes, "columns": read_columns(columns or ())}
    judged_by = {"house_style": house_style, "also": tuple(also or ()), "without": tuple(without or ())}
    shown_by = {"language": language, "cache": cache, "fail_on": fail_on.value if fail_on else None}
    house = in_force({**read_by, **judged_by, **shown_by}, on_disk(inputs), file=config)
    ensure_there(inputs)
    ensure_ours(output)
    job = job_of(
        output if "://" in output else str(Path(output).absolute()),
        _anywhere(house.settings),
        shown=Presentation(language=house.language, excerpts_only=excerpts_only),
        **({} if window is None else {"window": timedelta(days=window)}),
        part_size=part_size,
        most_versions=most_versions,
    )
    with _ended_by_signal(), stepping(quiet=quiet) as watch:
        report = run_batch(
            inputs,
            job,
            _runner(workers, scheduler),
            known=known_stories(known) if known else None,
            most_failures=max_failures,
            watch=watch,
        )
    if not report.documents:
        complain(f"No article was found in {', '.join(inputs)}. `discrepancy load` says what it makes of each file.")
    if not quiet:
        _print(report, output)
    raise typer.Exit(_code(report, house.fail_on))


def _anywhere(settings: Settings) -> Settings:
    """The settings as they hold on a worker, wherever it was started."""
    style, kept = settings.house_style, settings.cache
    return replace(settings, house_style=style.absolute() if style else None, cache=kept.absolute() if kept else None)


def _runner(workers: int | None, scheduler: str | None) -> Runner:
    from discrepancy.scale.runners import dask_at, in_process, processes

    if scheduler is not None:
        return dask_at(scheduler)
    asked = (os.cpu_count() or 1) if workers is None else workers
    return processes(asked) if asked else in_process()


@contextmanager
def _ended_by_signal() -> Iterator[None]:
    """Take the signal to end as Ctrl-C is taken: workers are ended, what is written stays whole, and we say so."""

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        complain("stopped. What is done is kept: the same command goes on from there.")
        raise typer.Exit(_STOPPED) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def _print(report: RunReport, output: str) -> None:
    from discrepancy.scale.driver import place_of

    failed, found = report.failures.total(), report.findings
    typer.echo(f"{counted(report.documents, 'document')} in {counted(report.stories, 'story', 'stories')}")
    levels = ", ".join(counted(found[level.value], level.value) for level in Level if found[level.value])
    typer.echo(f"Findings: {levels or 'none'}")
    if failed:
        causes = ", ".join(f"{cause} {count:,}" for cause, count in sorted(report.failures.items()))
        typer.echo(f"Failed: {failed:,} ({causes}); the table {place_of(output, 'failures')} says why of each")
    if report.skipped:
        over = counted(report.skipped, "file or part of one", "files or parts of files")
        typer.echo(f"Passed over: {over} with no article; the table {place_of(output, 'passed_over')} says why of each")
    if report.left_out:
        over = counted(len(report.left_out), "story", "stories")
        typer.echo(f"Not wholly compared: {over} with more versions than --most-versions")
    typer.echo(f"Digest: {report.digest}")
    typer.echo(f"Pages: {output.rstrip('/')}/index.html")


def _code(report: RunReport, fail_on: str) -> int:
    if not report.documents:
        return 2
    if fail_on == a.FailOn.NEVER.value:
        return 0
    least = Level(fail_on).rank
    return int(any(count and Level(level).rank >= least for level, count in report.findings.items()))
