"""``discrepancy rules``: the rules, or one explained."""

from __future__ import annotations

from typing import Annotated

import typer


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
