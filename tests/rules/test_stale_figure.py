"""STO001: figures that a version still gives after another had replaced them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

import discrepancy
from discrepancy.model import Block, BlockRole, Document, Finding
from tests.builders import PUBLISHED, doc


def version(text: str, day: int | None, *, source: str = "", note: str = "") -> Document:
    """A version of ``day`` days after the first; a correction note stands above its text."""
    published = None if day is None else PUBLISHED + dt.timedelta(days=day)
    made = doc(f"{note}\n{text}" if note else text, published=published)
    if note:
        made = replace(made, blocks=(Block(BlockRole.CORRECTION, 0, len(note)), *made.blocks[1:]))
    return replace(made, source=source or made.source)


def findings(*versions: Document) -> list[Finding]:
    named = [replace(one, id=name, path=f"{name}.txt") for name, one in zip("abcde", versions, strict=False)]
    return list(discrepancy.check([replace(n, source=n.source if n.source != "a" else n.id) for n in named]).findings)


def stale(*versions: Document) -> list[list[str]]:
    return [[value.label for value in found.values] for found in findings(*versions) if found.rule == "STO001"]


FIRE = {
    "cases": (
        "Fourteen patients at the clinic have tested positive for measles.",
        "The number of patients at the clinic with measles has risen to 17, from 14 a day earlier.",
        "The number of patients at the clinic who tested positive for measles now stands at 14.",
    ),
    "dead": (
        "The landslide in the valley killed 12 people, officials said.",
        "The landslide in the valley killed 19 people, officials said.",
        "The landslide in the valley killed 12 people, officials said.",
    ),
    "missing": (
        "Forty people were missing after the ferry sank, the coast guard said.",
        "Thirty-one people were still missing after the ferry sank, the coast guard said.",
        "Forty people were missing after the ferry sank, the coast guard said.",
    ),
    "injured": (
        "The blast at the refinery injured 34 people, police said.",
        "The blast at the refinery injured 46 people, police said.",
        "The blast at the refinery injured 34 people, police said.",
    ),
    "arrests": (
        "Police arrested 21 people after the match in Leeds.",
        "Police arrested 28 people after the match in Leeds.",
        "Police arrested 21 people after the match in Leeds.",
    ),
    "strike": (
        "Train drivers began a five-day strike over pay on Monday.",
        "Train drivers agreed to talks, cutting the five-day strike over pay to three days.",
        "Train drivers are on the third day of a five-day strike over pay.",
    ),
    "jobs": (
        "The company will cut 900 jobs at its plant in Derby.",
        "The company has lowered the number of jobs it will cut at its plant in Derby to 650, from 900.",
        "The company will cut 900 jobs at its plant in Derby.",
    ),
    "fine": (
        "The regulator will fine the bank $40 million over its mortgage lending.",
        "The regulator reduced the fine on the bank over its mortgage lending to $25 million, from $40 million.",
        "The regulator will fine the bank $40 million over its mortgage lending.",
    ),
    "evacuated": (
        "The wildfire has displaced 1,200 residents of the canyon, the sheriff said.",
        "The wildfire has displaced 1,900 residents of the canyon, the sheriff said.",
        "The wildfire has displaced 1,200 residents of the canyon, the sheriff said.",
    ),
    "hostages": (
        "The gunmen hold 16 hostages in the bank, police said.",
        "The number of hostages held by the gunmen in the bank was revised to 11, from 16, police said.",
        "The gunmen hold 16 hostages in the bank, police said.",
    ),
}


@pytest.mark.parametrize("texts", FIRE.values(), ids=FIRE)
def test_a_later_version_still_has_the_first_figure(texts: tuple[str, ...]) -> None:
    assert len(stale(*(version(text, day) for day, text in enumerate(texts)))) == 1


@pytest.mark.parametrize("texts", FIRE.values(), ids=FIRE)
def test_it_is_told_once(texts: tuple[str, ...]) -> None:
    found = findings(*(version(text, day) for day, text in enumerate(texts)))
    assert [each.rule for each in found if each.level.value == "error"] == ["STO001"]


@pytest.mark.parametrize("texts", FIRE.values(), ids=FIRE)
def test_without_dates_nothing_is_stale(texts: tuple[str, ...]) -> None:
    assert stale(*(version(text, None) for text in texts)) == []


@pytest.mark.parametrize("texts", FIRE.values(), ids=FIRE)
def test_in_order_nothing_is_stale(texts: tuple[str, ...]) -> None:
    first, then, last = texts
    assert stale(version(first, 0), version(last, 0), version(then, 1)) == []


LEAVE = {
    "told as what was": (
        *FIRE["cases"][:2],
        "The number of patients at the clinic with measles was earlier put at 14.",
    ),
    "both given": (*FIRE["cases"][:2], "The clinic now has 17 patients with measles. On Tuesday it had 14 patients."),
    "hedged": (*FIRE["dead"][:2], "The landslide in the valley killed at least 12 people, officials said."),
    "goes on": (*FIRE["dead"][:2], "The landslide in the valley killed 23 people, officials said."),
    "another thing": (*FIRE["cases"][:2], "The clinic has 14 volunteers, who read to patients with measles."),
    "another place": (*FIRE["dead"][:2], "A landslide in Peru killed 12 people in 2011."),
    "a rise over a year": (
        "Profit at the bank was $14 million.",
        "Profit at the bank rose to $17 million, from $14 million a year earlier.",
        "Profit at the bank was $17 million.",
    ),
    "a new figure": (*FIRE["strike"][:2], "Train drivers are on the last day of a three-day strike over pay."),
    "quoted": (*FIRE["jobs"][:2], "“They said 900 jobs at the plant in Derby, and I wept,” said a fitter."),
    "some among them": (*FIRE["injured"][:2], "Of those whom the blast at the refinery injured, 34 have gone home."),
}


@pytest.mark.parametrize("texts", LEAVE.values(), ids=LEAVE)
def test_left_alone(texts: tuple[str, ...]) -> None:
    assert stale(*(version(text, day) for day, text in enumerate(texts))) == []


BATTLE = "Five days of fighting over the port of Mbala left {} people dead, the mission said."


def test_a_pickup_that_has_the_withdrawn_figure() -> None:
    wire = "Meridian Press"
    note = "(Corrects death toll to 121 from 112 in paragraph one)"
    versions = (
        version(BATTLE.format(112), 0, source=wire),
        version(BATTLE.format(121), 1, source=wire, note=note),
        version(BATTLE.format(112), 2, source="The Standard"),
    )
    assert stale(*versions) == [["121", "112"]]


def test_a_correction_in_words() -> None:
    text, wire = "The fraud office said {} had been recovered from the bank.", "Meridian Press"
    note = "(Corrects sum recovered in paragraph 1 after the office amended its statement)"
    first = version(text.format("31 million pounds"), 0, source=wire)
    then = version(text.format("27.4 million pounds"), 0, source=wire, note=note)
    late = version("The fraud office says it has recovered £31m from the bank.", 1, source="The Standard")
    assert stale(first, then, late) == [["27.4 million pounds", "£31m"]]
    assert stale(first, then) == []


def test_an_update_of_an_update() -> None:
    toll = "The landslide in the valley killed {} people, officials said."
    chain = [version(toll.format(dead), day, source="Meridian Press") for day, dead in enumerate((12, 19, 23))]
    assert stale(*chain) == []
    (values,) = stale(*chain, version(toll.format(19), 3, source="The Standard"))
    assert values == ["23", "19"]


def test_some_are_still_held_after_all_were_freed() -> None:
    first = version("Nine miners were trapped after a tunnel fell in, the firm said.", 0)
    out = version("All nine miners were brought to the surface alive on Friday, the firm said.", 1)
    assert stale(first, out, version("Families wait. Four of the nine miners are still trapped underground.", 2))
    assert not stale(first, out, version("When four miners were still trapped, families waited at the gates.", 2))
    assert not stale(first, out, version("The nine miners are free. Two are still in hospital, doctors said.", 2))


def test_an_earlier_toll_that_was_raised() -> None:
    raised = version("Fourteen people were killed in the blast, the minister said, raising an earlier toll of 11.", 0)
    assert stale(raised, version("Eleven people were killed in the blast, the minister said.", 1))
    assert not stale(raised, version("Fourteen people were killed in the blast, the minister said.", 1))
