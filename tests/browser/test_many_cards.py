"""Hundreds of findings: those in sight are laid out, and yet links, a search in the page and paper reach all."""

import dataclasses

import pytest

from discrepancy.formats.html.page import LONG
from discrepancy.formats.view.index import card_anchor
from discrepancy.model import Message, ReportData
from tests.browser.test_printing import sheets, squeezed
from tests.browser.watch import Opener
from tests.formats.stories import FLOOD

NUMBER = LONG + 20
SAID = [f"The flood is told in way number {number:04}" for number in range(NUMBER)]
SHOWN = "(card) => card.querySelector('h3').checkVisibility({ contentVisibilityAuto: true })"
IN_SIGHT = "(card) => { const { top, bottom } = card.getBoundingClientRect(); return bottom > 0 && top < innerHeight; }"


@pytest.fixture(scope="module")
def many() -> ReportData:
    first = FLOOD.findings[0]
    findings = [
        dataclasses.replace(first, id=f"NUM001-{number:04}", summary=Message("page.text", {"text": said}))
        for number, said in enumerate(SAID)
    ]
    return dataclasses.replace(FLOOD, findings=tuple(findings))


def test_what_is_out_of_sight_is_not_laid_out_until_a_link_leads_there(opened: Opener, many: ReportData) -> None:
    page = opened(many)
    last = page.locator(f"#{card_anchor(many.findings[-1].id)}")
    assert not last.evaluate(SHOWN)
    page.evaluate("(id) => { location.hash = id; }", card_anchor(many.findings[-1].id))
    page.wait_for_timeout(200)  # two frames: the cards that come into sight are measured, and it scrolls on
    assert last.evaluate(SHOWN)
    assert last.evaluate(IN_SIGHT)


def test_a_search_in_the_page_finds_what_is_out_of_sight(opened: Opener, many: ReportData) -> None:
    page = opened(many)
    assert page.evaluate("(words) => window.find(words)", SAID[-7])
    assert not page.evaluate("(words) => window.find(words)", "told in no way at all")


def test_all_of_them_are_printed(opened: Opener, many: ReportData) -> None:
    whole = "".join(sheets(opened(many)))
    assert [said for said in SAID if squeezed(said) not in whole] == []


def test_few_are_laid_out_at_once(opened: Opener) -> None:
    assert opened(FLOOD).locator(".card:not(.brief)").evaluate_all(f"(cards) => cards.every({SHOWN})")
