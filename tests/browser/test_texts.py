"""The texts in a browser: chosen, lined up, their changed words shown, and the ways there and back."""

from __future__ import annotations

import dataclasses
import time

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from tests.browser.watch import Opener, Watch, write
from tests.formats.builders import document
from tests.formats.stories import DRAFT, EMPTY, FLOOD

DAM = ("The dam holds 3.1 million cubic metres, according to the water board.", "3.1 billion")


def lined(page: Page) -> Locator:
    """The rows of the texts that are lined up; the reader has come to them."""
    page.locator("#texts").scroll_into_view_if_needed()
    rows = page.locator(".lined .pair:not(.heads)")
    expect(rows.first).to_be_visible()
    return rows


def sides(row: Locator) -> list[str]:
    """What is read in a row, left and right, without the versions' numbers and notes."""
    return [" ".join(side.locator("[data-s]").all_inner_texts()) for side in row.locator(".side").all()]


def heads(page: Page) -> list[str]:
    """The names of the texts that are shown, from left to right."""
    return page.locator(
        ".lined .head h3:visible > span:last-child, .text:visible h3 > span:last-child"
    ).all_inner_texts()


def left_of(part: Locator) -> float:
    """How far from the left edge a part of the page stands, in pixels."""
    box = part.bounding_box()
    assert box
    return box["x"]


def test_two_versions_are_lined_up_sentence_by_sentence(opened: Opener) -> None:
    page = opened(FLOOD)
    rows = lined(page)
    assert heads(page) == ["Estuary Wire", "Harlow Post"]
    left, right = sides(rows.filter(has_text="3.1 billion"))
    assert left == DAM[0]
    assert DAM[1] in right
    alone = rows.filter(has_text="Piet Okonjo")
    expect(alone).to_contain_text("Only in 1")
    assert sides(alone)[1] == ""
    expect(page.locator(".lined .tally")).to_have_text("Sentences told in both: 6. Only in 1: 1. Only in 2: 1.")


def test_a_dateline_runs_into_the_paragraph_that_it_opens(opened: Opener) -> None:
    page = opened(FLOOD)
    first_line = (
        "it => { const at = document.createRange(); at.selectNodeContents(it); return at.getClientRects()[0].top; }"
    )
    rows = lined(page)
    for dateline in (rows.locator(".role-dateline").first, page.locator(".text .role-dateline").first):
        if not dateline.is_visible():
            page.get_by_label("Line up sentences").uncheck()
        expect(dateline).to_have_text("HARLOW SANDS (Estuary Wire) —")
        body = dateline.locator("xpath=following-sibling::p[1]")
        assert abs(dateline.evaluate(first_line) - body.evaluate(first_line)) < 4


def test_every_sentence_is_there_once_and_in_its_order(opened: Opener) -> None:
    page = opened(FLOOD)
    rows = lined(page)
    for place, home in enumerate(FLOOD.documents[:2]):
        shown = [sides(row)[place] for row in rows.all()]
        told = "".join("".join(shown).split())
        wanted = [home.text[block.start : block.end] for block in home.blocks if block.role.value != "furniture"]
        assert told == "".join("".join(wanted).split())


