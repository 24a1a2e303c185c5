"""Which figures of two versions are held to be one measure given differently, and which are two measures."""

import datetime as dt

import pytest

import discrepancy
from discrepancy.model import Level
from tests.builders import doc

ONE_MEASURE = {
    "what is spent is what it costs": (
        "The council will spend 12 million pounds on repairing the pier. Work starts in June.",
        "Repairs to the pier will cost the council 1.2 million pounds and begin in June.",
    ),
    "so long, and a thing of that length": (
        "The tunnel will be 18 kilometres long and open in 2031. It will link the two valleys.",
        "Due to open in 2031, the 81-kilometre tunnel will link the two valleys.",
    ),
    "a figure with a possessive is no age": (
        "Retailer Haldane is to close 38 shops by Christmas. It employs 4,000 staff.",
        "By Christmas, 83 of Haldane's shops will have been shut. The retailer has a staff of 4,000.",
    ),
    "the subject of weighing": (
        "Police seized 2.5 tonnes of cocaine hidden in banana crates at the port of Lisk.",
        "Officers found cocaine weighing 5.2 tonnes among bananas at the port of Lisk.",
    ),
    "pounds of debt are money": (
        "The bank hid 52.4 million pounds of bad debts from its auditors.",
        "The bank hid 5.24 million pounds of bad debts from its auditors.",
    ),
    "a place of the sentence is no other place": (
        "LEEDS, England - Some 730 nurses in the city walked out on Monday over pay.",
        "The walkout by 370 nurses at Ashdown Hospitals began on Monday over pay.",
    ),
    "a prison term in other words": (
        "Former mayor Tom Lindqvist was jailed for eight years on Monday for fraud.",
        "Tom Lindqvist was handed a twelve-year prison term on Monday for fraud.",
    ),
    "an age that stands for a person": (
        "Elin Sandberg, 27, won the race on Sunday.",
        "Elin Sandberg won the race. The 37-year-old Swede broke away on the last hill.",
    ),
    "a slip of a power of ten is no other time": (
        "The repair of the pier is to cost 630,000 euros, the town said.",
        "The repair of the pier cost 6.3 million euros, the town said.",
    ),
    "who has a share of the vote": (
        "In the first round Anna Ruiz had 52.3 percent of the vote.",
        "In the first round Anna Ruiz took 25.3 percent of the vote.",
    ),
    "a goal from a distance": (
        "Okafor scored the first goal from 25 yards after half an hour.",
        "Okafor scored the first goal from 35 yards after half an hour.",
    ),
}

TWO_MEASURES = {
    "over two winters, for one winter": (
        "The trial ran over two winters in six countries. It enrolled 9,000 people.",
        "The jab protects people for one winter, the trial of 9,000 people in six countries found.",
    ),
    "a part in one place": (
        "The carmaker gave its results on Thursday and said that it would shut a plant. Revenue fell 6.4 percent.",
        "The carmaker is to shut a plant, it said on Thursday. Revenue in Brazil fell 29 percent, its chief said.",
    ),
    "worldwide and in one town": (
        "The company employs 52,400 people worldwide.",
        "The company will shut the plant in Dortmund, where it employs 6,700 people.",
    ),
    "those besides some that were named": (
        "The study enrolled 25,000 people in eight countries.",
        "The study enrolled 25,000 people in Norway and seven other countries.",
    ),
    "digits alike of two things": (
        "There were 15,000 entries for the race last year.",
        "Organisers put the crowd along the course at 150,000.",
    ),
    "a dozen is no slip": (
        "Some 120,000 people use the network each day.",
        "There was a brazier and a dozen people in woollen hats.",
    ),
    "two who share a surname": (
        "Tom Lindqvist, 52, was jailed for fraud. Judge Ana Hall told Lindqvist to sit down.",
        "Tom Lindqvist was jailed for fraud. Former clerk Eva Lindqvist, 36, no relation, wept.",
    ),
    "the terms of two defendants": (
        "Tom Lindqvist was jailed for nine years for fraud on Monday.",
        "Ruth Adeyinka was jailed for four years for false accounting on Monday.",
    ),
    "rates for other numbers": (
        "The county had 24 cases of measles per 100,000 people last year.",
        "The county had 2.4 cases of measles for every 10,000 people last year.",
    ),
    "two sides of the compass": (
        "The harbour employs 900 people in the north.",
        "The harbour employs 700 people in the south.",
    ),
    "a clause without its verb": (
        "Headaches were reported by 58 percent of patients and fatigue by 31 percent.",
        "Side effects were mild; 58 percent of patients had headaches.",
    ),
}


def flagged(first: str, second: str) -> set[str]:
    report = discrepancy.check([doc(first, id="a"), doc(second, id="b")])
    return {finding.rule for finding in report.at_or_above(Level.WARNING)}


@pytest.mark.parametrize(("first", "second"), ONE_MEASURE.values(), ids=ONE_MEASURE)
def test_one_measure_given_differently(first: str, second: str) -> None:
    assert flagged(first, second) & {"NUM001", "NAM007"}


@pytest.mark.parametrize(("first", "second"), TWO_MEASURES.values(), ids=TWO_MEASURES)
def test_two_measures(first: str, second: str) -> None:
    assert "NUM001" not in flagged(first, second)


@pytest.mark.parametrize(("later", "expected"), [(0, True), (1, False)], ids=["one day", "a day later"])
def test_a_birthday_may_lie_between_two_versions(later: int, *, expected: bool) -> None:
    day = dt.date(2024, 3, 14)
    first = doc("Tom Lindqvist, 44, was hurt in the crash.", id="a", published=day)
    second = doc("Tom Lindqvist, 45, was hurt in the crash.", id="b", published=day + dt.timedelta(days=later))
    found = {finding.rule for finding in discrepancy.check([first, second]).at_or_above(Level.WARNING)}
    assert bool(found & {"NUM001", "NAM007"}) is expected
