"""The filters: what each leaves, what they leave together, and that the address keeps them."""

import dataclasses

import pytest
from playwright.sync_api import Locator, Page, expect

from discrepancy.formats.html.page import LONG, render_view
from discrepancy.formats.view import build_view
from tests.browser.watch import Opener, Watch
from tests.formats.stories import FLOOD, PEOPLED

DAM = "The dam holds 3.1 million or 3.1 billion cubic metres"
MISSING = "12 or 21 people are missing"
MAYOR = "The mayor is Katrin Vandemeer or Catrin Vandemeer"
FLED = "4,200 people or more than 4,000 were driven out"
COST = "The repairs cost 18 or 25 million euros"
PARTICLE = "Vandemeer or Van de Meer"


def findings(page: Page) -> Locator:
    """The summaries of the findings in sight."""
    return page.locator(".card:visible h3")


def choice(page: Page, filtered: str) -> Locator:
    """A filter by its name in the address."""
    return page.locator(f"select[name={filtered}]")


def rows(page: Page) -> list[str]:
    """The short names of the rows in sight, in the alphabet's order."""
    shown = page.locator(".row:visible").evaluate_all("rows => rows.map((row) => row.id)")
    return sorted(name.removeprefix("g-") for name in shown)


@pytest.mark.parametrize(
    ("filtered", "value", "cards", "left"),
    [
        ("kind", "person", {MAYOR, PARTICLE}, ["mayor", "river"]),
        ("rule", "NUM001", {MISSING, FLED, COST}, ["cost", "fled", "missing"]),
        ("source", "4", {DAM, PARTICLE}, ["cost", "dam", "mayor"]),
        ("person", "katrin-vandemeer", {MISSING, MAYOR, PARTICLE}, ["mayor", "missing"]),
    ],
)
def test_each_filter(opened: Opener, filtered: str, value: str, cards: set[str], left: list[str]) -> None:
    page = opened(PEOPLED)
    choice(page, filtered).select_option(value)
    expect(findings(page)).to_have_count(len(cards))
    assert set(findings(page).all_inner_texts()) == cards
    assert rows(page) == left
    expect(page.get_by_role("status")).to_have_text(f"{len(cards)} of 6 findings, {len(left)} of 7 rows")
    assert page.evaluate("location.search") == f"?{filtered}={value}"


def test_levels_and_words(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("/")
    page.keyboard.type("katrin")
    page.get_by_label("Style").uncheck()
    expect(findings(page)).to_have_text([MAYOR, MISSING])
    expect(page.get_by_role("status")).to_have_text("2 of 6 findings, 2 of 7 rows")


def test_a_row_is_shown_where_one_of_its_findings_is(opened: Opener) -> None:
    page = opened(FLOOD)
    page.get_by_role("searchbox").fill("scale word harlow post")
    expect(findings(page)).to_have_text([DAM])
    assert rows(page) == ["dam"]


@pytest.mark.parametrize("label", ["conflict", "why it was flagged", "agrees", "how sure", "see its row"])
def test_the_words_of_the_page_itself_are_not_searched(opened: Opener, label: str) -> None:
    page = opened(FLOOD)
    assert page.get_by_text(label).count()
    page.get_by_role("searchbox").fill(label)
    expect(findings(page)).to_have_count(0)
    assert rows(page) == []


def test_what_is_left_is_told_once_after_the_last_key(opened: Opener) -> None:
    page = opened(FLOOD)
    page.evaluate(
        """() => {
          window.tellings = 0;
          const told = document.querySelector("[role=status]");
          new MutationObserver(() => { window.tellings += 1; }).observe(told, { childList: true, characterData: true });
        }"""
    )
    page.keyboard.press("/")
    page.keyboard.type("katrin", delay=30)
    assert rows(page) == ["mayor", "missing"]
    assert page.evaluate("window.tellings") == 0
    expect(page.get_by_role("status")).to_have_text("3 of 6 findings, 2 of 7 rows")
    assert page.evaluate("window.tellings") == 1


def test_filters_hold_together(opened: Opener) -> None:
    page = opened(PEOPLED)
    choice(page, "kind").select_option("quantity")
    choice(page, "rule").select_option("NUM001")
    choice(page, "person").select_option("katrin-vandemeer")
    expect(findings(page)).to_have_text([MISSING])
    assert rows(page) == ["missing"]
    choice(page, "source").select_option("4")
    expect(findings(page)).to_have_count(0)
    expect(page.locator(".nothing:visible")).to_have_count(2)


def test_a_link_restores_every_filter(opened: Opener) -> None:
    page = opened(PEOPLED)
    choice(page, "kind").select_option("quantity")
    choice(page, "source").select_option("3")
    page.get_by_label("Explained").uncheck()
    page.get_by_role("searchbox").fill("missing")
    address = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(address)
    expect(findings(page)).to_have_text([MISSING])
    assert rows(page) == ["missing"]
    expect(choice(page, "kind")).to_have_value("quantity")
    expect(choice(page, "source")).to_have_value("3")
    expect(page.get_by_label("Explained")).not_to_be_checked()
    expect(page.get_by_role("searchbox")).to_have_value("missing")


def test_an_address_that_names_what_is_not_there_filters_nothing(watch: Watch, opened: Opener) -> None:
    page = opened(PEOPLED)
    address = f"{page.url}?rule=XYZ999&kind=%3Cb%3E&source=0"
    watch.allowed.add(address)
    page.goto(address)
    expect(page.locator(".card:visible")).to_have_count(6)
    expect(choice(page, "rule")).to_have_value("")


def test_clear_takes_all_filters_off(opened: Opener) -> None:
    page = opened(PEOPLED)
    clear = page.get_by_role("button", name="Clear filters")
    expect(clear).to_be_hidden()
    choice(page, "rule").select_option("NAM002")
    page.get_by_label("Style").uncheck()
    page.get_by_role("searchbox").fill("nowhere")
    clear.click()
    expect(page.get_by_role("status")).to_have_text("6 of 6 findings, 7 of 7 rows")
    expect(choice(page, "rule")).to_have_value("")
    expect(page.get_by_label("Style")).to_be_checked()
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(clear).to_be_hidden()
    assert page.evaluate("location.search") == ""


def test_a_link_to_what_is_filtered_out_takes_the_filters_off(opened: Opener) -> None:
    page = opened(PEOPLED)
    choice(page, "kind").select_option("person")
    page.evaluate("location.hash = '#g-dam'")
    expect(page.locator("#g-dam")).to_be_in_viewport()
    expect(choice(page, "kind")).to_have_value("")


def test_a_heading_stands_as_long_as_a_row_of_its_state_does(opened: Opener) -> None:
    page = opened(PEOPLED)
    choice(page, "kind").select_option("person")
    expect(page.locator(".over:visible")).to_contain_text(["To check", "Agree"])


def test_the_choices_are_folded_on_a_narrow_screen_unless_one_is_made(opened: Opener) -> None:
    page = opened(PEOPLED)
    expect(choice(page, "kind")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 700})
    expect(choice(page, "kind")).to_be_hidden()
    page.get_by_text("More filters").click()
    choice(page, "kind").select_option("person")
    page.reload()
    expect(choice(page, "kind")).to_have_value("person")
    expect(choice(page, "kind")).to_be_visible()