def test_what_is_told_elsewhere_leads_there_and_back(opened: Opener) -> None:
    page = opened(FLOOD)
    lined(page)
    page.get_by_role("button", name="Also in 1, elsewhere").click()
    expect(page.get_by_role("button", name="Also in 2, elsewhere")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Also in 1, elsewhere")).to_be_focused()


def test_changed_words_are_told_apart_and_marks_stay(opened: Opener) -> None:
    page = opened(FLOOD)
    rows = lined(page)
    assert page.locator(".lined del, .lined ins").count() == 0
    page.get_by_label("Show changed words").check()
    dam = rows.filter(has_text="3.1 billion")
    assert dam.locator("del").all_inner_texts() == ["million", "according to"]
    assert dam.locator("ins").all_inner_texts() == ["billion", "said"]
    assert dam.locator("a.mark.s-conflict").all_inner_texts() == ["3.1 million", "3.1 billion"]
    looks = [
        dam.locator(tag).first.evaluate(
            "(it) => [getComputedStyle(it).borderStyle, getComputedStyle(it).textDecorationLine]"
        )
        for tag in ("del", "ins")
    ]
    assert looks == [["dotted", "none"], ["none", "underline"]]
    same = rows.filter(has_text="12 people were missing")
    assert same.locator("del, ins").count() == 0
    page.get_by_label("Show changed words").uncheck()
    assert page.locator(".lined del, .lined ins").count() == 0


@pytest.mark.parametrize(
    ("left", "right", "gone", "come"),
    [
        ("Growth was -2.5% at the mill.", "Growth was 2.5% at the mill.", ["-2.5%"], ["2.5%"]),
        ("It fell to −18 °C at the mill.", "It fell to 18 °C at the mill.", ["−18"], ["18"]),
        ("Will they close the mill plant?", "Will they close the mill plant!", ["?"], ["!"]),
        ("Hull & Sons close the mill.", "Hull and Sons close the mill.", ["&"], ["and"]),
        ("It fell to −18 at the mill.", "It fell to -18 at the mill.", [], []),
        ("The mill, “Orre’s own” – Covid‑19.", "The mill 'Orre's own' — Covid-19", [], []),
        ("They went from 3-4 to 5 at the mill.", "They went from 3–4 to 5 at the mill.", [], []),
    ],
)
def test_signs_count_as_words_and_other_punctuation_does_not(
    opened: Opener, left: str, right: str, gone: list[str], come: list[str]
) -> None:
    homes = tuple(document(f"v{place}", f"Source {place}", "Title", text) for place, text in enumerate((left, right)))
    page = opened(dataclasses.replace(EMPTY, documents=homes))
    page.get_by_label("Show changed words").check()
    row = lined(page).filter(has_text="mill")
    expect(row).to_have_count(1)
    assert row.locator("del").all_inner_texts() == gone
    assert row.locator("ins").all_inner_texts() == come


def test_a_sign_before_marked_words_belongs_to_the_figure(opened: Opener) -> None:
    page = opened(FLOOD)
    for text, sign in (("#v1", " −"), ("#v2", " ")):
        page.locator(f"{text} a.mark.s-conflict").first.evaluate("(it, sign) => it.before(sign)", sign)
    page.get_by_label("Show changed words").check()
    dam = lined(page).filter(has_text="3.1 billion")
    assert dam.locator("del").all_inner_texts() == ["−", "3.1 million", "according to"]
    assert dam.locator("ins").all_inner_texts() == ["3.1 billion", "said"]


def test_versions_are_chosen_swapped_and_kept_in_the_address(opened: Opener) -> None:
    page = opened(FLOOD)
    lined(page)
    page.get_by_label("Right", exact=True).select_option(label="4 draft")
    page.get_by_role("button", name="Swap").click()
    page.get_by_label("Show changed words").check()
    assert heads(page) == ["draft", "Estuary Wire"]
    assert page.url.endswith("?texts=4.1&words=1")
    page.get_by_label("Line up sentences").uncheck()
    assert left_of(page.locator("#v4")) < left_of(page.locator("#v1"))
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_label("Left", exact=True)).to_have_value("v4")
    expect(page.get_by_label("Line up sentences")).not_to_be_checked()
    page.get_by_label("Right", exact=True).select_option(label="No other text")
    assert heads(page) == ["draft"]
    expect(page.get_by_label("Line up sentences")).to_be_disabled()


def test_one_version_is_never_on_both_sides(opened: Opener) -> None:
    page = opened(FLOOD)
    lined(page)
    page.get_by_label("Left", exact=True).select_option(label="2 Harlow Post")
    assert heads(page) == ["Harlow Post", "Estuary Wire"]


