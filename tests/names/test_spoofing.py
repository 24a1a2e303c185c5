"""Characters of a name that are not what they show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Span
from discrepancy.names.spoofing import find_spoofs


def spoofs(text: str, *people: str) -> list[tuple[str, tuple[str, ...]]]:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in people]
    found = find_spoofs(text, Span(0, len(text)), spans)
    return [(text[spoof.span.start : spoof.span.end], spoof.characters) for spoof in found]


@pytest.mark.parametrize(
    ("text", "word", "character"),
    [
        ("said P\u0430vel Novak", "P\u0430vel", "U+0430 CYRILLIC SMALL LETTER A"),
        ("said \u0420avel Novak", "\u0420avel", "U+0420 CYRILLIC CAPITAL LETTER ER"),
        ("said Владимиp", "Владимиp", "U+0070 LATIN SMALL LETTER P"),
        ("said Pa\u200bvel Novak", "Pa\u200bvel", "U+200B ZERO WIDTH SPACE"),
        ("said Pa\u200dvel Novak", "Pa\u200dvel", "U+200D ZERO WIDTH JOINER"),
        ("said \u202ePavel Novak", "\u202ePavel", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("said Pa\u2066vel Novak", "Pa\u2066vel", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    ],
)
def test_spoofs_are_named(text: str, word: str, character: str) -> None:
    assert spoofs(text) == [(word, (character,))]


def test_in_a_name_of_a_person_capitals_and_greek_letters_count() -> None:
    text = "NOV\u0391K and NOV\u0410K"
    assert spoofs(text) == []
    assert [characters for _, characters in spoofs(text, text)] == [
        ("U+0391 GREEK CAPITAL LETTER ALPHA",),
        ("U+0410 CYRILLIC CAPITAL LETTER A",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "said Pavel Novak",
        "said Pa\u00advel\u00a0Novak",
        "said \ufeffPavel Novak\u200e",
        "said José Núñez, Jose\u0301 Nu\u0301n\u0303ez",
        "said Олександр Петренко",
        "said Сара Соса",
        "said Γιώργος",
        "said محمد\u200cعلی",
        "said \u2067שלום כהן\u2069 Levi",
        "T\u0391 and TNF\u03b1 and \u00b5m and \u0394x and Я-class",
        "KoЯn and Яndex",
        "the СССРs and T\u041090",
        "see exa\u200bmple",
        "😀",
    ],
)
def test_what_is_no_spoof(text: str) -> None:
    assert spoofs(text) == []


@given(st.text(alphabet="Pavel P\u0430\u0391\u200b\u202e\u2069ש\u0301\u00ad.", max_size=30), st.booleans())
def test_spans_lie_within_and_hold_what_is_named(text: str, named: bool) -> None:
    people = [Span(0, len(text))] if named and text else []
    for spoof in find_spoofs(text, Span(0, len(text)), people):
        held = {f"U+{ord(char):04X}" for char in text[spoof.span.start : spoof.span.end]}
        assert {each.split()[0] for each in spoof.characters} <= held
