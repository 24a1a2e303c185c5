"""``discrepancy config``: the settings in force, each with where it comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from discrepancy.cli.telling import emit
from discrepancy.errors import OutputError, PathMissing

if TYPE_CHECKING:
    from discrepancy.config import InForce

__all__ = ["config"]


def config(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH...]", help="What is to be checked; where we are unless told.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="House rules to use instead of those found.")
    ] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",  # noqa: A002 - as in check
) -> None:
    """Show every setting that is in force for a check, and where it comes from."""
    from discrepancy.config import in_force  # it knows the rules, and they take a while to import

    if format not in {"text", "json"}:
        raise OutputError(f"There is no format {format!r} for settings.", remedy="The formats are text and json.")
    for path in paths or ():
        if not path.exists():
            raise PathMissing("Nothing is at this path.", where=str(path), remedy="Check how it is spelled.")
    held = in_force({}, paths or [], file=file)
    emit(_json(held) if format == "json" else _text(held))


def _text(held: InForce) -> str:
    from discrepancy.formats.visible import plain

    rows = [(line.key, line.value, line.origin) for line in held.lines]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = [_head(held), *(f"{a:<{widths[0]}}  {b:<{widths[1]}}  {c}" for a, b, c in rows)]
    lines += [f"Passed over: {_shown(path)}: {why}." for path, why in held.passed]
    return "".join(f"{plain(line)}\n" for line in lines)


def _head(held: InForce) -> str:
    if held.file is None:
        return "House rules: none found (no discrepancy.toml, no [tool.discrepancy] in a pyproject.toml)."
    return f"House rules: {_shown(held.file)}"


def _shown(path: Path) -> str:
    from discrepancy.loaders.intake.files import shown

    return shown(path, None)


def _json(held: InForce) -> str:
    from discrepancy.formats.json_text import json_text

    told: dict[str, Any] = {
        "file": None if held.file is None else _shown(held.file),
        "passed": [{"file": _shown(path), "why": why} for path, why in held.passed],
        "settings": [
            {"key": line.key, "value": line.plain, "text": line.value, "origin": line.origin} for line in held.lines
        ],
    }
    return json_text(told)
