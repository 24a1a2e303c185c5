"""Where something happened: the place, how the event stands to it, and what happened."""

import pytest

from discrepancy.model import Fact, FactKind
from tests.builders import facts_of, only


def places(text: str) -> list[Fact]:
    return only(facts_of(text), FactKind.PLACE)


def read(text: str) -> list[tuple[str, str, str]]:
    return [(fact.place.relation, fact.place.name, fact.subject.concept) for fact in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in Harlow on Monday.", ("in", "Harlow", "blast")),
        ("The blast in Harlow killed three people.", ("in", "Harlow", "blast")),
        ("The treaty was signed at St. Albans on Monday.", ("at", "St. Albans", "sign")),
        ("The train derailed near Harlow on Monday.", ("near", "Harlow", "derail")),
        ("The train derailed outside Harlow on Monday.", ("near", "Harlow", "derail")),
        ("The summit took place in Oslo in June.", ("in", "Oslo", "meet")),
        ("A train derailed at a station in Harlow on Monday.", ("in", "Harlow", "derail")),
        ("The marchers reached Harlow on Monday.", ("to", "Harlow", "reach")),
    ],
)
def test_relation_and_event(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_both_ends_of_a_way() -> None:
    assert [found[:2] for found in read("The demonstrators walked from Harlow to Marlford.")] == [
        ("from", "Harlow"),
        ("to", "Marlford"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb exploded in the town of Harlow on Monday.", "town"),
        ("A bomb exploded in Harlow province on Monday.", "province"),
    ],
)
def test_the_noun_that_says_what_it_is(text: str, kind: str) -> None:
    (fact,) = places(text)
    assert (fact.place.name, fact.place.kind) == ("Harlow", kind)


@pytest.mark.parametrize(
    ("text", "direction", "relation"),
    [
        ("A plane crashed in southern Peru on Monday.", "southern", "in"),
        ("A plane crashed north of Harlow on Monday.", "north", "side"),
    ],
)
def test_side_and_part(text: str, direction: str, relation: str) -> None:
    (fact,) = places(text)
    assert (fact.place.direction, fact.place.relation) == (direction, relation)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Harlow spoke to reporters.",
        "She said in Harlow that it was over.",
        "The treaty was signed by the Organization for Security and Cooperation in Europe.",
        "The bomb exploded on Monday.",
    ],
)
def test_no_place_of_an_event(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("He was sentenced at Harlow Crown Court on Friday.", "hearing"),
        ("He stole the money, Harlow Crown Court heard.", "hearing"),
        ("His lawyer told Harlow Crown Court that he was sorry.", "hearing"),
        ("The Harlow Crown Court jury found him guilty.", "jury"),
        ("A jury at Harlow Crown Court found him guilty.", "jury"),
    ],
)
def test_the_court_of_a_case(text: str, event: str) -> None:
    (fact,) = places(text)
    assert (fact.place.name, fact.place.relation, fact.subject.head) == ("Harlow Crown Court", "court", event)


def test_an_event_of_several_is_of_no_one_place() -> None:
    (fact,) = places("Explosions in Harlow killed three people.")
    assert fact.subject.concept == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Investors at Harlow wiped 7 percent off the stock.", []),
        ("The fire at Harlow killed three people.", ["Harlow"]),
        ("The water at Harlow rose by two metres on Monday.", ["Harlow"]),
        ("Two people at Harlow General Hospital died on Monday.", ["Harlow General Hospital"]),
        ("Investors sold the stock at Harlow on Monday.", ["Harlow"]),
    ],
)
def test_whose_people_act_is_no_place(text: str, found: list[str]) -> None:
    assert [fact.place.name for fact in places(text)] == found
