"""A report as tables: pandas views of its facts, groups and findings.

Columns and their types are the same for an empty report as for a full one, so that frames can be concatenated.
Decimals stay exact (``object`` columns of :class:`~decimal.Decimal`, None where a fact is no quantity).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from discrepancy.messages import render
from discrepancy.model import Date, Fact, Name, Organisation, Place, Quantity, Quotation, ReportData

__all__ = ["FRAMES", "facts_frame", "findings_frame", "groups_frame"]

_FACTS = {
    "id": "str",
    "kind": "str",
    "document": "str",
    "source": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "block": "str",
    "subject": "str",
    "owner": "str",
    "value": "str",
    "low": "object",
    "high": "object",
    "unit": "str",
    "hedge": "str",
    "role": "str",
    "time": "str",
    "speaker": "str",
    "quoted": "bool",
    "sentence": "str",
}
_GROUPS = {
    "id": "str",
    "kind": "str",
    "subject": "str",
    "facts": "int64",
    "documents": "int64",
    "reason": "str",
    "confidence": "float64",
}
_FINDINGS = {
    "id": "str",
    "rule": "str",
    "level": "str",
    "summary": "str",
    "explanation": "str",
    "reconciliation": "str",
    "reconciled_by": "str",
    "values": "str",
    "documents": "str",
    "group": "str",
    "confidence": "float64",
}


def facts_frame(data: ReportData) -> pd.DataFrame:
    """A row a fact, in the report's order; ``low`` and ``high`` bound a quantity's value, both included."""
    texts = {document.id: document for document in data.documents}
    rows = []
    for fact in data.facts:
        document = texts[fact.mention.document]
        by = fact.attribution
        rows.append(
            {
                "id": fact.id,
                "kind": fact.kind.value,
                "document": document.id,
                "source": document.source,
                "start": fact.mention.start,
                "end": fact.mention.end,
                "text": fact.mention.text,
                "block": fact.mention.block.value,
                "subject": fact.subject.text,
                "owner": fact.subject.owner,
                **_value(fact),
                "role": fact.role.value,
                "time": fact.time.value,
                "speaker": by.speaker if by else "",
                "quoted": bool(by and by.quoted),
                "sentence": document.text[fact.sentence.start : fact.sentence.end],
            }
        )
    return _frame(rows, _FACTS)


def groups_frame(data: ReportData) -> pd.DataFrame:
    """A row a group, with how many facts it holds and in how many documents they stand."""
    home = {fact.id: fact.mention.document for fact in data.facts}
    rows = [
        {
            "id": group.id,
            "kind": group.kind.value,
            "subject": group.subject,
            "facts": len(group.facts),
            "documents": len({home[fact] for fact in group.facts}),
            "reason": group.reason,
            "confidence": group.confidence,
        }
        for group in data.groups
    ]
    return _frame(rows, _GROUPS)


def findings_frame(data: ReportData) -> pd.DataFrame:
    """A row a finding, in English; ``values`` and ``documents`` are joined by ``|``."""
    rows = []
    for finding in data.findings:
        reason = finding.reconciliation
        documents = {mention.document: None for value in finding.values for mention in value.mentions}
        rows.append(
            {
                "id": finding.id,
                "rule": finding.rule,
                "level": finding.level.value,
                "summary": render(finding.summary),
                "explanation": render(finding.explanation),
                "reconciliation": render(reason.text) if reason else "",
                "reconciled_by": reason.kind if reason else "",
                "values": "|".join(value.label for value in finding.values),
                "documents": "|".join(documents),
                "group": finding.group,
                "confidence": finding.confidence,
            }
        )
    return _frame(rows, _FINDINGS)


FRAMES = {"facts": facts_frame, "groups": groups_frame, "findings": findings_frame}
"""The views by the names that ``Report.to_frame`` takes."""


def _value(fact: Fact) -> dict[str, Any]:
    row: dict[str, Any] = {"value": "", "low": None, "high": None, "unit": "", "hedge": ""}
    match fact.value:
        case Quantity() as read:
            low, high = format(read.low, "f"), format(read.high, "f")
            row |= {"value": low if low == high else f"{low}..{high}", "low": read.low, "high": read.high}
            row |= {"unit": read.unit, "hedge": read.hedge.value}
        case Date() as read:
            row["value"] = read.value
        case Name() as read:
            row["value"] = read.full
        case Quotation() as read:
            row["value"] = read.words
        case Place() | Organisation() as read:
            row["value"] = read.name
    return row


def _frame(rows: Iterable[Mapping[str, Any]], types: Mapping[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(types), dtype="object")
    return frame.astype(dict(types))
