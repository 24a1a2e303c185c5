"""The documentation of the rules that found something, on the page."""

import dataclasses

from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import build_view
from discrepancy.model import RuleInfo
from tests.formats.stories import FLOOD

DOC = """One figure differs.

What fires:
    Two figures
    of one thing.

Odd part:
    Kept as it is.
"""
WITH_DOC = dataclasses.replace(FLOOD, rules=tuple(dataclasses.replace(rule, doc=DOC) for rule in FLOOD.rules))


def test_only_rules_that_found_something_are_told() -> None:
    idle = RuleInfo("ZZZ999", "idle", "Never fires.")
    codes = [rule.code for rule in build_view(dataclasses.replace(FLOOD, rules=(idle, *FLOOD.rules))).rules]
    assert codes == sorted({finding.rule for finding in FLOOD.findings} & {rule.code for rule in FLOOD.rules})
    assert "ZZZ999" not in codes


def test_a_docstring_is_told_in_parts() -> None:
    parts = build_view(WITH_DOC).rules[0].parts
    assert [(part.title, part.text) for part in parts] == [
        ("What fires", "Two figures of one thing."),
        ("Odd part", "Kept as it is."),
    ]


def test_a_card_leads_to_its_rule() -> None:
    view, page = build_view(WITH_DOC), render_page(WITH_DOC)
    links = {card.rule_link for card in view.cards}
    assert links - {""} == {rule.anchor for rule in view.rules} != set()
    for link in links - {""}:
        assert f'href="#{link}"' in page
        assert f'id="{link}"' in page


def test_a_rule_that_the_report_does_not_know_is_no_link() -> None:
    view = build_view(dataclasses.replace(FLOOD, rules=()))
    assert {card.rule_link for card in view.cards} == {""}
    assert view.rules == ()
