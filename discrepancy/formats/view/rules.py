"""The rules that a report's findings are of, as their documentation has them: what a card's rule leads to."""

from __future__ import annotations

import textwrap

from discrepancy.formats.view.index import anchor
from discrepancy.formats.view.parts import RulePart, RuleView
from discrepancy.formats.words import Words
from discrepancy.model import ReportData, RuleInfo

__all__ = ["build_rules", "rule_anchor", "rule_parts"]

_TITLES = {"What fires": "fires", "Why it matters": "matters", "Known limits": "limits", "Source": "source"}
"""The titles that every rule's documentation has, and their keys in the catalogue."""


def build_rules(data: ReportData, words: Words) -> tuple[RuleView, ...]:
    """The rules that have a finding, by code; a rule that the report tells nothing of is left out."""
    fired = {finding.rule for finding in data.findings}
    told = sorted((rule for rule in data.rules if rule.code in fired), key=lambda rule: rule.code)
    return tuple(
        RuleView(
            anchor=rule_anchor(rule.code),
            code=rule.code,
            name=words.rule(rule, "name"),
            summary=words.rule(rule, "summary"),
            parts=rule_parts(rule, words),
        )
        for rule in told
    )


def rule_anchor(code: str) -> str:
    """The anchor of a rule's documentation."""
    return anchor("rule", code)


def rule_parts(rule: RuleInfo, words: Words) -> tuple[RulePart, ...]:
    """The blocks of a docstring below its first line: "What fires:" with its lines indented below it is one."""
    blocks = rule.doc.strip().split("\n\n")[1:]
    parts = []
    for block in blocks:
        head, _, text = block.partition("\n")
        title = head.strip().rstrip(":")
        known = _TITLES.get(title)
        parts.append(RulePart(words(f"rule.{known}") if known else title, " ".join(textwrap.dedent(text).split())))
    return tuple(parts)
