"""A page of excerpts: headlines, quoted sentences and cells, and nothing else of the texts."""

from __future__ import annotations

import re
from html import unescape

import pytest

from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import build_view
from discrepancy.model import BlockRole, ReportData
from discrepancy.settings import Presentation
from tests.formats.stories import FLOOD
from tests.samples import seeds_report

EXCERPTS = Presentation(excerpts_only=True)
CELL = 100
"""Characters that a cell shows; a shorter sentence may stand there whole."""


def flat(text: str) -> str:
    return " ".join(text.split())


def words_of(page: str) -> str:
    """All that a page says, and all that its attributes keep, without its style and script."""
    page = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    kept = " ".join(re.findall(r'="([^"]*)"', page))
    return flat(unescape(re.sub(r"<[^>]*>", "", page) + " " + kept))


def sentences(data: ReportData, longer: int) -> list[str]:
    blocks = [
        document.text[block.start : block.end]
        for document in data.documents
        for block in document.blocks
        if block.role not in {BlockRole.HEADLINE, BlockRole.DATELINE}
    ]
    found = [flat(each) for block in blocks for each in re.split(r"(?<=[.!?])\s+(?=[A-Z])", block)]
    return [each for each in found if len(each) > longer]


def quoted(data: ReportData) -> str:
    view = build_view(data, EXCERPTS)
    quotes = [q for card in view.cards for value in card.values for q in (*value.quotes, *value.more)]
    labels = [value.label for card in view.cards for value in card.values] + [card.summary for card in view.cards]
    labels += [card.explanation + card.reconciliation for card in view.cards]
    return flat(" | ".join(["".join(run.text for run in quote.runs) for quote in quotes] + labels))


@pytest.mark.parametrize(("name", "longer"), [("flood", 30), ("seeds", CELL)])
def test_nothing_else_of_the_texts_is_there(name: str, longer: int) -> None:
    data = FLOOD if name == "flood" else seeds_report().data
    allowed, page, whole = quoted(data), words_of(render_page(data, EXCERPTS)), words_of(render_page(data))
    others = [each for each in sentences(data, longer) if each not in allowed]
    assert len(others) > 2
    assert [each for each in others if each in page] == []
    assert [each for each in others if each not in whole] == []


def test_a_quoted_sentence_is_whole() -> None:
    page = words_of(render_page(FLOOD, EXCERPTS))
    assert "The dam holds 3.1 billion cubic metres, the water board said." in page


def test_it_says_that_it_is_not_all() -> None:
    assert "Excerpts only: whole texts are left out of this report." in words_of(render_page(FLOOD, EXCERPTS))
    assert "Excerpts only" not in words_of(render_page(FLOOD))


def test_no_link_leads_to_what_is_left_out() -> None:
    page = render_page(FLOOD, EXCERPTS)
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert {link for link in re.findall(r'href="#([^"]+)"', page) if link not in ids} == set()
