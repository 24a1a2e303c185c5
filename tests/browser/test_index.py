"""The index of many stories, and the way from page to page: by mouse, by keys, without JavaScript, on paper."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from discrepancy.formats.html import bundle
from discrepancy.formats.html.index_page import render_index
from discrepancy.formats.view import build_view
from discrepancy.formats.view.stories import build_stories, story_line
from discrepancy.pages import Checked, write_pages
from discrepancy.settings import Presentation
from tests.browser.axe import violations
from tests.browser.watch import Watch
from tests.formats.stories import FLOOD, WIRE

HELD = dataclasses.replace(WIRE, embargo="EMBARGOED until 00:01 GMT Tuesday")
CALM = dataclasses.replace(FLOOD, findings=(), unread=(), documents=(HELD, *FLOOD.documents[1:]))
HOSTILE = "<script>alert(1)</script>\u202e{{ 7*7 }}"
STORIES = (
    Checked(folder="tonight/flood", data=FLOOD),
    Checked(folder="tonight/vote", data=dataclasses.replace(FLOOD, findings=FLOOD.findings[1:], unread=())),
    Checked(
        folder="tonight/calm",
        data=dataclasses.replace(FLOOD, findings=(), unread=(), documents=(HELD, *FLOOD.documents[1:])),
    ),
    Checked(folder=f"tonight/{HOSTILE}", failure=HOSTILE),
)
FINGER = 24
"""Pixels that a target must measure, by the rules for accessible pages."""
MANY = 300
AT_ONCE = 200
"""Milliseconds that a reader does not notice."""


@pytest.fixture
def index(watch: Watch) -> Page:
    """The index of four stories, open; the pages of the stories may be asked for."""
    return _open(watch, STORIES)


def _open(watch: Watch, stories: tuple[Checked, ...], assets: str = "") -> Page:
    site = watch.folder / "my site"
    write_pages(stories, site, Presentation(), assets=watch.folder / assets if assets else None)
    watch.allowed.update(each.as_uri() for each in site.glob("*.html"))
    if assets:
        names = {**bundle.files(), **bundle.files(bundle.INDEX)}
        watch.allowed.update((watch.folder / assets / name).as_uri() for name in names)
    return watch.goto(site / "index.html")


def _titles(page: Page) -> list[str]:
    return page.locator(".story:visible .folder").all_inner_texts()


def test_it_tells_what_needs_an_eye_first(index: Page) -> None:
    expect(index.locator("h1")).to_have_text("≠1 story with conflicts, ?1 to check")
    assert _titles(index) == ["tonight/flood", "tonight/vote", "tonight/calm"]
    expect(index.get_by_role("row", name="Not checked")).to_be_visible()
    expect(index.get_by_role("note")).to_contain_text("Embargoed: 1 story")


def test_from_page_to_page(index: Page) -> None:
    index.locator(".story a").first.click()
    expect(index.locator("h1")).to_contain_text("1 conflict")
    index.get_by_role("link", name="Next: tonight/vote").click()
    expect(index.locator("[aria-current=page]")).to_have_text("tonight/vote")
    index.get_by_role("link", name="Previous: tonight/flood").click()
    index.get_by_role("link", name="All stories").click()
    expect(index.locator(".story")).to_have_count(4)


def test_filters_are_kept_in_the_address(index: Page) -> None:
    index.keyboard.press("/")
    index.keyboard.type("tonight VO")
    assert _titles(index) == ["tonight/vote"]
    expect(index.get_by_role("status")).to_have_text("1 of 4")
    index.reload()
    assert _titles(index) == ["tonight/vote"]
    index.get_by_label("To check").uncheck()
    expect(index.get_by_text("Nothing matches these filters.")).to_be_visible()
    index.get_by_role("searchbox").fill("")
    assert _titles(index) == ["tonight/flood", "tonight/calm"]


def test_hostile_words_are_shown_as_text(index: Page) -> None:
    row = index.get_by_role("row").filter(has_text="{{ 7*7 }}")
    expect(row).to_contain_text("<script>alert(1)</script>")
    expect(row).to_contain_text("U+202E")


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(index: Page, scheme: Literal["light", "dark"], width: int) -> None:
    index.emulate_media(color_scheme=scheme)
    index.set_viewport_size({"width": width, "height": 800})
    assert violations(index) == []
    assert index.evaluate("document.documentElement.scrollWidth") <= width
    index.locator(".story a").first.click()
    assert violations(index) == []
    assert index.evaluate("document.documentElement.scrollWidth") <= width


def test_the_ways_to_other_stories_are_large_enough_for_a_finger(index: Page) -> None:
    index.set_viewport_size({"width": 320, "height": 800})
    index.locator(".story a").nth(1).click()
    ways = index.locator(".between a").evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().height)")
    assert len(ways) == 3
    assert min(ways) >= FINGER


def test_it_reads_whole_without_javascript(browser: Browser, tmp_path: Path) -> None:
    write_pages(STORIES, tmp_path, Presentation())
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        assert page.locator(".story:visible").count() == 4
        assert page.locator(".tools:visible").count() == 0
        page.locator(".story a").first.click()
        expect(page.locator("h1")).to_contain_text("1 conflict")


def test_it_prints_every_story_that_is_shown(index: Page) -> None:
    index.emulate_media(media="print")
    assert _titles(index) == ["tonight/flood", "tonight/vote", "tonight/calm"]
    expect(index.get_by_role("note")).to_be_visible()
    assert index.locator(".tools:visible, .skip:visible").count() == 0


def test_hundreds_of_stories_are_filtered_at_once(watch: Watch) -> None:
    view = build_view(FLOOD)
    lines = [story_line(FLOOD, view, name=f"tonight/story {n}", link=f"story-{n}.html") for n in range(MANY)]
    path = watch.folder / "index.html"
    path.write_text(render_index(build_stories(lines, "en"), Presentation()), encoding="utf-8")
    page = watch.goto(path)
    took = page.evaluate(
        "() => { const find = document.forms[0].elements.q; const start = performance.now(); find.value = 'story 299';"
        " find.dispatchEvent(new Event('input', { bubbles: true })); document.body.getBoundingClientRect();"
        " return performance.now() - start; }"
    )
    assert _titles(page) == ["tonight/story 299"]
    assert took < AT_ONCE


def test_style_and_script_beside_work_from_a_file(watch: Watch) -> None:
    page = _open(watch, STORIES, "ässets & co")
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    page.get_by_label("To check").uncheck()
    assert _titles(page) == ["tonight/flood", "tonight/calm"]
    page.locator(".story a").first.click()
    page.wait_for_url("**/flood.html")
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_focused()
