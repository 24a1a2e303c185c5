"""The desk's API under thousands of requests made from its own description."""

from pathlib import Path

import pytest

from tests.review.api_cases import run_cases

EACH = 110
"""Requests of each sort an operation: over two thousand in all."""


@pytest.mark.soak
def test_two_thousand_requests_bring_no_surprise(tmp_path: Path) -> None:
    found = run_cases(tmp_path, EACH)
    assert sum(found.values()) >= 2000
    assert found[201] > 100
    assert not [status for status in found if status >= 500]
