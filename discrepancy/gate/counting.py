"""What a gate counts."""

from __future__ import annotations

from discrepancy.model import Finding, ReportData

__all__ = ["counted"]


def counted(data: ReportData) -> tuple[Finding, ...]:
    """The findings that ``--fail-on`` looks at, in order: all of them where the check was held against nothing."""
    if not data.reviews:
        return data.findings
    passed = {review.finding for review in data.reviews if not review.counts}
    return tuple(finding for finding in data.findings if finding.id not in passed)
