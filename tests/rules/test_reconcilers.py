"""Why two differing figures can both be right, one reason at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import discrepancy
from discrepancy.messages import render
from discrepancy.model import Attribution, Date, Fact, FactRole, Story, TimeFrame
from discrepancy.rules.reconcilers import arithmetic, attribution, hedge, reconcile, rounding, time_frame
from tests.builders import doc, quantities
from tests.samples import check_texts

NOTHING = Story(documents=(doc("The army has one thing and another."),))


def fact(text: str) -> Fact:
    """The one figure of a sentence, of no time and by nobody's account."""
    (found,) = (each for each in quantities(text) if each.role is not FactRole.DATE)
    return replace(found, time=TimeFrame.UNKNOWN, attribution=None, when=None)


def counted(figure: str) -> Fact:
    return fact(f"The army has {figure}.")


# --- Hedge ---


@pytest.mark.parametrize(
    ("one", "other", "explained"),
    [
        ("more than 100,000 troops", "an estimated 100,000 troops", True),
        ("about 100 tanks", "105 tanks", True),
        ("about 100 tanks", "150 tanks", False),
        ("100 tanks", "105 tanks", False),
        ("at least 12 ships", "15 ships", True),
        ("at least 12 ships", "40 ships", False),
        ("nearly 500 tanks", "480 tanks", True),
        ("nearly 500 tanks", "520 tanks", False),
        ("up to 500 tanks", "300 tanks", True),
        ("up to 500 tanks", "600 tanks", False),
        ("more than a dozen ships", "17 ships", True),
        ("more than 100 tanks", "99 tanks", False),
        ("more than 100 tanks", "400 tanks", False),
        ("fewer than 50 ships", "45 ships", True),
        ("exactly 40 ships", "41 ships", False),
        ("more than 100 tanks", "fewer than 90 tanks", False),
    ],
)
def test_hedge(one: str, other: str, explained: bool) -> None:
    a, b = counted(one), counted(other)
    assert bool(hedge.reconcile(a, b, NOTHING)) is explained
    assert bool(hedge.reconcile(b, a, NOTHING)) is explained


def test_hedge_quotes_both_figures_as_written() -> None:
    found = hedge.reconcile(counted("more than 100,000 troops"), counted("an estimated 100,000 troops"), NOTHING)
    assert found
    assert "“more than 100,000” and “an estimated 100,000”" in render(found.text)


# --- Rounding ---


@pytest.mark.parametrize(
    ("one", "other", "explained"),
    [
        ("$2.41 billion", "$2.4 billion", True),
        ("$4.69bn", "$4.7bn", True),
        ("$4.69bn", "$4.6bn", False),
        ("1,987 tanks", "2,000 tanks", True),
        ("250,000 troops", "200,000 troops", False),
        ("14 ships", "15 ships", False),
        ("12.4 percent", "12 percent", True),
        ("12.5 percent", "13 percent", True),
        ("12.6 percent", "12 percent", False),
        ("1,987 tanks", "1,987 tanks", False),
        ("18,300 to 18,900 tanks", "19,000 tanks", False),
        ("30 tanks", "33 tanks", False),
        ("$100 million", "$110 million", False),
        ("50 percent", "54 percent", False),
        ("50.3 percent", "50 percent", True),
        ("A 50-year-old tank", "A 49-year-old tank", False),
    ],
)
def test_rounding(one: str, other: str, explained: bool) -> None:
    a, b = counted(one), counted(other)
    assert bool(rounding.reconcile(a, b, NOTHING)) is explained
    assert bool(rounding.reconcile(b, a, NOTHING)) is explained


def test_rounding_names_the_finer_figure_first() -> None:
    found = rounding.reconcile(counted("2,000 tanks"), counted("1,987 tanks"), NOTHING)
    assert found
    assert render(found.text).startswith("1,987 is 2,000 when rounded")


# --- Arithmetic ---

NOW = replace(counted("250,000 troops"), time=TimeFrame.PRESENT)
THEN = replace(counted("350,000 troops"), time=TimeFrame.PLANNED)


@pytest.mark.parametrize(
    ("a", "b", "step", "explained"),
    [
        (NOW, THEN, "The army will add 100,000 troops.", True),
        (NOW, THEN, "The army has 100,000 troops.", False),
        (NOW, THEN, "The army will add 90,000 troops.", False),
        (NOW, THEN, "The army will add $100,000.", False),
        (NOW, replace(THEN, time=TimeFrame.PRESENT), "The army will add 100,000 troops.", False),
    ],
    ids=["a change named", "no change", "another change", "another unit", "one time"],
)
def test_arithmetic(a: Fact, b: Fact, step: str, explained: bool) -> None:
    told = Story(documents=(doc(step),), facts=tuple(quantities(step)))
    assert bool(arithmetic.reconcile(a, b, told)) is explained
    assert bool(arithmetic.reconcile(b, a, told)) is explained


def test_arithmetic_shows_the_sum() -> None:
    step = "The army will add 100,000 troops."
    found = arithmetic.reconcile(THEN, NOW, Story(documents=(doc(step),), facts=tuple(quantities(step))))
    assert found
    assert render(found.text).startswith("250,000 and 100,000 make 350,000")


def test_arithmetic_needs_the_change_to_be_of_the_same_army() -> None:
    step = "Sweden's navy will add 100,000 sailors."
    other = replace(quantities(step)[0], subject=replace(quantities(step)[0].subject, owner="sweden"))
    mine = replace(NOW, subject=replace(NOW.subject, owner="norway"))
    yours = replace(THEN, subject=replace(THEN.subject, owner="norway"))
    assert arithmetic.reconcile(mine, yours, Story(documents=(), facts=(other,))) is None


# --- Time frame ---


