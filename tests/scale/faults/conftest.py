"""What every fault is held against: an archive, and what an undisturbed run makes of it."""

from pathlib import Path

import pytest

from tests.scale.faults.harness import Outcome, archive_of, outcome, run

MONTHS_QUICK = 1
MONTHS_SOAK = 3


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory, soak: bool) -> Path:
    return archive_of(tmp_path_factory.mktemp("source"), MONTHS_SOAK if soak else MONTHS_QUICK)


@pytest.fixture(scope="session")
def undisturbed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    output = tmp_path_factory.mktemp("undisturbed") / "out"
    report = run(source, output)
    assert report.documents > 0
    assert report.findings.total() > 0
    assert not report.failures
    return outcome(output)
