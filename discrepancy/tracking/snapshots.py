"""The findings of a check as they stand."""

from __future__ import annotations

from discrepancy.decided import Snapshot
from discrepancy.messages import render as say
from discrepancy.model import Fact, Finding, ReportData
from discrepancy.tracking.keys import fact_key
from discrepancy.tracking.material import At, Material, Read, Stated

__all__ = ["snapshots"]


def snapshots(data: ReportData) -> tuple[Snapshot, ...]:
    """A snapshot of each finding of a report, in the report's order."""
    material = Material(
        [Read(document.id, document.source, document.text) for document in data.documents],
        (_stated(fact) for fact in data.facts),
    )
    return tuple(_snapshot(finding, material) for finding in data.findings)


def _stated(fact: Fact) -> Stated:
    at, sentence = fact.mention, fact.sentence
    return Stated(at.document, at.start, at.end, fact_key(fact.value), (sentence.start, sentence.end))


def _snapshot(finding: Finding, material: Material) -> Snapshot:
    return Snapshot(
        finding=finding.id,
        rule=finding.rule,
        level=finding.level,
        subject=finding.subject,
        summary=say(finding.summary),
        explanation=say(finding.explanation),
        values=tuple(
            material.value(finding.rule, value.label, [At(m.document, m.start, m.end, m.text) for m in value.mentions])
            for value in finding.values
        ),
        reconciliation=finding.reconciliation.kind if finding.reconciliation else "",
        documents=material.hashes,
    )
