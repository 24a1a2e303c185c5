"""The desk for everybody: axe finds nothing, light and dark, with all that unfolds; narrow; in each language."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from discrepancy.decided import Ruling
from tests.browser.axe import violations
from tests.browser.desks import Reviewer, look, served
from tests.browser.watch import Opener
from tests.formats.test_reviews_view import DISMISSED, REOPENED, decided, with_reviews
from tests.review.desks import cheap

TEXTS = {
    "early.txt": "Boats race at Tvist\n\nboats: 12\n\ncrews: 30\n\nguests: 400\n",
    "late.txt": "Boats raced at Tvist\n\nboats: 14\n\ncrews: 31\n\nguests: 500\n",
}


def unfold(page: Page) -> None:
    """A comment, the history, why it is no error, where files go."""
    page.keyboard.press("n")
    page.keyboard.type("as the club says")
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.keyboard.press("h")
    page.keyboard.press("d")
    expect(page.locator(".reasons")).to_be_visible()
    page.get_by_text("Add a version, download").click()


def test_axe_finds_nothing(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        ana = reviewer("Ana").open(desk)
        bo = reviewer("Bo").open(desk, color_scheme="dark", reduced_motion="reduce")
        bo.route("**/api/1/state*", lambda route: route.abort("connectionrefused"))
        look(bo)
        unfold(ana)
        expect(ana.locator(".past li")).to_have_count(1)
        bo.keyboard.press("c")
        expect(bo.locator(".conflicts")).to_be_visible()
        unfold(bo)
        expect(bo.locator(".gone")).to_be_visible()
        for page in (ana, bo):
            page.keyboard.press("Escape")
            page.keyboard.press("d")
            assert violations(page) == []
        ana.get_by_role("button", name="Change my name").click()
        assert violations(ana, "dialog[open]") == []


def test_a_narrow_screen_has_room(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        page = reviewer("Ana").open(desk, viewport={"width": 320, "height": 640})
        page.keyboard.press("c")
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        page.keyboard.press("Escape")
        page.keyboard.press("h")
        bar = page.locator(".desk").bounding_box()
        assert bar
        assert bar["height"] < 320  # half of the screen is left for what is decided on
        page.set_viewport_size({"width": 640, "height": 320})
        assert page.locator(".desk").evaluate("bar => getComputedStyle(bar).position") == "static"


def test_all_is_said_in_the_language_of_the_page(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap, language="es") as desk:
        page = reviewer("Ana").open(desk, forced_colors="active")
        page.keyboard.press("c")
        page.keyboard.press("h")
        page.keyboard.press("k")
        expect(page.locator("#desk-progress")).to_have_text("1 de 3 decididas")
        expect(page.locator(".past b")).to_have_text("Confirmada")
        text = page.locator(".desk").inner_text()
        assert "{" not in text
        assert "undefined" not in text
        ring = page.locator(".card[aria-current]").evaluate("card => getComputedStyle(card).outlineStyle")
        assert ring == "solid"  # a shadow is not drawn in forced colours


def test_the_report_shows_reviews_without_a_server(opened: Opener, page: Page) -> None:
    opened(with_reviews(DISMISSED, REOPENED, resolved=(decided("gone", Ruling.CONFIRMED, "told the wire"),)))
    page.locator(".resolved summary").click()
    assert violations(page) == []
    page.get_by_role("combobox", name="Decision").select_option("dismissed")
    assert page.locator(".card:visible").count() == 1
    assert page.locator(".row:visible").count() == 1
    page.get_by_role("combobox", name="Decision").select_option("open")
    assert page.locator(".card:visible").count() == 2  # what is explained, or a matter of style, need not be decided
