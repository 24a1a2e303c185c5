"""When two versions name one organisation differently, and when that is style or two bodies."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story
from tests.samples import check_texts


def fired(one: str, other: str) -> list[str]:
    text = "The report was written by the {} on Monday."
    found = judge_story(story(text.format(one), text.format(other)))
    return [each.rule for each in found if each.rule.startswith("ORG")]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Democratic Unionist Party (DUP)", "Democratic United Party (DUP)", "ORG001"),
        ("National Transport Safety Board (NTSB)", "National Transit Safety Board (N.T.S.B.)", "ORG001"),
        ("Wharfield Hospice Trust", "Warfield Hospice Trust", "ORG002"),
        ("Wharfield Council", "Warfield Council", "ORG002"),
        ("Central Bank of Ireland", "Central Bank of Iceland", "ORG002"),
        ("Bank of Austria", "Bank of Australia", "ORG002"),
        ("Ruritanian Defence Ministry", "Ruritanian Interior Ministry", "ORG002"),
        (
            "International Committee of the Red Cross (ICRC)",
            "International Commission of the Red Cross (ICRC)",
            "ORG001",
        ),
    ],
)
def test_a_slip(one: str, other: str, rule: str) -> None:
    assert fired(one, other) == [rule]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Centre for Labour and Co-operation (CLC)", "Center for Labor and Cooperation (CLC)"),
        ("Partido Popular (PP)", "People's Party (PP)"),
        ("Free Democratic Party (FDP)", "Federal Defence Police (FDP)"),
        ("Office for National Statistics (ONS)", "Office of National Statistics (ONS)"),
        ("Bank of Ireland", "Bank of France"),
        ("Ruritanian Finance Ministry", "Ruritanian Economy Ministry"),
        ("Ruritanian Defence Ministry", "Ruritanian Defense Ministry"),
        ("Wharfield Council", "Wharfield Councils"),
        ("Harlow Council", "Marlow Council"),
        ("Kharkiv Council", "Kharkov Council"),
        ("Baltic Council", "Balkan Council"),
        ("Hartford School District", "Hartfords School District"),
        ("Westfield High School", "Eastfield High School"),
        ("Wharfield Theatre Trust", "Wharfield Theater Trust"),
        ("Harlow Trade Union", "Marlow Trade Union"),
    ],
)
def test_style_and_other_bodies(one: str, other: str) -> None:
    assert fired(one, other) == []


def test_bodies_of_two_countries_in_two_sentences() -> None:
    one = "The Central Bank of Ireland left its rate alone on Monday."
    other = "Its governor and that of the Central Bank of Iceland spoke in Dublin."
    assert [each for each in judge_story(story(one, other)) if each.rule == "ORG002"] == []


@pytest.mark.parametrize(
    ("one", "other", "fires"),
    [
        ("Bank of Velora Copper", "Bank of Velora Cobalt", True),
        ("Velora Creek", "Velora Lake", False),
        ("Velora County", "Velora Brewers", False),
        ("Port Velora", "Rio Velora", False),
    ],
)
def test_names_of_any_kind_that_are_one_but_for_a_word(one: str, other: str, fires: bool) -> None:
    told = "Shares in the parent, {}, fell 4.8% in early trade on Tuesday, brokers at the exchange said."
    report = check_texts(told.format(one), told.format(one), told.format(other))
    assert ("ORG002" in {f.rule for f in report.findings}) is fires
