"""The page of a timeline in a browser: no script, nothing loaded, nothing axe-core finds, no label on another."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from discrepancy.followed import Timeline
from discrepancy.formats.timeline import draw_timeline
from discrepancy.settings import Settings
from discrepancy.watch.lines import timeline
from tests.browser.axe import violations
from tests.browser.test_narrow import COVERED
from tests.browser.watch import Watch
from tests.formats.followed import SAMPLE
from tests.watch.collapse import CHANGES, NOW, STORY, TITLE, VERSIONS

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1280, 360)
OVERLAPPING = """() => {
  const found = [];
  for (const svg of document.querySelectorAll(".picture svg[role=img]")) {
    const boxes = Array.from(svg.querySelectorAll("text"), (text) => [text.textContent, text.getBoundingClientRect()])
      .filter(([, box]) => box.width);
    boxes.forEach(([one, a], n) => boxes.slice(n + 1).forEach(([other, b]) => {
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3) found.push(`${one} / ${other}`);
    }));
  }
  return found;
}"""
"""Pairs of words in one drawing of which one lies on the other."""


@cache
def followed() -> Timeline:
    """A story of four sources and fourteen versions, with the lines that are found in it."""
    return timeline(STORY, TITLE, VERSIONS, CHANGES, (), Settings(), NOW)


def opened(watch: Watch, of: Timeline) -> Page:
    path = watch.folder / "timeline.html"
    path.write_text(draw_timeline(of), encoding="utf-8")
    return watch.goto(path)


def unfolded(page: Page) -> Page:
    page.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
    return page


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(watch: Watch, page: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    for told in (SAMPLE, followed()):
        assert violations(unfolded(opened(watch, told))) == []


@pytest.mark.parametrize("width", [1280, 640, 360, 320])
def test_nothing_runs_over_the_edge_or_lies_on_another(watch: Watch, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for told in (SAMPLE, followed()):
        shown = unfolded(opened(watch, told))
        assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert shown.evaluate(OVERLAPPING) == []
        assert shown.evaluate(COVERED) == []


def test_each_picture_is_drawn(watch: Watch) -> None:
    shown = opened(watch, followed())
    drawn = shown.locator(".picture svg[role=img]")
    assert drawn.count() == sum(line.moved for line in followed().lines)
    for box in drawn.evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().toJSON())"):
        assert box["width"] > 300
        assert box["height"] > 20


def test_a_link_opens_the_version(watch: Watch) -> None:
    shown = opened(watch, followed())
    shown.locator(".steps a").first.click()
    assert shown.url.endswith("#version-1")
    assert shown.locator("#version-1").is_visible()


def test_lines_are_told_apart_without_colours(watch: Watch, page: Page) -> None:
    page.emulate_media(forced_colors="active")
    shown = opened(watch, followed())
    dashes = shown.locator(".swatch line").evaluate_all(
        "(all) => all.map((each) => getComputedStyle(each).strokeDasharray)"
    )
    assert len(set(dashes)) == len(dashes) == 4
    assert violations(shown) == []


def test_all_is_printed_also_what_is_folded(browser: Browser, watch: Watch) -> None:
    shown = opened(watch, followed())
    sheets = PdfReader(io.BytesIO(shown.pdf(format="A4"))).pages
    whole = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in sheets))
    assert browser.is_connected()
    for words in ("Ilse Karvonen", "Version 1 and version 5", "Another 43 people were taken to hospital.", "misstated"):
        assert re.sub(r"\s+", "", words) in whole
    assert "Skipto" not in whole


def test_print_stays_within_the_paper(watch: Watch, page: Page) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})
    shown = opened(watch, followed())
    assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert shown.evaluate(OVERLAPPING) == []
