"""The program: its commands, and what becomes of an error."""

from __future__ import annotations

import errno
import io
import sys
from typing import Annotated

import typer

from discrepancy.cli.commands import Commands
from discrepancy.errors import DiscrepancyError

__all__ = ["app", "main"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""What the system says where standard output goes to a disk that is full."""

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Hold versions of one news story against each other: where can they not all be right?",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib import metadata  # the parsers of mail that it needs take a while to import

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
        _complain(str(why))
        raise SystemExit(2) from None
    except OSError as why:
        if why.errno not in _FULL:
            raise
        _complain(f"It can not be written: {why.strerror}. Make room, and try again.")
        raise SystemExit(2) from None
    except KeyboardInterrupt:
        _complain("stopped.")
        raise SystemExit(130) from None


def _complain(message: str) -> None:
    from discrepancy.cli.telling import complain  # what a command tells with, which most calls for help do without

    complain(message)
