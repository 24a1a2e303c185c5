"""The findings of a report as the API tells them: as in the JSON report, made once a report."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from discrepancy.formats.json_report import findings_as_dicts
from discrepancy.formats.json_text import Json
from discrepancy.model import ReportData

__all__ = ["ToldFindings"]


class ToldFindings:
    """The findings by id, as JSON, of the report that was asked about last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: ReportData | None = None
        self._told: dict[str, dict[str, Json]] = {}

    def of(self, data: ReportData) -> Mapping[str, dict[str, Json]]:
        """The findings of a report, in its order."""
        with self._lock:
            if self._of is not data:
                self._told = {str(each["id"]): each for each in findings_as_dicts(data)}
                self._of = data
            return self._told
