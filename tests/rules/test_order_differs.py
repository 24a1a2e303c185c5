"""Two events that two versions tell in opposite orders."""

import datetime as dt

import pytest

import discrepancy
from tests.builders import doc


def told(*texts: str) -> list[list[str]]:
    """The labels of each finding of the rule over versions of one day."""
    documents = [doc(text, id="abc"[n], published=dt.date(2024, 3, 14)) for n, text in enumerate(texts)]
    found = discrepancy.check(documents).findings
    return [[value.label for value in f.values] for f in found if f.rule == "DAT003"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bank froze the account after the minister resigned on Monday.",
            "The minister resigned after the bank froze the account, officials said.",
        ),
        (
            "Police searched the house before the suspect was arrested.",
            "The suspect was arrested before police searched the house.",
        ),
        (
            "Jens Holm was sent off two minutes before Tom Reedy scored the equaliser.",
            "Jens Holm was sent off two minutes after Tom Reedy scored the equaliser.",
        ),
        (
            "The strike was called off hours before the talks collapsed, the union said.",
            "The strike was called off hours after the talks collapsed, the union said.",
        ),
        (
            "After the pilot reported engine trouble, the tower cleared the runway.",
            "The pilot reported engine trouble after the tower cleared the runway.",
        ),
        (
            "The company sold its stake in the mine before the dam burst.",
            "The company sold its stake in the mine after the dam burst, records show.",
        ),
        (
            "Walsh took the lead after Maguire fell at the last fence.",
            "Walsh was already leading when Maguire fell at the last fence.",
        ),
        (
            "The vaccine was approved a month before the trial ended, the agency said.",
            "The vaccine was approved a month after the trial ended, the agency said.",
        ),
        (
            "The shelling of the town was heavy. It began an hour after the rebels blew up the bridge.",
            "The rebels blew up the bridge an hour after the shelling began.",
        ),
        (
            "Her husband died three days before the baby was born.",
            "Her husband died three days after the baby was born, friends said.",
        ),
        (
            "Divers had searched the harbour two days before the flood, the mayor said.",
            "Two days after the flood, divers searched the harbour, the mayor said.",
        ),
        (
            "The studio hired a director before it bought the rights to the novel.",
            "First the studio bought the rights to the novel. Then it hired a director.",
        ),
        (
            "A generator caught fire in the cellar, and the lights went out 20 minutes later.",
            "A generator in the cellar caught fire soon after the power failed.",
        ),
        (
            "Savers had withdrawn two million crowns by the time the ministry closed the bank.",
            "The ministry closed the bank, and savers pulled out two million crowns in the following week.",
        ),
    ],
)
def test_opposite_orders(one: str, other: str) -> None:
    assert len(told(one, other)) == 1
    assert len(told(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police arrested 12 people before the march began.", "Police arrested 30 people after the march began."),
        ("Smith scored before half-time.", "Smith scored again after half-time."),
        (
            "The president met the king before the summit opened.",
            "The king hosted a dinner after the summit opened.",
        ),
        (
            "Jones appeared before the court after he was arrested in Leeds.",
            "He was arrested in Leeds before he appeared in court.",
        ),
        (
            "The company cut its forecast after sales fell in China.",
            "Sales in China fell after the company cut its forecast.",
        ),
        (
            "Minutes before the plane crashed, it had taken off from Lima.",
            "The plane crashed minutes after it took off from Lima.",
        ),
        (
            "The police would leave before the march reached the square.",
            "The march reached the square before the police left.",
        ),
        (
            "“The police left the square before the march came,” a witness said.",
            "The march came before the police left the square.",
        ),
        (
            "The ship sank two hours after a fire broke out.",
            "A fire broke out two hours before the ship sank.",
        ),
        (
            "The army did not enter the town before the truce began.",
            "The truce began before the army entered the town.",
        ),
        (
            "Divers had searched the harbour two days before the flood, the mayor said.",
            "Two days after the flood, divers searched the river for a child.",
        ),
        (
            "The studio hired a director before it bought the rights to the novel.",
            "The studio hired a director. Then it bought the rights to the novel.",
        ),
    ],
)
def test_what_only_looks_like_it(one: str, other: str) -> None:
    assert told(one, other) == []


def test_a_version_that_tells_both_orders_settles_nothing() -> None:
    both = "Rebels shelled the port before the truce began. Rebels shelled the port after the truce began."
    assert told(both, "Rebels shelled the port before the truce began.") == []


def test_both_sides_name_all_their_versions() -> None:
    first = "The guard locked the gate before the fire broke out."
    (labels,) = told(first, first, "The guard locked the gate after the fire broke out.")
    assert len(labels) == 2
