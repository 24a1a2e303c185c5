"""``discrepancy doctor``: whether everything is there, in one screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from discrepancy.cli.telling import emit
from discrepancy.errors import OutputError

if TYPE_CHECKING:
    from discrepancy.doctor import Check

__all__ = ["doctor"]

_MARKS: Final = {"ok": "ok     ", "absent": "absent ", "wrong": "WRONG  "}


def doctor(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH...]", help="What is to be checked: its house rules are used.")
    ] = None,
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The store of decisions to look at; else that of the house.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="House rules to use instead of those found.")
    ] = None,
    reports: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder that reports are to go to; where we are unless told.")
    ] = Path(),
    format: Annotated[str, typer.Option(help="text or json.")] = "text",  # noqa: A002 - as in check
) -> None:
    """Say whether all that a check needs is there and whole, and what to do where it is not.

    Exits with 0 where all is well, 1 where something is wrong, 2 where nothing could be looked at.
    """
    if format not in {"text", "json"}:
        raise OutputError(f"There is no format {format!r} for this.", remedy="The formats are text and json.")
    from discrepancy.doctor import Asked, State, examine  # all the rooms, which take a second to import

    checks = examine(Asked(paths=tuple(paths or ()), config=file, store=store, reports=reports))
    emit(_json(checks) if format == "json" else _text(checks))
    raise typer.Exit(int(any(check.state is State.WRONG for check in checks)))


def _text(checks: tuple[Check, ...]) -> str:
    from discrepancy.formats.visible import plain

    width = max(len(check.name) for check in checks)
    lines = []
    for check in checks:
        lines.append(f"{_MARKS[check.state.value]}{check.name:<{width}}  {check.told}")
        if check.remedy:
            lines.append(f"{'':7}{'':{width}}  -> {check.remedy}")
    wrong = sum(check.state.value == "wrong" for check in checks)
    things = "thing is" if wrong == 1 else "things are"
    lines += ["", "All is well." if not wrong else f"{wrong} {things} wrong."]
    return "".join(f"{plain(line).replace(chr(10), ' ')}\n" for line in lines)


def _json(checks: tuple[Check, ...]) -> str:
    from discrepancy.formats.json_text import json_text

    told: dict[str, Any] = {
        "well": all(check.state.value != "wrong" for check in checks),
        "checks": [
            {
                "name": check.name,
                "state": check.state.value,
                "told": check.told,
                "remedy": check.remedy,
                "facts": check.facts,
            }
            for check in checks
        ],
    }
    return json_text(told)
