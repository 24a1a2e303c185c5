"""``discrepancy group``: what it prints and writes, and that a story keeps its id."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.samples import SEEDS, run
from tests.stories.grouping.test_grouping import FLOOD_TOO
from tests.stories.test_unrelated import FLOOD, MERGER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "in"
    inner.mkdir()
    for name, text in (("flood", FLOOD), ("again", FLOOD_TOO), ("deal", MERGER)):
        (inner / f"{name}.txt").write_text("14 March 2024\n\n" + text.replace(". ", ".\n\n"), encoding="utf-8")
    return inner


def stories(out: str) -> dict[str, list[str]]:
    return {story["id"]: sorted(each["id"] for each in story["documents"]) for story in json.loads(out)["stories"]}


def test_lists_the_stories_that_several_tell(folder: Path) -> None:
    told = run("group", folder)
    assert told.code == 0
    assert "flood.txt" in told.out
    assert "deal.txt" not in told.out
    assert "1 story told by several; 1 document alone." in told.out


def test_json_and_the_file_are_the_same(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "stories.json"
    told = run("group", folder, "--json", "-o", out)
    assert told.out == out.read_text(encoding="utf-8")
    assert sorted(stories(told.out).values()) == [["again", "flood"], ["deal"]]


def test_a_story_keeps_its_id_when_documents_are_added_or_moved(folder: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    run("group", folder, "-q", "-o", before)
    ids = {tuple(members): name for name, members in stories(before.read_text(encoding="utf-8")).items()}
    (folder / "deal.txt").rename(folder / "moved.txt")
    early = FLOOD.replace("dawn", "noon").replace(". ", ".\n\n")
    (folder / "early.txt").write_text(f"13 March 2024\n\n{early}", encoding="utf-8")
    after = stories(run("group", folder, "--json", "--known", before).out)
    assert after == {ids["again", "flood"]: ["again", "early", "flood"], ids[("deal",)]: ["moved"]}


@pytest.mark.parametrize("known", ["", "{}", "[1]", '{"schema": "another/1", "stories": []}'])
def test_what_is_no_earlier_output_is_told(folder: Path, tmp_path: Path, known: str) -> None:
    (tmp_path / "known.json").write_text(known, encoding="utf-8")
    told = run("group", folder, "--known", tmp_path / "known.json")
    assert told.code == 2
    assert "no output of discrepancy group" in told.err


def test_says_what_it_could_not_do(tmp_path: Path) -> None:
    assert run("group", tmp_path / "nothing").code == 2
    assert "written over" in run("group", SEEDS / "story.toml", "-o", SEEDS / "story.toml").err
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert run("group", SEEDS, "-o", tmp_path / "file" / "out.json").code == 2
