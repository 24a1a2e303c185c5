"""Figures that measure one thing are held together whatever their value; figures that do not, are not."""

import pytest

from discrepancy.model import FactKind
from tests.builders import doc, grouped, story


def groups(*texts: str) -> list[list[str]]:
    return grouped(story(*texts), FactKind.QUANTITY)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kenya has 24,000 soldiers on the border.", "Some 20,000 Kenyan troops are stationed on the border."),
        ("The flood killed 14 people in Elmstead.", "In Elmstead 15 people died in the flood."),
        ("The flood killed 14 people in Elmstead.", "The flood in Elmstead left 16 dead."),
        ("The flood killed 14 people in Elmstead.", "Fourteen people were killed by the flood in Elmstead."),
        ("The flood in Elmstead killed 14.", "The death toll from the flood in Elmstead is 16."),
        ("The company employs 2,400 people.", "The company has 2,600 workers."),
        ("The storm left 400 homes without power.", "Some 450 homes lost power in the storm."),
        ("Wages rose 4 percent.", "Wages rose by 5 percent."),
        ("Profit rose to $40 million from $30 million.", "Profit rose from $30 million to $41 million."),
        ("The company plans to hire 400 workers in Lisbon.", "The company wants to hire 500 workers in Lisbon."),
        ("The new road to Elmstead is 40 km long.", "The new road to Elmstead is 25 miles long."),
        ("Half of the workers in Elmstead went home.", "Some 45 percent of workers in Elmstead went home."),
        ("The company earned 40 million dollars last year.", "The company earned 37 million euros last year."),
        ("Tom Lindqvist, 44, was hurt in the crash.", "Tom Lindqvist, 45, was hurt in the crash."),
        ("The trial of the mayor lasted three weeks.", "The mayor's trial lasted four weeks."),
    ],
)
def test_the_same_measure_in_other_words(first: str, second: str) -> None:
    assert any({mention[0] for mention in group} == {"a", "b"} for group in groups(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge cost 40 million euros to build.", "Building the bridge cost 40 billion euros."),
        ("Sales of ferries rose to $40 million in May.", "In May sales of ferries rose to $40 billion."),
        ("The fire destroyed 200 homes in Elmstead.", "In Elmstead the fire destroyed 2,000 homes."),
        ("The ferry carried 84 passengers to Elmstead.", "The ferry to Elmstead was carrying 48 passengers."),
    ],
)
def test_a_slip_in_the_figure_parts_nothing(first: str, second: str) -> None:
    assert len(groups(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # another owner
        ("Kenya has 24,000 soldiers on the border.", "Uganda has 20,000 soldiers on the border."),
        ("Kenya has 24,000 soldiers. Uganda has another 3,000.", "Kenya has another 4,000 soldiers."),
        ("Kenya has 24,000 soldiers, and Uganda has 3,000.", "Kenya has 25,000 sailors and soldiers. Uganda has none."),
        # another place
        ("The flood killed 14 people in Elmstead.", "The flood killed 9 people in Dunmore."),
        ("Kenya has 24,000 soldiers in Mombasa.", "Kenya has 3,000 soldiers in Kisumu."),
        ("The harbour employs 900 people in the north.", "The harbour employs 700 people in the south."),
        # another role
        ("The number of jobs rose by 900.", "The number of jobs rose to 900."),
        ("The company cut 900 jobs.", "The company has 900 jobs."),
        ("Another 3,000 soldiers came to Mombasa.", "Some 4,000 soldiers came to Mombasa."),
        # another thing
        ("Two women were killed in Elmstead.", "Three men were killed in Elmstead."),
        ("Kenya's army has 24,000 soldiers.", "Kenya's navy has 4,000 soldiers."),
        ("The theatre seats 900 spectators.", "The library holds 900 books."),
        ("The flood killed 14 people.", "The flood injured 30 people."),
        ("Police arrested 40 protesters in Lisbon.", "Police injured 30 protesters in Lisbon."),
        ("The bridge is 300 metres long.", "The bridge is 12 metres wide."),
        ("The bridge cost 40 million euros.", "The bridge carries 40 million cars."),
        # never compared
        ("If 5,000 people had come, the bridge would have broken.", "Some 4,000 people came to the bridge."),
        ("The third ship reached the harbour.", "The fourth ship reached the harbour."),
    ],
)
def test_other_owners_places_roles_and_things_stay_apart(first: str, second: str) -> None:
    assert groups(first, second) == []


def test_figures_of_other_spans_stay_apart_though_the_spans_are_compared() -> None:
    assert groups(
        "The city will hire 300 nurses over the next two years.",
        "The city will hire 900 nurses over the next five years.",
    ) == [["a:two years", "b:five years"]]


def test_one_group_over_three_documents() -> None:
    assert groups(
        "The flood killed 14 people in Elmstead on Monday.",
        "The flood in Elmstead killed 17 people on Monday.",
        "Fourteen people were killed by the flood in Elmstead.",
    ) == [["a:14", "b:17", "c:Fourteen"]]


def test_two_measures_make_two_groups_over_three_documents() -> None:
    assert groups(
        "The flood killed 14 people and injured 30.",
        "The flood injured 31 people and killed 14.",
        "Some 29 people were injured in the flood and 15 people were killed.",
    ) == [["a:14", "b:14", "c:15"], ["a:30", "b:31", "c:29"]]


def test_a_part_is_not_held_against_the_whole() -> None:
    found = groups("The flood killed 14 people, including 3 children.", "The flood killed 3 children and 11 adults.")
    assert ["a:14", "b:3"] not in found


def test_a_headline_is_held_against_its_own_body() -> None:
    told = story(doc("The flood killed 14 people in Elmstead.", headline="Flood kills 15 people in Elmstead"))
    assert grouped(told, FactKind.QUANTITY) == [["a:15", "a:14"]]


def test_one_text_may_state_a_level_twice() -> None:
    assert groups("Kenya has 24,000 soldiers. The rain fell. In all Kenya has 25,000 soldiers.") == [
        ["a:24,000", "a:25,000"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya has 24,000 soldiers in the north and 3,000 soldiers in the south.",
        "Kenya has 24,000 soldiers. Kenya has 300 ships.",
        "Kenya has 24,000 young soldiers. Kenya has 3,000 old soldiers.",
        "The ferry carried 84 passengers. The train carried 300 passengers.",
        "Police said 14 people died. The mayor said 16 people died.",
        "Another 400 soldiers came. Another 300 soldiers came.",
    ],
)
def test_other_figures_of_one_text_are_other_measures(text: str) -> None:
    assert len(groups(text)) <= ("Police" in text)


def test_a_group_says_what_it_measures_and_why() -> None:
    (group,) = story(
        "Kenya has 24,000 soldiers on the border.", "Some 20,000 Kenyan troops are stationed on the border."
    ).groups
    assert group.subject == "Kenyan troops"
    assert "same concept" in group.reason
    assert 0 < group.confidence <= 1


def test_rates_are_told_apart() -> None:
    assert groups("The tax on oil is $4 a barrel.", "The tax on oil is $90 a tonne.") == []
