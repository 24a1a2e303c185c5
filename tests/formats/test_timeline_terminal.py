"""A timeline in a terminal: eighty columns are enough, and no text drives the terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from discrepancy.formats.terminal.timeline import draw_difference, print_timeline, timeline_lines
from tests.formats.followed import BARE, SAMPLE, figure, lane, line, text


def test_it_reads_in_eighty_columns() -> None:
    assert timeline_lines(SAMPLE) == [
        "Storm cuts power",
        "7 versions of 3 articles",
        "Seen from Mar 4, 2031, 08:00 to Mar 4, 2031, 12:00. All times are UTC.",
        "It compares what the versions say. It does not know which of them is right.",
        "",
        "households without power (figure)",
        "  It speaks of 4000.",
        "  08:00  Tidewater Wire  4000               first value",
        "  09:00  Granary Post    4000               first value",
        "  09:30  Radio Ashmere   3,000 to 5,000     first value",
        "  10:00  Tidewater Wire  3500               corrected",
        "                                            It says: Correction: it is 3,500.",
        "  10:00  Granary Post    4000               still given, though corrected",
        "                                            elsewhere",
        "  11:30  Radio Ashmere   no value any more  withdrawn",
        "",
        "Anders Lindqvist (name)",
        "  It speaks of Anders Lindqvist.",
        "  08:00  Tidewater Wire  Anders Lindqvist  first value",
        "  09:00  Granary Post    Anders Lindkvist  first value",
        "  11:00  Granary Post    Anders Lindqvist  changed",
        "",
        "What all agree on",
        "  storm hit (place): Anders Lindqvist",
        "",
        "The versions, by number",
        "  1  08:00  Tidewater Wire  First version",
        "  2  09:00  Granary Post    First version",
        "  3  10:00  Tidewater Wire  1 fact changed",
        "  4  09:30  Radio Ashmere   First version",
        "  5  11:00  Granary Post    Edited; no changed fact found",
        "  6  11:30  Radio Ashmere   Edited; no changed fact found",
        "  7  12:00  Tidewater Wire  Not the article: a sign-in page",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, timeline_lines(SAMPLE, width))) <= width


def test_colour_is_there_where_it_is_asked_for() -> None:
    assert "\x1b[" in "".join(timeline_lines(SAMPLE, colour=True))
    assert "\x1b[" not in "".join(timeline_lines(SAMPLE))


def test_it_speaks_the_reader_s_language() -> None:
    assert "7 versiones de 3 artículos" in timeline_lines(SAMPLE, language="es")


def test_a_story_without_versions_is_told_too() -> None:
    assert timeline_lines(BARE)[:2] == ["00c0ffee", "0 versions of 0 articles"]


def test_the_words_of_two_versions_are_marked() -> None:
    one, other = SAMPLE.texts[0], SAMPLE.texts[2]
    assert draw_difference(one, other) == "…\nSome [-4,000-] {+3,500+} households had no power on Tuesday."
    assert draw_difference(one, one) == "No word of what is compared differs."


def test_no_text_drives_the_terminal() -> None:
    sly = "\x1b[31mred\x07 [bold]x[/bold]"
    told = line(lane(0, figure(1, "08:00", "40")), subject=sly)
    lines = "\n".join(timeline_lines(replace(SAMPLE, title=sly, lines=(told,))))
    assert "\x1b" not in lines
    assert "[U+001B][31mred[U+0007] [bold]x[/bold]" in lines
    assert "\x1b" not in draw_difference(text(1, 0, "08:00", "a"), text(2, 0, "09:00", sly))


def test_a_terminal_that_knows_ascii_alone_is_given_no_more() -> None:
    class Plain(StringIO):
        encoding = "ascii"

    file = Plain()
    print_timeline(replace(SAMPLE, title="Überfahrt – Störung"), Console(file=file, width=80))
    assert file.getvalue().isascii()
