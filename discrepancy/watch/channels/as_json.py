"""An alert for other programs: in English, on one line, whatever characters its sources hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from discrepancy.followed import Alert
from discrepancy.formats.visible import HIDDEN
from discrepancy.watch.channels.said import summary

__all__ = ["ALERT", "alert_fields", "json_line"]

ALERT: Final = "discrepancy-alert/1"
"""What the fields are called; a change that would break who reads them gets the next number."""


def alert_fields(alert: Alert) -> dict[str, Any]:
    """The fields of an alert."""
    return {
        "key": alert.key,
        "kind": alert.kind.value,
        "level": alert.level.value,
        "rule": alert.rule,
        "story": alert.story,
        "thread": alert.thread,
        "sources": list(alert.sources),
        "subject": alert.subject,
        "summary": summary(alert),
        "values": [asdict(value) for value in alert.values],
        "version": alert.version,
        "at": alert.at.isoformat(),
    }


def json_line(schema: str, fields: Mapping[str, Any]) -> str:
    """JSON on one line, the schema first and then the fields by name; the same fields give the same text.

    What would break the line, drive a terminal or can not be encoded stands in it as an escape.
    """
    text = json.dumps(
        {"schema": schema} | {name: fields[name] for name in sorted(fields)}, ensure_ascii=False, separators=(",", ":")
    )
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text)
