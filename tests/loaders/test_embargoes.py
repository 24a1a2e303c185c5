"""Lines that hold a page back, and those that only speak of an embargo."""

import pytest

from discrepancy.loaders.layout.embargoes import embargo_in
from discrepancy.loaders.layout.page import read_page
from discrepancy.model import BlockRole
from tests.loaders.pages import LEAD, SECOND, THIRD, TITLE, page

HELD = (
    "Embargo: 2026-11-22 18:00 GMT",
    "EMBARGOED until 00:01 GMT Tuesday",
    "Not for publication before 18:00 GMT on 3 March",
    "EMBARGO: 0001 Tuesday 3 March 2026",
    "*** STRICTLY EMBARGOED UNTIL 00.01HRS, 3 MARCH ***",
    "[EMBARGOED FOR RELEASE AT NOON ET]",
    "Embargo until 6 p.m. EST, Nov. 22",
    "UNDER EMBARGO",
    "EMBARGOED",
    "STRICT EMBARGO: 10.30am, Monday 2 June 2025",
    "Embargo lifts: 14:00 CET",
    "Not for release until Thursday",
    "Not to be published before 9 May, 06:00",
    "For release: 11:00 GMT, 3 May 2025",
    "DO NOT PUBLISH BEFORE 17:00 LOCAL TIME",
    "Embargoed until after the chancellor sits down",
    "Not for publication, broadcast or online use before 18:00",
    "Embargo : Wednesday, 00h01",
)
FREE = (
    "Embargo on oil takes effect Tuesday",
    "EMBARGO LIFTED ON OIL AFTER TALKS",
    "Embargo: what the oil ban means",
    "Embargo until 2030 for arms sales, minister says",
    "Under embargo, the economy shrinks",
    "Embargoed for decades, the island finds buyers",
    "Oil embargo to start on 5 December",
    "Embargo ends Tuesday, say ministers",
    "For immediate release",
    "Embargoed oil seized off the coast",
    "The embargo on arms was lifted in 2016.",
    "For release of hostages, group wants a truce",
    "[World desk draft v3, 24 October 2024, not for publication]",
    "Not for sale until repairs are done",
    "Do not use the lift before Tuesday, tenants told",
    "EMBARGOED until " + "x" * 300,
)


@pytest.mark.parametrize("line", HELD)
def test_a_line_that_holds_a_page_back(line: str) -> None:
    read = read_page(page(line, TITLE, LEAD, SECOND, THIRD))
    assert read.embargo == line.strip("*[] ")
    assert read.title == TITLE
    assert read.published is None
    (block,) = (each for each in read.blocks if each.start == 0)
    assert block.role is BlockRole.FURNITURE


@pytest.mark.parametrize("line", FREE)
def test_a_line_that_does_not(line: str) -> None:
    assert not embargo_in(line)
    assert read_page(page(line, LEAD, SECOND, THIRD)).embargo == ""
    assert read_page(page(line, TITLE, LEAD, SECOND, THIRD)).embargo == ""


def test_the_same_line_below_the_head_holds_nothing_back() -> None:
    assert read_page(page(TITLE, LEAD, SECOND, THIRD, "EMBARGOED until 00:01 GMT Tuesday")).embargo == ""


def test_it_stands_anywhere_in_the_head_and_leaves_the_rest_as_it_is() -> None:
    head = ("Title: Ferry aground", "Source: The Echo", "Embargo: 2026-11-22 18:00 GMT", "Date: 2026-11-21")
    read = read_page(page(*head, LEAD, SECOND, THIRD))
    without = read_page(page(*head[:2], head[3], LEAD, SECOND, THIRD))
    assert read.embargo == head[2]
    assert (read.title, read.source, read.published) == (without.title, without.source, without.published)
    assert [block.role for block in read.blocks if block.role is not BlockRole.FURNITURE] == [
        block.role for block in without.blocks if block.role is not BlockRole.FURNITURE
    ]


def test_a_line_of_the_desk_may_end_in_it() -> None:
    read = read_page(
        page("DRAFT 2, newsroom, 24.10.2024, 09:20, EMBARGOED until 18:00 GMT", TITLE, LEAD, SECOND, THIRD)
    )
    plain = read_page(page("DRAFT 2, newsroom, 24.10.2024, 09:20", TITLE, LEAD, SECOND, THIRD))
    assert read.embargo == "EMBARGOED until 18:00 GMT"
    assert read.published == plain.published is not None


def test_two_lines_are_both_told_and_none_is_told_twice() -> None:
    lines = ("EMBARGOED", "Not for publication before 18:00", "EMBARGOED")
    assert read_page(page(*lines, TITLE, LEAD, SECOND, THIRD)).embargo == "EMBARGOED; Not for publication before 18:00"


@pytest.mark.parametrize("line", ["Embargo: none", "Embargo: lifted", "EMBARGO: N/A"])
def test_a_line_that_says_that_there_is_none(line: str) -> None:
    read = read_page(page(line, TITLE, LEAD, SECOND, THIRD))
    assert (read.embargo, read.title) == ("", TITLE)


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("URL: https://echo.example/a/b?c=1#d", "https://echo.example/a/b?c=1#d"),
        ("Link: www.echo.example/x", "www.echo.example/x"),
        ("url: echo.example:8080/x", "echo.example:8080/x"),
        ("Link: javascript:alert(1)", ""),
        ("Link: data:text/html,<b>x", ""),
        ("URL: see the website", ""),
        ("Link to https://echo.example/a", ""),
        ("Address: Main Street", ""),
    ],
)
def test_the_address_of_a_page(line: str, address: str) -> None:
    assert read_page(page(line, "Source: The Echo", TITLE, LEAD, SECOND, THIRD)).address == address
    assert read_page(page(TITLE, LEAD, SECOND, THIRD, *[THIRD] * 12, line)).address == ""
