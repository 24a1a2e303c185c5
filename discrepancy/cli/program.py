"""The program: its commands, and what becomes of an error."""

from __future__ import annotations

import errno
import io
import sys
from importlib import metadata
from typing import Annotated

import typer

from discrepancy.cli.accept_names import accept_names
from discrepancy.cli.check import check
from discrepancy.cli.config import config
from discrepancy.cli.decisions import decisions
from discrepancy.cli.doctor import doctor
from discrepancy.cli.extract import extract
from discrepancy.cli.import_aliases import import_aliases
from discrepancy.cli.load import load
from discrepancy.cli.review import review
from discrepancy.cli.rules import rules
from discrepancy.cli.telling import complain
from discrepancy.errors import DiscrepancyError

__all__ = ["app", "main"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What the system says where standard output goes to a disk that is full."""

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Hold versions of one news story against each other: where can they not all be right?",
)
for command in (check, extract, load, rules, import_aliases, accept_names, config, doctor, review):
    app.command()(command)
app.add_typer(decisions, name="decisions")


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


def main() -> None:
    """Run the command line; an error of ours is told in one line, without a trace."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that knows ASCII alone shows the rest as its codes
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except DiscrepancyError as why:
        complain(str(why))
        raise SystemExit(2) from None
    except OSError as why:
        if why.errno not in _FULL:
            raise
        complain(f"It can not be written: {why.strerror}. Make room, and try again.")
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        complain("stopped.")
        raise SystemExit(130) from None