@pytest.mark.parametrize("query", ["?texts=9.x&lined=2", "?texts=..&words=yes", "?texts=3.3.3&lined=&q=%"])
def test_an_address_that_says_nothing_right_does_no_harm(watch: Watch, query: str) -> None:
    path = write(FLOOD, watch.folder)[0]
    watch.allowed.add(path.as_uri())
    watch.page.goto(path.as_uri() + query)
    watch.page.locator("#texts").scroll_into_view_if_needed()
    assert 1 <= len(heads(watch.page)) <= 2


def test_a_cell_leads_to_the_words_and_back_to_its_row(opened: Opener) -> None:
    page = opened(FLOOD)
    row = page.get_by_role("row", name="what the dam holds")
    row.get_by_role("link", name="3.1 million").nth(1).click()
    spot = page.locator(".lined .here")
    expect(spot).to_have_text("3.1 million")
    expect(spot).to_be_in_viewport()
    expect(spot).to_be_focused()
    assert heads(page) == ["Estuary Wire", "draft"]
    page.go_back()
    expect(row).to_be_in_viewport()
    expect(row).to_have_class("row here")
    assert page.url.endswith(f"#{row.get_attribute('id')}")
    expect(page.get_by_label("Right", exact=True)).to_have_value("v2")


def test_marked_words_lead_to_their_card_and_back(opened: Opener) -> None:
    page = opened(FLOOD)
    lined(page)
    page.get_by_label("Conflicts").uncheck()
    mark = page.locator(".lined a.mark.s-conflict").first
    mark.click()
    expect(page.locator(".card.s-conflict")).to_be_in_viewport()
    page.go_back()
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    expect(page.get_by_label("Conflicts")).not_to_be_checked()


def test_no_id_is_there_twice_and_every_mark_has_its_place(opened: Opener) -> None:
    page = opened(FLOOD)
    lined(page)
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), (item) => item.id)")
    assert len(ids) == len(set(ids))
    marks = page.locator(".lined a.mark").evaluate_all("(marks) => marks.map((mark) => mark.dataset.twin)")
    assert set(marks) == set(
        page.locator("#v1 a.mark, #v2 a.mark").evaluate_all("(marks) => marks.map((mark) => mark.id)")
    )


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_where_a_link_led_is_shown_without_motion_for_those_who_ask(opened: Opener, motion: str) -> None:
    page = opened(FLOOD)
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    page.get_by_role("row", name="what the dam holds").get_by_role("link", name="3.1 billion").click()
    spot = page.locator(".here")
    style = spot.evaluate("(it) => [getComputedStyle(it).outlineStyle, getComputedStyle(it).animationName]")
    assert style == ["solid", "none" if motion == "reduce" else "here"]


