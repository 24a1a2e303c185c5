"""Dates that are said of one event."""

import pytest

from discrepancy.model import FactKind
from tests.builders import doc, grouped, story


def groups(*texts: str) -> list[list[str]]:
    return grouped(story(*texts), FactKind.DATE)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge opened on 4 March 2024.", "The bridge was opened on 5 March 2024."),
        ("The mayor resigned on 3 May 2023.", "The mayor quit on 4 May 2023."),
        ("The mayor resigned on 3 May 2023.", "The mayor stepped down on 4 May 2023."),
        ("The ferry Aurora sank off Lisbon on Monday.", "On Tuesday the ferry Aurora sank off Lisbon."),
        ("The old bridge was built in 1921.", "Built in 1912, the old bridge is closed."),
    ],
)
def test_one_event(first: str, second: str) -> None:
    assert len(groups(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge opened on 4 March 2024.", "The ferry sank on 5 March 2024."),
        ("The bridge opened on 4 March 2024.", "The bridge closed on 5 March 2024."),
        ("The council met on Monday.", "Lena Brandt joined the harbour trust in 2011."),
        ("If the bridge opens on 4 May 2024, ferries will stop.", "The bridge will open on 5 May 2024."),
    ],
)
def test_two_events(first: str, second: str) -> None:
    assert groups(first, second) == []


def test_one_group_over_three_documents_in_which_no_document_contradicts_itself() -> None:
    assert groups(
        "The bridge opened on 4 March 2024.",
        "The bridge was opened on 5 March 2024.",
        "The bridge opened on 4 March 2024. The bridge opened again on 9 March 2024.",
    ) == [["a:4 March 2024", "b:5 March 2024", "c:4 March 2024"]]


def test_a_group_says_which_event_it_is() -> None:
    (group,) = story("The bridge opened on 4 March.", "The bridge opened on 5 March.").groups
    assert (group.subject, group.confidence) == ("bridge opened", 0.9)


def test_relative_dates_of_documents_of_two_days_meet() -> None:
    told = story("The bridge opened yesterday.", doc("The bridge opened on Monday.", id="b"))
    assert grouped(told, FactKind.DATE) == [["a:yesterday", "b:Monday"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The two sides will meet at the labour court in Leeds on April 7, the union said.",
            "Drivers stay out. The two sides will meet at the labour court on 8 April.",
        ),
        (
            "France will play Norway at the Stade Velodrome on April 12, the federation said.",
            "France are to play Norway in the Stade Velodrome on April 21.",
        ),
        (
            "The president will travel to Oslo for the summit on May 3, his office said.",
            "His office said the president will travel to Oslo on May 13.",
        ),
        (
            "Smith will appear in court in Bristol on April 9, police said.",
            "Smith, 44, will appear in court in Bristol on 19 April.",
        ),
    ],
)
def test_one_appointment_on_two_days(first: str, second: str) -> None:
    assert len(groups(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The council will meet at the town hall on April 7 to vote on the budget.",
            "The council will meet at the town hall on April 9 to discuss the library.",
        ),
        (
            "The two sides will meet again at the labour court on April 7.",
            "The two sides will meet at the labour court on 20 April.",
        ),
        (
            "The bank's board will meet on rates in Frankfurt on April 11.",
            "The bank's board will meet in Frankfurt on June 6.",
        ),
        ("The band will play at the arena in Leeds on May 4.", "The band will play at the arena in Hull on May 5."),
        ("The president will visit Berlin and Paris on April 7.", "The president will visit Warsaw on April 8."),
        (
            "The two sides will meet at the labour court by April 7.",
            "The two sides will meet at the labour court on April 4.",
        ),
        (
            "A 22-year-old man will appear in court in Bristol on April 9.",
            "A 35-year-old man will appear in court in Bristol on April 10.",
        ),
        (
            "Alder's shareholders will vote on May 7, the companies said.",
            "Shareholders of Brisk are to vote on May 14, a week after Alder's.",
        ),
    ],
)
def test_two_appointments(first: str, second: str) -> None:
    assert groups(first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The ferry Aurora sank off Lisbon on Nov. 3, 2023, with 41 people on board.",
            "The Aurora went down off Lisbon on 13 November 2023 and took 41 people with it.",
        ),
        (
            "The iron bridge at Alta, built 112 years ago, will be replaced.",
            "The iron bridge at Alta, which was built in 1931, is to be torn down.",
        ),
        (
            "The firm will shut its mill at Alta, which it opened in 1998.",
            "The mill at Alta was opened in 1989 by the firm.",
        ),
    ],
)
def test_days_that_look_like_a_slip(first: str, second: str) -> None:
    assert len(groups(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The ferry Aurora sank off Lisbon on Nov. 3, 2023, with 41 people on board.",
            "The ferry Borealis sank off Lisbon on Nov. 3, 2013, with 17 people on board.",
        ),
        (
            "The leak at the platform began on June 18, 2021, the firm said.",
            "The leak at the platform ended on July 18, 2021, the firm said.",
        ),
    ],
)
def test_days_that_only_look_like_a_slip(first: str, second: str) -> None:
    assert groups(first, second) == []
