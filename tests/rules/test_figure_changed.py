"""STO004: a figure that one source changed without a word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import discrepancy
from discrepancy.model import Document
from tests.builders import PUBLISHED, doc

WIRE = "Meridian Press"


def check(*texts: str, sources: tuple[str, ...] = (WIRE, WIRE, WIRE), dated: bool = True) -> list[tuple[str, str]]:
    versions: list[Document] = []
    for day, (text, source) in enumerate(zip(texts, sources, strict=False)):
        published = PUBLISHED + dt.timedelta(days=day) if dated else None
        versions.append(replace(doc(text, id="abc"[day], published=published), source=source))
    found = discrepancy.check(versions).findings
    return [(one.rule, one.level.value) for one in found if one.level.value != "note"]


FIRE = {
    "dead": "The blast at the mill killed {} people, the ministry said.|31|29",
    "injured": "The blast at the mill injured {} people, the ministry said.|60|45",
    "arrests": "Police arrested {} people after the march in Leeds.|28|21",
    "homes": "The flood destroyed {} homes in the valley.|410|380",
    "cost": "The bridge will cost the city {}.|$31 million|$27 million",
    "jobs": "The plant will lose {} jobs.|900|650",
    "voters": "The referendum was won by {} votes.|4,120|4,012",
    "length": "The tunnel under the strait is {} long.|31 kilometres|27 kilometres",
    "sentence": "The judge sentenced Ruth Hale to {} in prison.|nine years|seven years",
    "seats": "The new hall has {} seats.|2,100|1,900",
}


@pytest.mark.parametrize("told", FIRE.values(), ids=FIRE)
def test_changed_without_a_word(told: str) -> None:
    text, one, other = told.split("|")
    assert check(text.format(one), text.format(other)) == [("STO004", "warning")]


@pytest.mark.parametrize("told", FIRE.values(), ids=FIRE)
def test_of_two_sources_it_is_a_conflict(told: str) -> None:
    text, one, other = told.split("|")
    assert check(text.format(one), text.format(other), sources=(WIRE, "Sur Wire")) == [("NUM001", "error")]


@pytest.mark.parametrize("told", FIRE.values(), ids=FIRE)
def test_without_dates_it_is_a_conflict(told: str) -> None:
    text, one, other = told.split("|")
    assert check(text.format(one), text.format(other), dated=False) == [("NUM001", "error")]


def test_a_toll_that_rises_is_an_update() -> None:
    text, high, low = FIRE["dead"].split("|")
    assert check(text.format(low), text.format(high)) == []


def test_a_slip_of_magnitude_stays_an_error() -> None:
    text = "The bridge will cost the city {}."
    assert check(text.format("$31 million"), text.format("$31 billion")) == [("NUM001", "error")]


def test_another_source_makes_it_a_conflict() -> None:
    text, one, other = FIRE["homes"].split("|")
    told = check(text.format(one), text.format(other), text.format(other), sources=(WIRE, WIRE, "Sur Wire"))
    assert ("NUM001", "error") in told
