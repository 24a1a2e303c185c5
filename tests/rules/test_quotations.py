"""Quotations judged: what is no difference, what is one, and what turns the sense."""

from collections.abc import Sequence

import pytest

import discrepancy
from discrepancy.messages import render
from discrepancy.model import Finding, Level
from tests.builders import doc
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
        ("We will meet in Kyiv again before the winter", "We will meet in Kiev again before the winter"),
        ("We told Zelenskyy what we think of it", "We told Zelensky what we think of it"),
        ("It will cost the city $5m to repair", "It will cost the city five million dollars to repair"),
        ("We need £10m for the school roof", "We need 10 million pounds for the school roof"),
        ("Twenty-five boats were lost in the storm", "25 boats were lost in the storm"),
        ("We lost 1.5 million in that decade", "We lost a million and a half in that decade"),
        (
            "We will reopen the bridge on May 14, 2024, as planned",
            "We will reopen the bridge on 14 May 2024, as planned",
        ),
        ("We walked 5km to the old bridge", "We walked five kilometres to the old bridge"),
        ("He is the No. 1 enemy of this town", "He is the number one enemy of this town"),
        ("We will meet at 9am in the hall", "We will meet at nine o'clock in the morning in the hall"),
        ("We met at 3:30 p.m. in the town hall", "We met at half past three in the town hall"),
        ("I asked Dr. Okafor to look at it", "I asked Doctor Okafor to look at it"),
        ("We love St Peter and his church here", "We love Saint Peter and his church here"),
        ("We live on Main Street near the bridge", "We live on Main St. near the bridge"),
        ("We need the U.S. to help us now", "We need the United States to help us now"),
        ("This is a f***ing disgrace for the town", "This is a fucking disgrace for the town"),
        ("This is [expletive] and everybody knows it", "This is bullshit and everybody knows it"),
        ("We waited whilst the bridge was burning", "We waited while the bridge was burning"),
        ("We lost a third of our boats", "We lost one-third of our boats"),
        ("I left 'cause the water was rising", "I left because the water was rising"),
        ("It's been a long night for all of us here", "It has been a long night for all of us here"),
        ("They'd closed the bridge a year ago", "They had closed the bridge a year ago"),
        ("I'd have closed the bridge a year ago", "I would have closed the bridge a year ago"),
        ("I think [the mayor] will close the bridge in May", "I think he will close the bridge in May"),
        ("He (Mr Smith) said the bridge would hold", "He said the bridge would hold"),
        ("It was the 21st century and we lost", "It was the twenty-first century and we lost"),
        ("We landed 12 tons of fish in May", "We landed 12 tonnes of fish in May"),
        ("We, uh, … you know, we will close the bridge", "We will close the bridge"),
        ("I, I think, er, that the bridge is safe", "I think that the bridge is safe"),
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
        ("It will cost the city $5m to repair", "It will cost the city $6 million to repair", "a figure"),
        ("It will cost the city $5m to repair", "It will cost the city €5 million to repair", "a figure"),
        ("We lost 40% of our boats that night", "We lost 40 of our boats that night", "a figure"),
        ("25 boats were lost in the storm that night", "5 boats were lost in the storm that night", "a figure"),
        ("We walked 5 km to the old bridge", "We walked five miles to the old bridge", "a figure"),
        ("We will meet at 9am in the town hall", "We will meet at 9pm in the town hall", "a figure"),
        ("We met on Monday in the town hall at last", "We met on Tuesday in the town hall at last", "a day"),
        ("We will meet in Kyiv again before the winter", "We will meet in Moscow again before the winter", "a name"),
        ("We flew to Austria to see the old bridge", "We flew to Australia to see the old bridge", "a name"),
        ("I told Sergei Lavrov that it was wrong", "I told Sergei Ivanov that it was wrong", "a name"),
        ("It is illegal to close the old bridge", "It is legal to close the old bridge", "a negation"),
        ("We can close the old bridge in May", "We cannot close the old bridge in May", "a negation"),
        ("He came before the bridge fell down", "He came after the bridge fell down", "an opposite"),
        ("We lost 40 boats and the old quay in May", "We lost 14 boats ... in May", "a figure"),
    ],
)
def test_a_figure_a_negation_or_a_name_is_an_error(one: str, other: str, kind: str) -> None:
    found = findings(f"“{one},” said Mayor Lena Brandt.", f"“{other},” said Mayor Lena Brandt.")
    assert [f.rule for f in found] == ["QUO001"]
    if kind:
        assert found[0].level is Level.ERROR
        assert render(found[0].explanation).endswith(f"the difference is in {kind}.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will close the old stone bridge", "We will close the stone bridge"),
        ("We must shut that bridge before the winter comes", "We will close the old bridge before winter comes"),
        (
            "We lost 40 boats and it was a terrible night for the whole town",
            "It was a dreadful night for the whole town",
        ),
        ("They has closed the old bridge for good", "They have closed the old bridge for good"),
        ("It was the best night of my whole life here", "It was the best day of my whole life here"),
        ("We refuse to close the old bridge in May", "We will not close the old bridge in May"),
        ("It is not legal to close the old bridge", "It is illegal to close the old bridge"),
        ("We paid 5 million for the old bridge", "We paid $5 million for the old bridge"),
    ],
)
def test_other_words_are_flagged_without_another_sense(one: str, other: str) -> None:
    found = findings(f"“{one},” said Mayor Lena Brandt.", f"“{other},” said Mayor Lena Brandt.")
    assert [(f.rule, f.level) for f in found] == [("QUO001", Level.WARNING)]
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
    ("one", "other", "key"),
    [
        (
            "We have not come here to close the old bridge in May",
            "We came to this place to shut the ancient bridge in May",
            "foreign",
        ),
        ("We will not close the old bridge in May", "We will close the old bridge in May", "sense"),
    ],
)
def test_what_a_foreign_office_holder_said_may_stand_in_two_translations(one: str, other: str, key: str) -> None:
    told = "Ukrainian President Marko Petrov said: “{}.”"
    (found,) = findings(told.format(one), told.format(other))
    assert found.explanation.key == f"QUO001.explanation_{key}"
    assert (found.level is Level.ERROR) == (key == "sense")


