"""The server is gone for a while: the page says so, and what is decided and typed meanwhile comes through."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from discrepancy.decided import Ruling
from discrepancy.store import open_store
from tests.browser.desks import STORY, Reviewer, look, progress, served, title
from tests.review.desks import cheap

TEXTS = {
    "early.txt": "Boats race at Tvist\n\nboats: 12\n\ncrews: 30\n\nguests: 400\n",
    "late.txt": "Boats raced at Tvist\n\nboats: 14\n\ncrews: 31\n\nguests: 500\n",
}


def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        page = reviewer("Ana").open(desk)
        page.keyboard.press("c")
        expect(page.locator(".assigned")).to_have_count(0)
        desk.stop(forget=True)

        page.keyboard.press("a")
        gone = page.locator(".gone")
        expect(gone).to_contain_text("The server does not answer")
        expect(gone).to_contain_text("1 waits to be sent")
        page.locator("#desk-note").fill("counted at the gate")
        page.keyboard.press("Escape")
        page.keyboard.press("q")
        expect(page.locator(".assigned", has_text="not yet sent")).to_have_count(2)
        page.keyboard.press("u")  # what was not sent yet is taken back here
        assert (progress(page), title(page)) == ("2 of 3 decided", "guests: 400 or 500")
        page.locator("#desk-note").fill("ask the club about the guests")

        desk.start()
        look(page)
        expect(gone).to_be_hidden()
        expect(page.locator(".assigned")).to_have_count(0)
        expect(page.locator("#desk-note")).to_have_value("ask the club about the guests")
        assert title(page) == "guests: 400 or 500"
        told = {subject: matter.decision for subject, matter in desk.matters().items()}
        assert told["crews"]
        assert told["crews"].ruling is Ruling.ACCEPTABLE
        with open_store(desk.store, read_only=True) as store:
            decided = [event.snapshot.subject for event in store.events(STORY) if event.action.by_people]
        assert decided == ["boats", "crews"]


def test_what_waits_and_what_is_typed_outlive_the_page(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        page = reviewer("Ana").open(desk)
        desk.stop()
        page.keyboard.press("c")
        page.keyboard.press("x")
        page.locator("#desk-note").fill("half a sentence")
        expect(page.locator(".gone")).to_contain_text("2 wait to be sent")
        desk.start()
        page.reload()
        expect(page.locator(".assigned")).to_have_count(0)
        expect(page.locator("#desk-note")).to_have_value("half a sentence")
        assert progress(page) == "2 of 3 decided"
        rulings = {matter.decision.ruling for matter in desk.matters().values() if matter.decision}
        assert rulings == {Ruling.CONFIRMED, Ruling.CORRECTED}
