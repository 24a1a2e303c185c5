"""The findings of an earlier check, out of the JSON report that it wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NoReturn

from discrepancy.bounded import read_at_most
from discrepancy.decided import Snapshot
from discrepancy.errors import EmptyInput, Malformed, NotText
from discrepancy.tracking.report_parts import Misread, snapshots_in

__all__ = ["MOST_BYTES", "read_baseline"]

MOST_BYTES: Final = 500_000_000
"""The report of ten thousand findings with their texts is a fifth of this."""
_FAMILY: Final = "discrepancy-report/"
_KNOWN: Final = "discrepancy-report/1"
_REMEDY: Final = "Give a report that `discrepancy check PATH... --format json -o FILE` wrote."


def read_baseline(path: Path) -> tuple[Snapshot, ...]:
    """A snapshot of each finding of an earlier JSON report, in its order.

    Reports of earlier versions that tell no subject, and those that hold excerpts only, are read too.

    Raises:
        InputError: the file is missing, no file, empty, too large, or no JSON report of a kind that we know.
    """
    where = str(path)
    report = _parsed(_text(path, where), where)
    if not isinstance(report, dict) or "schema" not in report:
        _refuse("is JSON, but no report of this program.", where)
    schema = report["schema"]
    if schema != _KNOWN:
        if isinstance(schema, str) and schema.startswith(_FAMILY):
            _refuse(f"is of the schema {schema}, which this version does not know.", where, "Update this program.")
        _refuse("is JSON of another schema, not a report of this program.", where)
    try:
        return snapshots_in(report)
    except Misread as problem:
        _refuse(f"does not hold what a report holds at {problem}.", where, "Write the report again with a check.")


def _text(path: Path, where: str) -> str:
    instead = "Check fewer files at a time, or keep the decisions in a store."
    data = read_at_most(path, MOST_BYTES, kind="a baseline", itself="the JSON report", instead=instead)
    if not data.strip():
        raise EmptyInput("is empty.", where=where, remedy=_REMEDY)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise NotText(f"is not UTF-8 text (byte {problem.start}).", where=where, remedy=_REMEDY) from problem


def _parsed(text: str, where: str) -> Any:  # noqa: ANN401 JSON may be anything until it is looked at
    if text.lstrip().startswith("<"):
        _refuse("is a web page or XML, not a JSON report.", where)
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        _refuse(f"is no JSON: {problem.msg} (line {problem.lineno}, column {problem.colno}).", where)
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets in brackets without an end
        _refuse("is JSON that no report holds: a number too long, or too deep.", where)


def _refuse(what: str, where: str, remedy: str = _REMEDY) -> NoReturn:
    raise Malformed(what, where=where, remedy=remedy)
