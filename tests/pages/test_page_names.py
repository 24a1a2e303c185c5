"""Names of pages: of the folder's own name, safe, and one for each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.pages.names import file_names, slug


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("tonight/flood", "flood"),
        ("tonight/Flood in Harlow Sands", "flood-in-harlow-sands"),
        ("tonight/Überschwemmung", "uberschwemmung"),
        ("tonight/наводнение", "navodnenie"),
        ("../../etc/passwd", "passwd"),
        ("..", "story"),
        ("", "story"),
        ("tonight/<script>alert(1)</script>", "script"),
        ('tonight/"><img src=x>', "img-src-x"),
        ("tonight/\u202e\u200b", "story"),
        ("tonight/CON", "story-con"),
        ("tonight/lpt1", "story-lpt1"),
        ("tonight/.hidden", "hidden"),
        ("tonight/a\nb\x00c", "a-b-c"),
        ("tonight/" + "long " * 100, "long-" * 11 + "long"),
    ],
)
def test_a_name_is_safe_and_stable(folder: str, name: str) -> None:
    assert file_names([folder]) == [name]


def test_folders_of_one_name_are_told_apart_by_those_above() -> None:
    assert file_names(["monday/flood", "tuesday/flood", "monday/vote"]) == ["monday-flood", "tuesday-flood", "vote"]
    assert file_names(["a/x/flood", "b/x/flood"]) == ["a-x-flood", "b-x-flood"]


def test_what_is_alike_all_the_way_up_is_numbered() -> None:
    assert file_names(["Flood", "flood", "FLOOD!"]) == ["flood", "flood-2", "flood-3"]


def test_a_name_that_is_taken_is_not_given() -> None:
    assert file_names(["index", "vote"], {"index", "vote"}) == ["index-2", "vote-2"]


@given(st.lists(st.text(), max_size=8))
def test_names_are_one_each_and_never_lead_elsewhere(folders: list[str]) -> None:
    names = file_names(folders, {"index"})
    assert len(set(names)) == len(folders)
    assert all(name == slug(name) or name.rpartition("-")[2].isdecimal() for name in names)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in names)
    assert "index" not in names
