"""The message catalogue: every key that the program uses is there, with the parameters it is given."""

from __future__ import annotations

import ast
import re
import string

import pytest

from discrepancy.messages import catalogue, render
from discrepancy.model import Message
from discrepancy.rules import all_rules
from tests.samples import REPO, check_example, seeds_report

ENGLISH = {key: forms[-1] for key, forms in catalogue().forms.items()}


def used_keys() -> set[str]:
    """Keys written out in ``Message("…", …)`` anywhere in the package."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((REPO / "discrepancy").rglob("*.py"))]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    first = [c.args[0] for c in calls if isinstance(c.func, ast.Name) and c.func.id == "Message" and c.args]
    return {each.value for each in first if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_key_that_is_used_is_there() -> None:
    assert len(used_keys()) > 10
    assert used_keys() <= ENGLISH.keys()


def test_every_key_of_a_rule_is_used() -> None:
    rules = {key for key in ENGLISH if re.match(r"[A-Z]{3}\d{3}\.|reconcile\.", key)}
    assert rules <= used_keys()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_said(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]  # a Rule, whose import would be for its name alone
    assert {f"{code}.summary", f"{code}.explanation"} <= ENGLISH.keys()


@pytest.mark.parametrize("key", ENGLISH)
def test_a_sentence_is_well_formed(key: str) -> None:
    text = ENGLISH[key]
    assert text
    assert all(re.fullmatch(r"[a-z_]+", name) for name in fields(text))
    if key != "page.list":
        assert text == text.strip()
    if re.fullmatch(r"[A-Z]{3}\d{3}\.explanation|reconcile\..+", key):
        assert text.endswith(".")


def test_what_is_counted_has_a_singular_and_a_plural() -> None:
    counted = [forms for forms in catalogue().forms.values() if len(forms) > 1]
    assert counted
    assert all(len(forms) == 2 and "{n}" in forms[-1] for forms in counted)
    said = [render(Message("page.verdict.conflicts", {"n": str(n)}), "en", n) for n in (0, 1, 2)]
    assert said == ["0 conflicts", "1 conflict", "2 conflicts"]


def test_every_finding_can_be_said() -> None:
    rules = all_rules()
    reports = [
        seeds_report(),
        *(check_example(rule.conflict, also=[rule.code] if rule.asked else []) for rule in rules),
    ]
    for finding in (finding for report in reports for finding in report.findings):
        reason = finding.reconciliation
        for message in (finding.summary, finding.explanation, *([reason.text] if reason else [])):
            said = render(message)
            assert "{" not in said
            assert "  " not in said
            assert said == said.strip()


def test_words_of_an_article_are_filled_in_as_they_are() -> None:
    assert render(Message("page.text", {"text": "{x} %s <b> {0}"})) == "{x} %s <b> {0}"


def test_an_unknown_key_or_a_missing_parameter_is_an_error() -> None:
    with pytest.raises(KeyError):
        render(Message("no.such.key"))
    with pytest.raises(KeyError):
        render(Message("page.text"))
    with pytest.raises(FileNotFoundError):
        catalogue("tlh")
