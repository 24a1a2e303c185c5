"""Each version of the tables is a file; a store goes through those that it lacks, in one transaction."""

import shutil
from pathlib import Path

import pytest

from discrepancy.errors import StoreBroken, StoreError
from discrepancy.store import migrating, open_store
from tests.store.builders import stored


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of migrations with one more, which a test fills."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder)
    monkeypatch.setattr(migrating, "FOLDER", folder)
    return folder / f"{max(migrating.migrations()) + 1:04}_labels.sql"


def test_they_count_from_one_without_a_gap() -> None:
    assert list(migrating.migrations()) == list(range(1, len(list(migrating.FOLDER.iterdir())) + 1))


def test_an_older_store_is_brought_up_to_date(path: Path, next_version: Path) -> None:
    stored(path)
    next_version.write_text("CREATE TABLE labels (name TEXT);\n-- said of it\nCREATE INDEX by_name ON labels (name);\n")
    newest = max(migrating.migrations())
    with pytest.raises(StoreError, match=f"has to be brought to version {newest}"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert store.health().version == newest
        assert store.verify().events == 1
    with open_store(path, read_only=True) as store:
        assert store.health().integrity == ""


def test_one_that_fails_leaves_the_store_as_it_was(path: Path, next_version: Path) -> None:
    before = stored(path).read_bytes()
    next_version.write_text("CREATE TABLE labels (name TEXT);\nCREATE TABLE labels (name TEXT);\n")
    with pytest.raises(StoreBroken, match="already exists"):
        open_store(path)
    next_version.unlink()
    with open_store(path, read_only=True) as store:
        assert (store.health().version, store.verify().events) == (max(migrating.migrations()), 1)
    assert path.read_bytes() == before
