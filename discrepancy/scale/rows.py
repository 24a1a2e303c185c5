"""Facts, findings, documents and failures as rows of their tables, and the digest of such rows."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from discrepancy.errors import DiscrepancyError
from discrepancy.messages import render
from discrepancy.model import (
    Date,
    Document,
    Fact,
    FactKind,
    Finding,
    Name,
    Organisation,
    Place,
    Quantity,
    Quotation,
    Skipped,
)
from discrepancy.scale.done import Aside
from discrepancy.scale.job import StoryOf

__all__ = ["Row", "aside", "document_row", "fact_rows", "failure_row", "finding_rows", "passed_row", "said", "sum_of"]

Row = dict[str, Any]
_MODULUS = 1 << 256


def fact_rows(document: Document, facts: Iterable[Fact]) -> list[Row]:
    """A row a fact. Claims are left out: every clause makes one, and only what denies another is worth a word."""
    return [_fact_row(document, fact) for fact in facts if fact.kind is not FactKind.CLAIM]


def _fact_row(document: Document, fact: Fact) -> Row:
    by = fact.attribution
    return {
        "id": fact.id,
        "document": document.id,
        "path": said(document.path),
        "source": said(document.source),
        "published": _moment(document.published),
        "kind": fact.kind.value,
        "role": fact.role.value,
        "subject": said(fact.subject.text),
        "owner": said(fact.subject.owner),
        **_value(fact),
        "text": said(fact.mention.text),
        "start": fact.mention.start,
        "end": fact.mention.end,
        "block": fact.mention.block.value,
        "sentence_start": fact.sentence.start,
        "sentence_end": fact.sentence.end,
        "time": fact.time.value,
        "speaker": said(by.speaker) if by else "",
        "quoted": bool(by and by.quoted),
        "story_said": said(document.story),
    }


def _value(fact: Fact) -> Row:
    row: Row = {"value": "", "low": None, "high": None, "unit": "", "hedge": ""}
    match fact.value:
        case Quantity() as read:
            low, high = format(read.low, "f"), format(read.high, "f")
            row |= {"value": low if low == high else f"{low}..{high}", "low": low, "high": high}
            row |= {"unit": read.unit, "hedge": read.hedge.value}
        case Date() as read:
            row["value"] = read.value
        case Name() as read:
            row["value"] = said(read.full)
        case Quotation() as read:
            row["value"] = said(read.words)
        case Place() | Organisation() as read:
            row["value"] = said(read.name)
    return row


def finding_rows(story: str, findings: Iterable[Finding]) -> list[Row]:
    """A row a finding, in English."""
    return [_finding_row(story, finding) for finding in findings]


def _finding_row(story: str, finding: Finding) -> Row:
    reason = finding.reconciliation
    return {
        "id": finding.id,
        "story": said(story),
        "rule": finding.rule,
        "level": finding.level.value,
        "subject": said(finding.subject),
        "summary": said(render(finding.summary)),
        "explanation": said(render(finding.explanation)),
        "reconciled_by": reason.kind if reason else "",
        "reconciliation": said(render(reason.text)) if reason else "",
        "confidence": finding.confidence,
        "documents": sorted({mention.document for value in finding.values for mention in value.mentions}),
        "values": [
            {
                "label": said(value.label),
                "mentions": [
                    {"document": each.document, "start": each.start, "end": each.end, "text": said(each.text)}
                    for each in value.mentions
                ],
            }
            for value in finding.values
        ],
    }


def document_row(document: Document, story: StoryOf, digest: str, *, why_not: str = "") -> Row:
    """A document in the story that it was found to tell."""
    return {
        "id": document.id,
        "path": said(document.path),
        "story": said(story.id),
        "story_formerly": [said(each) for each in story.formerly],
        "source": said(document.source),
        "title": said(document.title),
        "published": _moment(document.published),
        "language": document.language,
        "address": said(document.address),
        "words": len(document.text.split()),
        "digest": digest,
        "compared": not why_not,
        "why_not": why_not,
    }


def failure_row(stage: str, problem: BaseException, *, path: str = "", document: str = "", story: str = "") -> Row:
    """What went wrong with a file, a document or a story."""
    ours = isinstance(problem, DiscrepancyError)
    return {
        "path": said(problem.where if isinstance(problem, DiscrepancyError) and problem.where else path),
        "document": said(document),
        "story": said(story),
        "stage": stage,
        "cause": type(problem).__name__,
        "reason": said(problem.what if isinstance(problem, DiscrepancyError) else str(problem)[:1000]),
        "remedy": said(problem.remedy) if isinstance(problem, DiscrepancyError) else _OURS if not ours else "",
    }


def aside(failed: Row) -> Aside:
    """A row of the failures as the index names it."""
    return failed["path"] or failed["document"] or failed["story"], failed["reason"], failed["remedy"]


def passed_row(skipped: Skipped) -> Row:
    """A file, or a part of one, that was passed over."""
    return {"path": said(skipped.path), "reason": said(skipped.why)}


_OURS = "This is a fault of the program: please report it, with the document if you may."


def said(text: str) -> str:
    """A text as a table may hold it: half of a character, which some files have, is no Unicode."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


def sum_of(rows: Sequence[Mapping[str, Any]], before: int = 0) -> int:
    """The digests of rows added up, so that neither their order nor the part that holds them matters."""
    total = before
    for row in rows:
        data = json.dumps(row, sort_keys=True, ensure_ascii=False).encode()
        total += int.from_bytes(hashlib.sha256(data).digest(), "big")
    return total % _MODULUS


def _moment(moment: dt.date | None) -> str:
    return moment.isoformat() if moment else ""
