"""``discrepancy accept-names``: spellings that reviewers accepted, into the desk's file of spellings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli.stories import ensure_story
from discrepancy.cli.telling import complain, counted
from discrepancy.errors import UsageError

if TYPE_CHECKING:
    from discrepancy.decided import Event
    from discrepancy.house_style import Accepting

__all__ = ["accept_names"]


def accept_names(
    store: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The store of decisions; else that of the house rules.")
    ] = None,
    story: Annotated[str | None, typer.Option(metavar="KEY", help="Only what was decided on this story.")] = None,
    house_style: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The file of spellings; else that of the house rules.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Add the lines; without it they are only shown.")] = False,
) -> None:
    """Add spellings of names that reviewers found acceptable to the desk's own file, for --house-style.

    A note that says “prefer: NAME” tells which form the desk writes. What the file says already is never changed: where
    a decision contradicts it, that is told, and the command exits with 1.
    """
    from discrepancy.config import in_force
    from discrepancy.house_style import open_style, plan_acceptance

    held = in_force({"store": store, "house_style": house_style}, [])
    decided, style = _named(held.store, "--store"), _named(held.settings.house_style, "--house-style")
    decisions, file = _accepted(decided, story), open_style(style)
    plan = plan_acceptance(file.placed, decisions)
    if write and plan.additions:
        file.add([each.entry for each in plan.additions])
    _tell(plan, style, written=write)
    raise typer.Exit(int(bool(plan.refusals)))


def _named(path: Path | None, option: str) -> Path:
    if path is None:
        key = option.removeprefix("--").replace("-", "_")
        raise UsageError(
            "It is not said which file to use.", remedy=f"Give {option} FILE, or {key} in discrepancy.toml."
        )
    return path


def _accepted(path: Path, story: str | None) -> list[Event]:
    """The decisions that hold and accept a variation, in the order in which they were made."""
    from discrepancy.decided import Ruling
    from discrepancy.store import open_store

    with open_store(path, read_only=True) as store:
        ensure_story(store, story)
        matters = [matter for key in store.stories() if story in {None, key} for matter in store.matters(key)]
    held = [matter.decision for matter in matters if matter.decision is not None and matter.reopened is None]
    return sorted(
        (decision for decision in held if decision.ruling is Ruling.ACCEPTABLE), key=lambda decision: decision.seq
    )


def _tell(plan: Accepting, style: Path, *, written: bool) -> None:
    from discrepancy.formats.visible import plain

    lines = []
    for each in plan.additions:
        forms = ", ".join(each.entry.accepted)
        lines.append(f"+ {each.entry.preferred}; accepted: {forms}  ({each.entry.source})")
    if plan.known:
        lines.append(f"{counted(len(plan.known), 'decision')} the file follows already.")
    if not plan.additions:
        lines.append(f"Nothing to add to {style}.")
    elif written:
        lines.append(f"{counted(len(plan.additions), 'line')} added to {style}.")
    else:
        lines.append(f"{counted(len(plan.additions), 'line')} to add to {style}; give --write to add.")
    for line in lines:
        typer.echo(plain(line))
    for refusal in plan.refusals:
        who = f"{refusal.decision.who}, {refusal.decision.at.date().isoformat()}"
        complain(f"{' / '.join(refusal.forms)} (accepted by {who}): {refusal.why} {refusal.remedy}")
