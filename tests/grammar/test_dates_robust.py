"""Any string is read: offsets hold, nothing raises; and where a text is all dates, most of them are left alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.grammar.dates import find_dates
from discrepancy.grammar.dates.tokens import tokenise
from tests.soak.fuzz_grammar import GAPS, PIECES, PUBLISHED, as_text, check_text

PUBLICATION = dt.date(2022, 3, 1)
JOINED = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=20).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


@given(st.text(max_size=300), st.integers(0, 30))
def test_any_text(text, choice):
    check_text(text, choice)


@given(JOINED, st.integers(0, 30))
def test_any_text_of_known_words(text, choice):
    check_text(text, choice)


@pytest.mark.parametrize(
    "text", ["350 £ 0", "in H1 next decade last", "the third quarter next decade", "½½½", "5-1x10^40", "1/1$1%1" * 9]
)
def test_what_the_fuzzer_found(text):
    for choice in range(len(PUBLISHED) * 3):
        check_text(text, choice)


def test_a_half_beside_another_span_is_read_by_itself():
    assert [date.text for date in find_dates("in H1 next decade")] == ["H1", "next decade"]


def test_bytes_become_words_or_themselves():
    assert as_text(b"\x20abc") == "abc"
    assert as_text(b"\xff\x01\x01") == f"{PIECES[1]}{GAPS[1]}"


def test_an_article_of_many_dates_is_read_whole():
    assert len(find_dates("On Tuesday. " * 2900, published=PUBLICATION)) == 2900


def test_a_text_of_dates_alone_is_read_in_stretches():
    """So that it takes no more than news, a word; none is read from its middle."""
    text = "It was 12 May 2021, 12 May 2021. " * 10_000
    dates = find_dates(text, published=PUBLICATION)
    assert 3000 < len(dates) < 3200 + len(text) // 50
    assert dates[-1].end > len(text) * 3 // 4
    assert {date.value for date in dates} == {"2021-05-12"}


def test_where_no_sentence_ends_the_reading_does():
    dates = find_dates("12 May 2021, " * 20_000, published=PUBLICATION)
    assert 3000 < len(dates) < 5000
    assert {date.value for date in dates} == {"2021-05-12"}


def test_a_list_of_small_figures_is_one_token():
    assert tokenise("9,9,9,9").codes == "x"
    assert tokenise("9,9,9").codes == "2,2,2"
