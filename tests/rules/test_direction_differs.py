"""When one figure is a rise in one version and a fall in another, and when the two are of other things."""

import pytest

from discrepancy.rules import judge_story
from tests.builders import story


def told(*texts: str) -> list[list[str]]:
    found = [each for each in judge_story(story(*texts)) if each.rule == "CLM002"]
    return [[value.label for value in each.values] for each in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tolmar shares fell 5.1% to 22.30 euros by noon.", "Tolmar's stock rose 5.1 percent in early trading."),
        (
            "The number of visitors to the museum fell by 12% last year.",
            "The number of visitors to the museum rose by 12% last year.",
        ),
        ("Homicides in Denver rose 14 percent in 2023.", "Homicides in Denver dropped 14 percent in 2023."),
        (
            "Norvik's pretax profit fell 11 percent last year to 11.2 million pounds, from 12.6 million.",
            "Its pre-tax profit rose 11 per cent last year to £11.2m, the union said.",
        ),
        ("The company reported an 11.4% fall in profit.", "The company reported an 11.4% rise in profit."),
        ("Shares in Norvik closed 3.2% higher on Monday.", "Shares in Norvik closed 3.2% lower on Monday."),
        ("Ridership is 12.5% lower than in 2019.", "Ridership is 12.5% higher than in 2019."),
        (
            "Entries for the race were 12% higher than last year, at 16,800.",
            "Entries for the race fell 12% from last year to 16,800.",
        ),
        (
            "Crime in the city is up 5% on last year, to 4,310 offences.",
            "Crime in the city is down 5% on last year, to 4,310 offences.",
        ),
        (
            "The krone weakened to 11.42 per euro from 11.30 on Monday.",
            "The currency firmed, going from 11.30 to 11.42 to the euro.",
        ),
        (
            "Profits at Harlan Mills rose last year as shops in Spain sold more of its wool.",
            "Harlan Mills said that its annual profits had fallen although shops in Spain sold more wool.",
        ),
        ("The River Orne had risen by 40 centimetres.", "The Orne was 40cm lower than in the morning."),
        (
            "The central bank of Norvania raised its key rate to 3.25 percent.",
            "Norvania's central bank cut its main interest rate to 3.25 per cent.",
        ),
        ("The Greens lost four seats in Upton.", "The Greens, now on 11 seats, gained four seats in Upton."),
        ("A rise in burglaries in Upton was reported, to 4,310.", "In Upton burglaries declined to 4,310."),
    ],
)
def test_other_direction(one: str, other: str) -> None:
    assert len(told(one, other)) == 1
    assert told(one, other) == told(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvik's sales in Europe rose 3%.", "Norvik's sales in Asia fell 3%."),
        ("Norvik's shares rose 5.1%.", "Tolmar's shares fell 5.1%."),
        ("Profit rose 4.2% in the first quarter.", "Profit fell 4.2% in the second quarter."),
        ("The index rose 1.2% on Monday.", "The index fell 1.2% on Tuesday."),
        ("Norvik shares fell 5.1% and then rose 5.1%.", "Norvik shares rose 5.1%."),
        ("Turnout rose 3%.", "Turnout fell 3%."),
        ("The tax cut of $200 million was welcomed.", "A rise of $200 million in the tax was feared."),
        ("Turnout in Upton was 5 points higher than in 2019.", "Turnout in Selwood was 5 points lower than in 2019."),
        ("The company reported an 11.4% fall in profit.", "The union won an 11.4% rise in pay."),
        ("Exports to China fell 8.3%.", "Exports to India rose 8.3%."),
        ("Female employment rose 2.1%.", "Male employment fell 2.1%."),
        ("Norvik expects profit to rise 4.2% next year.", "Norvik's profit fell 4.2% last year."),
        ("If sales had risen 4.2%, Norvik would have hired.", "Norvik's sales fell 4.2%."),
        ("Petrol prices rose 2.5% in May.", "Diesel prices fell 2.5% in May."),
        ("Murders in Denver rose 14%.", "Murders in Boston fell 14%."),
        ("The number of jobless in Spain fell in June.", "The number of young jobless in Spain rose in June."),
        ("The krone could weaken to 11.42 per euro.", "The krone firmed to 11.42 per euro."),
        ("Tolmar's shares gained 2.3% on Monday.", "The rival Norvik saw its shares fall 2.3% on Monday."),
        ("Car sales fell from a year earlier in May, to 11,800.", "Car sales rose from a month earlier, to 11,800."),
        ("A man fell ill at 11.42 after a rise in heat.", "The river rose to 11.42 metres."),
    ],
)
def test_both_can_be_right(one: str, other: str) -> None:
    assert told(one, other) == []
