"""The report as JUnit XML, for build servers that show tests.

A test case a file and a finding. One that calls for a decision (an error or a warning) fails, if nothing says that it
may pass; what was decided so, or stood in the baseline, is skipped with the reason. What is explained or a matter of
style passes, and says in its output what it is. A file that could not be read is an error.

Source: the form that Jenkins and GitLab read ("JUnit XML format", testmoapp/junitxml).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

from discrepancy.decided import Review, Status
from discrepancy.formats import Format
from discrepancy.formats.shortened import short
from discrepancy.formats.text_lines import Lines
from discrepancy.formats.view.index import state_of
from discrepancy.formats.visible import plain
from discrepancy.labels import label_documents
from discrepancy.messages import render as say
from discrepancy.model import Finding, ReportData, Unread
from discrepancy.settings import Presentation

__all__ = ["FORMAT"]

_SUITE = "discrepancy"
_READING = f"{_SUITE}.reading"


def render(data: ReportData, _shown: Presentation) -> str:
    """The report as XML text, in English."""
    suite = ET.Element("testsuite", name=_SUITE)
    suite.extend(_Cases(data).all())
    told = {key: str(sum(1 for _ in suite.iter(key))) for key in ("failure", "error", "skipped")}
    counts = {"tests": str(len(suite)), "failures": told["failure"], "errors": told["error"]}
    root = ET.Element("testsuites", {"name": _SUITE, **counts})
    root.append(suite)
    for key, number in {**counts, "skipped": told["skipped"]}.items():
        suite.set(key, number)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


class _Cases:
    """Makes the test cases of one report."""

    def __init__(self, data: ReportData) -> None:
        self.data = data
        self.documents = {document.id: document for document in data.documents}
        self.labels = label_documents(data.documents)
        self.rules = {rule.code: rule.name for rule in data.rules}
        self.reviews = {review.finding: review for review in data.reviews}
        self.lines = cache(lambda document: Lines(self.documents[document].text))

    def all(self) -> Iterator[ET.Element]:
        """The files, then the findings in the report's order."""
        for document in self.data.documents:
            yield _case(_READING, document.path)
        yield from map(_lost, self.data.unread)
        yield from map(self._judged, self.data.findings)

    def _judged(self, finding: Finding) -> ET.Element:
        summary, state, review = plain(say(finding.summary)), state_of(finding), self.reviews.get(finding.id)
        group = f"{_SUITE}.{self.rules.get(finding.rule, finding.rule)}"
        case = _case(group, f"{finding.rule} {summary} [{finding.id}]")
        self._place(case, finding)
        if not state.is_open:
            ET.SubElement(case, "system-out").text = f"{state.value}\n{self._told(finding)}"
        elif review is not None and not review.counts:
            ET.SubElement(case, "skipped", message=_reason(review))
        else:
            failure = ET.SubElement(case, "failure", message=summary, type=finding.level.value)
            failure.text = self._told(finding)
        return case

    def _place(self, case: ET.Element, finding: Finding) -> None:
        """The file of the first value, and its line where that is sure."""
        first = next((mention for value in finding.values for mention in value.mentions), None)
        if first is None:
            return
        document, lines = self.documents[first.document], self.lines(first.document)
        case.set("file", plain(document.path))
        if document.digest and lines.are_told_alike:
            case.set("line", str(lines.place(first.start)[0]))

    def _told(self, finding: Finding) -> str:
        """Why it was flagged, and who gives each value."""
        told = [say(finding.explanation)]
        told += [say(finding.reconciliation.text)] if finding.reconciliation else []
        for value in finding.values:
            sources = dict.fromkeys(self.labels[mention.document] for mention in value.mentions)
            told.append(f"{short(value.label)} ({', '.join(sources)})")
        return plain("\n".join(dict.fromkeys(filter(None, told))))


def _case(group: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=plain(group), name=plain(name))


def _lost(unread: Unread) -> ET.Element:
    case = _case(_READING, unread.path)
    error = ET.SubElement(case, "error", message=plain(unread.what), type="unread")
    error.text = plain(f"{unread.path}: {unread.what} {unread.remedy}".rstrip())
    return case


def _reason(review: Review) -> str:
    """Why a finding may pass."""
    decision = review.matter.decision if review.matter else None
    if review.status is Status.KNOWN or decision is None or decision.ruling is None:
        return "in the baseline with the same values"
    told = f"{decision.ruling.value} by {decision.who} on {decision.at.date().isoformat()}"
    return plain(f"{told}: {decision.note}" if decision.note else told)


FORMAT = Format("junit", (".xml",), render)
