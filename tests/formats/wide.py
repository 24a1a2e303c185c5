"""The flood story in more versions than a page is wide: what narrow screens and paper are tried on."""

from __future__ import annotations

import dataclasses

from discrepancy.model import Fact, Mention, ReportData
from tests.formats.stories import FLOOD

__all__ = ["widened"]


def widened(count: int) -> ReportData:
    """The flood in ``count`` versions: further ones are the story's own under other names, facts and all."""
    extra = [
        (dataclasses.replace(home, id=f"{home.id}-{turn}", source=f"{home.source} Edition {turn}"), home.id)
        for turn in range(2, 2 + count)
        for home in FLOOD.documents
    ][: count - len(FLOOD.documents)]
    facts = tuple(_moved(fact, new.id) for new, old in extra for fact in FLOOD.facts if fact.mention.document == old)
    groups = tuple(
        dataclasses.replace(
            group,
            facts=(
                *group.facts,
                *(
                    f"{new.id}:{id_.partition(':')[2]}"
                    for new, old in extra
                    for id_ in group.facts
                    if id_.startswith(f"{old}:")
                ),
            ),
        )
        for group in FLOOD.groups
    )
    findings = tuple(
        dataclasses.replace(
            finding,
            values=tuple(
                dataclasses.replace(
                    value,
                    mentions=(
                        *value.mentions,
                        *(_at(each, new.id) for new, old in extra for each in value.mentions if each.document == old),
                    ),
                )
                for value in finding.values
            ),
        )
        for finding in FLOOD.findings
    )
    documents = (*FLOOD.documents, *(new for new, _ in extra))
    return dataclasses.replace(
        FLOOD, documents=documents, facts=(*FLOOD.facts, *facts), groups=groups, findings=findings
    )


def _at(mention: Mention, document: str) -> Mention:
    return dataclasses.replace(mention, document=document)


def _moved(fact: Fact, document: str) -> Fact:
    return dataclasses.replace(fact, id=f"{document}:{fact.id.partition(':')[2]}", mention=_at(fact.mention, document))
