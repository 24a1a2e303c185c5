"""A report whose documents tell several stories cut into one report a story."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.model import ReportData

__all__ = ["cut_apart"]


def cut_apart(data: ReportData) -> tuple[ReportData, ...]:
    """One report a story; the report itself where all of its documents may tell one.

    Nothing was compared across stories, so nothing is lost. A file that could not be read may be of any of them: it
    stands in each.
    """
    return tuple(_part(data, frozenset(members)) for members in data.stories) if len(data.stories) > 1 else (data,)


def _part(data: ReportData, members: frozenset[str]) -> ReportData:
    facts = tuple(fact for fact in data.facts if fact.mention.document in members)
    known = {fact.id for fact in facts}
    findings = (
        finding
        for finding in data.findings
        if all(mention.document in members for value in finding.values for mention in value.mentions)
    )
    return replace(
        data,
        documents=tuple(document for document in data.documents if document.id in members),
        facts=facts,
        people=tuple(
            replace(person, facts=kept)
            for person in data.people
            if (kept := tuple(each for each in person.facts if each in known))
        ),
        groups=tuple(group for group in data.groups if known.issuperset(group.facts)),
        findings=tuple(findings),
        families=tuple(family for family in data.families if members.issuperset(family)),
        stories=(),
        draft=data.draft if data.draft in members else "",
    )
