"""When one version is sure of what others leave open, and when it may be."""

import datetime as dt

import pytest

from discrepancy.model import Document, Level
from discrepancy.rules import judge_story
from tests.builders import doc, story


def told(*texts: str | Document) -> list[list[str]]:
    found = [each for each in judge_story(story(*texts)) if each.rule == "CLM004"]
    assert all(each.level is Level.WARNING for each in found)
    return [[value.label for value in each.values] for each in found]


HARDENED = (
    (
        "An electrical fault may have started the fire, investigators said.",
        "Investigators said the fire might have been caused by an electrical fault.",
        "An electrical fault started the fire in the basement of the hotel.",
    ),
    (
        "Peter Moss, 44, is suspected of taking bribes from a contractor, prosecutors said.",
        "Peter Moss, 44, is alleged to have taken bribes from a contractor.",
        "Peter Moss, 44, took bribes from a contractor for six years.",
    ),
    (
        "Firefighters believe that a discarded cigarette sparked the wildfire.",
        "A discarded cigarette probably sparked the wildfire, the fire chief said.",
        "A discarded cigarette sparked the wildfire.",
    ),
    (
        "The drug appears to reduce the risk of stroke, the researchers said.",
        "The drug may reduce the risk of stroke, according to the study.",
        "The drug reduces the risk of stroke.",
    ),
    (
        "The airline is considering closing its base at Leeds.",
        "The airline said it may close its base at Leeds next year.",
        "The airline will close its base at Leeds next year.",
    ),
    (
        "The council proposes to shut the swimming pool in Mill Lane.",
        "The swimming pool in Mill Lane could be shut by the council.",
        "The council will close the swimming pool in Mill Lane.",
    ),
    (
        "The striker Paul Crane is likely to miss the match in Leeds.",
        "Paul Crane, the striker, could miss the match in Leeds, his club said.",
        "Paul Crane, the striker, will miss the match in Leeds.",
    ),
    (
        "The outbreak may have been caused by contaminated lettuce, officials said.",
        "Contaminated lettuce is thought to have caused the outbreak.",
        "Contaminated lettuce caused the outbreak, officials said.",
    ),
    (
        "The bank is believed to be insolvent, two regulators said.",
        "The bank appeared to be insolvent, a regulator said.",
        "The bank was insolvent when the regulators closed it.",
    ),
    (
        "The pilot apparently ignored a warning from the tower.",
        "The pilot may have ignored a warning from the tower.",
        "The pilot ignored a warning from the tower.",
    ),
)

OPEN_OR_OTHER = (
    (  # it has happened since
        "The drug firm may recall the inhaler, it said.",
        "The drug firm could recall the inhaler.",
        "The drug firm recalled the inhaler.",
    ),
    (  # another cause of another thing
        "Heavy rain may have weakened the embankment, an engineer said.",
        "The embankment might have been weakened by heavy rain.",
        "Heavy rain caused long queues on the motorway.",
    ),
    (  # ability is no guess
        "Residents could hear the blast ten miles away.",
        "The blast was so loud that residents could hear it ten miles away.",
        "Residents heard the blast ten miles away.",
    ),
    (  # one alone leaves it open
        "The airline said it may close its base at Leeds next year.",
        "The airline will close its base at Leeds next year.",
        "The airline will close its base at Leeds, it said.",
    ),
    (  # another subject
        "The union may call a strike at the mine in May.",
        "A strike at the mine in May could be called by the union.",
        "The owners will call an inquiry at the mine in May.",
    ),
    (  # it is hedged in other words
        "The bank may cut interest rates in June, its governor said.",
        "The bank could cut interest rates in June.",
        "The bank will cut interest rates in June if inflation falls, which may not happen, the governor said.",
    ),
    (  # a condition
        "The dam may fail, the engineer said.",
        "Engineers fear the dam could fail.",
        "If the dam fails, the village will be flooded.",
    ),
    (  # denied
        "The minister may resign over the affair, aides said.",
        "The minister could resign over the affair.",
        "The minister will not resign over the affair.",
    ),
    (  # of two speakers one may be sure
        "The budget may fail in the senate, said Ann Lowe, the party's whip.",
        "Ann Lowe, the party's whip, said that the budget might fail in the senate.",
        "The budget will fail in the senate, said Tom Reed, who leads the opposition.",
    ),
    (  # other persons of one kind
        "Two workers may have been killed in the collapse of the crane.",
        "Officials said that two workers may have been killed in the collapse.",
        "Three workers were killed in the collapse of the crane.",
    ),
)


@pytest.mark.parametrize("texts", HARDENED)
def test_a_guess_that_one_version_tells_as_a_fact_is_shown(texts: tuple[str, ...]) -> None:
    assert told(*texts)


@pytest.mark.parametrize("texts", OPEN_OR_OTHER)
def test_what_is_open_or_another_thing_is_left_alone(texts: tuple[str, ...]) -> None:
    assert told(*texts) == []


def test_a_version_that_came_days_later_may_know_more() -> None:
    *others, sure = HARDENED[0]
    assert told(*others, doc(sure, id="z", published=dt.date(2024, 3, 16)))
    assert told(*others, doc(sure, id="z", published=dt.date(2024, 3, 20))) == []


def test_a_version_that_says_both_is_left_alone() -> None:
    *others, sure = HARDENED[0]
    assert told(*others, f"{sure} An electrical fault may have started the fire, firefighters said.") == []
