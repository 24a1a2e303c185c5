"""The report as Markdown: its parts, and that copy never becomes markup."""

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats import by_name
from discrepancy.formats.view import PLAIN
from discrepancy.formats.visible import plain
from discrepancy.formats.words import Words
from discrepancy.model import Level, ReportData
from discrepancy.settings import Presentation
from tests.formats.builders import document, finding, quantity
from tests.formats.hostile import everywhere
from tests.formats.rendered import skeleton, tokens, told
from tests.formats.stories import EMPTY, FLOOD
from tests.samples import run

HARMLESS = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text"),
    *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
    *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
    *("blockquote_open", "blockquote_close", "bullet_list_open", "bullet_list_close"),
    *("list_item_open", "list_item_close", "strong_open", "strong_close", "em_open", "em_close"),
}
HOSTILE = (
    "<script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>",
    "![x](http://evil.example/pixel.png) [y](javascript:alert(1)) <http://a.example>",
    "# x\n\n- y\n\n```\nz\n",
    "    indented\n\n\tmore",
    "1. a\n2) b\n+ c\n* d\n> e",
    "a | b |\n| --- | --- |",
    "**x** __y__ ~~z~~ `c` \\",
    "x\n===\ny\n---",
    "[a]: http://evil.example\n\n[a] [^1] [x]",
    "{{ 7*7 }}{% raw %} &lt;b&gt; &copy; &#60;i&#62;",
    "\u202edesrever\u2066\u200b\ufeff\x00\x07\x1b[2J\x85",
    "half \ud83d of it",
)


def markdown(data: ReportData, shown: Presentation = PLAIN) -> str:
    return by_name("markdown").render(data, shown)


def test_what_it_looks_like(snapshot: SnapshotAssertion) -> None:
    assert markdown(FLOOD) == snapshot


def test_same_input_same_text() -> None:
    assert markdown(FLOOD) == markdown(FLOOD)


def test_nothing_found() -> None:
    assert told(markdown(EMPTY)).splitlines() == [
        "Nothing to hold a version against, 0 facts agree in 0 versions",
        "It compares what the versions say. It does not know which of them is right.",
    ]


def test_every_finding_that_calls_for_a_decision_has_a_heading_and_the_others_a_line() -> None:
    lines = markdown(FLOOD).splitlines()
    assert [line[4] for line in lines if line.startswith("### ")] == ["≠", "?", "?"]
    assert [line[2:].lstrip("\\")[0] for line in lines if re.match(r"- \\?[≈~]", line)] == ["≈", "≈", "~"]


def test_rows_that_agree_are_counted_only() -> None:
    shown = told(markdown(FLOOD))
    assert "soldiers in the town" not in shown
    assert "= 2 facts agree in 4 versions" in shown


def test_the_draft_and_the_copies_are_named() -> None:
    shown = told(markdown(dataclasses.replace(FLOOD, draft="draft", families=(("wire", "harlow-post"),))))
    assert "1 draft (Your draft)" in shown
    assert shown.index("In your draft") < shown.index("Between the other versions")
    assert "A 3.1 million (Your draft) – draft, Estuary Wire" in shown
    assert "Estuary Wire: Mostly one text with Harlow Post: one voice." in shown


def test_an_embargo_stands_right_below_the_verdict() -> None:
    held = dataclasses.replace(FLOOD.documents[0], embargo="Not before noon")
    _, second, *_ = told(markdown(dataclasses.replace(FLOOD, documents=(held, *FLOOD.documents[1:])))).splitlines()
    assert "Not before noon" in second


def test_a_long_sentence_is_cut_around_the_words() -> None:
    home = document("long", "Long", "Title", "word " * 200 + "7 boats" + " word" * 200)
    fact = quantity(home, "7", "7")
    judged = finding("NUM001", Level.WARNING, "", "seven", "x" * 100_000, {"7": [fact]})
    shown = markdown(dataclasses.replace(EMPTY, documents=(home,), facts=(fact,), findings=(judged,)))
    assert re.search(r"> Long: …[word ]+\*\*7\*\* boats[word ]+…\n", shown)
    assert max(map(len, shown.splitlines())) < 1100


def test_in_another_language() -> None:
    assert Words("es")("never") in told(markdown(FLOOD, Presentation(language="es")))


def test_hostile_text_adds_no_markup_to_a_report() -> None:
    plain_one = skeleton(markdown(everywhere("word")))
    assert set(plain_one) <= HARMLESS
    for text in HOSTILE:
        assert skeleton(markdown(everywhere(text))) == plain_one, text


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_no_text_adds_markup_to_a_report(text: str) -> None:
    assert skeleton(markdown(everywhere(text))) == skeleton(markdown(everywhere("word")))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_visible(text: str) -> None:
    shown = " ".join(told(markdown(everywhere(text))).split())
    assert " ".join(plain(text).split()) in shown
    assert not {token.type for token in tokens(markdown(everywhere(text)))} - HARMLESS


def test_the_command_line_prints_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam broke.\n\nPolice said 12 people are missing in Orre.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Dam breaks.\n\nPolice said 21 people are missing in Orre.\n", encoding="utf-8")
    ran = run("check", tmp_path, "--format", "markdown", "--fail-on", "never")
    assert ran.code == 0
    assert ran.out.startswith("# ")
    assert "**12** people" in ran.out
    assert ran.out.endswith("right.*\n")
