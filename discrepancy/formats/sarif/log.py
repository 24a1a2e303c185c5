"""A whole SARIF log: one run, with what was read, what could not be, the rules and the results."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from pathlib import PurePosixPath

from discrepancy.formats.json_text import Json
from discrepancy.formats.sarif.artifacts import artifacts_of
from discrepancy.formats.sarif.descriptors import SKIPPED, UNREAD, notices, rules_of
from discrepancy.formats.sarif.places import BASE, location_of_path
from discrepancy.formats.sarif.results import Results
from discrepancy.formats.sarif.said import ended, said
from discrepancy.model import ReportData

__all__ = ["log_of"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
VERSION = "2.1.0"


def log_of(data: ReportData) -> Json:
    """The log of one check."""
    rules = rules_of(data)
    places = {str(rule["id"]): place for place, rule in enumerate(rules)}
    artifacts, indexes = artifacts_of(data.documents)
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": {**_driver(), "rules": rules, "notifications": notices()}},
                "automationDetails": {"id": _category(data)},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {BASE: {"description": said("The folder where the check ran.")}},
                "invocations": [_invocation(data)],
                "artifacts": artifacts,
                "results": Results(data, indexes, places).all(),
            }
        ],
    }


def _driver() -> dict[str, Json]:
    version = metadata.version("discrepancy")
    return {"name": "discrepancy", "version": version, "semanticVersion": version, "language": "en"}


def _category(data: ReportData) -> str:
    """What tells the results of one story from those of others on one platform: the folder of its versions."""
    folders = [PurePosixPath(document.path).parent for document in data.documents]
    shared = [part[0] for part in zip(*(folder.parts for folder in folders), strict=False) if len(set(part)) == 1]
    return "/".join(["discrepancy", *(part for part in shared if part.strip("/.")), ""])


def _invocation(data: ReportData) -> Json:
    """How the check went: it is a success if all that was given could be read."""
    return {
        "executionSuccessful": bool(data.documents) and not data.unread,
        "toolExecutionNotifications": list(_notifications(data)),
    }


def _notifications(data: ReportData) -> Iterator[Json]:
    for unread in data.unread:
        yield _notification(UNREAD, "error", unread.path, f"{unread.path}: {unread.what} {unread.remedy}".rstrip())
    for skipped in data.skipped:
        yield _notification(SKIPPED, "note", skipped.path, ended(f"{skipped.path} was passed over: {skipped.why}"))


def _notification(kind: str, level: str, path: str, text: str) -> Json:
    return {
        "descriptor": {"id": kind, "index": (UNREAD, SKIPPED).index(kind)},
        "level": level,
        "message": said(text),
        "locations": [{"physicalLocation": {"artifactLocation": location_of_path(path)}}],
    }
