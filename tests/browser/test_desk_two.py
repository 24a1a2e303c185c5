"""Two reviewers at once: nobody's decision is written over unseen, and nobody's words are lost."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from discrepancy.decided import Ruling
from tests.browser.desks import Reviewer, look, progress, served, title
from tests.review.desks import cheap

TEXTS = {"early.txt": "Boats race\n\nboats: 12\n\ncrews: 30\n", "late.txt": "Boats raced\n\nboats: 14\n\ncrews: 31\n"}
MARKUP = "<img src=x onerror=alert(1)> & \u202eturned"


def test_a_conflict_is_shown_and_nothing_is_lost(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        ana, bo = reviewer("Ana").open(desk), reviewer("Bo <b>").open(desk)
        bo.route("**/api/1/state*", lambda route: route.abort("connectionrefused"))  # has not heard of Ana's yet
        ana.locator("#desk-note").fill(MARKUP)
        ana.keyboard.press("Escape")
        ana.keyboard.press("d")
        expect(ana.locator(".assigned")).to_have_count(0)

        bo.locator("#desk-note").fill("the harbour master counted fourteen")
        bo.keyboard.press("Escape")
        bo.keyboard.press("c")
        panel = bo.locator(".conflicts")
        expect(panel).to_contain_text("Dismissed")
        expect(panel).to_contain_text("<img src=x onerror=alert(1)> & [U+202E]turned")
        expect(panel).to_contain_text("Confirmed: the harbour master counted fourteen")
        assert progress(bo) == "1 of 2 decided"  # as it stands: Ana's
        held = desk.matters()["boats"].decision
        assert held
        assert (held.who, held.ruling, held.note) == ("Ana", Ruling.DISMISSED, MARKUP)

        bo.reload()  # it is still to be seen
        panel.get_by_role("button", name="Leave it").click()
        expect(panel).to_be_hidden()
        expect(bo.locator("#desk-note")).to_have_value("the harbour master counted fourteen")
        assert title(bo) == "boats: 12 or 14"
        bo.keyboard.press("c")
        expect(bo.locator(".card[aria-current] .by, .card .by").first).to_contain_text("Bo <b>")
        expect(panel).to_be_hidden()  # now it was seen
        bo.unroute("**/api/1/state*")
        look(bo)
        expect(bo.locator(".gone")).to_be_hidden()

        look(ana)
        expect(ana.locator(".card").first.locator(".review")).to_contain_text("Confirmed by Bo <b>")
        ana.keyboard.press("k")
        ana.keyboard.press("h")
        expect(ana.locator(".past li")).to_have_count(2)
        assert ana.locator(".past img, .card img").count() == 0


def test_mine_all_the_same(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        ana, bo = reviewer("Ana").open(desk), reviewer("Bo").open(desk)
        bo.route("**/api/1/state*", lambda route: route.abort("connectionrefused"))
        ana.keyboard.press("a")
        expect(ana.locator(".review .by")).to_have_count(1)
        expect(ana.locator(".assigned")).to_have_count(0)
        bo.keyboard.press("c")
        bo.get_by_role("button", name="Decide mine all the same").click()
        expect(bo.locator(".conflicts")).to_be_hidden()
        expect(bo.locator(".card").first.locator(".review")).to_contain_text("Confirmed by Bo")
        expect(bo.locator(".assigned")).to_have_count(0)
        held = desk.matters()["boats"].decision
        assert held
        assert (held.who, held.ruling) == ("Bo", Ruling.CONFIRMED)
