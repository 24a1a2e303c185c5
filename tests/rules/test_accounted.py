"""Figures that differ and that the texts account for in their own words: a note with the reason, and never a flag."""

from __future__ import annotations

import pytest

from discrepancy.model import Level
from tests.samples import check_texts

ACCOUNTED = [
    (
        "A fire destroyed the mill. The owner valued the loss at 12 million pounds. An assessor put it at 9 million.",
        "The fire at the paper mill did damage worth 12 million pounds, its owner said.",
        ("12 million", "9 million"),
    ),
    (
        "Police counted 8,000 farmers on the square. The union's own tally was 14,000.",
        "The union said that 14,000 farmers had come by bus and train.",
        ("8,000", "14,000"),
    ),
    (
        "The college has 430 places. Another 170 are to be added in autumn.",
        "The college will have 600 places from autumn.",
        ("430", "600"),
    ),
    (
        "The court convicted six of the defendants on Wednesday.",
        "Three others had pleaded guilty before, taking the number of those convicted over the fraud to nine.",
        ("six", "nine"),
    ),
    (
        "Nine passengers were taken to hospital after the bus overturned.",
        "Five of the passengers hurt when the bus overturned were still in hospital in the evening.",
        ("Nine", "Five"),
    ),
    (
        "A day ticket costs 6.20 euros in the city.",
        "The price of a day ticket, now 6.20 euros, will go up to 6.80 euros in May, the council decided.",
        ("6.20", "6.80"),
    ),
    (
        "The levy will cost an average household 18 pounds a month, the ministry said.",
        "Households will pay about 216 pounds a year under the new levy.",
        ("18 pounds", "216 pounds"),
    ),
    (
        "The repair of the bridge will cost between 18 million and 22 million euros, the city said.",
        "The repair of the bridge will cost 20 million euros, according to the mayor.",
        ("18 million", "20 million"),
    ),
    (
        "Shares in Orvik fell 6.1 percent in early trading on Wednesday.",
        "Shares in Orvik ended the day 4.8 percent lower on Wednesday.",
        ("6.1", "4.8"),
    ),
    (
        "Anna Wirth won 18,204 votes in the poll in Lund, the first count showed. A recount was ordered.",
        "Anna Wirth had 18,187 votes after a recount in Lund, the returning officer said.",
        ("18,204", "18,187"),
    ),
    (
        "Mia Holt, 19, vanished on her way home in 2015.",
        "Mia Holt was 19 when she vanished. She would be 29 now.",
        ("19", "29"),
    ),
]
TWO_THINGS = [
    (
        "The factory in Holt employs 640 people. It made 21,000 tractors last year.",
        "The factory in Holt makes tractors. Its owner has 9,100 workers in nine countries.",
    ),
    (
        "The film cost 90 million dollars to make. It earned 310 million dollars worldwide.",
        "The film, which cost 90 million dollars, has now earned 310 million dollars.",
    ),
    (
        "Police said 30 shops were looted. The fire brigade said 12 cars were burnt.",
        "Police said 30 shops were looted in the town and the fire brigade put out 12 burning cars.",
    ),
    ("The zoo has 40 penguins and 25 seals.", "The zoo keeps 40 penguins. It has 65 keepers."),
    ("A stand costs 45 euros a day.", "Visitors pay 17 euros a year for the newsletter."),
]


@pytest.mark.parametrize(("one", "other", "values"), ACCOUNTED)
def test_what_the_texts_account_for_is_a_note_on_both_figures(one: str, other: str, values: tuple[str, str]) -> None:
    notes = [f for f in check_texts(one, other).findings if f.reconciliation and f.level is Level.NOTE]
    told = [" ".join(m.text for value in note.values for m in value.mentions) for note in notes]
    assert any(all(value in words for value in values) for words in told)


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_two_things_are_left_alone(one: str, other: str) -> None:
    assert not [f for f in check_texts(one, other).findings if f.rule in {"NUM001", "NUM003"}]
