"""Links within the page: they lead to their place even where it is filtered out, folded or put aside."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Opener
from tests.formats.stories import FLOOD


def test_every_link_leads_to_a_place_in_sight(opened: Opener) -> None:
    page = opened(FLOOD)
    links = page.evaluate("Array.from(document.querySelectorAll('a[href^=\"#\"]'), (link) => link.hash)")
    assert len(set(links)) > 30
    for link in sorted(set(links)):
        page.evaluate("(hash) => { location.hash = hash; }", link)
        page.wait_for_function(
            """(id) => {
              const place = document.getElementById(id);
              const twin = document.querySelector(`[data-unit] .here, .here`);
              return [place, twin].some((each) => {
                const box = each && each.checkVisibility() && each.getBoundingClientRect();
                return box && box.bottom > 0 && box.top < innerHeight;
              });
            }""",
            arg=link[1:],
            timeout=2000,
        )


def test_a_link_to_a_text_shows_it(opened: Opener) -> None:
    page = opened(FLOOD)
    draft = page.locator(".texts :is(h3, .head):visible", has_text="draft")
    assert draft.count() == 0
    page.get_by_role("row", name="what the dam holds").get_by_role("link", name="3.1 million").nth(1).click()
    expect(draft.first).to_be_visible()
    expect(page.locator(".texts .here")).to_contain_text("3.1 million")


def test_a_link_to_what_is_filtered_out_shows_it(opened: Opener) -> None:
    page = opened(FLOOD)
    page.get_by_label("Conflicts").uncheck()
    page.get_by_role("searchbox").fill("mayor")
    card = page.locator(".card.s-conflict")
    expect(card).to_be_hidden()
    page.locator(".texts").scroll_into_view_if_needed()
    page.locator(".lined .mark.s-conflict").first.click()
    expect(card).to_be_in_viewport()
    expect(page.get_by_label("Conflicts")).to_be_checked()
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_a_finding_leads_to_its_row_and_back(opened: Opener) -> None:
    page = opened(FLOOD)
    card = page.locator(".card").first
    card.get_by_role("link", name="See its row").click()
    row = page.get_by_role("row", name="what the dam holds")
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name="what the dam holds").click()
    expect(card).to_be_in_viewport()


def test_an_address_with_a_place_opens_there(opened: Opener) -> None:
    page = opened(FLOOD)
    place = page.locator(".card").nth(4).get_attribute("id") or ""
    address = page.url
    page.goto("about:blank")
    page.goto(f"{address}?q=dam#{place}")
    expect(page.locator(".card").nth(4)).to_be_in_viewport()


@pytest.mark.parametrize("place", ["#nowhere", "#%E0%A4%A", "#<b>", "#'\"", "?show=&q=%00%FF&keys=&texts=9.x&lined=2#"])
def test_an_address_of_nothing_does_no_harm(opened: Opener, place: str) -> None:
    page = opened(FLOOD)
    address = page.url
    page.goto("about:blank")
    page.goto(f"{address}{place}")
    expect(page.locator("h1")).to_have_count(1)
    page.keyboard.press("j")


def test_links_are_told_from_the_words_round_them_without_colour(opened: Opener) -> None:
    page = opened(FLOOD)
    bare = page.evaluate(
        """() => Array.from(document.querySelectorAll(".card p a, .card figcaption a, .row td a, .story a, .also a"))
          .filter((link) => link.checkVisibility())
          .filter((link) => getComputedStyle(link).textDecorationLine === "none"
            && getComputedStyle(link).borderBottomStyle === "none")
          .map((link) => link.outerHTML)"""
    )
    assert bare == []


def test_no_two_places_have_one_id_and_every_label_has_its_place(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("e")
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), (each) => each.id)")
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[\w.:-]+", each) for each in ids)
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        named = page.evaluate(
            f"Array.from(document.querySelectorAll('[{name}]'), (each) => each.getAttribute('{name}'))"
        )
        assert {part for each in named for part in each.split()} <= set(ids), name