def test_pairs_are_stacked_on_a_narrow_screen(opened: Opener) -> None:
    page = opened(FLOOD)
    page.set_viewport_size({"width": 320, "height": 700})
    expect(page.get_by_label("Line up sentences")).not_to_be_checked()
    page.get_by_label("Line up sentences").check()
    page.locator("#texts").scroll_into_view_if_needed()
    row = page.locator(".lined .pair").filter(has_text="3.1 billion")
    tops = row.locator(".side").evaluate_all("(sides) => sides.map((side) => side.getBoundingClientRect().top)")
    assert tops[0] < tops[1]
    assert len({left_of(side) for side in row.locator(".side").all()}) == 1
    assert row.locator(".number:visible").all_inner_texts() == ["1", "2"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_changed_words_line_the_texts_up_on_a_narrow_screen(opened: Opener, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    opened(FLOOD)
    page.locator("#texts").scroll_into_view_if_needed()
    changed, lines = page.get_by_label("Show changed words"), page.get_by_label("Line up sentences")
    changed.check()
    expect(lines).to_be_checked()
    assert lined(page).locator("del").count() > 0
    lines.uncheck()
    expect(changed).not_to_be_checked()
    expect(changed).to_be_enabled()


def test_a_narrow_page_is_not_lined_up_unasked(opened: Opener, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    opened(FLOOD)
    page.locator("#texts").scroll_into_view_if_needed()
    expect(page.get_by_label("Line up sentences")).not_to_be_checked()
    assert heads(page) == ["Estuary Wire", "Harlow Post"]


def test_print_has_all_texts_in_full(opened: Opener) -> None:
    page = opened(FLOOD)
    lined(page)
    page.emulate_media(media="print")
    assert page.locator(".lined:visible, .chooser:visible").count() == 0
    assert page.locator(".text:visible").count() == 4


def test_without_javascript_all_texts_stand_one_after_another(browser: Browser, watch: Watch) -> None:
    path = write(FLOOD, watch.folder)[0]
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        assert page.locator(".text:visible").count() == 4
        assert page.locator(".lined:visible, .chooser:visible").count() == 0


def test_excerpts_only_has_no_texts_and_no_link_to_them(opened: Opener) -> None:
    page = opened(FLOOD, Presentation(excerpts_only=True))
    assert page.locator(".texts, .row td a, figcaption a").count() == 0
    assert "Piet Okonjo" not in page.content()
    page.keyboard.press("1")
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_focused()


def many(count: int) -> ReportData:
    """A report of ``count`` versions, each in an order of its own."""
    sentences = [f"The {word} of the town was {word}ed by {count} people on the quay." for word in WORDS]
    turned = [" ".join(sentences[place % 9 :] + sentences[: place % 9]) for place in range(count)]
    homes = tuple(document(f"v{place}", f"Source {place}", "Title", text) for place, text in enumerate(turned))
    return dataclasses.replace(EMPTY, documents=homes)


WORDS = "harbour market bridge tunnel school church garden ferry tower cannon barrel lantern".split()


def test_sixty_versions(opened: Opener) -> None:
    page = opened(many(60))
    page.get_by_label("Right", exact=True).select_option(label="60 Source 59")
    rows = lined(page)
    assert heads(page) == ["Source 0", "Source 59"]
    assert rows.filter(has_text="harbour").count() == 2  # 5 places on in the other, so out of order there
    assert rows.filter(has_text="barrel").locator(".number").all_inner_texts() == ["1", "60"]


LONG = "wall of words " * 7_000


@pytest.mark.parametrize(
    "texts",
    [
        ("", ""),
        ("One.", ""),
        (LONG, LONG.replace("wall", "well")),
        (LONG.replace(" ", ""), "Short."),
        ("a. B. " * 3_000,) * 2,
    ],
    ids=["empty", "one empty", "long sentences", "one long word", "many short sentences"],
)
def test_odd_texts_are_lined_up_in_no_time(opened: Opener, texts: tuple[str, str]) -> None:
    homes = tuple(document(f"v{place}", f"Source {place}", "Title", text) for place, text in enumerate(texts))
    page = opened(dataclasses.replace(EMPTY, documents=homes))
    begin = time.perf_counter()
    lined(page)
    page.get_by_label("Show changed words").check()
    assert heads(page) == ["Source 0", "Source 1"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert time.perf_counter() - begin < 10
    too_long = page.get_by_text("Too long to compare word by word.")
    assert too_long.count() == (texts[0] == LONG)


def test_one_version_has_nothing_to_choose(opened: Opener) -> None:
    page = opened(dataclasses.replace(EMPTY, documents=(DRAFT,)))
    assert heads(page) == ["draft"]
    assert page.locator(".chooser:visible, .lined:visible").count() == 0


def test_the_page_says_which_sentences_tell_the_same() -> None:
    page = render_page(FLOOD, PLAIN)
    numbers = [part.partition('"')[0] for part in page.split('<span data-s="')[1:]]
    assert len(numbers) > 20
    assert all(number.isdigit() or not number for number in numbers)
