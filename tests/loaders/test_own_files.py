"""Files of this program's own among the articles are no articles, and no report speaks of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from discrepancy.loaders import collect, gather, load_path
from discrepancy.settings import Settings
from discrepancy.store import open_store

WIRE = "A ferry with 60 passengers ran aground off Norvik on Tuesday, the coast guard said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article, house rules, and a store that is open meanwhile."""
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "discrepancy.toml").write_text('store = "decisions.db"\n', encoding="utf-8")
    return tmp_path


def test_they_are_passed_over_without_a_word(folder: Path) -> None:
    settings = Settings(base=folder)
    with open_store(folder / "decisions.db") as store:
        assert store.stories() == ()
        assert {each.name for each in folder.iterdir()} > {"decisions.db", "decisions.db-wal"}
        loaded = collect([folder], settings)
        [story] = gather([folder], settings).stories
        assert [document.id for document in load_path(folder, settings)] == ["wire"]
    for each in (loaded, story.loaded):
        assert [document.id for document in each.documents] == ["wire"]
        assert (each.skipped, each.unread) == ((), ())


def test_what_is_given_by_name_is_spoken_of(folder: Path) -> None:
    loaded = collect([folder / "wire.txt", folder / "discrepancy.toml"], Settings(base=folder))
    assert [each.path for each in loaded.unread] == ["discrepancy.toml"]


def test_another_programs_database_is_not_ours(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "decisions.db")) as connection:
        connection.execute("CREATE TABLE articles (text)")
    (folder / "other.db-wal").write_bytes(b"")
    loaded = collect([folder], Settings(base=folder))
    assert [each.path for each in loaded.skipped] == ["decisions.db", "other.db-wal"]
