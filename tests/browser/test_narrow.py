"""Narrow screens, large type and zoom: nothing runs over the edge, nothing covers another, all can be used."""

import pytest
from playwright.sync_api import Page, expect

from discrepancy.model import ReportData
from tests.browser.watch import Opener
from tests.formats.stories import EMPTY, FLOOD
from tests.formats.wide import widened

SCREENS = {
    "phone": (320, 700, "100%"),
    "zoomed": (640, 400, "100%"),
    "large-type": (1280, 800, "200%"),
    "phone-large-type": (400, 800, "200%"),
    "tablet": (768, 1024, "100%"),
}
"""Width and height in CSS pixels, and the size of type. A screen of 1280 pixels zoomed to 200 % has 640."""
COVERED = """() => {
  const parts = Array.from(document.querySelectorAll("a, button, input, select, summary, h1, h2, h3, h4, label, .hint"))
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => !each.closest("dialog, .scroll, .unseen, .skip"))
    .filter((each) => getComputedStyle(each).position !== "absolute");
  const boxes = parts.flatMap((part) => Array.from(part.getClientRects(), (box) => [part, box]));
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const found = [];
  for (const [one, a] of boxes) for (const [other, b] of boxes) {
    if (one !== other && !one.contains(other) && !other.contains(one) && over(a, b))
      found.push(`${one.outerHTML.slice(0, 60)} / ${other.outerHTML.slice(0, 60)}`);
  }
  return found;
}"""
"""Pairs of controls and headings of which one covers a part of the other."""
SMALL = """() => Array.from(document.querySelectorAll("button, select, input, summary, .contents a, .skip"))
  .filter((each) => each.checkVisibility())
  .map((each) => [each.outerHTML.slice(0, 60), (each.closest("label") || each).getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 24)
  .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""
"""Controls that are smaller than 24 pixels either way."""


def resized(page: Page, screen: str) -> Page:
    width, height, type_size = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(
        """(size) => {
          document.documentElement.style.fontSize = size;
          return new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)));
        }""",
        type_size,
    )
    return page


@pytest.mark.parametrize("data", [FLOOD, widened(9), EMPTY], ids=["four", "nine", "none"])
def test_nothing_runs_over_the_edge_or_covers_another(opened: Opener, data: ReportData) -> None:
    page = opened(data)
    page.keyboard.press("e")
    for screen in SCREENS:
        resized(page, screen)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, screen
        assert page.evaluate(COVERED) == [], screen


@pytest.mark.parametrize("screen", ["phone", "zoomed", "large-type"])
def test_the_tool_bar_can_be_used(opened: Opener, screen: str) -> None:
    page = resized(opened(FLOOD), screen)
    assert page.evaluate(SMALL) == []
    for control in page.locator(".tools :is(button, input, select, summary):visible").all():
        control.click(trial=True, timeout=2000)
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".card").first).to_be_in_viewport()
    page.get_by_role("button", name="Keys").click()
    box = page.get_by_role("dialog").bounding_box()
    assert box
    width, height, _ = SCREENS[screen]
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["height"] <= height


@pytest.mark.parametrize("screen", ["zoomed", "large-type", "tablet"])
def test_what_has_the_focus_is_not_covered(opened: Opener, screen: str) -> None:
    """Nothing that stays on the screen lies over what a key or the tabulator went to."""
    page = resized(opened(FLOOD), screen)
    covered = """() => {
      const bar = document.querySelector(".tools");
      const at = document.activeElement;
      return getComputedStyle(bar).position === "sticky" && !bar.contains(at)
        && at.getBoundingClientRect().top < bar.getBoundingClientRect().bottom && bar.getBoundingClientRect().top <= 0;
    }"""
    for _ in range(4):
        page.keyboard.press("j")
        assert not page.evaluate(covered)
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")


def test_each_cell_names_its_source_on_a_phone(opened: Opener) -> None:
    page = resized(opened(FLOOD), "phone")
    cells = page.locator("#g-dam td")
    named = cells.evaluate_all("(cells) => cells.map((cell) => getComputedStyle(cell, '::before').content)")
    assert named == [f'"{home.source}"' for home in FLOOD.documents]
    assert page.get_by_role("row", name="what the dam holds").get_by_role("cell").count() == 4