def test_wordings_that_share_few_words_are_no_dropped_negation() -> None:
    told = "Mayor Lena Brandt said: “{}.”"
    (found,) = findings(
        told.format("We have not signed this paper because the flood is coming, let everyone hear it"),
        told.format("This paper is there so that the flood is not coming, and everyone knows it"),
    )
    assert found.level is Level.WARNING


WATER = "We were told nothing until the water was in the kitchen"
BRODEUR = f'"{WATER}," said Hanna Brodeur, the mayor.'


@pytest.mark.parametrize(
    "told",
    [
        f'"{WATER}," said Peter Lindqvist, a resident, quoting Hanna Brodeur.',
        f'"{WATER}," said Peter Lindqvist, a resident, quoting the mayor.',
        f'"{WATER}," Peter Lindqvist said, reading from a letter by Hanna Brodeur.',
        f'"{WATER}," said Peter Lindqvist, citing Hanna Brodeur.',
        f'Speaking on behalf of Hanna Brodeur, Peter Lindqvist said: "{WATER}."',
        f'"{WATER}," said Peter Lindqvist, according to Hanna Brodeur.',
        f'"{WATER}," chanted Peter Lindqvist, a student.',
    ],
)
def test_words_that_are_passed_on_or_chanted_have_no_wrong_speaker(told: str) -> None:
    assert findings(told, BRODEUR) == []
    assert findings(BRODEUR, told) == []


@pytest.mark.parametrize(
    "told",
    [
        f'"{WATER}," said Peter Lindqvist, a resident.',
        f'"{WATER}," said Peter Lindqvist, citing the flood of May.',
        f'"{WATER}," said Peter Lindqvist, reading from his notes.',
        f'"{WATER}," shouted Peter Lindqvist, a resident.',
    ],
)
def test_one_statement_of_two_persons_is_an_error(told: str) -> None:
    assert [(f.rule, f.level) for f in findings(told, BRODEUR)] == [("QUO002", Level.ERROR)]


def test_one_person_under_two_names_is_one_speaker() -> None:
    assert findings(f'"{WATER}," said Bill Clinton.', f'"{WATER}," said William Clinton.') == []


