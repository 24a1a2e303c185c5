"""Words in quotation marks, compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.grammar.quoted_words import agreed, is_extract, is_extract_of, quoted_words, read_quoted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won’t sell", "we will not sell"),
        ("They’re gone; I've looked, he'll say, I'm sure", "They are gone I have looked he will say I am sure"),
        ("It cannot hold", "it can't hold"),
        ("ten years", "10 years"),
        ("The labour of honour", "the labor of honor"),
        ("We organise its defence at the theatre", "we organize its defense at the theater"),
        ("de-escalation", "deescalation"),
    ],
)
def test_other_spellings_of_the_same_words(one: str, other: str) -> None:
    assert "".join(quoted_words(one)) == "".join(quoted_words(other))
    assert is_extract(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the bridge holds", "We know that the bridge holds in any wind", True),
        (
            "We have never seen [floods] like this ... in our town",
            "We have never seen water like this, not in our town",
            True,
        ),
        ("We have … seen it", "We have not seen it", True),
        ("in our town ... like this", "We have never seen water like this in our town", False),
        ("the bridge sways", "the bridge holds", False),
        ("…", "the bridge holds", False),
    ],
)
def test_extracts(one: str, other: str, same: bool) -> None:
    assert is_extract(one, other) is is_extract(other, one) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 boats were lost", "25 boats were lost"),
        ("able to hold it", "unable to hold it"),
        ("in May", "in Mayfair"),
        ("I did [really] agree to it", "I did not agree to it"),
    ],
)
def test_a_part_of_a_word_or_figure_is_no_extract(one: str, other: str) -> None:
    assert not is_extract(one, other)
    assert not is_extract(other, one)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It cost $5m", ["it", "cost", "=5000000 USD"]),
        ("It cost five million dollars", ["it", "cost", "=5000000 USD"]),
        ("in the 1990s", ["in", "=199 years"]),
        ("on 14 May 2024", ["on", "=05-14 day", "=2024 year"]),
        ("at 9 a.m.", ["at", "=T09:00 hour"]),
        ("No one left the U.S.", ["no", "one", "left", "unitedstates"]),
        ("GIVE US MONEY", ["give", "us", "money"]),
        ("Dr. Lee", ["doctor", "lee"]),
        ("I’m gonna, uh, go", ["i", "am", "going", "to", "go"]),
        ("shouldn't've", ["should", "not", "have"]),
        ("[W]e agree[d] … now", ["we", "agreed", "now"]),
        ("", []),
    ],
)
def test_the_words_in_the_form_that_is_compared(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words


@given(st.text(alphabet="ab15 .,!?%$£[]()*'’…-\nKyiv", max_size=60))
def test_any_text_is_an_extract_of_itself_where_it_has_words(text: str) -> None:
    spoken = [word for word in read_quoted(text) if not word.cut and not word.gloss]
    assert is_extract(text, text) is bool(spoken)


SPOKEN = st.lists(
    st.sampled_from(
        "it's it is he'd would had did cease-fire ceasefire that this [the army] ... s*** sadly hadrian rian 3 p.m."
        " 15:00 three o'clock we bridge".split(" ")
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(SPOKEN, SPOKEN)
def test_what_is_told_apart_at_a_glance_is_no_extract(text: str, other: str) -> None:
    one = read_quoted(text)
    assert is_extract(text, other) == is_extract_of(one, agreed(one, read_quoted(other)))
