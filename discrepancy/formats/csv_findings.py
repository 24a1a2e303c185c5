"""The findings as CSV, for spreadsheets: a row a place that gives a value.

A finding has as many rows as places give its values: a filter or a pivot table over ``finding`` puts them together,
and every row has all that is known of it. A byte order mark stands at the beginning, without which Excel takes UTF-8
for an older encoding; other programs read it as ``utf-8-sig``.

What a spreadsheet would take for a formula begins with an apostrophe, as OWASP ("CSV Injection") advises; a plain
number does not, minus or not.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from discrepancy.formats import Format
from discrepancy.formats.review_facts import review_facts
from discrepancy.formats.view.index import Index, state_of
from discrepancy.formats.visible import plain
from discrepancy.labels import label_documents
from discrepancy.messages import render as say
from discrepancy.model import Finding, Mention, ReportData
from discrepancy.settings import Presentation
from discrepancy.text.cells import is_formula

__all__ = ["FORMAT", "safe_cell"]

MARK = "\ufeff"
COLUMNS = (
    *("finding", "rule", "rule_name", "level", "state", "summary", "explanation", "reconciliation", "confidence"),
    *("value", "source", "document", "path", "block", "start", "end", "words", "sentence", "landmark"),
    *("status", "ruling", "who", "at", "note", "assignee", "changed", "counts"),
)
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")


def render(data: ReportData, _shown: Presentation) -> str:
    """The findings as CSV text, in English, with the byte order mark."""
    file = io.StringIO()
    writer = csv.writer(file)  # lines end as RFC 4180 has it
    writer.writerow(COLUMNS)
    writer.writerows(_rows(data))
    return MARK + file.getvalue()


def _rows(data: ReportData) -> Iterator[list[str]]:
    index, labels = Index(data), label_documents(data.documents)
    names = {rule.code: rule.name for rule in data.rules}
    reviews = {review.finding: review for review in data.reviews}
    for finding in data.findings:
        judged = {**_judged(finding, names), **(review_facts(reviews.get(finding.id)) or {})}
        for value in finding.values:
            for mention in value.mentions:
                cells = {**judged, **_place(mention, index, labels), "value": value.label}
                yield [safe_cell(cells.get(column)) for column in COLUMNS]


def _judged(finding: Finding, names: Mapping[str, str]) -> dict[str, object]:
    reason = finding.reconciliation
    return {
        "finding": finding.id,
        "rule": finding.rule,
        "rule_name": names.get(finding.rule, ""),
        "level": finding.level.value,
        "state": state_of(finding).value,
        "summary": say(finding.summary),
        "explanation": say(finding.explanation),
        "reconciliation": say(reason.text) if reason else "",
        "confidence": finding.confidence,
    }


def _place(mention: Mention, index: Index, labels: Mapping[str, str]) -> dict[str, object]:
    document = index.documents[mention.document]
    sentence = next((fact.sentence for fact in index.facts_at(mention)), None)
    return {
        "source": labels[mention.document],
        "document": mention.document,
        "path": document.path,
        "block": mention.block.value,
        "start": mention.start,
        "end": mention.end,
        "words": mention.text,
        "sentence": " ".join(document.text[sentence.start : sentence.end].split()) if sentence else "",
        "landmark": document.landmark_at(mention.start),
    }


def safe_cell(value: object) -> str:
    """A cell that a spreadsheet shows as it is; empty for None, a truth as yes or no."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    text = plain(str(value))
    return f"'{text}" if is_formula(text) and not _NUMBER.fullmatch(text) else text


FORMAT = Format("csv", (".csv",), render)
