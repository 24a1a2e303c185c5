"""The keys: each does what a visible control does, and none is taken from a field or from the browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.watch import Opener
from tests.formats.stories import FLOOD

FOCUSED = "document.activeElement"


def place_of_card(page: Page) -> int:
    """Which of the findings has the focus, counted from 0; -1 for none."""
    place = page.evaluate(f"Array.from(document.querySelectorAll('.card')).indexOf({FOCUSED})")
    assert isinstance(place, int)
    return place


def test_j_and_k_go_from_finding_to_finding(opened: Opener) -> None:
    page = opened(FLOOD)
    places = []
    for key in "jjjkkkkjJ":
        page.keyboard.press(key)
        places.append(place_of_card(page))
    assert places == [0, 1, 2, 1, 0, 0, 0, 1, 2]
    page.get_by_role("button", name="Next").click()
    assert place_of_card(page) == 3
    page.get_by_role("button", name="Previous").click()
    assert place_of_card(page) == 2
    for _ in range(9):
        page.keyboard.press("j")
    assert place_of_card(page) == 5


def test_j_and_k_pass_over_what_is_filtered_out(opened: Opener) -> None:
    page = opened(FLOOD)
    for _ in range(3):
        page.keyboard.press("j")
    page.get_by_role("searchbox").fill("vandemeer")
    page.keyboard.press("Escape")
    there = [place for place, card in enumerate(page.locator(".card").all()) if card.is_visible()]
    assert 1 < len(there) < 6
    for key, place in (("k", max(place for place in there if place < 2)), ("k", there[0]), ("j", there[1])):
        page.keyboard.press(key)
        assert place_of_card(page) == place


def test_j_goes_on_from_the_finding_that_has_the_focus(opened: Opener) -> None:
    page = opened(FLOOD)
    page.locator(".card").nth(3).locator("summary").first.focus()
    page.keyboard.press("j")
    assert place_of_card(page) == 4


def test_a_digit_goes_to_a_text(opened: Opener) -> None:
    page = opened(FLOOD)
    for digit, source in (("4", "draft"), ("2", "Harlow Post"), ("9", "Harlow Post")):
        page.keyboard.press(digit)
        assert source in page.evaluate(f"{FOCUSED}.textContent")


def test_e_opens_and_folds_everything(opened: Opener) -> None:
    page = opened(FLOOD)
    folds = page.locator("main details:not(.choices)")
    state = "(folds) => [folds.length, folds.filter((fold) => fold.open).length]"
    count, before = folds.evaluate_all(state)
    assert 0 < before < count
    page.keyboard.press("e")
    assert folds.evaluate_all(state) == [count, count]
    expect(page.get_by_role("button", name="Fold all")).to_be_visible()
    page.keyboard.press("e")
    assert folds.evaluate_all(state) == [count, 0]
    page.get_by_role("button", name="Open all").click()
    assert folds.evaluate_all(state) == [count, count]


def test_the_help_gives_the_focus_back(opened: Opener) -> None:
    page = opened(FLOOD)
    help_button = page.get_by_role("button", name="Keys")
    for close in ("Escape", "?", "Enter"):
        help_button.click()
        dialog = page.get_by_role("dialog", name="Keys")
        expect(dialog).to_be_visible()
        page.keyboard.press("j")
        assert place_of_card(page) == -1
        dialog.get_by_role("button", name="Close").focus()
        page.keyboard.press(close)
        expect(dialog).to_be_hidden()
        expect(help_button).to_be_focused()


def test_every_key_of_the_help_has_a_visible_control(opened: Opener) -> None:
    page = opened(FLOOD)
    keys = page.locator(".help kbd").all_text_contents()
    assert keys == ["j", "k", "/", "e", "1–9", "?"]
    assert {"j", "k", "e", "?"} <= set(page.locator(".tools kbd:visible").all_text_contents())
    assert (page.get_by_role("searchbox").get_attribute("placeholder") or "").endswith("/")
    expect(page.get_by_role("searchbox")).to_be_visible()
    assert page.locator(".versions a[href='#v4']").is_visible()
    assert page.locator(".chooser").is_visible()


def test_no_key_is_taken_from_a_field(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("/")
    page.keyboard.type("jke/?1")
    expect(page.get_by_role("searchbox")).to_have_value("jke/?1")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    assert page.evaluate(f"{FOCUSED} === document.body")
    page.get_by_role("searchbox").fill("")
    for select in page.locator("select:visible").all():
        select.focus()
        page.keyboard.press("j")
        expect(select).to_be_focused()


@pytest.mark.parametrize("modifier", ["Control", "Alt", "Meta"])
def test_no_key_is_taken_with_a_modifier(opened: Opener, modifier: str) -> None:
    page = opened(FLOOD)
    for key in "jke":
        taken = page.evaluate(
            """([key, modifier]) => !document.body.dispatchEvent(new KeyboardEvent("keydown",
               { key, bubbles: true, cancelable: true, [modifier]: true }))""",
            [key, {"Control": "ctrlKey", "Alt": "altKey", "Meta": "metaKey"}[modifier]],
        )
        assert not taken
    assert place_of_card(page) == -1


@pytest.mark.parametrize(
    ("key", "code", "shift", "place"),
    [
        ("о", "KeyJ", False, 0),  # Russian: the letter of j's key
        ("j", "KeyC", False, 0),  # Dvorak: j on another key
        ("J", "KeyJ", False, 0),  # Caps Lock
        ("h", "KeyJ", False, -1),  # Dvorak: another letter on j's key
    ],
)
def test_other_keyboards(opened: Opener, key: str, code: str, shift: bool, place: int) -> None:
    page = opened(FLOOD)
    press(page, key, code, shift)
    assert place_of_card(page) == place


def test_help_filter_and_digits_of_other_keyboards(opened: Opener) -> None:
    page = opened(FLOOD)
    press(page, "&", "Digit1", False)  # French: digits are written with Shift
    assert "Estuary Wire" in page.evaluate(f"{FOCUSED}.textContent")
    press(page, "/", "Digit7", True)  # German
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    press(page, "?", "Minus", True)  # German
    expect(page.get_by_role("dialog")).to_be_visible()


def press(page: Page, key: str, code: str, shift: bool) -> None:
    page.evaluate(
        """([key, code, shiftKey]) => document.activeElement.dispatchEvent(
           new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }))""",
        [key, code, shift],
    )


def test_single_keys_can_be_switched_off(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("?")
    page.get_by_label("Single keys work").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert place_of_card(page) == -1
    page.reload()
    page.keyboard.press("j")
    assert place_of_card(page) == -1
    page.get_by_role("button", name="Next").click()
    assert place_of_card(page) == 0


def test_the_skip_link_comes_first_and_leads_to_the_findings(opened: Opener) -> None:
    page = opened(FLOOD)
    skip = page.get_by_role("link", name="Skip to the findings")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#findings")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate(f"Boolean({FOCUSED}.closest('.findings'))")


def test_the_focus_goes_down_the_page(opened: Opener) -> None:
    page = opened(FLOOD)
    page.keyboard.press("e")
    tops, seen = [], 0
    for _ in range(400):
        page.keyboard.press("Tab")
        where = page.evaluate(
            f"""{FOCUSED} === document.body ? null
               : Array.from(document.querySelectorAll('*')).indexOf({FOCUSED})"""
        )
        if where is None:
            break
        outline = page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle")
        seen += outline != "none"
        tops.append(where)
    assert tops == sorted(tops)
    assert seen == len(tops) > 40
