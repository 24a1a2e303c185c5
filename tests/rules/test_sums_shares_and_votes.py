"""Sums, changes, shares and votes told in the many ways that newsrooms tell them."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story

RULES = {"NUM002", "NUM012", "NUM013", "NUM014", "NUM015", "NUM017"}


def told(*texts: str) -> list[tuple[str, ...]]:
    found = [each for each in judge_story(story(*texts)) if each.rule in RULES]
    return [(each.rule, *(value.label for value in each.values)) for each in found]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "Fumes made 40 workers ill. They are 22 packers, eleven drivers and four clerks, the firm said.",
            ("40", "22 + eleven + four"),
        ),
        (
            "Of the 540 kg (1,190 pounds) of ivory, 330 kg lay in a cellar, 140 kg in a barn and 90 kg in a van.",
            ("540 kg", "330 kg + 140 kg + 90 kg"),
        ),
        (
            "The court heard 60 people. Of these, 35 were called by the state, and the remaining 20 by the defence.",
            ("60", "35 + 20"),
        ),
        (
            "The pier cost €18 million. The state paid €9.5 million, the port €6 million and the town €4.5 million.",
            ("€18 million", "€9.5 million + €6 million + €4.5 million"),
        ),
        (
            "The team won 24 medals - nine gold, eight silver and nine bronze - its best result.",
            ("24", "nine + eight"),
        ),
    ],
)
def test_parts_that_their_words_tie_to_a_total(text: str, finding: tuple[str, ...]) -> None:
    assert told(text) == [("NUM012", *finding)]


@pytest.mark.parametrize(
    "text",
    [
        "Fumes made 37 workers ill. They are 22 packers, eleven drivers and four clerks, the firm said.",
        "The club has 200 members. Of these, 96 are women, 40 are under 30 and 90 are new.",
        "She played in 12 games - four goals, seven assists and two cards - this season.",
        "Fumes made 40 workers ill. They are 22 packers, eleven drivers and four clerks, plus three guards.",
        "A storm killed 40 people. The injured are 22 packers, eleven drivers and four clerks, the mayor said.",
        "The bus carried 40 people. They included 22 packers, eleven drivers and four clerks.",
    ],
)
def test_parts_that_fit_or_may_overlap(text: str) -> None:
    assert told(text) == []


def test_parts_of_one_version_and_the_total_of_another() -> None:
    total = "Thirty-four sailors were saved on Sunday, the coast guard said."
    parts = "The sailors are safe. The rescued are {} deckhands, nine cooks and ten engineers, the coast guard said."
    assert told(total, parts.format(18)) == [("NUM012", "Thirty-four", "18 + nine + ten")]
    assert told(total, parts.format(15)) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Inflation fell to 4.1% in August from 4.5% in July, a drop of 0.6 percentage points.",
            ("0.6 percentage points", "4.5%", "4.1%"),
        ),
        (
            "Profit climbed 25 percent last year, reaching 61 million euros against 54 million in 2023.",
            ("25 percent", "54 million", "61 million euros"),
        ),
        (
            "The guild picked 300 tonnes, 25 percent less than the 500 tonnes of last year.",
            ("25 percent", "500 tonnes", "300 tonnes"),
        ),
        ("The town had 84 cases, three times as many as the 51 of the week before.", ("51", "84", "three times")),
    ],
)
def test_changes_in_other_words(text: str, labels: tuple[str, ...]) -> None:
    assert told(text) == [("NUM013", *labels)]


@pytest.mark.parametrize(
    "text",
    [
        "Inflation fell to 4.1% in August from 4.5% in July, a drop of 0.4 percentage points.",
        "Rent rose to 1,040 euros from 1,000 euros, up 30 percent on 2015.",
        "Income rose to $2.4 billion, or 15 cents per share, from $2.2 billion a year earlier.",
        "The town had 84 cases, nearly twice as many as the 45 of the week before.",
        "Sales rose 12 percent to 131 million euros, against the 140 million euros that analysts had expected.",
    ],
)
def test_changes_that_fit_or_go_from_another_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Of the town's 120 barns 24 are gone, a third of the total.", ("a third", "120 + 24")),
        ("Some 310 clients left, one in nine of the 1,240 whom the firm serves.", ("one in nine", "310 + 1,240")),
        ("Of 300 schools 210 lack a teacher. That is 90 percent.", ("90 percent", "300 + 210")),
        ("The tower has 64 tenants, half the 96 it had before the fire.", ("half", "64 + 96")),
    ],
)
def test_shares_in_other_words(text: str, labels: tuple[str, ...]) -> None:
    assert told(text) == [("NUM014", *labels)]


def test_shares_that_fit_or_are_of_another_whole() -> None:
    assert told("Of the town's 120 barns 39 are gone, a third of the total.") == []
    assert told("Of the 300 clerks 60 are to go, a third of the sales staff among them.") == []


def test_points_told_as_per_cent_by_another_version() -> None:
    points = "Joblessness stands at 6.8 per cent in the valley, up 0.9 percentage points in a year."
    per_cent = (
        "The jobless rate, now 6.8 percent, rose 0.9 percent over the past year, and the school has fewer pupils."
    )
    assert len(told(points, per_cent)) == 1
    assert told(points, "The jobless rate is now 6.8 percent. Wages rose 0.9 percent in a year.") == []


def test_one_vote_counted_twice() -> None:
    bank = "Four members of the committee voted for the cut and two wanted no change."
    assert [each[0] for each in told(bank, "The cut was carried by five votes to one.")] == ["NUM017"]
    assert told(bank, "The cut was carried by four votes to two.") == []
    assert told(bank, "In May the earlier cut was carried by five votes to one.") == []
