"""What happens to the files of a folder that pages are written to."""

import json
from pathlib import Path

import pytest

from discrepancy.errors import OutputError
from discrepancy.pages.folder import LIST, PageFolder, ensure_usable


def write(path: Path, **files: str) -> list[str]:
    """One run that writes these pages; the names of those it took away."""
    ensure_usable(path)
    folder = PageFolder(path)
    for name, text in files.items():
        folder.put(f"{name}.html", text)
    return folder.close()


def names(path: Path) -> set[str]:
    return {each.name for each in path.iterdir()}


def test_a_page_of_an_earlier_run_is_written_over_or_taken_away(tmp_path: Path) -> None:
    assert write(tmp_path / "site", index="1", flood="1", vote="1") == []
    assert write(tmp_path / "site", index="2", flood="2") == ["vote.html"]
    assert names(tmp_path / "site") == {"index.html", "flood.html", LIST}
    assert (tmp_path / "site/flood.html").read_text() == "2"


def test_what_somebody_else_wrote_or_changed_is_left(tmp_path: Path) -> None:
    write(tmp_path, index="1", flood="1", vote="1")
    (tmp_path / "notes.html").write_text("mine")
    (tmp_path / "vote.html").write_text("changed by hand")
    assert write(tmp_path, index="2") == ["flood.html"]
    assert names(tmp_path) == {"index.html", "notes.html", "vote.html", LIST}


def test_the_names_of_other_files_are_told(tmp_path: Path) -> None:
    write(tmp_path, index="1", flood="1")
    (tmp_path / "Notes.HTML").touch()
    (tmp_path / "assets").mkdir()
    assert PageFolder(tmp_path).foreign() == {"notes", "assets"}
    assert PageFolder(tmp_path / "none").foreign() == frozenset()


def test_a_list_that_names_what_is_elsewhere_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "precious.html").write_text("x")
    site = tmp_path / "site"
    write(site, index="1")
    listed = json.loads((site / LIST).read_text())
    digest = listed["files"]["index.html"]
    (site / LIST).write_text(json.dumps({**listed, "files": {"../precious.html": digest}}))
    with pytest.raises(OutputError):
        write(site, index="1")
    assert (tmp_path / "precious.html").exists()


@pytest.mark.parametrize(
    "listed", ["", "[]", "{}", '{"schema": 3, "files": 4}', '{"schema": "discrepancy-pages/1", "files": []}']
)
def test_a_list_that_is_none_makes_the_folder_a_strange_one(tmp_path: Path, listed: str) -> None:
    (tmp_path / LIST).write_text(listed)
    with pytest.raises(OutputError, match="holds other files"):
        ensure_usable(tmp_path)


def test_a_folder_must_be_new_empty_or_ours(tmp_path: Path) -> None:
    ensure_usable(tmp_path / "new/deep")
    ensure_usable(tmp_path)
    (tmp_path / ".hidden").touch()
    ensure_usable(tmp_path)
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(OutputError, match="holds other files"):
        ensure_usable(tmp_path)
    with pytest.raises(OutputError, match="not a folder"):
        ensure_usable(tmp_path / "thesis.txt")
    assert not (tmp_path / "new").exists()
