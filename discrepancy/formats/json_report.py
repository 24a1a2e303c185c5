"""The report as JSON: everything that was read and found, for other programs.

The text is in English whatever the reader's language, keys are sorted, decimals are strings in plain notation, dates
ISO 8601. Nothing in it tells when or where the check ran, so the same input gives the same bytes. What it says of a
finding's state and of the verdict is what the page says.

Where the check was held against a baseline or a store, each finding has its ``review``, ``reviews`` counts how they
stand, and ``resolved`` has what is no longer found.

Where only excerpts may be passed on, a document's ``text`` is null and what facts and groups quote is cut to what a
cell of the page shows; offsets and the mentions of findings stay.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from discrepancy.decided import Matter, Status
from discrepancy.formats import Format
from discrepancy.formats.json_text import Json, json_text
from discrepancy.formats.review_facts import matter_facts, review_facts
from discrepancy.formats.shortened import short
from discrepancy.formats.view.arithmetic import arithmetic_of
from discrepancy.formats.view.cards import confidence_key
from discrepancy.formats.view.index import Index, state_of
from discrepancy.formats.view.matrix import agreeing
from discrepancy.formats.view.verdict import build_header
from discrepancy.formats.words import Words
from discrepancy.messages import render as say
from discrepancy.model import Document, Fact, Finding, ReportData
from discrepancy.settings import Presentation

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["FORMAT", "SCHEMA", "Json", "as_dict", "findings_as_dicts", "plain", "render"]

SCHEMA = "discrepancy-report/1"

ENGLISH = Words()
QUOTING = ("text", "words", "subject")
"""Keys of facts and groups whose strings can be as long as a quotation."""


def as_dict(data: ReportData, *, excerpts_only: bool = False) -> dict[str, Json]:
    """The report as plain dictionaries, lists, strings and numbers."""
    return {key: plain(part) for key, part in _parts(data, excerpts_only=excerpts_only).items()}


def _parts(data: ReportData, *, excerpts_only: bool) -> dict[str, object]:
    """What the report has under each key, values of the model among it: they are written down as they are."""
    index = Index(data)
    return {
        "schema": SCHEMA,
        "verdict": _verdict(index),
        "documents": [_document(each, excerpts_only=excerpts_only) for each in data.documents],
        "facts": _quoting([_fact(each) for each in data.facts], excerpts_only=excerpts_only),
        "people": data.people,
        "groups": _quoting(data.groups, excerpts_only=excerpts_only),
        "findings": _findings(index),
        "draft": data.draft,
        "families": data.families,
        "stories": data.stories,
        "unread": data.unread,
        "off": data.off,
        "skipped": data.skipped,
        "reviews": _reviews(data),
        "resolved": [_resolved(each) for each in data.resolved],
        "rules": [{"code": each.code, "name": each.name, "summary": each.summary} for each in data.rules],
    }


def findings_as_dicts(data: ReportData) -> list[dict[str, Json]]:
    """The findings alone, as :func:`as_dict` has them: the rest of a report takes three times as long."""
    return _findings(Index(data))


def _verdict(index: Index) -> Json:
    """The page's verdict: its line and the counts that the line tells."""
    header = build_header(index, agreeing(index), ENGLISH)
    told = ("line", "conflicts", "to_check", "explained", "style", "agreeing", "versions", "unread")
    return {key: plain(getattr(header, key)) for key in told}


def _document(document: Document, *, excerpts_only: bool) -> dict[str, object]:
    return {**_fields(document), "text": None if excerpts_only else document.text}


def _quoting(parts: Sequence[object], *, excerpts_only: bool) -> Sequence[object]:
    """Facts or groups; with excerpts only, what they quote is shortened as in the page's matrix."""
    return [_cut(plain(part)) for part in parts] if excerpts_only else parts


def _cut(part: Json) -> Json:
    if not isinstance(part, dict):
        return part
    return {key: short(each) if key in QUOTING and isinstance(each, str) else _cut(each) for key, each in part.items()}


def plain(value: object) -> Json:
    """A value of the model as JSON knows it: a data class becomes an object with a key for each field."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.date):  # a time is a date to isinstance, and gives its zone too
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return plain(_fields(value))
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return str(value)


def _fields(value: DataclassInstance) -> dict[str, object]:
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _fact(fact: Fact) -> dict[str, object]:
    own, where = _fields(fact), _fields(fact.mention)
    del own["mention"]  # its place and words stand in the fact itself
    return {**own, **where}


def _reviews(data: ReportData) -> Json:
    """How many findings stand how, and how many a gate counts; null where the check was held against nothing."""
    if not data.reviews:
        return None
    found = Counter(review.status for review in data.reviews)
    counts = {status.value: found[status] for status in Status if status is not Status.RESOLVED}
    return {**counts, "resolved": len(data.resolved), "counted": sum(review.counts for review in data.reviews)}


def _resolved(matter: Matter) -> Json:
    """A finding that is no longer there, as it was last seen, and what was decided on it."""
    last = matter.snapshot
    return {
        "id": matter.finding,
        "rule": last.rule,
        "level": last.level.value,
        "subject": last.subject,
        "summary": last.summary,
        "review": matter_facts(matter, Status.RESOLVED),
    }


def _findings(index: Index) -> list[dict[str, Json]]:
    reviews = {review.finding: review for review in index.data.reviews}
    return [{**_finding(each, index), "review": review_facts(reviews.get(each.id))} for each in index.data.findings]


def _finding(finding: Finding, index: Index) -> dict[str, Json]:
    reason = finding.reconciliation
    return {
        "id": finding.id,
        "rule": finding.rule,
        "subject": finding.subject,
        "level": finding.level.value,
        "state": state_of(finding).value,
        "summary": say(finding.summary),
        "explanation": say(finding.explanation),
        "reconciliation": {"kind": reason.kind, "text": say(reason.text)} if reason else None,
        "arithmetic": arithmetic_of(index, finding, ENGLISH) or None,
        "confidence": finding.confidence,
        "confidence_words": ENGLISH(confidence_key(finding.confidence)),
        "group": finding.group,
        "values": [{"label": value.label, "mentions": plain(value.mentions)} for value in finding.values],
    }


def render(data: ReportData, shown: Presentation) -> str:
    """The report as JSON text that UTF-8 can encode; lone surrogates and hidden characters stand in it as escapes."""
    return json_text(_parts(data, excerpts_only=shown.excerpts_only))


FORMAT = Format("json", (".json",), render)
