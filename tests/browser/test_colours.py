"""Light, dark, forced colours, more contrast, less motion: what the reader's system asks for is done."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from discrepancy.formats.html import bundle
from tests.browser.watch import Opener
from tests.formats.stories import FLOOD

LUMINANCE = """(colour) => {
  const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
  const [red, green, blue] = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}"""


def colour(page: Page, selector: str, name: str) -> str:
    found = page.locator(selector).first.evaluate("(each, name) => getComputedStyle(each)[name]", name)
    assert isinstance(found, str)
    return found


def contrast(page: Page, one: str, other: str) -> float:
    light, dark = sorted((page.evaluate(LUMINANCE, each) for each in (one, other)), reverse=True)
    return float((light + 0.05) / (dark + 0.05))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_follow_the_reader(opened: Opener, page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    opened(FLOOD)
    ground = colour(page, "body", "backgroundColor")
    assert (page.evaluate(LUMINANCE, ground) > 0.5) == (scheme == "light")
    assert contrast(page, ground, colour(page, "body", "color")) > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_no_text_but_must_be_seen(opened: Opener, page: Page, scheme: Literal["light", "dark"]) -> None:
    """Edges of fields and buttons, and the ring of the focus, stand out from the ground by 3 to 1."""
    page.emulate_media(color_scheme=scheme)
    opened(FLOOD)
    ground = colour(page, "body", "backgroundColor")
    for selector in (".tools input[type=search]", ".tools button", "select"):
        assert contrast(page, ground, colour(page, selector, "borderTopColor")) >= 3, selector
    page.keyboard.press("j")
    assert contrast(page, ground, colour(page, ".card", "outlineColor")) >= 3
    assert colour(page, ".card", "outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_everything_told_apart(
    opened: Opener, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    opened(FLOOD)
    looks = page.evaluate(
        """() => Object.fromEntries(["conflict", "check", "explained", "style", "agrees"].map((state) => {
          const cell = document.querySelector(`.row > td.s-${state}`);
          const { borderLeftStyle, borderLeftWidth, borderLeftColor, backgroundColor } = getComputedStyle(cell);
          const glyph = cell.textContent.trim().split(" ").at(-2);
          return [state, { edge: `${borderLeftStyle} ${borderLeftWidth}`, glyph,
            seen: borderLeftColor !== backgroundColor }];
        }))"""
    )
    assert len({look["edge"] for look in looks.values()}) == len(looks)
    assert len({look["glyph"] for look in looks.values()}) == len(looks)
    assert all(look["seen"] for look in looks.values())
    for letter in "AB":
        ink, ground = (colour(page, f".letter-{letter}", name) for name in ("color", "backgroundColor"))
        assert contrast(page, ink, ground) > 7
    assert colour(page, ".letter-A", "backgroundColor") != colour(page, ".letter-B", "backgroundColor")
    for selector in ("mark", ".mark.s-conflict", ".mark.s-agrees"):
        assert colour(page, selector, "borderBottomStyle") != "none"
    page.keyboard.press("j")
    assert colour(page, ".card", "outlineStyle") == "solid"
    assert colour(page, ".card", "outlineColor") != colour(page, "body", "backgroundColor")


def test_more_contrast(opened: Opener, page: Page) -> None:
    page.emulate_media(contrast="more")
    opened(FLOOD)
    ink = colour(page, "body", "color")
    assert colour(page, ".facts", "color") == ink
    assert colour(page, ".tools button", "borderTopColor") == ink


def test_nothing_moves_by_itself(opened: Opener, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(FLOOD)
    page.keyboard.press("e")
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_in_viewport()
    assert page.evaluate("document.getAnimations().length") == 0
    assert colour(page, "html", "scrollBehavior") == "auto"
    moving = [
        line for line in bundle.style().splitlines() if re.search(r"\b(transition|animation|scroll-behavior):", line)
    ]
    assert all("(prefers-reduced-motion: no-preference)" in line for line in moving)
    assert "smooth" not in bundle.script()
