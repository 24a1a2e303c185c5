"""Hostile text in every field, in a real browser: nothing runs, nothing is asked for, all of it is seen as text."""

from __future__ import annotations

import os
import re

import pytest
from playwright.sync_api import Page, expect

import discrepancy
from discrepancy.formats.visible import HIDDEN, plain
from tests.browser.watch import Opener, Watch
from tests.formats.poison import FIELDS, HOSTILE, LONG, poisoned, said_by_every_rule, story


def everything_used(page: Page) -> str:
    """All of the page's text, once its folds were opened, its keys pressed and its links followed."""
    expect(page.locator("h1")).to_have_count(1)
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_focused()
    page.keyboard.press("e")
    page.keyboard.press("2")
    page.locator(".row a").first.evaluate("(link) => link.click()")
    page.keyboard.press("/")
    page.keyboard.type("boat")
    page.keyboard.press("Escape")
    return page.locator("body").inner_text()


@pytest.mark.parametrize("words", [*HOSTILE.values(), LONG], ids=[*HOSTILE, "long"])
def test_every_field_at_once(opened: Opener, words: str) -> None:
    page = opened(poisoned(story(words), lambda text: f"{text} {words}", set(FIELDS)))
    shown = everything_used(page)
    assert squeezed(plain(words)) in squeezed(shown)
    assert not HIDDEN.search(page.content())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = page.locator(".story .hidden-character:visible")
    assert (boxes.count() > 0) == bool(HIDDEN.search(words.replace("\r\n", "\n")))
    for box in boxes.all()[:4]:
        size = box.bounding_box()
        assert size
        assert min(size["width"], size["height"]) > 8
        assert box.evaluate("(box) => getComputedStyle(box).borderTopWidth") != "0px"


def test_every_message_of_every_rule(opened: Opener) -> None:
    page = opened(said_by_every_rule(" ".join(HOSTILE.values())))
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator(".card").count() > 50


def test_files_with_hostile_names_and_texts(watch: Watch) -> None:
    """From the folder to the page: as far as the file system takes such names, and the loaders such texts."""
    folder = watch.folder / "copy"
    folder.mkdir()
    for number, words in enumerate(HOSTILE.values()):
        name = re.sub(r"[/\x00]", "", words).encode("utf-8", "replace")[:200] + b"\xff\xe2\x80\xae\n"
        text = (
            f"Headline {words}\n\nHARLOW {words} - The dam {words} holds {number + 3} boats. Ann Lee{words} said so.\n"
        )
        with os.fdopen(os.open(os.fsencode(folder) + b"/" + name + b".txt", os.O_CREAT | os.O_WRONLY), "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
    report = discrepancy.check([folder])
    report.write(watch.folder / "report.html")
    page = watch.goto(watch.folder / "report.html")
    expect(page.locator("h1")).to_have_count(1)
    shown = squeezed(page.locator("body").inner_text())
    for shown_one in ("script", "attribute", "closing", "template"):
        assert squeezed(HOSTILE[shown_one]) in shown


def squeezed(text: str) -> str:
    """Without white space and the brackets that stand for a box where there are no boxes."""
    return re.sub(r"[\s\[\]]+", "", text)
