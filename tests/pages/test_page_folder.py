"""What happens to the files of a folder that pages are written to."""

import errno
import json
import stat
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


def write_unasked(path: Path) -> None:
    """A run that did not find out before whether it could."""
    folder = PageFolder(path)
    folder.put("index.html", "2")
    folder.close()


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


@pytest.mark.parametrize("name", ["flood.html", "flood.json"])
@pytest.mark.parametrize("leads_to", ["../precious.txt", "../nothing.txt"])
def test_a_link_keeps_its_name_and_what_it_leads_to(tmp_path: Path, name: str, leads_to: str) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    site = tmp_path / "site"
    write(site, index="1", flood="1")
    (site / name).unlink(missing_ok=True)
    (site / name).symlink_to(leads_to)
    assert PageFolder(site).foreign() == {"flood"}
    with pytest.raises(OutputError, match=f"site/{name}: a link is in the place"):
        PageFolder(site).put(name, "2")
    write(site, index="2")
    assert (site / name).is_symlink()
    assert (tmp_path / "precious.txt").read_text() == "mine"
    assert not (tmp_path / "nothing.txt").exists()


@pytest.mark.parametrize("name", ["index.html", LIST])
def test_a_link_in_the_place_of_the_index_or_the_list_is_told_before_any_work(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    write(site, index="1")
    (tmp_path / name).write_bytes((site / name).read_bytes())
    (site / name).unlink()
    (site / name).symlink_to(f"../{name}")
    with pytest.raises(OutputError, match=r"a link is in the place .* Take the link away"):
        ensure_usable(site)
    with pytest.raises(OutputError, match="a link is in the place"):
        write_unasked(site)
    assert (site / name).is_symlink()


def test_an_index_of_somebody_else_is_told_before_any_work(tmp_path: Path) -> None:
    write(tmp_path, index="1", flood="1")
    listed = json.loads((tmp_path / LIST).read_text())
    del listed["files"]["index.html"]
    (tmp_path / LIST).write_text(json.dumps(listed))
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(OutputError, match=r"index.html: a page of that name .* Move that file away"):
        ensure_usable(tmp_path)
    with pytest.raises(OutputError, match="none of an earlier check"):
        PageFolder(tmp_path).put("index.html", "2")
    assert (tmp_path / "index.html").read_text() == "mine"


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, index="1")
    (tmp_path / "index.html").chmod(0o600)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(OutputError, match="No space left"):
            write(tmp_path, index="2")
    assert names(tmp_path) == {"index.html", LIST}
    assert (tmp_path / "index.html").read_text() == "1"
    write(tmp_path, index="3")
    assert names(tmp_path) == {"index.html", LIST}
    assert stat.S_IMODE((tmp_path / "index.html").stat().st_mode) == 0o600


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