@pytest.fixture
def long(watch: Watch) -> Page:
    """A page of thousands of rows, some of them with words of their own."""
    view = build_view(PEOPLED)
    row = view.rows[-1]
    subjects = ("a rare one" if place % 500 == 7 else "people" for place in range(3000))
    rows = tuple(dataclasses.replace(row, anchor=f"g-{n}", subject=subject) for n, subject in enumerate(subjects))
    path = watch.folder / "long.html"
    path.write_text(render_view(dataclasses.replace(view, rows=(*view.rows[:-1], *rows))), encoding="utf-8")
    return watch.goto(path)


def test_a_long_matrix_is_laid_out_where_it_is_in_sight(long: Page) -> None:
    assert LONG < 3000
    session = long.context.new_cdp_session(long)
    session.send("Performance.enable")
    counts = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    assert counts["LayoutObjects"] < counts["Nodes"] / 5


def test_nothing_is_done_to_the_rows_as_long_as_no_filter_is_set(watch: Watch, long: Page) -> None:
    watch.page.add_init_script(
        """
        window.touched = 0;
        const seen = new MutationObserver((all) => {
          window.touched += all.filter(({ target }) => target.matches(".row, tbody")).length;
        });
        seen.observe(document, { attributes: true, subtree: true });
        const get = Object.getOwnPropertyDescriptor(Node.prototype, "textContent").get;
        Object.defineProperty(Node.prototype, "textContent", {
          ...Object.getOwnPropertyDescriptor(Node.prototype, "textContent"),
          get() { if (this.closest && this.closest(".row")) window.touched += 1; return get.call(this); },
        });
        """
    )
    long.reload()
    assert long.evaluate("window.touched") == 0
    long.get_by_role("searchbox").fill("rare one")
    assert long.evaluate("window.touched") > 3000


def test_a_long_matrix_is_filtered_and_its_head_stays(long: Page) -> None:
    expect(long.get_by_role("status")).to_have_text("6 of 6 findings, 3,006 of 3,006 rows")
    long.get_by_role("searchbox").fill("rare one")
    expect(long.get_by_role("status")).to_have_text("0 of 6 findings, 6 of 3,006 rows")
    expect(long.locator(".row:visible")).to_have_count(6)
    region = long.locator(".scroll")
    assert region.evaluate("it => it.scrollHeight") < 1500  # parts of one row each are no longer expected to be high
    long.get_by_role("button", name="Clear filters").click()
    long.evaluate("scrollTo(0, 60000)")
    expect(long.get_by_role("columnheader", name="Radio Orre")).to_be_in_viewport()


def test_a_link_to_a_row_far_down_leads_there(long: Page) -> None:
    long.evaluate("location.hash = '#g-2900'")
    expect(long.locator("#g-2900")).to_be_in_viewport()


def test_columns_of_many_versions_are_wide_enough_to_read_and_the_first_stays(watch: Watch) -> None:
    view = build_view(FLOOD)
    versions = tuple(dataclasses.replace(view.versions[n % 4], number=n + 1) for n in range(60))
    wide = tuple(dataclasses.replace(row, cells=tuple(row.cells[n % 4] for n in range(60))) for row in view.rows)
    path = watch.folder / "wide.html"
    path.write_text(render_view(dataclasses.replace(view, versions=versions, rows=wide, texts=())), encoding="utf-8")
    page = watch.goto(path)
    widths = page.locator("thead th").evaluate_all("all => all.map((th) => th.getBoundingClientRect().width)")
    assert min(widths) >= 160
    page.locator(".scroll").evaluate("it => it.scrollTo(5000, 0)")
    place = page.locator("#g-dam > th").bounding_box()
    region = page.locator(".scroll").bounding_box()
    assert place
    assert region
    assert place["x"] == region["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
