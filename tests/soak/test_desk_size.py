"""The desk of a story with ten thousand findings: it opens as fast as the report, and decisions do not wait."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy.formats import by_name
from discrepancy.loaders import Loaded
from discrepancy.model import BlockRole, Mention, ReportData
from discrepancy.settings import Presentation, Settings
from tests.review.desks import cheap, client_of, desk_of, made_up

FINDINGS = 10_000
DECISIONS = 200
SLOWER = 1.5
"""Times the static report that the desk's page may take; once it is drawn, it opens at once."""
AT_MEDIAN = 0.02
AGAIN = 0.5


def flood(loaded: Loaded, settings: Settings) -> ReportData:
    """A check of which there is much to decide."""
    one, other = (
        Mention(document.id, 0, 7, document.text[:7], BlockRole.HEADLINE) for document in loaded.documents[:2]
    )
    findings = (made_up(f"thing {n}", {f"{n}": [one], f"{n + 1}": [other]}) for n in range(FINDINGS))
    data = cheap(loaded, settings)
    return ReportData(documents=data.documents, facts=(), people=(), groups=(), findings=tuple(findings))


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


@pytest.mark.soak
def test_ten_thousand_findings(tmp_path: Path) -> None:
    with desk_of(tmp_path, flood) as desk:
        client, html = client_of(desk), by_name("html")
        html.render(
            cheap(Loaded(documents=desk.shown.data.documents), Settings()), Presentation()
        )  # templates are read
        static = seconds(lambda: html.render(desk.shown.data, Presentation()))
        assert seconds(lambda: client.get("/")) < SLOWER * static
        findings = list(desk.shown.snapshots)[:DECISIONS]

        def decide(finding: str) -> None:
            asked = {"ruling": "acceptable", "who": "Ana Ruiz"}
            assert client.post(f"/api/1/findings/{finding}/decisions", json=asked).status_code == 201

        taken = [seconds(lambda finding=finding: decide(finding)) for finding in findings]  # type: ignore[misc]  # bound now
        assert statistics.median(taken) < AT_MEDIAN
        assert seconds(lambda: client.get("/")) < AGAIN
        assert client.get("/api/1/state").json()["decided"] == DECISIONS
