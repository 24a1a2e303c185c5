"""When two versions put one event in two places, and when both can be right."""

import pytest

from discrepancy.model import Finding, Level
from discrepancy.rules import judge_story
from tests.builders import story


def places(*texts: str) -> list[Finding]:
    return [each for each in judge_story(story(*texts)) if each.rule == "PLA001"]


def told(*texts: str) -> list[tuple[str, ...]]:
    return [tuple(sorted(value.label for value in each.values)) for each in places(*texts)]


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        ("A bomb exploded in the town of {}, killing three.", ("Harlow", "Marlford"), ("Harlow", "Marlford")),
        ("A ferry sank off the coast in {} on Friday, killing 12.", ("Scotland", "Wales"), ("Scotland", "Wales")),
        ("A mill collapsed in {} on Friday, killing 12.", ("Texas", "Ohio"), ("Ohio", "Texas")),
        ("A mill collapsed in {} on Friday, killing 12.", ("Lyon", "Belgium"), ("Belgium", "Lyon")),
        ("The plane was flying from {} to Malaga when it crashed, killing 12.", ("Oslo", "Bergen"), ("Bergen", "Oslo")),
        ("The plane from {} to Malaga crashed on Friday.", ("Oslo", "Bergen"), ("Bergen", "Oslo")),
        ("A ferry from {} sank on Friday, killing 12.", ("Oslo", "Bergen"), ("Bergen", "Oslo")),
        ("The ministers met in {} on Monday to sign the treaty.", ("Geneva", "Vienna"), ("Geneva", "Vienna")),
        ("A plane crashed in {} Peru on Thursday.", ("southern", "northern"), ("northern Peru", "southern Peru")),
        ("The march went from {} to Marlford.", ("Harlow", "Ashby"), ("Ashby", "Harlow")),
        ("He was sentenced at {} Crown Court.", ("Harlow", "Ashby"), ("Ashby Crown Court", "Harlow Crown Court")),
        ("A {} Court jury found him guilty.", ("Supreme", "County"), ("County Court", "Supreme Court")),
    ],
)
def test_two_places(one: str, other: tuple[str, str], labels: tuple[str, str]) -> None:
    assert told(*(one.format(name) for name in other)) == [labels]


BLAST = "A bomb exploded {} on Monday, killing three people."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in Paris", "in France"),
        ("in Britain", "in England"),
        ("in the UK", "in Scotland"),
        ("in Sydney", "in Parramatta"),
        ("in Los Angeles", "in Hollywood"),
        ("in north Leeds", "in Headingley"),
        ("in northern Marlford", "in Harlow"),
        ("in the village of Harlow", "in Marlford"),
        ("in the village of Harlow", "in the town of Marlford"),
        ("in Surrey", "in Guildford"),
        ("in New York", "in Manhattan"),
        ("in the West Bank", "in Ramallah"),
        ("in the Gulf", "in the Persian Gulf"),
        ("in Harlow", "in Marlford, three miles from Harlow,"),
        ("in Kyiv", "in Kiev"),
        ("near Harlow", "near Marlford"),
        ("outside Harlow", "in Marlford"),
        ("in Harlow", "in Marlford, a suburb of Harlow,"),
        ("in Harlow", "in Harlow Square"),
        ("in Harlow", "in the province of Marlford"),
        ("in Harlow", "in the Stade de France"),
        ("in Harlow", "in northern Harlow"),
        ("in northern Harlow", "in western Harlow"),
        ("north of Harlow", "in Marlford"),
    ],
)
def test_both_can_be_right(one: str, other: str) -> None:
    assert told(BLAST.format(one), BLAST.format(other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Protests took place in Braga on Monday.", "Protests took place in Faro on Monday."),
        ("An earthquake struck in Harlow on Monday.", "An earthquake struck in Marlford on Monday."),
        ("Police arrested three men in Harlow.", "Police arrested two women in Marlford."),
        ("Police arrested a man in Harlow on Monday.", "Police arrested a man in Marlford on Tuesday."),
        ("Planes from Oslo crashed on Monday.", "Planes from Bergen crashed on Monday."),
        ("The plane from Oslo crashed on Monday.", "The plane from Norway crashed on Monday."),
        ("The plane from Heathrow crashed on Monday.", "The plane from London crashed on Monday."),
        ("Refugees fled from Harlow to Poland.", "Refugees fled from Marlford to Poland."),
        ("Shelling was reported in northern Ukraine.", "Shelling was reported in southern Ukraine."),
        ("A bomb exploded in Harlow. A bomb exploded in Ashby.", "A bomb exploded in Ashby."),
        ("“A bomb exploded in Harlow,” he said.", "A bomb exploded in Marlford."),
        ("A bomb did not explode in Harlow.", "A bomb exploded in Marlford."),
        ("He was tried at Ashby Magistrates' Court.", "He was sentenced at Harlow Crown Court."),
        (
            "He was heard at Ashby Crown Court and sentenced at Harlow Crown Court.",
            "He was sentenced at Marlford Crown Court.",
        ),
    ],
)
def test_two_events(one: str, other: str) -> None:
    assert told(one, other) == []