FULL = "We will close the old bridge in May and build a new one"


@pytest.mark.parametrize(
    "marks", ["“”", '""', "‘’", "''", "«»", "»«", "‹›", "„“", "„”", "‚‘", "「」", '“"', '"”', ("``", "''")]
)
def test_marks_of_every_style_hold_the_same_words(marks: Sequence[str]) -> None:
    said = f"{marks[0]}{{}},{marks[1]} said Mayor Lena Brandt."
    plain = f"“{FULL},” said Mayor Lena Brandt."
    assert findings(plain, said.format(FULL)) == []
    turned = said.format(FULL.replace("will", "will not"))
    assert [(f.rule, f.level) for f in findings(plain, turned)] == [("QUO001", Level.ERROR)]


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ('"We will close the old bridge," said Mayor Lena Brandt, "in May and build a new one."', True),
        ('"We," said Mayor Lena Brandt, "will close the old bridge in May and build a new one."', True),
        ('"We will not," said Mayor Lena Brandt, "close the old bridge in May and build a new one."', False),
        ('"We will not close the old bridge," said Mayor Lena Brandt, "in May and build a new one."', False),
        ("Mayor Lena Brandt said: “[W]e will close the old bridge in May and build a new one.”", True),
        ("Mayor Lena Brandt said: “We will clos[e] the old bridge in May and build a new one.”", True),
        ("“We will close the old bridge in May and build a new one.\n\n“It is time,” said Mayor Lena Brandt.", True),
        ("“We won’t close the old bridge in May and build a new one.\n\n“It is time,” said Mayor Lena Brandt.", False),
        ("Mayor Lena Brandt said: “We will close the old bridge in May and build a new one", True),
        ("Mayor Lena Brandt said the city would “close the old bridge in May”.", True),
        ("Mayor Lena Brandt said the city would “not close the old bridge in May”.", False),
    ],
)
def test_broken_open_and_partial_quotations(told: str, same: bool) -> None:
    found = findings(f"“{FULL},” said Mayor Lena Brandt.", told)
    assert [f.level for f in found] == ([] if same else [Level.ERROR])


@pytest.mark.parametrize(
    ("cut", "full", "rules"),
    [
        ("I did ... agree to the closing", "I did not ever agree to the closing", ["QUO003"]),
        ("I did […] agree to the closing", "I did never agree to the closing", ["QUO003"]),
        ("I did… agree to the closing", "I did, in March, agree to the closing", []),
        ("We close the bridge ... this May", "We close the bridge, not the new one, this May", []),
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


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("We landed 12 tons of fish in May", "We landed 13 tonnes of fish in May", "QUO001 error"),
        ("We did not come here to sell the bridge", "We came here to sell the bridge and the harbour", "QUO001 error"),
        ("We acted within the law at all times", "We acted outside the law at all times", "QUO001 error"),
        ("You know, the bridge is safe for us", "You know the bridge is not safe for us", "QUO001 error"),
        ("They think you know the bridge is safe", "They think I know the bridge is safe", "QUO001 warning"),
    ],
)
def test_a_difference_all_the_same(one: str, other: str, kind: str) -> None:
    assert flagged(one, other) == [kind]


_BODY = "“We will stop all imports of rice from this year on, and we will not be moved,” said Mayor Lena Brandt."


@pytest.mark.parametrize(
    ("headline", "levels"),
    [
        ("Brandt: ‘We will stop rice imports’", []),
        ("Brandt: ‘We will stop imports of rice’", []),
        ("Brandt: ‘We will not stop rice imports’", ["error"]),
        ("Brandt: ‘We will stop wheat imports’", ["warning"]),
    ],
)
def test_a_headline_may_leave_words_out(headline: str, levels: list[str]) -> None:
    found = discrepancy.check([doc(f"The mayor spoke on Monday. {_BODY}", headline=headline)]).findings
    assert [f.level.value for f in found if f.rule == "QUO001"] == levels


def test_the_wrong_speaker_in_another_spelling() -> None:
    said = "“Europe must pay for its own {},” said {}."
    texts = said.format("defence", "Mayor Lena Brandt"), said.format("defense", "Governor Odile Marchenault")
    assert [f.rule for f in findings(*texts)] == ["QUO002"]
