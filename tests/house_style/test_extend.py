"""Lines are added to a house style file, and not one byte of what it says is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from discrepancy.errors import InputError, OutputError, UsageError
from discrepancy.house_style import open_style, read_house_style
from discrepancy.model import StyleEntry

HOLM = StyleEntry(preferred="Ida Holm", accepted=("Ida Holme", "I. Holm"), source='by Ann, "so"')
END = 'Ida Holme|I. Holm,"by Ann, ""so"""'
LINE = 'Ida Holm,Ida Holme|I. Holm,,,"by Ann, ""so"""'
TABLE = '[[name]]\npreferred = "Ida Holm"\naccepted = ["Ida Holme", "I. Holm"]\nsource = "by Ann, \\"so\\""\n'
HEAD = "preferred,accepted,avoid,note,source"


def add(path: Path, *entries: StyleEntry) -> bytes:
    open_style(path).add(entries)
    assert not [each for each in path.parent.iterdir() if each != path], "nothing is left beside it"
    return path.read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{HEAD}\nKyiv,,Kiev,,desk\n", f"{HEAD}\nKyiv,,Kiev,,desk\n{LINE}\n"),
        (f"{HEAD}\nKyiv,,Kiev,,desk", f"{HEAD}\nKyiv,,Kiev,,desk\n{LINE}\n"),
        (f"{HEAD}\r\nKyiv,,Kiev\r\n", f"{HEAD}\r\nKyiv,,Kiev\r\n{LINE}\r\n"),
        (f"\ufeff{HEAD}\nKyiv\n", f"\ufeff{HEAD}\nKyiv\n{LINE}\n"),
        (
            "owner;Preferred;seen on\nAnn;Kyiv;Monday\n",
            f"owner;Preferred;seen on;accepted;source\nAnn;Kyiv;Monday\n;Ida Holm;;{END.replace(',', ';', 1)}\n",
        ),
        (
            "preferred\nKyiv\n",
            'preferred,accepted,source\nKyiv\nIda Holm,Ida Holme|I. Holm,"by Ann, ""so"""\n',
        ),
    ],
)
def test_a_line_in_a_table(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(before.encode())
    first = read_house_style(path)
    assert add(path, HOLM).decode() == after
    assert read_house_style(path) == (*first, HOLM)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_a_table_as_spreadsheets_write_it(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(f"\ufeff{HEAD}\nKyiv\n".encode(codec))
    assert add(path, HOLM) == f"\ufeff{HEAD}\nKyiv\n{LINE}\n".encode(codec)
    assert len(read_house_style(path)) == 2


@pytest.mark.parametrize("before", ['# ours\n[[name]]\npreferred = "Kyiv" # so\n', '[[name]]\npreferred = "Kyiv"'])
def test_a_table_of_toml(tmp_path: Path, before: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(before, encoding="utf-8")
    assert add(path, HOLM).decode() == f"{before.rstrip()}\n\n{TABLE}"
    assert read_house_style(path)[1:] == (HOLM,)


@pytest.mark.parametrize(("name", "content"), [("names.csv", f"{HEAD}\n{LINE}\n"), ("names.toml", TABLE)])
def test_a_file_that_was_not_there(tmp_path: Path, name: str, content: str) -> None:
    assert add(tmp_path / name, HOLM).decode() == content


def test_a_new_file_has_a_name_that_is_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"not a \.xlsx"):
        open_style(tmp_path / "names.xlsx")


def test_a_way_of_writing_that_lines_can_not_be_added_to(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    before = 'name = [{ preferred = "Kyiv" }]\n'
    path.write_text(before, encoding="utf-8")
    with pytest.raises(InputError, match="by hand"):
        add(path, HOLM)
    assert path.read_text(encoding="utf-8") == before


def test_what_would_contradict_the_file_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("preferred,avoid\nKyiv,Kiev\n", encoding="utf-8")
    with pytest.raises(InputError, match="contradicts another line"):
        add(path, StyleEntry(preferred="Kiev"))
    assert path.read_text(encoding="utf-8") == "preferred,avoid\nKyiv,Kiev\n"


def test_a_file_that_someone_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("preferred\nKyiv\n", encoding="utf-8")
    file = open_style(path)
    path.write_text("preferred\nOdesa\n", encoding="utf-8")
    with pytest.raises(OutputError, match="was changed"):
        file.add([HOLM])
    path.unlink()
    with pytest.raises(OutputError, match="was changed"):
        file.add([HOLM])
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="can not be written"):
        open_style(tmp_path / "gone" / "names.csv").add([HOLM])


def test_a_disk_without_room_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "names.csv"
    path.write_text("preferred\nKyiv\n", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        add(path, HOLM)
    assert [each.read_text(encoding="utf-8") for each in tmp_path.iterdir()] == ["preferred\nKyiv\n"]


def test_a_link_and_the_rights_of_a_file_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "real" / "names.csv"
    real.parent.mkdir()
    real.write_text("preferred\nKyiv\n", encoding="utf-8")
    real.chmod(0o640)
    link = tmp_path / "names.csv"
    link.symlink_to(real)
    open_style(link).add([HOLM])
    assert link.is_symlink()
    assert len(read_house_style(real)) == 2
    assert real.stat().st_mode & 0o777 == 0o640
