"""A report whose documents tell several stories cut into one report a story."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.decided import Matter
from discrepancy.model import ReportData

__all__ = ["cut_apart"]


def cut_apart(data: ReportData) -> tuple[ReportData, ...]:
    """One report a story; the report itself where all of its documents may tell one.

    Nothing was compared across stories, so nothing is lost. A file that could not be read may be of any of them: it
    stands in each.
    """
    if len(data.stories) < 2:
        return (data,)
    return tuple(_part(data, frozenset(members), is_first=number == 0) for number, members in enumerate(data.stories))


def _part(data: ReportData, members: frozenset[str], *, is_first: bool) -> ReportData:
    facts = tuple(fact for fact in data.facts if fact.mention.document in members)
    known = {fact.id for fact in facts}
    findings = tuple(
        finding
        for finding in data.findings
        if all(mention.document in members for value in finding.values for mention in value.mentions)
    )
    ours = {finding.id for finding in findings}
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
        findings=findings,
        reviews=tuple(review for review in data.reviews if review.finding in ours),
        resolved=tuple(matter for matter in data.resolved if _was_of(matter, data, members, is_first=is_first)),
        families=tuple(family for family in data.families if members.issuperset(family)),
        stories=(),
        draft=data.draft if data.draft in members else "",
    )


def _was_of(matter: Matter, data: ReportData, members: frozenset[str], *, is_first: bool) -> bool:
    """Whether what is resolved stood in these documents; where no document is left of it, it is told with the first."""
    stood = {place.document for value in matter.snapshot.values for place in value.places}
    here = stood & {document.id for document in data.documents}
    return bool(here & members) if here else is_first
