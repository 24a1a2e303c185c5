"""Where the forms of a house style stand in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.house_style import lookup
from discrepancy.model import StyleEntry

LISTED = lookup(
    (
        StyleEntry(preferred="Kyiv", accepted=("Dynamo Kiev",), avoid=("Kiev",)),
        StyleEntry(preferred="Türkiye", avoid=("Turkey",)),
        StyleEntry(preferred="Oleksiy Marchenko", avoid=("Aleksei Marchenko",)),
        StyleEntry(preferred="Siobhan O'Rourke", avoid=("Shivaun O'Rourke",)),
        StyleEntry(preferred="Ana Cortés", avoid=("Cortez",)),
        StyleEntry(preferred="Macdonald", avoid=("MacDonald",)),
    )
)


def avoided(text: str) -> list[str]:
    return [text[hit.span.start : hit.span.end] for hit in LISTED.find(text) if hit.avoid]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left Kiev on Monday.", ["Kiev"]),
        ("KIEV FALLS SILENT", ["KIEV"]),
        ("Kiev's mayor, a Kiev-born man, left Kiev.", ["Kiev", "Kiev", "Kiev"]),
        ("Dynamo Kiev won in Kiev.", ["Kiev"]),
        ("He ate turkey in Turkey.", ["Turkey"]),
        ("Aleksei\u00a0Marchenko", ["Aleksei\u00a0Marchenko"]),
        ("Aleksei\n  Marchenko", ["Aleksei\n  Marchenko"]),
        ("Alek\u00adsei Marchenko", ["Alek\u00adsei Marchenko"]),
        ("Shivaun O’Rourke", ["Shivaun O’Rourke"]),
        ("Ms. Ocasio-Cortez spoke", []),
        ("Mr. Cortez-Diaz spoke", []),
        ("write to @Kiev or see Kiev.example", []),
        ("Kievan kievs Kyiv Türkiye Tu\u0308rkiye", []),
        ("MacDonald and Macdonald", ["MacDonald"]),
        ("MACDONALD", []),
        ("", []),
    ],
)
def test_find(text: str, found: list[str]) -> None:
    assert avoided(text) == found


def test_a_letter_and_its_mark_written_apart_are_found() -> None:
    (hit,) = LISTED.find("in Tu\u0308rkiye now")
    assert (hit.form, hit.use.value) == ("Türkiye", "preferred")


@given(st.lists(st.sampled_from(["Kiev", " ", "\u00ad", "\u00a0", "Aleksei", "Marchenko", "u\u0308", "😀", ",", "\n"])))
def test_hits_are_the_forms_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    past = 0
    for hit in LISTED.find(text):
        assert past <= hit.span.start < hit.span.end <= len(text)
        seen = " ".join(text[hit.span.start : hit.span.end].replace("\u00ad", "").split())
        assert seen.casefold() == hit.form.casefold()
        past = hit.span.end
