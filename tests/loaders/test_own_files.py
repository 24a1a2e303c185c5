"""Files of this program's own among the articles are no articles, and no report speaks of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from discrepancy.loaders import collect, gather, load_path
from discrepancy.loaders.intake.own_output import SAYS
from discrepancy.pages.folder import PageFolder
from discrepancy.settings import Settings
from discrepancy.store import open_store

MARK = {"run.json": '{"schema": "discrepancy-run/1"}', "work/batch.txt": SAYS.decode()}
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


@pytest.mark.parametrize("mark", MARK)
def test_what_an_earlier_batch_wrote_is_named_once_and_not_read(mark: str, folder: Path) -> None:
    for name in ("index.html", "stories/story-1.html", "failures/a.parquet", ".run", "late.txt", mark):
        (folder / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "out" / name).write_text(MARK.get(name, WIRE), encoding="utf-8")
    loaded = collect([folder], Settings(base=folder))
    assert [document.path for document in loaded.documents] == ["out/late.txt", "wire.txt"]
    assert [(each.path, each.why) for each in loaded.skipped] == [("out", "what an earlier `discrepancy batch` wrote")]
    assert loaded.unread == ()


def test_pages_of_an_earlier_check_are_named_once_and_not_read(folder: Path) -> None:
    pages = PageFolder(folder / "pages")
    (folder / "pages").mkdir()
    pages.put("index.html", WIRE)
    pages.put("ferry.html", WIRE)
    pages.close()
    (folder / "pages/late.txt").write_text(WIRE + "More.", encoding="utf-8")
    settings = Settings(base=folder)
    told = [("pages", "pages that an earlier `discrepancy check --pages` wrote")]
    assert [document.path for document in collect([folder], settings).documents] == ["pages/late.txt", "wire.txt"]
    assert [(each.path, each.why) for each in collect([folder], settings).skipped] == told
    found = gather([folder], settings, besides=[folder / "pages"])
    assert [story.folder for story in found.stories] == [folder.name]
    assert (found.skipped, found.stories[0].loaded.skipped) == ((), ())


@pytest.mark.parametrize("text", ["{", "[]", '{"schema": "other/1", "files": {"index.html": ""}}', '{"schema": 1}'])
def test_a_folder_that_only_looks_like_ours_is_read(text: str, folder: Path) -> None:
    for name in ("run.json", "discrepancy-pages.json", "work/batch.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "stories").mkdir()
    (folder / "stories/one.txt").write_text(WIRE, encoding="utf-8")
    loaded = collect([folder], Settings(base=folder))
    assert {"stories/one.txt", "wire.txt"} <= {document.path for document in loaded.documents}
