"""What tests of the desk ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.review.desk import Desk
from tests.review.client import Client
from tests.review.desks import client_of, desk_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(tmp_path) as made:
        yield made


@pytest.fixture
def client(desk: Desk) -> Client:
    return client_of(desk)
