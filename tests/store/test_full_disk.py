"""Where nothing more can be written, a decision is refused, what was acknowledged is there, and room mends it."""

import contextlib
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from discrepancy.errors import StoreError
from discrepancy.store import Store, open_store
from tests.store.builders import decide, snapshot, stored


@contextlib.contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """A limit of the system, as a quota is one."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _fill(store: Store, acknowledged: list[str]) -> None:
    for n in range(1000):
        acknowledged.append(decide(store, snapshot(f"NUM001-{len(acknowledged)}-{n}")).last)


def test_a_full_disk(store: Store) -> None:
    with store._session.reading() as connection:
        [most] = connection.execute("PRAGMA max_page_count").fetchone()
        connection.execute("PRAGMA max_page_count = 80")
    acknowledged: list[str] = []
    with pytest.raises(StoreError, match="disk is full, and nothing was written"):
        _fill(store, acknowledged)
    assert len(acknowledged) > 5
    assert [each.id for each in store.events()] == acknowledged
    with store._session.reading() as connection:
        connection.execute(f"PRAGMA max_page_count = {most}")
    acknowledged.append(decide(store, snapshot("NUM001-room")).last)
    assert [each.id for each in store.events()] == acknowledged
    assert store.verify().events == len(acknowledged)


@pytest.mark.parametrize("room", [10_000, 200_000], ids=["little", "some"])
def test_a_file_that_can_not_grow(path: Path, room: int) -> None:
    """It is the log beside the store that hits the limit."""
    stored(path)
    acknowledged: list[str] = []
    with open_store(path) as store, files_no_larger_than(room):
        with pytest.raises(StoreError, match="could not read or write the store, and nothing was written"):
            _fill(store, acknowledged)
        assert [each.id for each in store.events(after=1)] == acknowledged
    with open_store(path) as store:
        assert [each.id for each in store.events(after=1)] == acknowledged
        decide(store, snapshot("NUM001-room"))
        assert store.verify().events == len(acknowledged) + 2


def test_no_room_for_a_new_store(path: Path) -> None:
    with files_no_larger_than(5000), pytest.raises(StoreError, match="could not read or write"):
        open_store(path)
    assert list(path.parent.iterdir()) == []
