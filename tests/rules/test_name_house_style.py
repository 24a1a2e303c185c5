"""What a house style changes in a report; without one no spelling is ever called right."""

from __future__ import annotations

from pathlib import Path

import pytest

import discrepancy
from discrepancy.errors import InputError
from discrepancy.messages import render
from discrepancy.model import Level, StyleEntry
from discrepancy.settings import Settings
from tests.builders import doc
from tests.samples import check_texts, run

MINE = "The bridge was opened on Monday by the engineer Aleksei Marchenko. Marchenko built it."
HIS = "The bridge was opened on Monday by the engineer Oleksiy Marchenko. Marchenko built it."
OTHER = "The bridge was opened on Monday by the engineer Oleksiy Marchencko. Marchencko built it."


def said(*texts: str, style: tuple[StyleEntry, ...]) -> dict[str, tuple[str, Level, list[str]]]:
    """By rule: the summary, the level, and the words marked."""
    findings = check_texts(*texts, house_style=style).findings
    return {
        f.rule: (render(f.summary), f.level, [m.text for value in f.values for m in value.mentions]) for f in findings
    }


def test_the_preferred_form_is_said_in_findings_on_spelling() -> None:
    style = (StyleEntry(preferred="Oleksiy Marchenko", avoid=("Aleksei Marchenko",)),)
    assert said(MINE, OTHER, style=style)["NAM001"][0].endswith("(house style: Oleksiy Marchenko)")


def test_a_form_to_avoid_is_told_once() -> None:
    found = said(MINE, HIS, style=(StyleEntry(preferred="Oleksiy Marchenko", avoid=("Aleksei Marchenko",)),))
    assert "NAM001" not in found
    assert found["NAM004"] == (
        "Aleksei Marchenko (house style: Oleksiy Marchenko)",
        Level.WARNING,
        ["Aleksei Marchenko"],
    )


def test_without_a_file_none_is_called_right() -> None:
    found = said(MINE, HIS, style=())
    assert "NAM001" in found
    assert "NAM004" not in found
    assert "house style" not in " ".join(summary for summary, *_ in found.values())


def test_a_name_that_the_file_does_not_list_is_left_alone() -> None:
    found = said(MINE, HIS, style=(StyleEntry(preferred="Kyiv", avoid=("Kiev",)),))
    assert "house style" not in found["NAM001"][0]
    assert "NAM004" not in found


def test_forms_that_may_stand_are_explained() -> None:
    style = (StyleEntry(preferred="Oleksiy Marchenko", accepted=("Aleksei Marchenko",)),)
    (finding,) = check_texts(MINE, HIS, house_style=style).findings
    assert finding.level is Level.NOTE
    assert finding.reconciliation is not None
    assert finding.reconciliation.kind == "spelling-convention"


def test_a_surname_alone_goes_with_its_person() -> None:
    style = (StyleEntry(preferred="Oleksiy Marchenko", avoid=("Oleksiy Marchencko",), note="He asked."),)
    assert said(OTHER, HIS, style=style)["NAM004"][2] == ["Marchencko", "Oleksiy Marchencko"]


def test_mixed_in_one_text() -> None:
    style = (StyleEntry(preferred="Oleksiy Marchenko", avoid=("Aleksei Marchenko",)),)
    mixed = f"{HIS}\nCritics of Aleksei Marchenko said on Monday that the bridge is too low."
    assert "house style: Oleksiy Marchenko" in said(mixed, "The bridge is new.", style=style)["NAM002"][0]


def test_the_note_is_told() -> None:
    style = (StyleEntry(preferred="Kyiv", avoid=("Kiev",), note="Since 2019."),)
    (finding,) = check_texts("He left Kiev on Monday.", "He left on Monday.", house_style=style).findings
    assert "It says: Since 2019." in render(finding.explanation)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("He left Kiev on Monday.", True),
        ("The Kiev mayor left on Monday.", True),
        ("The Kiev-based company left on Monday.", True),
        ("He ate chicken Kiev on Monday.", False),
        ("Chicken Kiev was on the menu on Monday.", False),
        ("The Kiev-made lorry broke down on Monday.", False),
        ("He ate chicken Kiev in Kiev on Monday.", True),
    ],
)
def test_a_dish_keeps_its_name(text: str, fires: bool) -> None:
    style = (StyleEntry(preferred="Kyiv", avoid=("Kiev",)),)
    found = check_texts(text, "Nothing was said on Monday.", house_style=style).findings
    assert [[m.text for value in f.values for m in value.mentions] for f in found] == [["Kiev"]] * fires


def test_a_bad_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    path = tmp_path / "style.csv"
    path.write_text("name\nKyiv\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no column 'preferred'"):
        discrepancy.check(doc("He left Kiev."), settings=Settings(house_style=path))
    text = tmp_path / "a.txt"
    text.write_text("The minister left Kiev on Monday, his office said.", encoding="utf-8")
    ran = run("check", text, "--house-style", path)
    assert ran.code == 2
    assert "line 1: has no column 'preferred'" in ran.err
