"""axe-core's rules, best practice among them: it finds nothing, in light and dark, wide and narrow, open and folded."""

from __future__ import annotations

import dataclasses
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from discrepancy.settings import Presentation
from tests.browser.axe import violations
from tests.browser.watch import Opener
from tests.formats.stories import EMPTY, FLOOD

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 320)
TWO_STORIES = (("wire", "harlow-post", "radio"), ("draft",))
DRAFTED = dataclasses.replace(FLOOD, draft="draft", families=(("wire", "radio"),), stories=TWO_STORIES)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_story_page_with_all_its_folds_open(
    opened: Opener, page: Page, width: int, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    opened(DRAFTED)
    page.keyboard.press("e")
    assert violations(page) == []


def test_a_story_page_as_it_opens(opened: Opener) -> None:
    assert violations(opened(DRAFTED)) == []


def test_the_help_and_nothing_left_by_the_filters(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("?")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page, "dialog") == []
    page.keyboard.press("Escape")
    page.get_by_role("searchbox").fill("nowhere to be found")
    assert violations(page) == []


def test_texts_lined_up_with_their_changed_words(opened: Opener) -> None:
    page = opened(DRAFTED)
    page.locator("#texts").scroll_into_view_if_needed()
    page.get_by_label("Show changed words").check()
    expect(page.locator(".lined .pair").first).to_be_visible()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


def test_pages_of_little(opened: Opener) -> None:
    assert violations(opened(EMPTY)) == []
    assert violations(opened(FLOOD, Presentation(excerpts_only=True))) == []


def test_axe_does_find_what_is_wrong(opened: Opener) -> None:
    page = opened(FLOOD)
    page.evaluate("document.querySelector('h1').remove(), document.documentElement.removeAttribute('lang')")
    assert {each.partition(" ")[0] for each in violations(page)} == {"html-has-lang", "page-has-heading-one"}
