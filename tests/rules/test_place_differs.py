"""When two versions put one event in two places, and when both can be right."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story


def told(*texts: str) -> list[tuple[str, ...]]:
    found = [each for each in judge_story(story(*texts)) if each.rule == "PLA001"]
    return [tuple(sorted(value.label for value in each.values)) for each in found]


@pytest.mark.parametrize(
    ("one", "other", "labels"),
    [
        ("A bomb exploded in the town of {}, killing three.", ("Harlow", "Marlford"), ("Harlow", "Marlford")),
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


def test_a_third_version_that_agrees_joins_its_side() -> None:
    texts = (BLAST.format("in Harlow"), BLAST.format("in Marlford"), BLAST.format("in Harlow"))
    (finding,) = [each for each in judge_story(story(*texts)) if each.rule == "PLA001"]
    assert {value.label: [m.document for m in value.mentions] for value in finding.values} == {
        "Harlow": ["a", "c"],
        "Marlford": ["b"],
    }
