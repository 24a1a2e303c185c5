"""Findings held against an earlier report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.decided import Matter, Review, Snapshot, Status
from discrepancy.gate.looked import Looked
from discrepancy.model import ReportData
from discrepancy.tracking import Match, follow, snapshots

__all__ = ["against_baseline"]


def against_baseline(data: ReportData, baseline: Sequence[Snapshot], *, whole: bool = True) -> ReportData:
    """The report with a review of each finding: known where it stands in the baseline with the same values.

    One whose values have changed since is reopened, and says what changed. ``resolved`` has what the baseline holds
    and this check does not find: matters without an id, as nobody decided on them. Where the report has reviews of a
    store already, those that are new there are held against the baseline, and the others stay as they are. ``whole``:
    the check was given all that belongs to the story, so that a version that is not there was taken away.
    """
    followed = follow(baseline, snapshots(data))
    looked = Looked(data, whole=whole)
    reviews = {match.now.finding: _review(match, looked) for match in followed.matches}
    before = {review.finding: review for review in data.reviews}
    known = {matter.finding for matter in data.resolved}
    gone = (_gone(each) for each in followed.gone if looked.at(each) and each.finding not in known)
    return replace(
        data,
        reviews=tuple(_chosen(finding.id, before, reviews) for finding in data.findings),
        resolved=(*data.resolved, *gone),
    )


def _review(match: Match, looked: Looked) -> Review:
    changed, _ = looked.changed(match)
    status = Status.KNOWN if changed is None else Status.REOPENED
    return Review(finding=match.now.finding, status=status, changed=changed)


def _chosen(finding: str, stored: dict[str, Review], held: dict[str, Review]) -> Review:
    """The review of a store where it has something to say, else that of the baseline."""
    review = stored.get(finding)
    if review is not None and review.status is not Status.NEW:
        return review
    against = held.get(finding, Review(finding=finding, status=Status.NEW))
    return replace(against, matter=review.matter) if review else against


def _gone(snapshot: Snapshot) -> Matter:
    return Matter(id="", story="", finding=snapshot.finding, snapshot=snapshot, status=Status.RESOLVED)
