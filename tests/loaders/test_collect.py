"""Which files are read, under which ids, in which order."""

from itertools import permutations
from pathlib import Path

import pytest

from discrepancy.loaders import collect, load_path, loaders
from discrepancy.model import Skipped
from discrepancy.settings import Settings
from tests.loaders.pages import LEAD, SECOND, THIRD, TITLE, page

GOOD = page(TITLE, LEAD, SECOND, THIRD)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two folders of versions, with what else lies about in such folders."""
    for name in ("b/story.txt", "a/story.txt", "a/draft.txt", "a/deep/er/late.text"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{GOOD}\n\nWritten for {name} by hand.\n", encoding="utf-8")
    for name in ("README.md", "readme.txt", "gold.json", "notes.toml", "score.py", "LICENSE"):
        (tmp_path / "a" / name).write_text('{"a": "b c"}', encoding="utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "story.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_folders_are_read_to_the_bottom_and_the_rest_is_said(folder: Path) -> None:
    loaded = collect([folder], Settings(base=folder))
    assert [(document.id, document.path) for document in loaded.documents] == [
        ("late", "a/deep/er/late.text"),
        ("draft", "a/draft.txt"),
        ("story", "a/story.txt"),
        ("story-2", "b/story.txt"),
    ]
    assert not loaded.unread
    reasons = {entry.path: entry.why for entry in loaded.skipped}
    assert list(reasons) == sorted(reasons)
    assert set(reasons) == {
        ".hidden",
        "a/LICENSE",
        "a/README.md",
        "a/gold.json",
        "a/readme.txt",
        "a/score.py",
        "a/notes.toml",
    }
    assert "README" in reasons["a/readme.txt"]
    assert "JSON" in reasons["a/gold.json"]
    assert "TOML" in reasons["a/notes.toml"]


def test_order_of_the_arguments_changes_nothing(folder: Path) -> None:
    given = [folder / "b", folder / "a" / "story.txt", folder / "a" / "draft.txt", folder / "a"]
    settings = Settings(base=folder)
    first, *others = [collect(order, settings) for order in permutations(given)]
    assert all(other == first for other in others)


def test_same_file_twice_is_read_once_and_said(folder: Path) -> None:
    story = folder / "a" / "story.txt"
    (folder / "b" / "link.txt").symlink_to(story)
    loaded = collect([story, story, folder / "a" / "." / "story.txt", folder / "b" / "link.txt"], Settings(base=folder))
    assert [document.path for document in loaded.documents] == ["a/story.txt"]
    assert [(entry.path, entry.why) for entry in loaded.skipped] == [
        ("a/story.txt", "given more than once: read once"),
        ("a/story.txt", "given more than once: read once"),
        ("b/link.txt", "the same file as a/story.txt: read once"),
    ]
    assert not loaded.unread


def test_same_folder_twice_is_read_once_and_said(folder: Path) -> None:
    loaded = collect([folder / "b", folder / "b"], Settings(base=folder))
    assert len(loaded.documents) == 1
    assert [entry.path for entry in loaded.skipped] == ["b"]
    assert not loaded.unread


def test_two_files_of_one_text_are_both_kept(tmp_path: Path) -> None:
    for name in ("x", "y", "z"):
        (tmp_path / f"{name}.txt").write_text(GOOD if name != "y" else LEAD, encoding="utf-8")
    loaded = collect([tmp_path], Settings(base=tmp_path))
    assert [document.id for document in loaded.documents] == ["x", "y", "z"]
    assert loaded.identical == (("x", "z"),)


def test_id_that_is_taken_is_not_given_again(tmp_path: Path) -> None:
    for name in ("a-2.txt", "b/a.txt", "c/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    assert [d.id for d in collect([tmp_path], Settings(base=tmp_path)).documents] == ["a-2", "a", "a-3"]


def test_source_that_the_page_does_not_name_is_the_id(folder: Path) -> None:
    assert {d.source for d in collect([folder / "b"], Settings(base=folder)).documents} == {"story"}


def test_readme_given_by_name_is_read(folder: Path) -> None:
    (folder / "readme.txt").write_text(GOOD, encoding="utf-8")
    assert load_path(folder / "readme.txt")[0].title == TITLE


def test_paths_are_shown_from_the_folder_of_the_check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "a")
    assert load_path("story.txt")[0].path == "story.txt"
    assert load_path("../b/story.txt")[0].path == "../b/story.txt"
    assert load_path(folder / "b" / "story.txt")[0].path == "../b/story.txt"


def test_file_without_suffix_is_read_where_it_is_prose(tmp_path: Path) -> None:
    (tmp_path / "slug-one").write_text(GOOD, encoding="utf-8")
    (tmp_path / "run").write_text("#!/bin/sh\necho one two\n", encoding="utf-8")
    loaded = collect([tmp_path], Settings(base=tmp_path))
    assert [document.id for document in loaded.documents] == ["slug-one"]
    assert [entry.path for entry in loaded.skipped] == ["run"]


def test_folder_is_loaded_whole(folder: Path) -> None:
    assert len(load_path(folder / "a")) == 3


def test_loaders_are_found_by_being_there() -> None:
    folder = Path(__file__).resolve().parents[2] / "discrepancy" / "loaders"
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(loaders()) == len(modules)
    assert loaders()[-1].name == "plain text"


@pytest.mark.parametrize("folder", ["page_files", "page_fichiers", "page-Dateien"])
def test_what_a_browser_saved_with_a_page_is_no_version(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    for name in ("page.html", f"{folder}/advert.html"):
        (tmp_path / name).write_text(
            f"<!doctype html><title>{TITLE}</title><h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p>"
        )
    loaded = collect([tmp_path], Settings(base=tmp_path))
    assert [document.path for document in loaded.documents] == ["page.html"]
    assert loaded.skipped == (Skipped(folder, "what a browser saved with page.html"),)


def test_a_folder_of_such_a_name_without_its_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "wire_files").mkdir()
    (tmp_path / "wire_files" / "a.txt").write_text(page(TITLE, LEAD, SECOND))
    assert len(collect([tmp_path], Settings(base=tmp_path)).documents) == 1
