"""The rules, and the notices of files, as SARIF's descriptors."""

from __future__ import annotations

from discrepancy.formats.json_text import Json
from discrepancy.formats.view.rules import rule_parts
from discrepancy.formats.words import Words
from discrepancy.model import ReportData, RuleInfo

__all__ = ["SKIPPED", "UNREAD", "notices", "rules_of"]

UNREAD, SKIPPED = "file-not-read", "file-passed-over"
ENGLISH = Words()


def rules_of(data: ReportData) -> list[dict[str, Json]]:
    """A descriptor a rule, by code: those that the report tells of, and any other that a finding is of."""
    told = {rule.code: rule for rule in data.rules}
    codes = sorted({*told, *(finding.rule for finding in data.findings)})
    return [_rule(told.get(code, RuleInfo(code, code, code))) for code in codes]


def _rule(rule: RuleInfo) -> dict[str, Json]:
    parts = rule_parts(rule, ENGLISH)
    markdown = "\n\n".join([rule.summary, *(f"**{part.title}**\n\n{part.text}" for part in parts)])
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": parts[0].text if parts else rule.summary},
        "help": {"text": rule.doc.strip() or rule.summary, "markdown": markdown},
    }


def notices() -> list[Json]:
    """The descriptors of what is told of files."""
    return [
        _notice(UNREAD, "A file could not be read.", "Nothing was held against it: mend it as the notice says."),
        _notice(SKIPPED, "A file was passed over.", "It is no article, or the same as another: the notice says which."),
    ]


def _notice(code: str, what: str, more: str) -> Json:
    return {
        "id": code,
        "shortDescription": {"text": what},
        "fullDescription": {"text": f"{what} {more}"},
        "help": {"text": more},
    }
