"""What tests of the store may ask for."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.store import Store, connecting, open_store


@pytest.fixture(autouse=True)
def unhurried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test does not wait for the disk, unless it is about just that: no power fails here."""
    if request.node.get_closest_marker("soak") or "durable" in request.fixturenames:
        return
    quick = tuple(each.replace("synchronous = FULL", "synchronous = OFF") for each in connecting.PRAGMAS)
    monkeypatch.setattr(connecting, "PRAGMAS", quick)


@pytest.fixture
def durable() -> None:
    """Asked for by a test of what is written to the disk, and when."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made."""
    return tmp_path / "decisions.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def seen_by_all() -> Iterator[Path]:
    """A folder that every user of the machine may look into: pytest's own are for their owner alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)
