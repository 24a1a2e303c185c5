"""What is fetched is kept as it came, never over another file, with a note of where it came from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from discrepancy.errors import NotFetched, OutputError
from discrepancy.fetching import fetch, is_address
from tests.fetching.conftest import PAGE, Server


def test_kept_with_a_note(site: Server, tmp_path: Path) -> None:
    path = fetch(f"{site.at}/news/2026/Ferry%20aground.php?id=3", tmp_path / "kept", allow_private=True)
    assert path == tmp_path / "kept" / "127-0-0-1-news-2026-ferry-aground.html"
    assert path.read_bytes() == PAGE
    noted = tomllib.loads((tmp_path / "kept" / "story.toml").read_text(encoding="utf-8"))
    assert noted == {"files": {path.name: {"address": f"{site.at}/news/2026/Ferry%20aground.php?id=3"}}}


def test_the_same_page_is_kept_once_and_a_changed_one_beside_it(site: Server, tmp_path: Path) -> None:
    first = fetch(f"{site.at}/news/1", tmp_path, allow_private=True)
    assert fetch(f"{site.at}/news/1", tmp_path, allow_private=True) == first
    first.write_bytes(b"as it was yesterday")
    second = fetch(f"{site.at}/news/1", tmp_path, allow_private=True)
    assert second.name == "127-0-0-1-news-1-2.html"
    assert first.read_bytes() == b"as it was yesterday"
    noted = tomllib.loads((tmp_path / "story.toml").read_text(encoding="utf-8"))
    assert list(noted["files"]) == [first.name, second.name]


@pytest.mark.parametrize(
    "kept", ["[broken", '[files."127-0-0-1-news-1.html"]\nrole = "rival"\n', 'files = "odd"\n'], ids=str.split
)
def test_a_story_file_of_the_user_is_kept(site: Server, tmp_path: Path, kept: str) -> None:
    (tmp_path / "story.toml").write_text(kept, encoding="utf-8")
    fetch(f"{site.at}/news/1", tmp_path, allow_private=True)
    assert (tmp_path / "story.toml").read_text(encoding="utf-8") == kept


def test_nothing_is_written_through_a_link(site: Server, tmp_path: Path) -> None:
    away = tmp_path / "away.txt"
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "127-0-0-1-news-1.html").symlink_to(away)
    (folder / "story.toml").symlink_to(away)
    assert fetch(f"{site.at}/news/1", folder, allow_private=True).name == "127-0-0-1-news-1-2.html"
    assert not away.exists()


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [("application/pdf", ".pdf"), ("application/rss+xml", ".xml"), ("image/webp", ".html"), ("", ".html")],
)
def test_the_suffix_is_that_of_the_media_type(site: Server, tmp_path: Path, kind: str, suffix: str) -> None:
    assert fetch(f"{site.at}/type/{kind}", tmp_path, allow_private=True).suffix == suffix


def test_nothing_is_kept_of_an_empty_page(site: Server, tmp_path: Path) -> None:
    with pytest.raises(NotFetched, match="empty page"):
        fetch(f"{site.at}/empty", tmp_path / "kept", allow_private=True)
    assert not (tmp_path / "kept").exists()


def test_a_folder_that_can_not_be_made(site: Server, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    with pytest.raises(OutputError, match="--keep DIR"):
        fetch(f"{site.at}/news/1", tmp_path / "kept", allow_private=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://news.example/a", True),
        ("HTTP://news.example", True),
        ("http:/news.example", True),
        ("news.example/a", False),
        ("https.txt", False),
        ("ftp://news.example", False),
    ],
)
def test_what_is_an_address(text: str, expected: bool) -> None:
    assert is_address(text) is expected


@pytest.mark.parametrize("told", [b"\xff\xfe", b"a = " + b"[" * 20_000, b"a = " + b"9" * 5000, b"a = "])
def test_a_note_that_can_not_be_read_is_left_as_it_is(site: Server, tmp_path: Path, told: bytes) -> None:
    (tmp_path / "story.toml").write_bytes(told)
    assert fetch(f"{site.at}/news/1", tmp_path, allow_private=True).is_file()
    assert (tmp_path / "story.toml").read_bytes() == told


@pytest.mark.parametrize("name", ["setup.exe", "copy.lnk", f"a.{'b' * 300}", "story.toml"])
def test_no_file_is_named_as_one_that_is_run(site: Server, tmp_path: Path, name: str) -> None:
    assert fetch(f"{site.at}/news/{name}", tmp_path, allow_private=True).suffix == ".html"
    assert fetch(f"{site.at}/type/application/octet-stream?{name}", tmp_path, allow_private=True).suffix == ".html"
