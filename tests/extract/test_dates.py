"""Dates with the event that each one dates."""

import datetime as dt

import pytest

from discrepancy.model import Attribution, TimeFrame
from tests.builders import dates, doc


@pytest.mark.parametrize(
    ("text", "event", "takes_part"),
    [
        ("The bridge opened on 4 March 2024.", "open", ("bridge",)),
        ("On 4 March 2024 the bridge opened.", "open", ("bridge",)),
        ("The mayor resigned on Tuesday.", "resign", ("mayor",)),
        ("The mayor quit on Tuesday.", "resign", ("mayor",)),
        ("The council approved the plan in 2019.", "approve", ("council", "plan")),
        ("Kenya invaded the island in 2019.", "invade", ("kenya", "island")),
        ("The talks in Lisbon on 4 March failed.", "fail", ("talk",)),
        ("The bridge was built by Lindqvist in 1921.", "build", ("bridge", "lindqvist")),
    ],
)
def test_the_event_and_those_who_take_part(text: str, event: str, takes_part: tuple[str, ...]) -> None:
    (fact,) = dates(text)
    assert (fact.subject.concept, fact.subject.modifiers) == (event, takes_part)


def test_each_clause_has_its_own_date() -> None:
    first, second = dates("The council approved the plan in 2019, and the bridge opened in 2023.")
    assert (first.date.value, first.subject.text) == ("2019", "council approved plan")
    assert (second.date.value, second.subject.text) == ("2023", "bridge opened")


@pytest.mark.parametrize(
    ("text", "value", "relative"),
    [
        ("The bridge opened yesterday.", "2024-03-13", True),
        ("The bridge opened on Monday.", "2024-03-11", True),
        ("The bridge opened on 4 March 2024.", "2024-03-04", False),
    ],
)
def test_relative_dates_are_counted_from_the_day_of_publication(text: str, value: str, relative: bool) -> None:
    (fact,) = dates(text)
    assert (fact.date.value, fact.date.relative) == (value, relative)


def test_the_day_of_publication_is_the_documents_own() -> None:
    (fact,) = dates(doc("The bridge opened yesterday.", published=dt.date(2020, 1, 2)))
    assert fact.date.first == dt.date(2020, 1, 1)


def test_without_a_day_of_publication_a_weekday_can_not_be_placed() -> None:
    assert [fact.date.first for fact in dates(doc("The bridge opened on Monday.", published=None))] == [None]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The bridge opened on 4 March 2024.", TimeFrame.PAST),
        ("The bridge will open on 4 May 2024.", TimeFrame.PLANNED),
        ("The mayor said the bridge would open in May 2025.", TimeFrame.PLANNED),
        ("If the bridge opens on 4 May 2024, the ferry will stop.", TimeFrame.SUPPOSED),
    ],
)
def test_when_the_event_is(text: str, time: TimeFrame) -> None:
    assert dates(text)[0].time is time


def test_by_whose_account() -> None:
    (fact,) = dates("Police said the bridge opened in 2023.")
    assert fact.attribution == Attribution(speaker="Police")


@pytest.mark.parametrize("text", ["The trial lasted three years.", "The bridge is now open.", "The bridge is open."])
def test_durations_and_bare_references_date_nothing(text: str) -> None:
    assert dates(text) == []


def test_a_date_that_hangs_on_nothing_has_no_verb() -> None:
    (fact,) = dates("4 March 2024.")
    assert fact.subject.verb == ""
