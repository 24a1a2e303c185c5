"""A weekday and a date that do not go together, in one text."""

import datetime as dt

import pytest

import discrepancy
from tests.builders import doc


def told(text: str, published: dt.date | None = dt.date(2024, 3, 14)) -> list[list[str]]:
    """The labels of each finding of the rule in one text."""
    found = discrepancy.check([doc(text, published=published)]).findings
    return [[value.label for value in f.values] for f in found if f.rule == "DAT002"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The trial opened on Tuesday, May 8, 2024.", ["Tuesday", "May 8, 2024"]),
        ("The trial opens on Tuesday 8 May 2024.", ["Tuesday", "8 May 2024"]),
        ("She was born on Friday, March 4, 1990, in Leeds.", ["Friday", "March 4, 1990"]),
        ("The vote is on Thursday, March 20.", ["Thursday", "March 20"]),
        ("The ferry sank on Monday, March 12, off Lisbon.", ["Monday", "March 12"]),
        ("The talks resume on Wednesday, 3 April.", None),
        ("The quake struck at 9:20 a.m. on Sunday, Jan. 1, 2024.", ["Sunday", "Jan. 1, 2024"]),
        ("The team plays on Saturday 6 April, the club said.", None),
        ("The strike begins on Tuesday, April 3.", ["Tuesday", "April 3"]),
        ("Polls open on Sunday, Nov. 4, 2025.", ["Sunday", "Nov. 4, 2025"]),
    ],
)
def test_weekday_and_date(text: str, labels: list[str] | None) -> None:
    assert told(text) == ([labels] if labels else [])


@pytest.mark.parametrize(
    "text",
    [
        "The shows are on Friday and Saturday, May 3 and 4, 2024.",
        "The fair runs from Friday to Sunday, May 3-5, 2024.",
        "The sale is on Friday, Saturday and Sunday, May 3, 4 and 5, 2024.",
        "The paper, the Sun, May 8, 2024, had the story.",
        "It was signed on Wednesday, Oct. 25, 1917.",
        "The meeting is on Tuesday. May 8, 2024, is a holiday.",
        "He said on Tuesday that the plant would close on May 8, 2024.",
        "Two meetings, on Tuesday and on May 8, 2024, are planned.",
        "The next one is on Friday, November 7.",
        "Tuesday's vote on the May 8, 2024, deal was close.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert told(text) == []


def test_without_a_day_of_publication_a_day_without_a_year_is_passed_over() -> None:
    assert told("The vote is on Thursday, March 20.", None) == []
    assert told("The vote is on Thursday, March 20, 2024.", None) == [["Thursday", "March 20, 2024"]]


def test_copies_of_one_slip_are_one_finding_that_names_them_all() -> None:
    text = "The trial opened on Tuesday, May 8, 2024."
    (finding,) = [f for f in discrepancy.check([doc(text, id="a"), doc(text, id="b")]).findings if f.rule == "DAT002"]
    assert [m.document for m in finding.values[0].mentions] == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    [
        "Next year's race will be held on Thursday, March 20.",
        "The next edition is on Friday, March 14.",
        "She has signed up for next year's race. It is on Thursday, March 20.",
        "The 2025 festival opens on Thursday, March 20.",
        "The blast came a year after the fire of Sunday, March 12.",
        "The fire broke out in 2023. It was put out on Sunday, March 12.",
        "The club will play its next home game on Friday, March 7.",
    ],
)
def test_a_day_that_may_be_of_another_year(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ward was closed on Sunday, March 11, and will stay shut.",
        "The ward was closed on Sunday, March 11, or so the trust says.",
        "The ward was closed on Sunday, March 11, to new patients.",
    ],
)
def test_a_clause_behind_the_date_joins_no_other_day(text: str) -> None:
    assert told(text) == [["Sunday", "March 11"]]


def test_the_right_weekday_of_other_versions_is_shown() -> None:
    texts = ["The race is on Saturday 20 October 2024.", "The race is on Sunday, October 20, 2024, and sold out."]
    found = discrepancy.check([doc(text, id=name) for text, name in zip(texts, "ab", strict=True)]).findings
    (finding,) = [f for f in found if f.rule == "DAT002"]
    assert [v.label for v in finding.values] == ["Saturday", "20 October 2024", "Sunday, October 20, 2024"]
    assert not [f for f in found if f.rule == "DAT001"]


def test_a_year_named_beside_it_is_held_against_the_weekday() -> None:
    before = "The race was stopped in 2019. This year's race is on Monday, March 24."
    assert told(before) == [["Monday", "March 24"]]
    assert told("The race of 2019 was stopped after an hour on Sunday, March 24.") == []


def test_other_versions_that_name_the_weekday_alone_are_shown() -> None:
    day = dt.date(2024, 3, 14)
    wrong = doc("The tram was approved on Tuesday, 13 March, by 31 votes to 12.", id="a", published=day)
    right = doc("Councillors voted for the tram late on Wednesday.", id="b", published=day)
    found = [f for f in discrepancy.check([wrong, right]).findings if f.rule == "DAT002"]
    assert [[value.label for value in f.values] for f in found] == [["Tuesday", "13 March", "Wednesday"]]
