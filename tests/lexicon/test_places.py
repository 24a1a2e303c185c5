"""Names of places as keys, and which two of them can not both be right."""

import pytest

from discrepancy.lexicon import table
from discrepancy.lexicon.conventions import plain_spelling
from discrepancy.lexicon.events import event_of, has_one_place, is_wide
from discrepancy.lexicon.organisations import initials_fit, organisation_key
from discrepancy.lexicon.places import can_not_both_be, opposite, place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kyiv", "Kiev"), ("St. Petersburg", "Saint Petersburg"), ("The Hague", "Den Haag"), ("Mt. Etna", "Mount Etna")],
)
def test_names_of_one_place(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)
    assert not can_not_both_be(one, "", other, "")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Oslo", "Stockholm"), ("France", "Spain"), ("Geneva", "Vienna"), ("Harlow", "Marlford"), ("Munich", "Cologne")],
)
def test_two_places(one: str, other: str) -> None:
    assert can_not_both_be(one, "", other, "")
    assert can_not_both_be(other, "", one, "")


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
        ("Europe", "Harlow"),
        ("Elm Street", "Marlford Hospital"),
    ],
)
def test_one_may_lie_in_the_other(one: str, other: str) -> None:
    assert not can_not_both_be(one, "", other, "")
    assert not can_not_both_be(other, "", one, "")


def test_a_province_may_hold_a_town() -> None:
    assert not can_not_both_be("Harlow", "town", "Marlford", "province")
    assert can_not_both_be("Harlow", "town", "Marlford", "town")


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