def test_two_towns_that_no_list_knows_are_a_warning() -> None:
    (unsure,) = places(BLAST.format("in Harlow"), BLAST.format("in Marlford"))
    (sure,) = places(BLAST.format("in the town of Harlow"), BLAST.format("in the town of Marlford"))
    (known,) = places(BLAST.format("in Leeds"), BLAST.format("in Hull"))
    assert (unsure.level, sure.level, known.level) == (Level.WARNING, Level.ERROR, Level.ERROR)


def test_two_towns_that_no_list_knows_in_other_words_may_be_neighbours() -> None:
    other = "A device blew up outside a bank in Marlford at noon; nobody has said yet who left it, or why."
    assert told(BLAST.format("in Harlow"), other) == []
    alike = "Three people were killed when a bomb exploded in Marlford outside a bank on Monday."
    assert told(BLAST.format("near Harlow"), alike) == []
    assert told(BLAST.format("in Harlow"), alike) == [("Harlow", "Marlford")]
    assert told(BLAST.format("in Leeds"), alike.replace("Marlford", "Hull")) == [("Hull", "Leeds")]


def test_one_figure_tells_that_it_is_one_event() -> None:
    depth = "The divers reached a depth of 61.4 metres at Harlow on Monday, a club record."
    assert told(depth, "A record fell in Marlford when divers got down to 61.4 metres.") == [("Harlow", "Marlford")]
    assert told(depth, "A record fell in Marlford when divers got down to 48.2 metres.") == []


def test_where_a_doer_or_its_victims_are_the_event_is() -> None:
    first = "An explosion killed four workers in the town of Harlow on Sunday, breaking windows at the mill."
    second = "A blast killed four workers in the town of Marlford on Sunday, breaking windows at the mill."
    assert told(first, second) == [("Harlow", "Marlford")]
    assert told(first, second.replace("town of Marlford", "county of Essex")) == []


def test_what_was_found_off_one_coast_was_not_found_off_another() -> None:
    first = "The ketch was found off Harlow on Monday with all three of its crew safe."
    assert told(first, "The ketch was found off Marlford on Monday with its crew safe.") == [("Harlow", "Marlford")]
    assert told(first, "The ketch was found on Monday with its crew safe and towed to Marlford.") == []


def test_any_version_may_tell_that_one_lies_in_the_other() -> None:
    texts = (BLAST.format("in the town of Harlow"), BLAST.format("in the town of Marlford"))
    assert told(*texts, "Firms in Harlow, near Marlford, closed for the day.") == []
    assert told(*texts, "Firms in Harlow and Marlford closed for the day.") == [("Harlow", "Marlford")]


def test_a_third_version_that_agrees_joins_its_side() -> None:
    texts = (BLAST.format("in Harlow"), BLAST.format("in Marlford"), BLAST.format("in Harlow"))
    (finding,) = [each for each in judge_story(story(*texts)) if each.rule == "PLA001"]
    assert {value.label: [m.document for m in value.mentions] for value in finding.values} == {
        "Harlow": ["a", "c"],
        "Marlford": ["b"],
    }
