"""The rules, as the registry finds them: unique, documented, named as their files are."""

import re
import sys
from collections import Counter

import pytest

from discrepancy.model import Level
from discrepancy.rules import Rule, all_rules

RULES = all_rules()
HEADINGS = ("What fires", "Why it matters", "Known limits", "Source")
each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


def test_there_are_rules() -> None:
    assert RULES


@pytest.mark.parametrize("field", ["code", "name"])
def test_no_two_rules_share(field: str) -> None:
    count = Counter(getattr(rule, field) for rule in RULES)
    assert not [value for value, times in count.items() if times > 1]


@each_rule
def test_code_and_level_are_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.level in Level


@each_rule
def test_rule_is_named_as_its_file_is(rule: Rule) -> None:
    assert rule.judge.__module__.rpartition(".")[2] == rule.name.replace("-", "_")


@each_rule
def test_docstring_is_its_own(rule: Rule) -> None:
    assert rule.doc == sys.modules[rule.judge.__module__].__doc__


@each_rule
@pytest.mark.parametrize("heading", HEADINGS)
def test_docstring_says(rule: Rule, heading: str) -> None:
    assert re.search(rf"^{heading}:\n +\S", rule.doc, flags=re.MULTILINE)
