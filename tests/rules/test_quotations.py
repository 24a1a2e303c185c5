"""Quotations judged: what is no difference, what is one, and what turns the sense."""

import pytest

from discrepancy.model import Finding, Level
from tests.samples import check_texts

RULES = {"QUO001", "QUO002", "QUO003"}


def findings(*texts: str) -> list[Finding]:
    return [f for f in check_texts(*texts).findings if f.rule in RULES]


def flagged(one: str, other: str) -> list[str]:
    """The findings on two wordings of one statement by one speaker, as rule and level."""
    found = findings(f"“{one},” said Mayor Lena Brandt.", f"“{other},” said Mayor Lena Brandt.")
    return [f"{f.rule} {f.level.value}" for f in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will not close the old bridge", "We won't close the old bridge"),
        ("It is the colour of the harbour that matters", "It's the color of the harbor that matters"),
        ("Some 40 per cent of the boats are gone", "Some 40% of the boats are gone"),
        ("Some 40 percent of the boats are gone", "Some forty per cent of the boats are gone"),
        ("We have 12,000 boats in the harbour", "We have 12000 boats in the harbour"),
        ("We have five boats in the harbour", "We have 5 boats in the harbour"),
        ("We are going to close the bridge", "We're gonna close the bridge"),
        ("We will, of course, close the old bridge", "We will of course close the old bridge"),
        ("They [the council] will close the old bridge", "They will close the old bridge"),
        ("We will close the old bridge", "WE WILL CLOSE THE OLD BRIDGE"),
        ("We will ... close the old bridge", "We will, as promised, close the old bridge"),
        ("We will close the old bridge and build a new one", "We will close the old bridge"),
        ("We lost 40 boats and we will close the old bridge", "we will close the old bridge"),
    ],
)
def test_no_difference(one: str, other: str) -> None:
    assert flagged(one, other) == []
    assert flagged(other, one) == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("We will close the old bridge in May", "We will not close the old bridge in May", "a negation"),
        ("We lost five boats in the storm", "We lost six boats in the storm", "a figure"),
        ("Five boats were lost in the storm", "Six boats were lost in the storm", "a figure"),
        ("It is a shift, not a cut, in the budget", "It is a cut, not a shift, in the budget", "a negation"),
        ("Nobody was told of the storm", "Somebody was told of the storm", "a negation"),
        ("I never told the council of the storm", "I told the council nothing of the storm", ""),
        ("I have asked Lindqvist to close the bridge", "I have asked Okafor to close the bridge", "a name"),
    ],
)
def test_a_figure_a_negation_or_a_name_is_an_error(one: str, other: str, kind: str) -> None:
    found = findings(f"“{one},” said Mayor Lena Brandt.", f"“{other},” said Mayor Lena Brandt.")
    assert [f.rule for f in found] == ["QUO001"]
    if kind:
        assert found[0].level is Level.ERROR
        assert found[0].explanation.params["kinds"] == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will close the old stone bridge", "We will close the stone bridge"),
        ("We must shut that bridge before the winter comes", "We will close the old bridge before winter comes"),
        (
            "We lost 40 boats and it was a terrible night for the whole town",
            "It was a dreadful night for the whole town",
        ),
    ],
)
def test_other_words_are_flagged_without_another_sense(one: str, other: str) -> None:
    found = findings(f"“{one},” said Mayor Lena Brandt.", f"“{other},” said Mayor Lena Brandt.")
    assert [f.rule for f in found] == ["QUO001"]
    assert found[0].explanation.key != "QUO001.explanation_sense"


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Lena Brandt said through an interpreter: “{}.”",
        "Mayor Lena Brandt said in German: “{}.”",
        "Mayor Lena Brandt told a German newspaper: “{}.”",
        "“{},” said Mayor Lena Brandt, according to a translation of her speech.",
    ],
)
def test_two_translations_are_a_warning_that_says_so(told: str) -> None:
    one = told.format("We will not close the old bridge before the winter comes")
    other = told.format("We are never shutting the old bridge before the winter comes round")
    (found,) = findings(one, other)
    assert found.level is Level.WARNING
    assert found.explanation.key == "QUO001.explanation_translated"


def test_the_same_difference_without_a_translation_does_not_speak_of_one_in_the_text() -> None:
    told = "Mayor Lena Brandt said in Germany: “{}.”"
    (found,) = findings(
        told.format("We will not close the old bridge before the winter comes"),
        told.format("We will surely shut the old bridge before the winter comes"),
    )
    assert found.explanation.key != "QUO001.explanation_translated"


@pytest.mark.parametrize(
    ("cut", "full", "rules"),
    [
        ("I did ... agree to the closing", "I did not ever agree to the closing", ["QUO003"]),
        ("I did […] agree to the closing", "I did never agree to the closing", ["QUO003"]),
        ("I did… agree to the closing", "I did, in March, agree to the closing", []),
        (
            "I did agree ... and I stand by the closing",
            "I did agree though it was not what anybody in town had asked of me and I stand by the closing",
            [],
        ),
    ],
)
def test_an_ellipsis_may_not_swallow_a_negation(cut: str, full: str, rules: list[str]) -> None:
    told = "“{},” said Mayor Lena Brandt."
    assert [f.rule for f in findings(told.format(cut), told.format(full))] == rules


@pytest.mark.parametrize(
    "other",
    [
        "Mayor Lena Brandt said that the city would close the old bridge in May.",
        "“We will build a new harbour in June,” said Mayor Lena Brandt.",
    ],
)
def test_a_paraphrase_and_another_statement_are_no_difference(other: str) -> None:
    assert findings("“We will close the old bridge in May,” said Mayor Lena Brandt.", other) == []


def test_like_statements_of_two_days_are_two_statements() -> None:
    assert (
        findings(
            "“We will close the old bridge by the end of May,” Mayor Lena Brandt said on Monday.",
            "“We will open the old bridge again before May,” Mayor Lena Brandt said on Friday.",
        )
        == []
    )
