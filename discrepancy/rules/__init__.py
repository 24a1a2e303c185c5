"""Story -> findings. One file a rule; a rule is found by being there.

A rule's file holds a docstring (what fires, why it matters, known limits, source), a ``judge`` and a ``RULE``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from discrepancy.errors import UsageError
from discrepancy.model import Finding, Level, Story
from discrepancy.rules.elsewhere import with_elsewhere
from discrepancy.rules.rule import Rule

__all__ = ["Rule", "all_rules", "chosen_rules", "judge_stories", "judge_story", "rule_by_code"]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this folder, by code."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        rule = getattr(importlib.import_module(f"{__name__}.{module.name}"), "RULE", None)
        if isinstance(rule, Rule):
            found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.code))


def rule_by_code(code: str) -> Rule:
    """The rule with that code or name.

    Raises:
        UsageError: there is none.
    """
    for rule in all_rules():
        if code.strip().upper() == rule.code or code.strip().lower() == rule.name:
            return rule
    known = ", ".join(rule.code for rule in all_rules())
    raise UsageError(f"There is no rule {code!r}.", remedy=f"The rules are {known}.")


def chosen_rules(also: Iterable[str] = (), without: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that a check runs: those that are on, and those asked for by code or name, less those put aside.

    Raises:
        UsageError: a code or name is of no rule, or is both asked for and put aside.
    """
    on = {rule_by_code(code).code for code in also}
    off = {rule_by_code(code).code for code in without}
    if on & off:
        raise UsageError(f"{min(on & off)} is both switched on and switched off.", remedy="Give one of the two.")
    return tuple(rule for rule in all_rules() if rule.code not in off and (rule.code in on or not rule.asked))


def judge_story(story: Story, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """All findings of ``rules``, those that are on if None: the gravest first, then by rule and where they stand."""
    return judge_stories([story], rules)


def judge_stories(
    stories: Iterable[Story], rules: Sequence[Rule] | None = None, levels: Iterable[tuple[str, Level]] = ()
) -> tuple[Finding, ...]:
    """All findings of several stories, each judged by itself, in the order of :func:`judge_story`.

    Args:
        stories: what is judged.
        rules: those that are on if None.
        levels: pairs of a rule's code or name and the level that a house gives it.

    Raises:
        UsageError: ``levels`` names a rule that there is not.
    """
    asked = chosen_rules() if rules is None else rules
    house = {rule_by_code(code).code: level for code, level in levels}
    found = [
        _leveled(finding, house)
        for story in stories
        for finding in with_elsewhere(story, (told for rule in asked for told in rule.judge(story)))
    ]
    found.sort(key=lambda f: (-f.level.rank, f.reconciliation is not None, f.rule, _place(f), f.id))
    return tuple(_unique(found))


def _leveled(finding: Finding, house: Mapping[str, Level]) -> Finding:
    """The finding at its house's level: one that is explained, or milder than its rule, is lowered and never raised."""
    level = house.get(finding.rule)
    if level is None:
        return finding
    softened = finding.reconciliation is not None or finding.level.rank < rule_by_code(finding.rule).level.rank
    if softened and level.rank > finding.level.rank:
        return finding
    return replace(finding, level=level)


def _place(finding: Finding) -> tuple[str, int]:
    return min((m.document, m.start) for value in finding.values for m in value.mentions)


def _unique(findings: list[Finding]) -> list[Finding]:
    """Findings that say the very same get a number, so that an id is unique in a report."""
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        seen[finding.id] += 1
        again = seen[finding.id]
        result.append(finding if again == 1 else replace(finding, id=f"{finding.id}-{again}"))
    return result
