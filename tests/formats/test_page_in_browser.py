"""The page in a real browser: keys, filters, links, hostile text. It never asks for anything and never complains."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from discrepancy.formats import by_name
from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from tests.formats.builders import document, finding, group, quantity, say
from tests.formats.stories import EMPTY, FINDINGS, FLOOD

HOSTILE = (
    "<script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>",
    "</style></title></script><h1>gone</h1>",
    "{{ 7*7 }}{% raw %}",
    "\u202edesrever\u2066\u200b\ufeff",
    "\x00\x07\x1b[2J\x85",
    "half \ud83d of it",
    "javascript:alert(1)",
    "x" * 100_000,
)

Opener = Callable[[ReportData], Page]


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Iterator[Opener]:
    """Opens a report's page; fails on any dialog, console message, error or request but the page itself."""
    heard: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))

    def start(data: ReportData) -> Page:
        path = tmp_path / "report.html"
        path.write_bytes(render_page(data).encode("utf-8"))
        page.goto(path.as_uri())
        return page

    yield start
    page.wait_for_timeout(50)  # what a page does late counts too
    assert [each for each in heard if not each.startswith("file:")] == []


def test_the_first_screen_tells_what_is_wrong(opened: Opener) -> None:
    page = opened(FLOOD)
    expect(page.locator("h1")).to_contain_text("1 conflict")
    expect(page.get_by_role("row", name="what the dam holds")).to_be_in_viewport()


def test_j_and_k_go_from_finding_to_finding(opened: Opener) -> None:
    page = opened(FLOOD)
    for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(page.locator(".card").nth(place)).to_be_focused()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".card").nth(2)).to_be_focused()


def test_filters_are_kept_in_the_address(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("/")
    page.keyboard.type("katrin")
    page.get_by_label("Style").uncheck()
    expect(page.locator(".card:visible h3")).to_have_text(
        ["The mayor is Katrin Vandemeer or Catrin Vandemeer", "12 or 21 people are missing"]
    )
    expect(page.get_by_role("status")).to_have_text("2 of 6")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".card:visible")).to_have_count(2)
    expect(page.get_by_role("searchbox")).to_have_value("katrin")


def test_a_link_opens_what_is_put_aside(opened: Opener) -> None:
    page = opened(FLOOD)
    assert page.locator(".text:visible").count() == 2
    page.get_by_role("row", name="what the dam holds").get_by_role("link", name="3.1 million").nth(1).click()
    expect(page.locator(".text:visible h3")).to_contain_text(["Harlow Post", "draft"])
    page.get_by_label("Conflicts").uncheck()
    page.locator(".text:visible .mark.s-conflict").first.click()
    expect(page.locator(".card.s-conflict")).to_be_in_viewport()


def test_keys_for_versions_help_and_folds(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("4")
    expect(page.locator("#v4")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("e")
    assert page.locator("details:not([open])").count() == 0
    page.keyboard.press("e")
    assert page.locator("details[open]").count() == 0


def test_all_content_is_there_without_javascript(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(render_page(FLOOD).encode("utf-8"))
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        assert page.locator(".row:visible").count() == 7
        assert page.locator(".card:visible").count() == 6
        assert page.locator(".text:visible").count() == 4
        assert page.locator(".tools:visible, .chooser:visible").count() == 0


def test_nothing_runs_over_the_edge_at_320_pixels(opened: Opener) -> None:
    page = opened(FLOOD)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_print_shows_every_sentence(opened: Opener) -> None:
    page = opened(FLOOD)
    page.emulate_media(media="print")
    for text in ("Van de Meer", "Sign up for the Morning Tide newsletter"):
        expect(page.get_by_text(text).last).to_be_visible()
    assert page.locator(".text:visible").count() == 4
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_follow_the_reader(opened: Opener, page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    ground = opened(FLOOD).evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(251, 250, 246)") == (scheme == "light")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_harmless_and_visible(opened: Opener, text: str) -> None:
    page = opened(hostile(text))
    expect(page.locator("h1")).to_have_count(1)
    shown = page.locator("body").inner_text()
    assert ("U+202E" in shown) == ("\u202e" in text)
    assert ("U+D83D" in shown) == ("\ud83d" in text)
    assert "\u202e" not in page.content()
    if text.isprintable():
        assert text in shown
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_focused()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("name", ["html", "json"])
def test_hostile_text_can_be_written(name: str, text: str) -> None:
    assert by_name(name).render(hostile(text), PLAIN).encode("utf-8")


def hostile(text: str) -> ReportData:
    """A report with ``text`` in every field that input can reach."""
    home = document(text, text, f"Headline {text}", f"There are 7 {text} boats.", f"Or 8 {text}.")
    home = dataclasses.replace(home, dateline=text, language="en")
    other = dataclasses.replace(home, id="other")
    facts = (quantity(home, "7", "7", text, by=text), quantity(home, "8", "8", text), quantity(other, "7", "7"))
    judged = finding(
        "NUM001", FINDINGS[0].level, text, text, text, {text: [facts[0]], f"{text}2": [facts[1]]}, both=text
    )
    return dataclasses.replace(
        EMPTY,
        documents=(home, other),
        facts=facts,
        groups=(group(text, text, *facts),),
        findings=(dataclasses.replace(judged, id=text, rule=text, explanation=say(text)),),
        unread=(dataclasses.replace(FLOOD.unread[0], path=text, what=text, remedy=text),),
        skipped=(dataclasses.replace(FLOOD.skipped[0], path=text, why=text),),
        rules=(dataclasses.replace(FLOOD.rules[0], code=text, name=text, summary=text),),
    )
