"""What was read at a mention, in words."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from discrepancy.formats.view.index import Index
from discrepancy.formats.view.readings import reading_of
from discrepancy.formats.words import Words
from discrepancy.frames import facts_frame
from discrepancy.model import Attribution, Date, Fact, Hedge, Person, Quantity, Quotation, TimeFrame, Value
from tests.formats.builders import document, mention, quantity
from tests.formats.stories import EMPTY

HOME = document("one", "One", "Title", "Nearly 50 boats sank on Monday, said Ada Quill.")
BOATS = quantity(HOME, "50", "50", "boats")
ADA = Person(id="p1", name="Ada Quill", facts=())


def read(fact: Fact) -> tuple[str, str, str]:
    index = Index(dataclasses.replace(EMPTY, documents=(HOME,), facts=(fact,), people=(ADA,)))
    reading = reading_of(index, fact.mention, Words())
    return reading.value, reading.time, reading.voice


def with_value(value: Value) -> Fact:
    return dataclasses.replace(BOATS, value=value)


def date(first: dt.date | None, last: dt.date | None) -> Date:
    return Date(start=0, end=6, text="Monday", value="2031-03-03", first=first, last=last)


def test_a_hedged_range() -> None:
    value = BOATS.value
    assert isinstance(value, Quantity)
    ranged = dataclasses.replace(value, hedge=Hedge.NEARLY, high=Decimal("60.50"), unit="knot", noun="")
    assert read(with_value(ranged)) == ("nearly 50 to 60.5 knots boats", "now", "in the article’s own voice")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(dt.date(2031, 3, 3), dt.date(2031, 3, 3)), "Mar 3, 2031"),
        (date(dt.date(2031, 3, 3), dt.date(2031, 3, 9)), "Mar 3, 2031 to Mar 9, 2031"),
        (date(None, None), ""),
    ],
)
def test_a_date(value: Date, shown: str) -> None:
    assert read(with_value(value))[0] == shown


@pytest.mark.parametrize(
    ("speaker", "voice"),
    [("p1", "quoted from Ada Quill"), ("a baker", "quoted from a baker"), ("", "credited to nobody by name")],
)
def test_a_quotation_names_its_speaker(speaker: str, voice: str) -> None:
    assert read(with_value(Quotation(words="We ran.", speaker=speaker)))[2] == voice


@pytest.mark.parametrize(("quoted", "voice"), [(True, "quoted from Ada Quill"), (False, "as told by Ada Quill")])
def test_by_whose_account(quoted: bool, voice: str) -> None:
    assert read(dataclasses.replace(BOATS, attribution=Attribution(speaker="p1", quoted=quoted)))[2] == voice


@pytest.mark.parametrize(
    ("time", "words", "shown"),
    [(TimeFrame.PLANNED, "", "planned"), (TimeFrame.PLANNED, "by May", "by May"), (TimeFrame.UNKNOWN, "", "")],
)
def test_when_it_holds(time: TimeFrame, words: str, shown: str) -> None:
    assert read(dataclasses.replace(BOATS, time=time, time_text=words))[1] == shown


def test_nothing_is_read_where_no_fact_stands() -> None:
    index = Index(dataclasses.replace(EMPTY, documents=(HOME,)))
    assert reading_of(index, mention(HOME, "Ada"), Words()).value == ""


def test_times_bear_their_zone() -> None:
    zone = dt.timezone(dt.timedelta(hours=-5))
    words = Words()
    assert words.date(dt.datetime(2031, 3, 3, 9, 5, tzinfo=zone)) == "Mar 3, 2031, 9:05\u00a0AM -0500"
    assert words.date(dt.datetime(2031, 3, 3, 9, 5)) == "Mar 3, 2031, 9:05\u00a0AM"  # noqa: DTZ001 -- some state none
    assert words.date(None) == ""


@pytest.mark.parametrize(
    ("value", "shown"), [(date(None, None), "2031-03-03"), (Quotation(words="We ran."), "We ran.")]
)
def test_a_frame_tells_the_value_of_any_kind(value: Value, shown: str) -> None:
    data = dataclasses.replace(EMPTY, documents=(HOME,), facts=(with_value(value),))
    assert facts_frame(data)["value"].tolist() == [shown]
