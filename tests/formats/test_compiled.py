"""Compiled templates: kept where Python keeps modules, made anew where they are of anything else."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from discrepancy.formats.html.compiled import BesideModules

TEMPLATE = "A {{ word }}."


@pytest.fixture(autouse=True)
def _kept_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html.jinja").write_text(TEMPLATE, encoding="utf-8")
    return tmp_path


def drawn(folder: Path, *, trim: bool = False) -> str:
    made = Environment(
        loader=FileSystemLoader(folder), bytecode_cache=BesideModules(), autoescape=True, trim_blocks=trim
    )
    return made.get_template("page.html.jinja").render(word="<w>")


def kept(folder: Path) -> Path:
    [found] = (folder / "__pycache__").iterdir()
    return found


def test_it_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(folder) == "A &lt;w&gt;."
    assert kept(folder).name == f"page.html.{sys.implementation.cache_tag}.pyc"
    monkeypatch.delattr(Environment, "compile")
    assert drawn(folder) == "A &lt;w&gt;."


def test_a_template_that_was_changed_is_compiled_anew(folder: Path) -> None:
    drawn(folder)
    (folder / "page.html.jinja").write_text("B {{ word }}", encoding="utf-8")
    assert drawn(folder) == "B &lt;w&gt;"


def test_what_is_compiled_in_another_way_is_another_thing(folder: Path) -> None:
    drawn(folder)
    before = kept(folder).read_bytes()
    drawn(folder, trim=True)
    assert kept(folder).read_bytes() != before


@pytest.mark.parametrize("spoilt", ["cut", "changed", "empty", "folder"])
def test_what_is_spoilt_is_passed_over_and_replaced(folder: Path, spoilt: str) -> None:
    drawn(folder)
    file = kept(folder)
    whole = file.read_bytes()
    file.unlink()
    if spoilt == "folder":
        file.mkdir()
    else:
        spoil = {"cut": whole[:-9], "changed": whole[:-1] + bytes([whole[-1] ^ 1]), "empty": b""}
        file.write_bytes(spoil[spoilt])
    assert drawn(folder) == "A &lt;w&gt;."
    if spoilt == "folder":
        assert list((folder / "__pycache__").iterdir()) == [file]  # nothing is left lying beside it
    else:
        assert file.read_bytes() == whole


def test_nothing_is_written_where_python_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert drawn(folder) == "A &lt;w&gt;."
    assert [path.name for path in folder.iterdir()] == ["page.html.jinja"]


def test_a_place_that_can_not_be_written_to_is_none(folder: Path) -> None:
    (folder / "__pycache__").write_text("in the way", encoding="utf-8")
    assert drawn(folder) == "A &lt;w&gt;."


def test_a_template_that_is_no_file_is_kept_nowhere() -> None:
    assert BesideModules().get_cache_key("page.html.jinja") == ""
