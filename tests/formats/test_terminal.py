"""The findings in a terminal."""

import dataclasses
import io

import pytest
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.terminal import print_report
from discrepancy.model import Level, ReportData
from tests.formats.builders import document, finding, quantity, say
from tests.formats.stories import EMPTY, FINDINGS, FLOOD


class Ascii(io.StringIO):
    """A stream that can take ASCII only."""

    encoding = "ascii"


def printed(data: ReportData, width: int, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    print_report(data, Console(file=stream, width=width, color_system=None))
    return stream.getvalue()


@pytest.mark.parametrize("width", [100, 40])
def test_what_it_looks_like(width: int, snapshot: SnapshotAssertion) -> None:
    assert printed(dataclasses.replace(FLOOD, findings=FINDINGS[:1]), width) == snapshot


@pytest.mark.parametrize("width", [200, 90, 89, 40, 20])
def test_every_finding_and_every_source_is_told_at_any_width(width: int) -> None:
    flat = "".join(printed(FLOOD, width).split())
    for each in FINDINGS:
        assert each.summary.params["text"].split()[0] in flat
        assert each.rule in flat
    assert "copy/scan.pdf" in flat
    assert flat.endswith("1conflict,2tocheck,2explained,1ofstyle,2factsagreein4versions,1filecouldnotberead")


@pytest.mark.parametrize("width", [80, 20])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line.rstrip()) for line in printed(FLOOD, width).splitlines()) <= width


def test_nothing_found() -> None:
    assert printed(EMPTY, 80).strip() == "Nothing to hold a version against, 0 facts agree in 0 versions"


def test_article_text_drives_nothing() -> None:
    hostile = dataclasses.replace(FINDINGS[0], summary=say("[red]x[/] \x1b]0;title\x07 \u202edesrever"))
    shown = printed(dataclasses.replace(FLOOD, findings=(hostile,)), 200)
    assert "[red]x[/]" in shown
    assert "\x1b" not in shown
    assert "[U+202E]desrever" in shown


def test_a_terminal_without_unicode() -> None:
    shown = printed(FLOOD, 100, Ascii())
    assert shown.isascii()
    assert "!= conflict" in shown


def test_a_long_sentence_is_cut_around_the_words() -> None:
    home = document("long", "Long", "Title", "word " * 200 + "7 boats" + " word" * 200)
    fact = quantity(home, "7", "7")
    judged = finding("NUM001", Level.WARNING, "", "seven", "", {"7": [fact]})
    shown = printed(dataclasses.replace(EMPTY, documents=(home,), facts=(fact,), findings=(judged,)), 100)
    assert "…" in shown
    assert len(shown) < 2500
