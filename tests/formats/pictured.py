"""Findings from one line a version, with the figures read as a check reads them: what the pictures are tried on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from discrepancy import dates, quantities
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.pictures.chosen import build_pictures
from discrepancy.formats.view.pictures.drawn import Strip, Timeline
from discrepancy.formats.view.versions import build_versions
from discrepancy.formats.words import Words
from discrepancy.model import (
    BlockRole,
    Fact,
    FactKind,
    FactRole,
    Finding,
    Level,
    Mention,
    Message,
    Reconciliation,
    ReportData,
    Span,
    Subject,
    ValueGroup,
)
from tests.formats.builders import document, say

PUBLISHED = dt.date(2031, 3, 5)


def story(
    *texts: str,
    when: Sequence[dt.date | None] = (),
    sources: Sequence[str] = (),
    rule: str = "NUM001",
    summary: Message | None = None,
    reason: Reconciliation | None = None,
    days: bool = False,
) -> ReportData:
    """A version a text, "Paper 1" and so on, all of whose figures (or ``days``) are values of one finding."""
    names = sources or [f"Paper {number}" for number in range(1, len(texts) + 1)]
    times = when or [None] * len(texts)
    documents = tuple(
        document(f"v{place}", name, (BlockRole.BODY, text), published=time)
        for place, (text, name, time) in enumerate(zip(texts, names, times, strict=True))
    )
    facts = tuple(fact for each in documents for fact in _facts(each.id, each.text, days=days))
    values: dict[str, tuple[Mention, ...]] = {}
    for fact in facts:
        hedge = "" if days else fact.quantity.hedge_text
        label = f"{hedge} {fact.mention.text}".strip()
        values[label] = (*values.get(label, ()), fact.mention)
    finding = Finding(
        id="f1",
        rule=rule,
        level=Level.NOTE if reason else Level.WARNING,
        summary=summary or say("The figures differ"),
        explanation=say("They do."),
        values=tuple(ValueGroup(label, mentions) for label, mentions in values.items()),
        reconciliation=reason,
    )
    return ReportData(documents=documents, facts=facts, people=(), groups=(), findings=(finding,))


def _facts(name: str, text: str, *, days: bool) -> list[Fact]:
    read = dates(text, published=PUBLISHED) if days else quantities(text)
    return [
        Fact(
            id=f"{name}:{value.start}",
            kind=FactKind.DATE if days else FactKind.QUANTITY,
            mention=Mention(name, value.start, value.end, value.text, BlockRole.BODY),
            subject=Subject(),
            value=value,
            sentence=Span(0, len(text)),
            role=FactRole.DATE if days else FactRole.LEVEL,
        )
        for value in read
    ]


def pictures(data: ReportData, language: str = "en") -> tuple[Strip | Timeline, ...]:
    """The pictures of the one finding of a story."""
    index, words, finding = Index(data), Words(language), data.findings[0]
    return build_pictures(index, finding, index.letters[finding.id], build_versions(data, words), words)


def strip(*texts: str, language: str = "en", days: bool = False) -> Strip:
    """The one picture of the figures of these texts: a strip."""
    (made,) = pictures(story(*texts, days=days), language)
    assert isinstance(made, Strip)
    return made


def in_one(data: ReportData, number: int) -> ReportData:
    """The same with the mentions of the values from ``number`` on under one value, as parts of a total are."""
    finding = data.findings[0]
    rest = finding.values[number:]
    joined = ValueGroup(
        " + ".join(value.label for value in rest), tuple(mention for value in rest for mention in value.mentions)
    )
    return replace(data, findings=(replace(finding, values=(*finding.values[:number], joined)),))
