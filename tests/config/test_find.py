"""Which file is in force: the nearest above what is checked, and never one that anyone could have put there."""

from __future__ import annotations

import os
from pathlib import Path
from unittest import mock

import pytest

from discrepancy.config.find import find_house_file
from discrepancy.loaders.intake.folders import common_folder

OURS = "[tool.discrepancy]\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the top of a repository, with three folders in one another; the current one is beside it."""
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    (tmp_path / "repo" / "a" / "b" / "c").mkdir(parents=True)
    (tmp_path / "here" / ".hg").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "repo"


def put(path: Path, text: str = "") -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_wins(desk: Path) -> None:
    put(desk / "discrepancy.toml")
    near = put(desk / "a" / "b" / "discrepancy.toml")
    assert find_house_file([desk / "a" / "b" / "c"]).path == near
    assert find_house_file([desk / "a" / "b" / "c" / "wire.txt"]).path == near
    assert find_house_file([desk / "a"]).path == desk / "discrepancy.toml"


def test_several_paths_are_spoken_for_by_what_is_above_them_all(desk: Path) -> None:
    put(desk / "a" / "b" / "discrepancy.toml")
    top = put(desk / "discrepancy.toml")
    assert find_house_file([desk / "a" / "b" / "wire.txt", desk / "a" / "rival.txt"]).path == top
    assert common_folder([desk / "a" / "b", desk / "a" / "x.txt"]) == desk / "a"


def test_the_way_up_ends_at_the_top_of_a_repository_or_at_home(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk.parent / "discrepancy.toml")
    assert find_house_file([desk / "a"]).path is None
    (desk / ".git").rmdir()
    assert find_house_file([desk / "a"]).path == desk.parent / "discrepancy.toml"
    monkeypatch.setenv("HOME", str(desk))
    assert find_house_file([desk / "a"]).path is None
    assert find_house_file([desk / "a"]).passed == ()


def test_where_nothing_is_above_the_paths_the_current_folder_is_asked(desk: Path) -> None:
    here = put(Path("discrepancy.toml").resolve())
    assert find_house_file([desk / "a"]).path == here
    assert find_house_file([]).path == here
    put(desk / "discrepancy.toml")
    assert find_house_file([desk / "a"]).path == desk / "discrepancy.toml"


def test_a_project_file_counts_where_it_speaks_of_us(desk: Path) -> None:
    put(desk / "a" / "pyproject.toml", "[tool.other]\n")
    project = put(desk / "pyproject.toml", OURS)
    assert find_house_file([desk / "a"]).path == project
    house = put(desk / "discrepancy.toml")
    found = find_house_file([desk / "a"])
    assert found.path == house
    assert found.passed == ((project, "discrepancy.toml beside it is in force"),)


def test_what_can_not_be_looked_at_is_passed_by(desk: Path) -> None:
    (desk / "pyproject.toml").symlink_to(desk / "nowhere")
    assert find_house_file([desk / "a" / "no\0name", desk / "gone" / "for" / "good.txt"]).path is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="a system without owners")
def test_a_file_that_someone_else_put_into_an_open_folder_is_not_in_force(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = put(desk / "discrepancy.toml")
    desk.chmod(0o1777)
    assert find_house_file([desk]).path == planted, "one's own file is one's own"
    owner = planted.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    if owner == 0:
        os.chown(planted, 4242, -1)
    found = find_house_file([desk])
    assert (found.path, found.passed) == (None, ((planted, "anyone may put a file there"),))
    desk.chmod(0o755)
    assert find_house_file([desk]).path == planted


def test_a_user_without_a_home(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "expanduser", mock.Mock(side_effect=RuntimeError("Could not determine home directory.")))
    house = put(desk / "discrepancy.toml")
    assert find_house_file([desk / "a"]).path == house


def test_a_current_folder_that_is_gone(desk: Path) -> None:
    house = put(desk / "discrepancy.toml")
    Path.cwd().joinpath(".hg").rmdir()
    Path.cwd().rmdir()
    assert find_house_file([desk / "a"]).path == house
    assert find_house_file([]).path is None
