"""Every rule on the two examples that it carries, through the whole check."""

import pytest

from discrepancy.model import Level
from discrepancy.report import Report
from discrepancy.rules import Rule, all_rules, rule_by_code
from tests.samples import check_example, check_texts

RULES = all_rules()
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def asked(rule: Rule) -> list[str]:
    return [rule.code] if rule.asked else []


def fired(report: Report, rule: Rule) -> list[str]:
    """What the rule says, a note only where it says no more than notes."""
    least = min(rule.level, Level.WARNING, key=lambda level: level.rank)
    return [f"{f.rule} {f.level.value}" for f in report.at_or_above(least) if f.rule == rule.code]


@each_rule
def test_conflict_fires(rule: Rule) -> None:
    (found,) = fired(check_example(rule.conflict, also=asked(rule)), rule)
    assert found in {f"{rule.code} {level.value}" for level in Level if level.rank >= rule.level.rank}


@each_rule
def test_conflict_fires_in_either_order(rule: Rule) -> None:
    assert fired(check_example(rule.conflict, reverse=True, also=asked(rule)), rule)


@each_rule
def test_near_miss_is_left_alone(rule: Rule) -> None:
    report = check_example(rule.near_miss, also=asked(rule))
    assert [f"{f.rule} {f.level.value}" for f in report.at_or_above(Level.WARNING)] == []
    assert fired(report, rule) == []


@each_rule
def test_the_same_version_twice_is_left_alone(rule: Rule) -> None:
    first = rule.conflict.versions[1]
    assert check_texts(first, first, house_style=rule.conflict.house_style).findings == ()


@each_rule
def test_examples_have_two_versions_that_differ(rule: Rule) -> None:
    for example in (rule.conflict, rule.near_miss):
        assert len(set(example.versions)) > 1


@each_rule
@pytest.mark.parametrize("of", ["code", "name", "lower", "padded"])
def test_rule_is_found(rule: Rule, of: str) -> None:
    words = {"code": rule.code, "name": rule.name, "lower": rule.code.lower(), "padded": f" {rule.code} "}
    assert rule_by_code(words[of]) is rule
