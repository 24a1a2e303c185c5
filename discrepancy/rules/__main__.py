"""Every rule as a page: ``python -m discrepancy.rules`` prints docs/rules.md from the docstrings."""

from __future__ import annotations

import sys
import textwrap

from discrepancy.rules import all_rules
from discrepancy.rules.rule import Rule

__all__ = ["page"]

_HEAD = """# The rules

Made from the rules' docstrings by `scripts/write-rules-page`; `discrepancy rules CODE` prints one of them.

| code | name | level | what it looks for |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page in Markdown."""
    rules = all_rules()
    rows = "".join(f"| `{rule.code}` | {rule.name} | {rule.level.value} | {rule.summary} |\n" for rule in rules)
    return _HEAD + rows + "".join(f"\n## {rule.code} {rule.name}\n\n{_body(rule)}\n" for rule in rules)


def _body(rule: Rule) -> str:
    """A docstring's sections as paragraphs: "What fires:" with its lines indented below it becomes one of them."""
    first, _, rest = rule.doc.strip().partition("\n")
    parts = [first]
    for block in rest.strip().split("\n\n"):
        title, _, text = block.partition("\n")
        told = title.strip().rstrip(":")
        parts.append(f"**{told}.** {textwrap.dedent(text).strip()}" if text else title.strip())
    return "\n\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(page())
