"""The findings as SARIF's results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from discrepancy.decided import Review, Status
from discrepancy.formats.json_text import Json
from discrepancy.formats.review_facts import review_facts
from discrepancy.formats.sarif.places import physical
from discrepancy.formats.sarif.said import ended, escaped
from discrepancy.formats.shortened import short
from discrepancy.formats.text_lines import Lines
from discrepancy.formats.view.index import state_of
from discrepancy.labels import label_documents
from discrepancy.messages import render as say
from discrepancy.model import Finding, Mention, ReportData

__all__ = ["Results"]

_STATES = {
    Status.NEW: "new",
    Status.KNOWN: "unchanged",
    Status.DECIDED: "unchanged",
    Status.REOPENED: "updated",
}


class Results:
    """Makes the results of one report."""

    def __init__(self, data: ReportData, artifacts: Mapping[str, int], rules: Mapping[str, int]) -> None:
        self.data = data
        self.artifacts = artifacts
        self.rules = rules
        self.documents = {document.id: document for document in data.documents}
        self.labels = label_documents(data.documents)
        self.reviews = {review.finding: review for review in data.reviews}
        self.lines = cache(lambda document: Lines(self.documents[document].text))

    def all(self) -> list[Json]:
        """A result a finding, in the report's order."""
        return [self._result(finding) for finding in self.data.findings]

    def _result(self, finding: Finding) -> Json:
        """A finding. Its place is where the newsroom's own draft gives a value, else the first; all others are related.

        Its fingerprint is the finding's id, which is made of what it says: an alert outlives the moving of its lines.
        """
        places = self._places(finding)
        located = [self._location(number, label, mention) for number, (label, mention) in enumerate(places, start=1)]
        found: dict[str, Json] = {
            "ruleId": finding.rule,
            "ruleIndex": self.rules[finding.rule],
            "level": finding.level.value,
            "message": {"text": self._message(finding, places)},
            "locations": located[:1],
            "partialFingerprints": {
                "discrepancyFinding/v1": finding.id,
                "primaryLocationLineHash": f"{finding.id}:1",
            },
            "properties": self._properties(finding),
            **_reviewed(self.reviews.get(finding.id), any_reviews=bool(self.reviews)),
        }
        return {**found, "relatedLocations": located[1:]} if located[1:] else found

    def _places(self, finding: Finding) -> list[tuple[str, Mention]]:
        every = dict.fromkeys((value.label, mention) for value in finding.values for mention in value.mentions)
        return sorted(every, key=lambda place: place[1].document != self.data.draft) if self.data.draft else [*every]

    def _location(self, number: int, label: str, mention: Mention) -> Json:
        """A place with a number of its own, by which the message leads to it."""
        document = self.documents[mention.document]
        told = f"{short(label)} – {self.labels[document.id]}"
        landmark = document.landmark_at(mention.start)
        if not document.digest:
            told += f", {landmark}: “{short(mention.text)}”" if landmark else f": “{short(mention.text)}”"
        return {
            "id": number,
            "physicalLocation": physical(document, mention, self.lines(document.id), self.artifacts[document.id]),
            "logicalLocations": [{"fullyQualifiedName": document.path, "kind": "article", "name": document.id}],
            "message": {"text": escaped(told)},
        }

    def _message(self, finding: Finding, places: list[tuple[str, Mention]]) -> str:
        """What a finding says, and each value as a link to the first place that gives it."""
        reason = finding.reconciliation
        sentences = dict.fromkeys(
            ended(escaped(say(each)))
            for each in (finding.summary, finding.explanation, *((reason.text,) if reason else ()))
        )
        return " ".join([*filter(None, sentences), "; ".join(self._linked(finding, places)) + "."])

    def _linked(self, finding: Finding, places: list[tuple[str, Mention]]) -> Iterator[str]:
        numbers: dict[str, int] = {}
        for number, (label, _) in enumerate(places, start=1):
            numbers.setdefault(label, number)
        for value in finding.values:
            sources = dict.fromkeys(self.labels[mention.document] for mention in value.mentions)
            label = escaped(short(value.label)) or "?"
            yield f"[{label}]({numbers[value.label]}) ({escaped(', '.join(sources))})" if sources else label

    def _properties(self, finding: Finding) -> Json:
        review = self.reviews.get(finding.id)
        return {
            "finding": finding.id,
            "subject": finding.subject,
            "state": state_of(finding).value,
            "confidence": finding.confidence,
            "reconciliation": finding.reconciliation.kind if finding.reconciliation else None,
            "review": review_facts(review),
        }


def _reviewed(review: Review | None, *, any_reviews: bool) -> dict[str, Json]:
    """How a result stands to what came before; a decision that settles it suppresses it, with the reason given."""
    if not any_reviews:
        return {}
    status = review.status if review else Status.NEW
    decision = review.matter.decision if review and review.matter else None
    suppressions: list[Json] = []
    if review and status is Status.DECIDED and decision and decision.ruling and not review.counts:
        told = f"{decision.ruling.value} by {decision.who}" + (f": {decision.note}" if decision.note else "")
        suppressions = [{"kind": "external", "status": "accepted", "justification": escaped(told)}]
    return {"baselineState": _STATES.get(status, "new"), "suppressions": suppressions}
