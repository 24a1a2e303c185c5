"""What a reader sees first, and that nothing but the page is ever asked for."""

import pytest
from playwright.sync_api import expect

from discrepancy.settings import Presentation
from tests.browser.watch import Opener, Watch
from tests.formats.stories import EMPTY, FLOOD


def test_the_first_screen_tells_what_is_wrong(opened: Opener) -> None:
    page = opened(FLOOD)
    expect(page.locator("h1")).to_contain_text("1 conflict")
    expect(page.get_by_role("row", name="what the dam holds")).to_be_in_viewport()


def test_an_empty_report_loads(opened: Opener) -> None:
    page = opened(EMPTY)
    expect(page.locator("h1")).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("e")


def test_style_and_script_can_stand_beside_the_page(opened: Opener) -> None:
    page = opened(FLOOD, Presentation(assets="beside"))
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_focused()
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"


def test_excerpts_alone_load(opened: Opener) -> None:
    page = opened(FLOOD, Presentation(excerpts_only=True))
    expect(page.locator("h1")).to_contain_text("1 conflict")
    page.keyboard.press("4")
    page.keyboard.press("e")


@pytest.mark.parametrize(
    ("act", "heard"),
    [
        ("alert(1)", "dialog: 1"),
        ("console.log('hm')", "hm"),
        ("setTimeout(() => { throw new Error('late') })", "late"),
        ("document.body.setAttribute('style', 'color: red')", "policy: style-src-attr inline"),
        ("document.body.append(Object.assign(new Image(), { src: 'http://localhost:9/x.png' }))", "policy: img-src"),
        ("void open('about:blank#out')", "about:blank"),
    ],
    ids=["dialog", "console", "error", "style", "image", "window"],
)
def test_the_watch_hears(watch: Watch, opened: Opener, act: str, heard: str) -> None:
    page = opened(FLOOD)
    page.evaluate(act)
    page.wait_for_timeout(100)
    assert any(heard in each for each in watch.heard), watch.heard
    watch.heard.clear()
