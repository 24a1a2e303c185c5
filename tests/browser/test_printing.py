"""On paper: everything open, nothing cut, and none of what only a screen can use."""

from __future__ import annotations

import dataclasses
import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import Card
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from tests.browser.watch import Opener, write
from tests.formats.stories import DRAFT, FLOOD, POST, RADIO, WIRE
from tests.formats.wide import widened

PAPER = {"A4": 688, "Letter": 710}
"""Sizes of paper with the width between the margins, in CSS pixels."""
OVER = """() => Array.from(document.body.querySelectorAll("*"))
  .filter((each) => each.clientWidth > 1 && !each.closest("dialog, svg"))
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5
    || each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflow !== "visible")
  .map((each) => each.outerHTML.slice(0, 80))"""
"""Elements that stick out over the edge of the page, or hide a part of themselves."""
ADDRESS = "https://example.org/flood/1"


def sheets(page: Page, paper: str = "A4") -> list[str]:
    """The text of each page of a print, squeezed."""
    reader = PdfReader(io.BytesIO(page.pdf(format=paper)))
    return [squeezed(sheet.extract_text()) for sheet in reader.pages]


def squeezed(text: str) -> str:
    """``text`` without white space, hyphens and the glyphs that marks carry."""
    return re.sub(r"[\s\u00ad≠?≈~-]+", "", unicodedata.normalize("NFKC", text))  # fonts join letters: ﬁ


def sentences(card: Card) -> list[str]:
    """All that a finding's card says in sentences: what it finds, why, and each source's words."""
    quotes = [quote for value in card.values for quote in (*value.quotes, *value.more)]
    own = [each for each in (card.summary, card.explanation, card.reconciliation) if each]
    return [squeezed(each) for each in (*own, *("".join(run.text for run in quote.runs) for quote in quotes))]


@pytest.mark.parametrize(("data", "paper"), [(FLOOD, "A4"), (widened(9), "Letter")], ids=["A4", "Letter"])
def test_all_that_findings_and_texts_say_is_printed(opened: Opener, data: ReportData, paper: str) -> None:
    page = opened(data)
    page.get_by_role("searchbox").fill("dam")
    page.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = false; })")
    whole = "".join(sheets(page, paper))
    said = [each for card in build_view(data).cards for each in sentences(card)]
    assert len(said) > 20
    assert [each for each in said if each not in whole] == []
    for home in data.documents:
        assert squeezed(home.path) in whole
        for line in home.text.split("\n\n"):
            assert squeezed(line) in whole
    for row in build_view(data).rows:
        assert squeezed(row.subject) in whole
    for furniture in ("Filterbywords", "Skiptothe", "Singlekeys", "Openall", "Foldall", "Side by side", "Seeitsrow"):
        assert furniture not in whole


def test_addresses_are_printed_also_where_texts_are_not(opened: Opener) -> None:
    data = dataclasses.replace(FLOOD, documents=(dataclasses.replace(WIRE, address=ADDRESS), POST, RADIO, DRAFT))
    whole = "".join(sheets(opened(data, Presentation(excerpts_only=True))))
    assert squeezed(ADDRESS) in whole
    assert all(squeezed(home.path) in whole for home in data.documents)


def test_the_head_of_the_matrix_stands_on_each_of_its_pages(opened: Opener) -> None:
    pages = sheets(opened(widened(9)), "A5")
    of_rows = {
        n for n, text in enumerate(pages) for row in build_view(FLOOD).rows if f"{squeezed(row.subject)}figure" in text
    }
    assert len(of_rows) > 1
    assert all("Whatitisabout" in pages[n] for n in of_rows)


def test_a_finding_stands_on_one_page(opened: Opener) -> None:
    pages = sheets(opened(FLOOD))
    for card in build_view(FLOOD).cards:
        assert any(all(each in text for each in sentences(card)) for text in pages), card.summary


@pytest.mark.parametrize("versions", [4, 6, 9, 12, 30])
def test_nothing_is_cut_at_the_edge(opened: Opener, versions: int) -> None:
    page = opened(widened(versions))
    page.emulate_media(media="print")
    for width in PAPER.values():
        page.set_viewport_size({"width": width, "height": 1000})
        assert page.evaluate(OVER) == []


def test_print_is_light_for_who_reads_in_the_dark(opened: Opener, page: Page) -> None:
    page.emulate_media(media="print", color_scheme="light")
    colours = """() => [".card", ".tag", "mark", "body", ".why .label"].flatMap((each) => {
      const style = getComputedStyle(document.querySelector(each));
      return [style.color, style.backgroundColor, style.borderColor];
    })"""
    light = opened(FLOOD).evaluate(colours)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colours) == light


def test_without_javascript_all_is_printed_too(browser: Browser, tmp_path: Path) -> None:
    with browser.new_context(java_script_enabled=False, offline=True) as context:
        page = context.new_page()
        page.goto(write(FLOOD, tmp_path)[0].as_uri())
        whole = "".join(sheets(page))
    for card in build_view(FLOOD).cards:
        assert all(each in whole for each in sentences(card))
    assert squeezed("Also read: ferry fares rise again") in whole
