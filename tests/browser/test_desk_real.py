"""A desk with the real check: what a changed text reopens; and the pictures of ``docs/review.md``.

With ``DISCREPANCY_PICTURES=1`` in the environment the pictures are written to ``docs/pictures``.
"""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from discrepancy.loaders import Loaded
from discrepancy.model import ReportData
from discrepancy.pipeline import check_documents
from discrepancy.settings import Settings
from tests.browser.desks import Reviewer, Served, look, progress, served

HERE = os.environ.get("DISCREPANCY_PICTURES", "") not in {"", "0"}
UNHEARD: dict[str, object] = {"revision": 1, "change": 0, "checking": False, "problem": None, "reviews": {}}
"""What a page is told that has not heard yet what others did."""
LEAST = 20_000
"""Bytes of a picture on which something is to be seen: one of an empty page has a fifth of it."""
TEXTS = {
    "coast-wire.txt": """Ferry strikes pier at Tvist, 12 injured

TVIST, March 3 (Coast Wire) - The ferry Alma struck the pier of Tvist on Monday.

The harbour office said 12 people were injured.

Repairs of the pier will cost 18 million euros, harbour master Katrin Vandemeer said.

The ferry carried 240 passengers and a crew of 16.
""",
    "harlow-post.txt": """Injuries as ferry strikes pier

TVIST, March 3 (Harlow Post) - The ferry Alma struck the pier of Tvist on Monday.

The harbour office said 21 people were injured.

Repairs of the pier will cost 25 million euros, harbour master Catrin Vandemeer said.

The ferry carried 310 passengers and a crew of 16.
""",
}


def card(page: Page, words: str) -> str:
    """How the finding with these words in its title stands, as its card says it."""
    return page.locator(".card", has=page.locator("h3", has_text=words)).locator(".review").text_content() or ""


def change(desk: Served, page: Page, name: str, text: str) -> None:
    """Change a file, and wait until the page has heard of it."""
    desk.write(name, text)
    button = page.get_by_role("button", name="Show", exact=True)
    for _ in range(200):
        look(page)
        if button.is_visible():
            return
        page.wait_for_timeout(100)
    expect(button).to_be_visible()


def take(page: Page, folder: Path, name: str) -> None:
    """A picture of what is in sight."""
    path = folder / f"{name}.png"
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size > LEAST


def pictures(tmp_path: Path, repo: Path) -> Path:
    """Where pictures go: to the documentation where that is wanted, else nowhere that lasts."""
    return repo / "docs" / "pictures" if HERE else tmp_path


_CHECKED: dict[tuple[str, ...], ReportData] = {}


def once(loaded: Loaded, settings: Settings) -> ReportData:
    """The real check; texts that a test before has checked are not checked anew."""
    texts = tuple(f"{each.id} {each.text}" for each in loaded.documents)
    if texts not in _CHECKED:
        _CHECKED[texts] = check_documents(loaded, settings)
    return _CHECKED[texts]


def test_pictures(tmp_path: Path, repo: Path, reviewer: Callable[[str], Reviewer]) -> None:
    folder = pictures(tmp_path, repo)
    with served(tmp_path, TEXTS, checker=once) as desk:
        ana, bo = reviewer("Ana").open(desk), reviewer("Bo").open(desk)
        bo.route("**/api/1/state*", lambda route: route.fulfill(json=UNHEARD))
        take(ana, folder, "review-queue")

        ana.locator("#desk-note").fill("Two counts of different hours; the harbour office confirmed")
        ana.keyboard.press("Escape")
        ana.keyboard.press("d")
        ana.keyboard.press("c")
        ana.keyboard.press("k")
        ana.keyboard.press("h")
        expect(ana.locator(".assigned", has_text="not yet sent")).to_have_count(0)
        expect(ana.locator(".past li")).to_have_count(1)
        take(ana, folder, "review-decided")

        bo.locator("#desk-note").fill("The wire corrected it to 21 at noon")
        bo.keyboard.press("Escape")
        bo.keyboard.press("x")
        expect(bo.locator(".conflicts")).to_be_visible()
        take(bo, folder, "review-conflict")


def test_a_changed_figure_reopens_its_finding_and_no_other_in_pictures(
    tmp_path: Path, repo: Path, reviewer: Callable[[str], Reviewer]
) -> None:
    """With the real check: a paragraph moved, another reworded, one figure changed."""
    with served(tmp_path, TEXTS, checker=once) as desk:
        page = reviewer("Ana").open(desk)
        found = page.locator(".card").count()
        assert found >= 3
        page.locator("#desk-note").fill("Two counts of different hours; the harbour office confirmed")
        page.keyboard.press("Escape")
        for _ in range(found):
            page.keyboard.press("a")
        expect(page.locator(".r-acceptable.review")).to_have_count(found)
        expect(page.locator(".assigned", has_text="not yet sent")).to_have_count(0)
        page.keyboard.press("n")
        page.keyboard.type("half a thought")
        height = page.evaluate("scrollY")

        wire = TEXTS["coast-wire.txt"]
        moved = wire.replace("The ferry carried 240 passengers and a crew of 16.\n", "").replace(
            "Repairs", "The ferry carried 240 passengers and a crew of 16.\n\nRepairs"
        )
        change(desk, page, "coast-wire.txt", moved.replace("12 ", "14 "))
        expect(page.locator(".news")).to_contain_text("1 reopened")
        expect(page.locator("#desk-note")).to_have_value("half a thought")
        assert page.evaluate("scrollY") == height  # nothing was yanked away
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.locator(".r-reopened.review")).to_have_count(1)
        assert "12" in card(page, "injured")
        assert "14" in card(page, "injured")
        assert page.locator(".r-acceptable.review").count() == found - 1
        assert progress(page) == f"{found - 1} of {found} decided"
        drafts = page.evaluate("Object.values(JSON.parse(localStorage.getItem('discrepancy.regatta.drafts')))")
        assert [each["text"] for each in drafts] == ["half a thought"]
        page.evaluate("document.querySelector('.card:has(.r-reopened)').scrollIntoView()")
        page.locator(".card", has=page.locator(".r-reopened")).focus()
        take(page, pictures(tmp_path, repo), "review-reopened")
