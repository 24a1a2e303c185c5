"""A house style file: what is read of it, and what a person is told where it can't be."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.errors import InputError
from discrepancy.house_style import read_house_style
from discrepancy.house_style.intake import MOST_BYTES
from discrepancy.model import StyleEntry

ENTRIES = (
    StyleEntry(
        preferred="Oleksiy Marchenko",
        accepted=("Marchenko, O.", "O. Marchenko"),
        avoid=("Aleksei Marchenko", "Alexey Marchenko"),
        note="asked",
        source="his office",
    ),
    StyleEntry(preferred="Kyiv", avoid=("Kiev",)),
)
CSV = """preferred,accepted,avoid,note,source
Oleksiy Marchenko,"Marchenko, O.|O. Marchenko",Aleksei Marchenko | Alexey Marchenko|,asked,his office

Kyiv,,Kiev
"""
TOML = """
[[name]]
preferred = "Oleksiy Marchenko"
accepted = ["Marchenko, O.", "O. Marchenko"]
avoid = ["Aleksei Marchenko", "Alexey Marchenko"]
note = "asked"
source = "his office"

[[name]]
preferred = "Kyiv"
avoid = ["Kiev"]
"""


def saved(folder: Path, content: str | bytes, name: str = "style.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (CSV, "style.csv"),
        (CSV.replace("\n", "\r\n"), "style.csv"),
        (b"\xef\xbb\xbf" + CSV.encode(), "style.csv"),
        (CSV.encode("utf-16"), "style.csv"),
        (CSV.replace('"Marchenko, O.', '"Marchenko\t O.').replace(",", ";").replace("\t", ","), "semicolons.csv"),
        (CSV.replace("preferred,accepted", " Preferred ,ACCEPTED"), "style.csv"),
        (TOML, "style.toml"),
    ],
)
def test_forms_of_file(tmp_path: Path, content: str | bytes, name: str) -> None:
    assert read_house_style(saved(tmp_path, content, name)) == ENTRIES


def test_columns_of_the_desk_itself_are_passed_over(tmp_path: Path) -> None:
    path = saved(tmp_path, "owner,preferred,seen on\nAnn,Kyiv,Monday\n")
    assert read_house_style(path) == (StyleEntry(preferred="Kyiv"),)


def test_the_same_said_twice_is_no_contradiction(tmp_path: Path) -> None:
    kyiv = StyleEntry(preferred="Kyiv", avoid=("Kiev",))
    assert read_house_style(saved(tmp_path, "preferred,avoid\nKyiv,Kiev\nKyiv,Kiev\n")) == (kyiv,)


def test_lines_on_one_form_are_one_entry(tmp_path: Path) -> None:
    lines = "Kyiv,Kyjiw,Kiev,as it calls itself,desk\nOdesa,,,,\nKyiv,Kyiw,,by Ann,Ann\n"
    one, other = read_house_style(saved(tmp_path, f"preferred,accepted,avoid,note,source\n{lines}"))
    assert (one.preferred, one.accepted, one.avoid) == ("Kyiv", ("Kyjiw", "Kyiw"), ("Kiev",))
    assert (one.note, one.source) == ("as it calls itself", "desk"), "why to avoid it, not who accepted the other"
    assert other == StyleEntry(preferred="Odesa")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "style.csv: is empty. Give each name a line"),
        (" \n\n", "style.csv: is empty."),
        ("preferred,avoid\n", "style.csv: holds a heading and no names."),
        ("name,avoid\nKyiv,Kiev\n", "style.csv, line 1: has no column 'preferred'."),
        ("preferred,avoids\nKyiv,Kiev\n", "style.csv, line 1: has a column 'avoids'. Call it 'avoid'."),
        ("preferred,avoid,avoid\nKyiv,Kiev,x\n", "style.csv, line 1: has two columns 'avoid'."),
        ("preferred,avoid\n,Kiev\n", "style.csv, line 2: names no preferred form."),
        ("preferred,avoid\nKyiv,12\n", "style.csv, line 2: '12' is no name."),
        ("preferred,avoid\nKyiv,a,b\n", "style.csv, line 2: has 3 cells under 2 headings."),
        ('preferred,avoid\n"Kyiv,Kiev\nLviv,Lvov\n', "is no CSV from here on"),
        (f"preferred,avoid\nKyiv,{'Kiev, ' * 100}\n".replace(", ", " "), "has a form of 500 letters."),
        (b"preferred,avoid\nKyiv,Kiev\nMalm\xf6,Malmo\n", "style.csv, line 3: is not UTF-8 text (byte 31)."),
        (b"\x00\x01\x02" * 100, "style.csv: is binary data, not text."),
        (b"\xff\xfe\x00", "style.csv: is binary data, not text."),
        (b"preferred\n" + b"a" * 10_000_000, "style.csv: is larger than the 5 MB that a house style file may have."),
        ("preferred,avoid\nKyiv,Kiev\nKiev,\n", "line 3: 'Kiev' contradicts another line: there it is avoided"),
        ("preferred,avoid\nKiev,\nKyiv,Kiev\n", "line 3: 'Kiev' contradicts another line: there it is preferred or"),
        (
            "preferred,avoid\nKyiv,Kiev\nKyjiv,Kiev\n",
            "line 3: 'Kiev' contradicts another line: there it is to give way",
        ),
        ("preferred,accepted,avoid\nKyiv,Kiev,Kiev\n", "line 2: 'Kiev' contradicts another line"),
    ],
)
def test_a_person_is_told(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_house_style(saved(tmp_path, content))
    assert message in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[name]\n", "is no TOML: "),
        ("preferred = 'Kyiv'\n", "has no [[name]] tables."),
        ("name = 3\n", "has no [[name]] tables."),
        ("[[name]]\npreferred = 3\n", "entry 1: preferred = 3 is not understood."),
        ("[[name]]\npreferred = 'Kyiv'\navoid = 'Kiev'\n", "entry 1: avoid = 'Kiev' is not understood."),
        ("[[name]]\npreferred = 'Kyiv'\nshun = ['Kiev']\n", "entry 1: shun = ['Kiev'] is not understood."),
        ("[[name]]\navoid = ['Kiev']\n", "entry 1: names no preferred form."),
    ],
)
def test_a_person_is_told_of_toml(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_house_style(saved(tmp_path, content, "style.toml"))
    assert message in str(caught.value)


def test_missing_and_folder(tmp_path: Path) -> None:
    for path, message in ((tmp_path / "gone.csv", "There is no such file."), (tmp_path, "is a folder.")):
        with pytest.raises(InputError, match=message):
            read_house_style(path)


def test_the_limit_is_as_it_is_said(tmp_path: Path) -> None:
    rows = b"preferred\n" + b"Anna Larsen\n" * ((MOST_BYTES - 10) // 12)
    assert read_house_style(saved(tmp_path, rows))


@pytest.mark.parametrize("cell", ["Zelensky;Zelenskiy", "Zelensky|Zelenskiy", "Zelensky ; Zelenskiy;"])
def test_forms_of_one_cell(tmp_path: Path, cell: str) -> None:
    (entry,) = read_house_style(saved(tmp_path, f"preferred,accepted\nZelenskyy,{cell}\n"))
    assert entry.accepted == ("Zelensky", "Zelenskiy")


@pytest.mark.parametrize(("name", "kind"), [("style.yaml", "YAML"), ("style.YML", "YAML"), ("style.json", "JSON")])
def test_formats_that_are_not_read(tmp_path: Path, name: str, kind: str) -> None:
    with pytest.raises(InputError, match=f"is {kind}, which is not read here"):
        read_house_style(saved(tmp_path, "- preferred: Kyiv\n", name))
