"""What tests of what is followed may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.store.versions import Versions, open_versions


@pytest.fixture
def versions(path: Path) -> Iterator[Versions]:
    """An empty store."""
    with open_versions(path) as opened:
        yield opened
