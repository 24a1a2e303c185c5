"""Arguments and options that commands share, or that are long to write down."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from discrepancy.messages import languages
from discrepancy.settings import Revisions as RevisionsRead


def _kept(folder: str) -> Path:
    """The folder that ``--cache`` names: none is no current folder, and a file would keep nothing and say nothing."""
    if not folder.strip():
        raise typer.BadParameter("No folder is named. Name one, or leave --cache out.")
    if Path(folder).is_file():
        raise typer.BadParameter(f"{folder} is a file. Name a folder, which is made where there is none.")
    return Path(folder)


class FailOn(enum.StrEnum):
    """From which level on findings make the command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders to read with all below them, or addresses (https://…) of pages."
    ),
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
    str | None,
    typer.Option(
        metavar="TAG",
        help=f"Language of pages and tables ({', '.join(languages())}; en unless told); other formats are in English.",
    ),
]
Draft = Annotated[str | None, typer.Option(metavar="FILE", help="Your own draft: what touches it is told first.")]
MaxBytes = Annotated[
    int | None, typer.Option(help="Do not read files larger than this; each format has a limit of its own.", min=1)
]
Revisions = Annotated[
    RevisionsRead | None,
    typer.Option(
        "--revisions",
        help="Which reading of tracked changes in Word files to take (accepted unless told); both gives two versions.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=COLUMN,...",
        help="Which column of a table of articles holds what: text=Body,title=Head. May be given again.",
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch addresses of private networks, too: this machine, the house.")
]
Keep = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Keep the pages that are fetched in DIR; fetched/ beside the report unless told."),
]
Written = Annotated[
    str | None,
    typer.Option(
        help="Format of the files written (csv, html, json, junit, markdown, markdown-summary, sarif), whatever their"
        " suffix."
    ),
]
FailFrom = Annotated[
    FailOn | None,
    typer.Option(help="Exit with 1 if a finding of this level or above counts (error unless told)."),
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="House rules to use instead of the discrepancy.toml that is found."),
]
Baseline = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="An earlier JSON report: only what is new or changed since then counts."),
]
StoreFile = Annotated[
    Path | None,
    typer.Option("--store", metavar="FILE", help="The decisions on findings: what is dismissed or accepted may pass."),
]
StoryKey = Annotated[
    str | None,
    typer.Option(
        "--story", metavar="KEY", help="Under which key the store has this story; its folder's name unless told."
    ),
]
Most = Annotated[int | None, typer.Option("--max", metavar="N", help="Let up to N findings pass that count.", min=0)]
KeepGoing = Annotated[bool, typer.Option("--keep-going", help="Do not exit with 2 for files that can't be read.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors; no progress bar.")]
HouseStyle = Annotated[
    Path | None, typer.Option(metavar="FILE", help="CSV or TOML file with the spellings that the desk uses.")
]
Cache = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        parser=_kept,
        help="Keep what was read there: the next check of the same texts takes a moment.",
    ),
]
Also = Annotated[
    list[str] | None,
    typer.Option(metavar="RULE", help="Run a rule that is off by default, by code or name. May be given again."),
]
Without = Annotated[list[str] | None, typer.Option(metavar="RULE", help="Do not run this rule. May be given again.")]
