"""The report as JSON: everything that was read and found, for other programs.

The text is in English whatever the reader's language, keys are sorted, decimals are strings in plain notation, dates
ISO 8601. Nothing in it tells when or where the check ran, so the same input gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from discrepancy.formats import Format
from discrepancy.messages import render as say
from discrepancy.model import Fact, Finding, ReportData
from discrepancy.settings import Presentation

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA = "discrepancy-report/1"

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None
_LONE = re.compile("[\ud800-\udfff]")


def as_dict(data: ReportData) -> dict[str, Json]:
    """The report as plain dictionaries, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "documents": [plain(each) for each in data.documents],
        "facts": [_fact(each) for each in data.facts],
        "people": [plain(each) for each in data.people],
        "groups": [plain(each) for each in data.groups],
        "findings": [_finding(each) for each in data.findings],
        "draft": data.draft,
        "families": plain(data.families),
        "stories": plain(data.stories),
        "unread": [plain(each) for each in data.unread],
        "skipped": [plain(each) for each in data.skipped],
        "rules": [plain(each) for each in data.rules],
    }


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
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return str(value)


def _fields(value: DataclassInstance) -> dict[str, Json]:
    return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}


def _fact(fact: Fact) -> Json:
    own, where = _fields(fact), _fields(fact.mention)
    del own["mention"]  # its place and words stand in the fact itself
    return {**own, **where}


def _finding(finding: Finding) -> Json:
    reason = finding.reconciliation
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": finding.level.value,
        "summary": say(finding.summary),
        "explanation": say(finding.explanation),
        "reconciliation": {"kind": reason.kind, "text": say(reason.text)} if reason else None,
        "confidence": finding.confidence,
        "group": finding.group,
        "values": [{"label": value.label, "mentions": plain(value.mentions)} for value in finding.values],
    }


def render(data: ReportData, _shown: Presentation) -> str:
    """The report as JSON text that UTF-8 can encode: a lone surrogate stands in it as its escape."""
    text = json.dumps(as_dict(data), ensure_ascii=False, sort_keys=True, indent=1)
    return _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


FORMAT = Format("json", (".json",), render)
