"""A look at a folder: files that are new, other than they were, or taken away."""

import datetime as dt
import os
from hashlib import sha256
from pathlib import Path

import pytest

from discrepancy.followed import Condition
from discrepancy.watch.polling import Looked, look_at_folder
from tests.watch.asking import NOW, folder_source, poll

EARLIER = NOW - dt.timedelta(minutes=1)
TEXT = "The council of Skelby closes two schools in June."


def put(folder: Path, name: str, text: str | bytes = TEXT, changed: dt.datetime = EARLIER) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(path, (changed.timestamp(), changed.timestamp()))
    return path


def look(folder: Path, before: Looked | None = None, *, known: dict[str, str] | None = None) -> Looked:
    """A look, with what the one before found as what is known."""
    kept = {each.keys[0]: sha256(each.data).hexdigest() for each in before.found} if before else {}
    return look_at_folder(folder_source(folder), before.poll if before else poll(""), known or kept, NOW)


def names(looked: Looked) -> list[str]:
    return [each.address for each in looked.found]


def test_each_file_is_an_article_known_by_its_path(tmp_path):
    put(tmp_path, "b.txt")
    put(tmp_path, "desk/a.txt", "Two schools close in Skelby.")
    looked = look(tmp_path)
    assert [(each.keys, each.name, each.address, each.data) for each in looked.found] == [
        (("path:b.txt",), "b.txt", "b.txt", TEXT.encode()),
        (("path:desk/a.txt",), "a.txt", "desk/a.txt", b"Two schools close in Skelby."),
    ]
    assert (looked.poll.condition, looked.poll.items, looked.changed) == (Condition.WELL, 2, True)


def test_a_folder_in_which_nothing_moved_is_not_read(tmp_path, monkeypatch):
    put(tmp_path, "a.txt")
    first = look(tmp_path)
    monkeypatch.setattr(Path, "open", None)
    second = look(tmp_path, first)
    assert (second.found, second.changed, second.poll.condition) == ((), False, Condition.WELL)


