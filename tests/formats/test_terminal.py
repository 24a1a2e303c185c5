"""The findings in a terminal."""

import dataclasses
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.terminal.findings import WIDE, print_report
from discrepancy.formats.visible import HIDDEN
from discrepancy.model import Level, ReportData
from tests.formats.builders import document, finding, quantity, say
from tests.formats.hostile import everywhere
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
        assert str(each.summary.params["text"]).split()[0] in flat
        assert each.rule in flat
    assert "copy/scan.pdf" in flat
    assert flat.endswith("1conflict,2tocheck,2explained,1ofstyle,2factsagreein4versions,1filecouldnotberead")


@pytest.mark.parametrize("width", [200, 120, 80, 40])
def test_a_finding_is_told_as_its_card_tells_it(width: int) -> None:
    shown = " ".join(printed(dataclasses.replace(FLOOD, findings=FINDINGS[3:4]), width).split())
    if width < WIDE:
        assert "4,200 people or more than 4,000 were driven out The figures differ. Why both can be right:" in shown
    for words in ("Why both", "value-differs", "very", "Estuary Wire, Radio", "more than 4,000"):
        assert words in shown


def test_where_the_words_stand_is_told_where_it_is_not_the_body() -> None:
    assert "Harlow Post (caption): Catrin Vandemeer" in printed(FLOOD, 200)


def test_every_source_is_named_where_sentences_are_left_out() -> None:
    homes = [document(f"d{n}", f"Paper {n}", "Title", f"Some {n} said that 7 boats sank.") for n in range(6)]
    facts = [quantity(home, "7", "7") for home in homes]
    judged = finding("NUM001", Level.WARNING, "", "boats", "", {"7": facts})
    data = dataclasses.replace(EMPTY, documents=tuple(homes), facts=tuple(facts), findings=(judged,))
    assert "Paper 3, Paper 4, Paper 5: 3 more places" in printed(data, 120)


def test_the_draft_and_an_embargo_are_told() -> None:
    held = dataclasses.replace(FLOOD.documents[0], embargo="Not before noon")
    data = dataclasses.replace(FLOOD, documents=(held, *FLOOD.documents[1:]), draft="draft")
    shown = printed(data, 120)
    assert "Not before noon" in shown
    assert shown.rstrip().endswith("1 of them in your draft")


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


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_no_text_drives_a_terminal(text: str) -> None:
    shown = printed(everywhere(text), 4000)
    assert not HIDDEN.search(shown)


def test_a_terminal_without_unicode() -> None:
    shown = printed(FLOOD, 100, Ascii())
    assert shown.isascii()
    assert "!= conflict" in shown
    assert "\\" not in shown, "every sign of our own has one that ASCII knows"


def test_a_long_sentence_is_cut_around_the_words() -> None:
    home = document("long", "Long", "Title", "word " * 200 + "7 boats" + " word" * 200)
    fact = quantity(home, "7", "7")
    judged = finding("NUM001", Level.WARNING, "", "seven", "", {"7": [fact]})
    shown = printed(dataclasses.replace(EMPTY, documents=(home,), facts=(fact,), findings=(judged,)), 100)
    assert "…" in shown
    assert len(shown) < 2500
