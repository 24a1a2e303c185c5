"""docs/rules.md says what the rules' docstrings say."""

from pathlib import Path

from discrepancy.rules import all_rules
from discrepancy.rules.__main__ import page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/write-rules-page"


def test_the_page_tells_of_every_rule() -> None:
    text = page()
    assert all(f"## {rule.code} {rule.name}\n" in text for rule in all_rules())
    assert text.count("**What fires.**") == len(all_rules())
