"""Names of places as keys, and which two of them can not both be right."""

import pytest

from discrepancy.lexicon import table
from discrepancy.lexicon.apart import Apart, apart
from discrepancy.lexicon.conventions import plain_spelling
from discrepancy.lexicon.events import event_of, has_one_place, is_wide
from discrepancy.lexicon.organisations import initials_fit, organisation_key
from discrepancy.lexicon.places import opposite, place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kyiv", "Kiev"), ("St. Petersburg", "Saint Petersburg"), ("The Hague", "Den Haag"), ("Mt. Etna", "Mount Etna")],
)
def test_names_of_one_place(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)
    assert both_ways(one, other) is Apart.NO


def both_ways(one: str, other: str) -> Apart:
    found = apart(one, "", other, "")
    assert apart(other, "", one, "") is found
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oslo", "Stockholm"),
        ("France", "Spain"),
        ("Geneva", "Vienna"),
        ("Munich", "Cologne"),
        ("England", "Scotland"),
        ("Texas", "Ohio"),
        ("Dallas", "Ohio"),
        ("Lyon", "Germany"),
        ("Bavaria", "Austria"),
        ("Manhattan", "Brooklyn"),
        ("Bombay", "Calcutta"),
        ("Georgia", "Florida"),
        ("Georgia", "Armenia"),
        ("Oak Street", "Elm Street"),
        ("Lake Victoria", "Lake Tanganyika"),
        ("Marl County", "Harl County"),
    ],
)
def test_two_places(one: str, other: str) -> None:
    assert both_ways(one, other) is Apart.SURELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paris", "France"),
        ("Harlow", "Essex"),
        ("Harlow", "Stade de France"),
        ("Harlow", "Harlow Square"),
        ("Harlow", "Marlford Stadium"),
        ("Harlow", "Marl Valley"),
        ("London", "Marlford"),
        ("Leeds", "Marlford"),
        ("Europe", "Harlow"),
        ("Elm Street", "Marlford Hospital"),
        ("UK", "Scotland"),
        ("Britain", "England"),
        ("Ireland", "Ulster"),
        ("Hong Kong", "China"),
        ("Greenland", "Denmark"),
        ("European Union", "Belgium"),
        ("Ramallah", "West Bank"),
        ("Jerusalem", "Israel"),
        ("Crimea", "Russia"),
        ("Crimea", "Ukraine"),
        ("New York", "Manhattan"),
        ("New York City", "Brooklyn"),
        ("Hollywood", "Los Angeles"),
        ("London", "Camden"),
        ("Montreal", "Quebec"),
        ("Birmingham", "Alabama"),
        ("Birmingham", "England"),
        ("Washington", "Virginia"),
        ("Yorkshire", "Lancashire"),
        ("Lyon", "Alps"),
        ("Luton", "London"),
        ("Mariupol", "Donetsk"),
        ("St. Petersburg", "Florida"),
        ("Harlow", "South Marl"),
        ("Lake Victoria", "Marl County"),
        ("Aegean Sea", "Mediterranean Sea"),
        ("Myanmar", "Burma"),
    ],
)
def test_one_may_lie_in_the_other(one: str, other: str) -> None:
    assert both_ways(one, other) is Apart.NO


def test_two_towns_on_no_list_may_be_neighbours() -> None:
    assert both_ways("Harlow", "Marlford") is Apart.PERHAPS


def test_what_a_place_is_tells_more_than_its_name() -> None:
    assert apart("Harlow", "town", "Marlford", "province") is Apart.NO
    assert apart("Harlow", "town", "Marlford", "village") is Apart.NO
    assert apart("Harlow", "province", "Marlford", "province") is Apart.SURELY
    assert apart("Washington", "state", "Oregon", "") is Apart.SURELY
    assert apart("Washington", "", "Oregon", "") is Apart.NO
    assert apart("New York", "city", "Buffalo", "") is Apart.SURELY
    assert apart("Harlow", "district", "Marlford", "district") is Apart.NO
    assert apart("Harlow", "town", "Marlford", "") is Apart.NO
    assert apart("Harlow", "town", "Marlford", "town") is Apart.SURELY


def test_every_listed_place_lies_in_a_listed_country() -> None:
    countries, listed = table("countries"), table("geography")
    assert {path.split("/")[0] for side in ("own", "loose") for path in listed[side]} <= set(countries)
    assert set(listed["under"]) <= set(countries)
    assert {holder for each in listed["under"].values() for holder in each if holder} <= set(countries)


def test_no_listed_state_is_apart_from_its_country() -> None:
    for path, names in table("geography")["own"].items():
        country = path.split("/")[0]
        assert [
            name for name in names if apart(name, "", table("countries")[country]["names"][0], "") is not Apart.NO
        ] == []


def test_opposites_are_mutual() -> None:
    points = table("places")["compass"]
    assert all(opposite(opposite(point)) == point for point in points)
    assert opposite("inside") == ""


def test_no_name_is_of_two_places() -> None:
    names = [plain_spelling(name) for row in table("places")["exonyms"] for name in row]
    assert len(names) == len(set(names))


def test_no_lemma_tells_two_events() -> None:
    lemmas = [lemma for forms in table("events").values() for lemma in forms]
    assert len(lemmas) == len(set(lemmas))


def test_events() -> None:
    assert event_of("explosion") == event_of("explode") == "blast"
    assert event_of("occur") == event_of("table") == ""
    assert has_one_place("blast")
    assert not has_one_place("earthquake")
    assert is_wide("earthquake")


@pytest.mark.parametrize(
    ("name", "short", "fits"),
    [
        ("Organization for Security and Co-operation in Europe", "OSCE", True),
        ("United States of America", "USA", True),
        ("Department of Justice", "DOJ", True),
        ("Democratic Unionist Party", "DU", False),
        ("People's Party", "PD", False),
    ],
)
def test_initials(name: str, short: str, fits: bool) -> None:
    assert initials_fit(name, short) is fits


def test_a_legal_form_is_no_part_of_a_key() -> None:
    assert organisation_key("The Kessler Holdings Inc") == organisation_key("Kessler") == "kessler"
