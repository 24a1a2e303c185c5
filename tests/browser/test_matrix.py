"""The matrix on the screen: the page scrolls it where its columns fit, its head stays and never covers the focus."""

from __future__ import annotations

import dataclasses

import pytest
from playwright.sync_api import Page, expect

from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from tests.browser.watch import Opener
from tests.formats.stories import FLOOD, POST, WIRE
from tests.formats.wide import widened

COVERED = """() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const over = [box.left + 2, box.right - 2].map((x) => document.elementFromPoint(x, box.top + box.height / 2));
  const isCovered = over.every((each) => each && !each.contains(at) && !at.contains(each));
  return at.closest("tbody") && isCovered ? over[0].outerHTML.slice(0, 60) : "";
}"""
"""What hides a link of the matrix that has the focus, from end to end."""


def opened_at(opened: Opener, data: ReportData, width: int) -> Page:
    page = opened(data)
    page.set_viewport_size({"width": width, "height": 700})
    return page


@pytest.mark.parametrize(("width", "versions"), [(1024, 5), (1440, 7), (800, 3)])
def test_where_columns_fit_the_page_scrolls_and_the_head_stays_below_the_tools(
    opened: Opener, width: int, versions: int
) -> None:
    data = widened(versions) if versions > len(FLOOD.documents) else fewer(versions)
    page = opened_at(opened, data, width)
    region = page.locator(".scroll")
    assert region.evaluate("it => [it.scrollWidth - it.clientWidth, getComputedStyle(it).overflowY]") == [0, "visible"]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator("#g-river").evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 300)")
    tools, head = page.locator(".tools").bounding_box(), page.locator(".scroll thead").bounding_box()
    assert tools
    assert head
    assert tools["y"] == 0
    assert head["y"] == pytest.approx(tools["height"], abs=1)


def test_a_table_that_goes_on_to_the_side_shows_it_until_its_end_is_in_sight(opened: Opener) -> None:
    shade = "it => { const drawn = getComputedStyle(it, '::after'); return [drawn.display, drawn.opacity]; }"
    page = opened_at(opened, widened(9), 1280)
    assert page.locator(".wide").evaluate(shade) == ["block", "1"]
    page.locator(".scroll").evaluate("it => it.scrollTo(it.scrollWidth, 0)")
    page.wait_for_function(f"() => ({shade})(document.querySelector('.wide'))[1] === '0'")
    page.set_viewport_size({"width": 400, "height": 700})
    assert page.locator(".wide").evaluate("it => getComputedStyle(it, '::after').content") in {"none", "normal"}


def test_a_table_that_fits_has_no_shadow(opened: Opener) -> None:
    page = opened_at(opened, widened(7), 1440)
    assert page.locator(".wide").evaluate("it => getComputedStyle(it, '::after').display") == "none"


def test_the_wheel_over_the_matrix_moves_the_page(opened: Opener) -> None:
    page = opened_at(opened, FLOOD, 1280)
    page.locator("#g-dam td").first.hover()
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_function("before => scrollY > before", arg=before)


@pytest.mark.parametrize("versions", [4, 12])
def test_the_focus_is_not_covered_by_the_head_or_the_first_column(opened: Opener, versions: int) -> None:
    page = opened_at(opened, widened(versions), 1100)
    page.set_viewport_size({"width": 1100, "height": 520})
    page.locator(".findings a").first.focus()
    seen = 0
    for _ in range(versions * 7):
        page.keyboard.press("Shift+Tab")
        seen += page.evaluate("Boolean(document.activeElement.closest('tbody'))")
        assert page.evaluate(COVERED) == ""
    assert seen > versions


def test_a_link_passes_over_the_table(opened: Opener) -> None:
    page = opened(FLOOD)
    page.locator(".scroll").focus()
    page.keyboard.press("Shift+Tab")
    skip = page.get_by_role("link", name="Skip the table")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#findings")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.findings'))")


def test_long_names_of_sources_end_in_an_ellipsis_and_are_told_whole(opened: Opener) -> None:
    name = "The Evening Chronicle and Weekly Shipping Intelligencer of the Lower Orre Estuary, "
    homes = tuple(dataclasses.replace(home, source=name + home.id) for home in FLOOD.documents)
    page = opened_at(opened, dataclasses.replace(FLOOD, documents=homes), 1280)
    names = page.locator("thead .name")
    assert names.evaluate_all("all => all.map((it) => it.title)") == [home.source for home in homes]
    lines = "it => it.clientHeight / parseFloat(getComputedStyle(it).lineHeight)"
    assert names.first.evaluate(lines) == pytest.approx(3, abs=0.2)
    assert names.first.evaluate("it => [it.scrollHeight > it.clientHeight, getComputedStyle(it).webkitLineClamp]") == [
        True,
        "3",
    ]


def test_words_that_lead_nowhere_look_as_those_that_do(opened: Opener) -> None:
    look = """(it) => [...["fontFamily", "fontSize", "color", "display"].map((name) => getComputedStyle(it)[name])]"""
    linked = opened(FLOOD).locator("#g-soldiers td a").first.evaluate(look)
    page = opened(FLOOD, Presentation(excerpts_only=True))
    assert page.locator("#g-soldiers td .words").first.evaluate(look) == linked
    chip = page.locator("#g-soldiers td").first.inner_text().split("\n")
    assert chip == ["60", "= agrees"]
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("next finding")
    expect(page.get_by_role("dialog")).not_to_contain_text("1–9")


def test_a_picture_is_named_once_and_described_once(opened: Opener) -> None:
    page = opened(FLOOD)
    picture = page.locator("svg[role=img]").first
    told = picture.locator("desc").text_content()
    assert told
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    of = [node for node in nodes if node.get("description", {}).get("value") == told]
    assert of
    assert all(told not in node["name"]["value"] for node in of)


def fewer(count: int) -> ReportData:
    """The flood without its last version."""
    gone = FLOOD.documents[count].id
    assert {WIRE, POST} < set(FLOOD.documents[:count])
    facts = tuple(fact for fact in FLOOD.facts if fact.mention.document != gone)
    kept = {fact.id for fact in facts}
    groups = tuple(
        dataclasses.replace(group, facts=tuple(each for each in group.facts if each in kept)) for group in FLOOD.groups
    )
    return dataclasses.replace(FLOOD, documents=FLOOD.documents[:count], facts=facts, groups=groups, findings=())
