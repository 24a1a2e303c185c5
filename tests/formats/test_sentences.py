"""Where sentences end, by stops and capitals alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.formats.view.texts.sentences import sentence_starts


@pytest.mark.parametrize(
    "text",
    [
        "It rained.| It poured!| “Did it?”| It did.",
        "Mr. Lane met Dr. Ade of St. Ives.| They spoke.",
        "The U.S. Senate sat on Jan. 5 and Sept. 12.| J. Lane spoke.",
        "It began in Oct.| The rest came later.",
        "It cost 3.1 million.| 12 people left.",
        "He said “It is over.”| (She did not.)| ¿Por qué?",
        "Sales fell, e.g. in May, by 4.5 per cent",
        "他走了。|她来了！|下雨了",
        "Дождь кончился.| Они ушли.",
        "",
    ],
)
def test_sentences(text: str) -> None:
    whole = text.replace("|", "")
    starts = sentence_starts(whole, 0, len(whole))
    cut = [whole[a:b] for a, b in zip(starts, [*starts[1:], len(whole)], strict=True)]
    assert [each.strip() for each in cut] == [each.strip() for each in text.split("|")]


def test_only_the_part_that_is_asked_for_is_cut() -> None:
    text = "One. Two. Three. Four."
    assert sentence_starts(text, 5, 17) == [5, 10]


@given(st.text(), st.integers(0, 20))
def test_starts_rise_and_stay_within(text: str, skipped: int) -> None:
    start = min(skipped, len(text))
    starts = sentence_starts(text, start, len(text))
    assert starts == sorted(set(starts))
    assert starts[0] == start
    assert all(start < each < len(text) for each in starts[1:])


def test_a_long_run_of_stops_takes_no_time() -> None:
    text = "." * 50_000 + "!\"'" * 50_000 + "a. " * 50_000
    assert len(sentence_starts(text, 0, len(text))) == 1
