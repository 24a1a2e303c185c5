"""Odd spaces, marks and dashes made plain without moving an offset; keys that ignore case, accents and punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.text.characters import fold, plain, squeeze


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        ("5\u00a0000\u202fm", "5 000 m"),
        ("the builders’ ‘safe’ bridge", "the builders' 'safe' bridge"),
        ("“safe” „safe“ «safe»", '"safe" "safe" "safe"'),
        ("twenty\u2011one, \u22125", "twenty-one, -5"),
        ("2010–2015 — the long years", "2010–2015 — the long years"),  # en and em dashes mean something of their own
        ("Łódź, naïve", "Łódź, naïve"),
    ],
)
def test_plain_swaps_marks_and_spaces_and_nothing_else(odd: str, expected: str) -> None:
    assert plain(odd) == expected


@given(st.text())
def test_plain_keeps_every_offset_and_is_done_after_one_go(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("The Harbour-Master’s OFFICE", "the harbour masters office"),
        ("São Tomé", "sao tome"),
        ("  Ødegård,  J.  ", "odegard j"),
        ("O’Leary", "oleary"),
        ("Петров", "petrov"),
        ("…", ""),
    ],
)
def test_fold_makes_a_key_of_latin_letters(written: str, key: str) -> None:
    assert fold(written) == key


@given(st.text())
def test_a_folded_key_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_squeeze_puts_a_text_on_one_line() -> None:
    assert squeeze(" Lena\u00a0Brandt,\n\tthe  mayor ") == "Lena Brandt, the mayor"