def on(first: str, last: str = "") -> Date:
    """A date expression that means those days."""
    a, b = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return Date(start=0, end=1, text="x", value=first, first=a, last=b)


TANKS, MORE = counted("40 tanks"), counted("60 tanks")


@pytest.mark.parametrize(
    ("a", "b", "explained"),
    [
        (replace(TANKS, time=TimeFrame.PRESENT), replace(MORE, time=TimeFrame.PLANNED), True),
        (replace(TANKS, time=TimeFrame.PAST), replace(MORE, time=TimeFrame.PLANNED), True),
        (replace(TANKS, time=TimeFrame.PLANNED), replace(MORE, time=TimeFrame.PLANNED), False),
        (replace(TANKS, time=TimeFrame.UNKNOWN), replace(MORE, time=TimeFrame.PLANNED), False),
        (replace(TANKS, time=TimeFrame.PAST), replace(MORE, time=TimeFrame.PRESENT), False),
        (replace(TANKS, when=on("2021-01-01", "2021-12-31")), replace(MORE, when=on("2023-01-01", "2023-12-31")), True),
        (replace(TANKS, when=on("2021-01-01", "2021-12-31")), replace(MORE, when=on("2021-06-30")), False),
        (replace(TANKS, when=on("2021-01-01")), MORE, False),
    ],
    ids=[
        "now and planned",
        "past and planned",
        "both planned",
        "time unknown",
        "tense alone",
        "other years",
        "year and a day of it",
        "one is dated",
    ],
)
def test_time_frame(a: Fact, b: Fact, explained: bool) -> None:
    assert bool(time_frame.reconcile(a, b, NOTHING)) is explained
    assert bool(time_frame.reconcile(b, a, NOTHING)) is explained


# --- Attribution ---


@pytest.mark.parametrize(
    ("one", "other", "explained"),
    [
        ("police", "organisers", True),
        ("police", "police", False),
        ("police", None, False),
        (None, None, False),
        ("", "police", False),
    ],
)
def test_attribution(one: str | None, other: str | None, explained: bool) -> None:
    a, b = (
        replace(each, attribution=None if by is None else Attribution(speaker=by))
        for each, by in zip((TANKS, MORE), (one, other), strict=True)
    )
    assert bool(attribution.reconcile(a, b, NOTHING)) is explained
    assert bool(attribution.reconcile(b, a, NOTHING)) is explained


# --- All of them, from text to report ---


def notes(*texts: str) -> list[str]:
    return [f.reconciliation.kind for f in check_texts(*texts).findings if f.reconciliation and f.level.rank == 0]


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            "hedge",
            (
                "Russia has massed more than 100,000 troops near the border.",
                "Russia has massed an estimated 100,000 troops near the border.",
            ),
        ),
        (
            "rounding",
            (
                "The company reported a profit of $2.41 billion for the year.",
                "The company reported a profit of $2.4 billion for the year.",
            ),
        ),
        (
            "arithmetic",
            (
                "The army has 250,000 soldiers. The army will add 100,000 soldiers over three years.",
                "The army will have 350,000 soldiers in three years.",
            ),
        ),
        (
            "time-frame",
            (
                "The army has 250,000 soldiers.",
                "The army will have 320,000 soldiers in three years.",
            ),
        ),
        (
            "attribution",
            (
                "Police said 40,000 people marched through the capital on Sunday.",
                "Organizers said 90,000 people marched through the capital on Sunday.",
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_explained_difference_is_a_note(kind: str, texts: tuple[str, str]) -> None:
    assert notes(*texts) == [kind]
    assert [f.summary.key for f in check_texts(*texts).findings if f.level.rank] == []


def test_own_voice_against_a_speaker_is_a_conflict() -> None:
    report = check_texts(
        "Some 40,000 people marched through the capital on Sunday.",
        "Organizers said 90,000 people marched through the capital on Sunday.",
    )
    assert [(f.rule, f.reconciliation) for f in report.findings] == [("NUM001", None)]


def test_dates_in_other_words_that_mean_one_day_are_a_note() -> None:
    report = discrepancy.check(
        [
            doc("The mayor will meet the strikers tomorrow.", id="a", published=dt.date(2024, 3, 12)),
            doc("The mayor will meet the strikers today.", id="b", published=dt.date(2024, 3, 13)),
            doc("The mayor will meet the strikers on Wednesday.", id="c", published=dt.date(2024, 3, 12)),
        ]
    )
    (finding,) = report.findings
    assert (finding.rule, finding.level.value) == ("DAT001", "note")
    assert finding.reconciliation
    assert finding.reconciliation.kind == "relative-date"
    assert "2024-03-13" in render(finding.explanation)


def test_dates_that_mean_two_days_are_a_conflict() -> None:
    report = discrepancy.check(
        [
            doc("The mayor will meet the strikers tomorrow.", id="a", published=dt.date(2024, 3, 12)),
            doc("The mayor will meet the strikers today.", id="b", published=dt.date(2024, 3, 12)),
        ]
    )
    assert [(f.rule, f.level.value) for f in report.findings] == [("DAT001", "error")]


def test_a_relative_date_in_an_undated_document_is_passed_over() -> None:
    report = discrepancy.check(
        [
            doc("The mayor will meet the strikers tomorrow.", id="a", published=None),
            doc("The mayor will meet the strikers today.", id="b", published=dt.date(2024, 3, 12)),
        ]
    )
    assert report.findings == ()


def test_the_first_reason_wins() -> None:
    a, b = counted("about 1,987 tanks"), counted("2,000 tanks")
    found = reconcile(a, b, NOTHING)
    assert found
    assert found.kind == "hedge"


def test_no_reason_is_none() -> None:
    assert reconcile(counted("14 ships"), counted("15 ships"), NOTHING) is None