def test_only_the_file_that_is_another_one_is_found(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    first = look(tmp_path)
    put(tmp_path, "b.txt", TEXT + " Parents had asked for a delay.")
    put(tmp_path, "a.txt", changed=NOW - dt.timedelta(seconds=9))
    assert names(look(tmp_path, first)) == ["b.txt"]


def test_bytes_that_are_known_are_not_found_again(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    digest = sha256(TEXT.encode()).hexdigest()
    assert names(look(tmp_path, known={"path:a.txt": digest, "path:b.txt": digest})) == []


def test_a_file_that_was_taken_away_is_gone(tmp_path):
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    first = look(tmp_path)
    (tmp_path / "a.txt").unlink()
    second = look(tmp_path, first)
    assert [(each.keys, each.gone) for each in second.found] == [(("path:a.txt",), True)]


@pytest.mark.parametrize(
    "name",
    [".hidden.txt", "a.txt.part", "a.tmp", "a.txt~", "~$a.docx", "README.md", "story.toml", ".git/a.txt", "a.swp"],
)
def test_what_is_hidden_unfinished_or_no_article_is_left_out(tmp_path, name):
    put(tmp_path, name)
    assert names(look(tmp_path)) == []


def test_a_picture_beside_the_articles_is_left_out_without_a_word(tmp_path):
    put(tmp_path, "a.png", b"\x89PNG\r\n\x1a\n\x00\x00")
    put(tmp_path, "a.txt")
    looked = look(tmp_path)
    assert (names(looked), looked.poll.why) == (["a.txt"], "")


@pytest.mark.parametrize(("seconds", "found"), [(0, []), (1, []), (-1, []), (3, ["a.txt"]), (-3600, ["a.txt"])])
def test_a_file_that_was_changed_just_now_waits_for_the_next_look(tmp_path, seconds, found):
    put(tmp_path, "a.txt", changed=NOW - dt.timedelta(seconds=seconds))
    looked = look(tmp_path)
    assert names(looked) == found
    settled = look_at_folder(folder_source(tmp_path), looked.poll, {}, NOW + dt.timedelta(seconds=9))
    assert names(settled) == ([] if found else ["a.txt"])


def test_a_known_file_that_is_being_written_is_not_gone(tmp_path):
    put(tmp_path, "a.txt")
    first = look(tmp_path)
    put(tmp_path, "a.txt", "", changed=NOW)
    assert look(tmp_path, first).found == ()


def test_a_file_that_grows_while_it_is_read_waits(tmp_path, monkeypatch):
    path = put(tmp_path, "a.txt")
    really = Path.open

    def growing(self, *mode):
        with really(path, "ab") as more:
            more.write(b" More.")
        return really(self, *mode)

    monkeypatch.setattr(Path, "open", growing)
    looked = look(tmp_path)
    assert (looked.found, looked.poll.digest) == ((), "")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links are no matter where there are none")
def test_links_are_not_followed(tmp_path):
    put(tmp_path, "outside/secret.txt")
    put(tmp_path, "drop/a.txt")
    (tmp_path / "drop" / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "drop" / "out").symlink_to(tmp_path / "outside")
    (tmp_path / "drop" / "round").symlink_to(tmp_path / "drop")
    assert names(look(tmp_path / "drop")) == ["a.txt"]


@pytest.mark.parametrize(("name", "words"), [("nowhere", "is not there"), ("a.txt", "is a file")])
def test_a_folder_that_is_missing_is_down_and_none_of_its_files_is_gone(tmp_path, name, words):
    put(tmp_path, "a.txt")
    looked = look(tmp_path / name, known={"path:b.txt": ""})
    assert (looked.poll.condition, looked.found) == (Condition.DOWN, ())
    assert words in looked.poll.why


def test_a_folder_below_that_can_not_be_looked_into_is_told_and_its_files_are_not_gone(tmp_path, monkeypatch):
    put(tmp_path, "closed/a.txt")
    put(tmp_path, "b.txt")
    really = os.scandir

    def scandir(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    looked = look(tmp_path, known={"path:closed/a.txt": "", "path:b.txt": ""})
    assert names(looked) == ["b.txt"]
    assert "closed/" in looked.poll.why


def test_what_is_too_large_or_too_much_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("discrepancy.watch.polling.folders._LARGEST", 100)
    put(tmp_path, "a.txt", TEXT * 9)
    put(tmp_path, "b.txt")
    looked = look(tmp_path)
    assert names(looked) == ["b.txt"]
    assert "a.txt" in looked.poll.why
    monkeypatch.setattr("discrepancy.watch.polling.folder_files.MOST_FILES", 1)
    few = look(tmp_path, known={"path:b.txt": ""})
    assert few.found == ()
    assert "move old ones away" in few.poll.why


def test_more_than_one_look_brings_home_is_left_for_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr("discrepancy.watch.polling.folders._MOST_BYTES", 2 * len(TEXT))
    for name in "abc":
        put(tmp_path, f"{name}.txt")
    digest = sha256(TEXT.encode()).hexdigest()
    first = look(tmp_path)
    second = look(tmp_path, first)
    third = look(tmp_path, second, known={f"path:{name}.txt": digest for name in "abc"})
    assert (names(first), names(second), names(third)) == (["a.txt", "b.txt"], ["c.txt"], [])


def test_one_file_is_brought_home_however_large(tmp_path, monkeypatch):
    monkeypatch.setattr("discrepancy.watch.polling.folders._MOST_BYTES", 1)
    put(tmp_path, "a.txt")
    assert names(look(tmp_path)) == ["a.txt"]


def test_a_file_that_is_held_by_its_writer_waits(tmp_path, monkeypatch):
    put(tmp_path, "a.txt")

    def held(*_):
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", held)
        looked = look(tmp_path)
    assert (looked.found, looked.poll.condition, looked.poll.digest) == ((), Condition.WELL, "")
    assert names(look_at_folder(folder_source(tmp_path), looked.poll, {}, NOW)) == ["a.txt"]
