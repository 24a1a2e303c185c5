"""A whole review with the keyboard alone: no pointer is used, and whatever is done is in the store."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from discrepancy.decided import Action, Ruling
from discrepancy.store import open_store
from tests.browser.desks import STORY, Reviewer, look, progress, served, title
from tests.review.desks import cheap

TEXTS = {
    "early.txt": "Boats race at Tvist\n\nboats: 12\n\ncrews: 30\n\nguests: 400\n\nprizes: 3\n\nraces: 7\n",
    "late.txt": "Boats raced at Tvist\n\nboats: 14\n\ncrews: 31\n\nguests: 500\n\nprizes: 4\n\nraces: 8\n",
}


def test_a_whole_review_by_keyboard(  # noqa: PLR0915 -- one review from its beginning to its end, a step a line
    tmp_path: Path, reviewer: Callable[[str], Reviewer]
) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        page = reviewer("").open(desk)
        press, write = page.keyboard.press, page.keyboard.type
        assert (progress(page), title(page)) == ("0 of 5 decided", "boats: 12 or 14")

        press("c")  # asks for the name once, and goes on
        expect(page.get_by_role("dialog")).to_be_visible()
        write("Ana Ruz")
        press("Enter")
        expect(page.locator("#desk-progress")).to_have_text("1 of 5 decided")
        assert title(page) == "crews: 30 or 31"

        press("d")  # asks why: a digit gives one of the usual reasons
        expect(page.locator("[data-reason]").first).to_be_focused()
        press("2")
        assert (progress(page), title(page)) == ("2 of 5 decided", "guests: 400 or 500")

        press("d")  # or one's own
        press("n")
        write("the club counts members only")
        press("Enter")
        assert (progress(page), title(page)) == ("3 of 5 decided", "prizes: 3 or 4")

        press("q")
        write("Which cup is the fourth?")
        press("Enter")
        assert (progress(page), title(page)) == ("4 of 5 decided", "races: 7 or 8")

        press("a")
        assert progress(page) == "5 of 5 decided"
        expect(page.locator(".desk .told")).to_have_text("Nothing is left open.")

        expect(page.locator(".assigned", has_text="not yet sent")).to_have_count(0)
        press("u")  # takes back the last, then the one before; Ctrl+Z does the same
        assert (progress(page), title(page)) == ("4 of 5 decided", "races: 7 or 8")
        press("Control+z")
        assert (progress(page), title(page)) == ("3 of 5 decided", "prizes: 3 or 4")
        press("x")
        assert title(page) == "races: 7 or 8"

        press("w")
        write("Bo")
        press("Enter")
        press("n")
        write("the programme says eight")
        press("Escape")
        press("m")
        expect(page.locator(".desk .told")).to_have_text("Comment added.")
        press("h")
        expect(page.locator(".past li")).to_have_count(4)  # accepted, taken back, assigned, commented
        expect(page.locator(".past li").last).to_contain_text("the programme says eight")
        press("h")
        expect(page.locator(".past")).to_be_hidden()
        press("k")
        assert title(page) == "prizes: 3 or 4"
        expect(page.locator(".assigned", has_text="not yet sent")).to_have_count(0)
        expect(page.locator(".reviewed b")).to_have_text("1 open, 4 decided")

        told = desk.matters()
        rulings = {subject: matter.decision and matter.decision.ruling for subject, matter in told.items()}
        assert rulings == {
            "boats": Ruling.CONFIRMED, "crews": Ruling.DISMISSED, "guests": Ruling.DISMISSED,
            "prizes": Ruling.CORRECTED, "races": None,
        }  # fmt: skip
        notes = [matter.decision.note for matter in told.values() if matter.decision]
        assert "They speak of different times" in notes
        assert "the club counts members only" in notes
        assert told["races"].assignee == "Bo"
        assert [each.note for each in told["races"].comments] == ["the programme says eight"]
        with open_store(desk.store, read_only=True) as store:
            events = list(store.events(STORY))
        assert {event.who for event in events} == {"Ana Ruz"}
        assert [event.action for event in events].count(Action.WITHDRAWN) == 2


def test_the_first_open_finding_is_in_sight_and_what_is_hidden_is_not_decided(
    tmp_path: Path, reviewer: Callable[[str], Reviewer]
) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        page = reviewer("Ana").open(desk, viewport={"width": 1280, "height": 500})
        first = page.locator(".card", has_text="boats: 12 or 14")
        expect(first).to_be_focused()
        expect(first.locator("h3")).to_be_in_viewport()
        page.locator(".tools [name=q]").fill("boats")
        page.keyboard.press("Escape")
        page.keyboard.press("a")
        told = page.locator(".desk .told")
        expect(told).to_have_text("Nothing open is in sight; the filters hide 4 open findings.")
        page.keyboard.press("a")  # the same once more is no event
        expect(told).to_have_text("Nothing open is in sight; the filters hide 4 open findings.")
        page.locator(".tools [name=q]").fill("crews")
        page.keyboard.press("Escape")
        expect(first).to_be_hidden()
        page.keyboard.press("c")  # what it would decide on is not in sight: it goes to what is
        assert (progress(page), title(page)) == ("1 of 5 decided", "crews: 30 or 31")
        expect(page.locator(".assigned", has_text="not yet sent")).to_have_count(0)
        with open_store(desk.store, read_only=True) as store:
            assert [event.ruling for event in store.events(STORY)] == [Ruling.ACCEPTABLE]


def test_filters_take_what_is_decided_out_of_sight(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, TEXTS, checker=cheap) as desk:
        page = reviewer("Ana").open(desk)
        page.get_by_role("combobox", name="Decision").select_option("open")
        page.keyboard.press("c")
        expect(page.locator(".card:visible")).to_have_count(4)
        expect(page.locator(".row:visible")).to_have_count(4)
        page.reload()
        expect(page.locator(".card:visible")).to_have_count(4)
        page.get_by_role("combobox", name="Decision").select_option("confirmed")
        expect(page.locator(".card:visible h3")).to_have_text("boats: 12 or 14")
        page.get_by_role("combobox", name="Decision").select_option("")
        page.locator("#desk-assignee").fill("Bo")
        page.keyboard.press("Enter")
        page.get_by_role("combobox", name="Assigned to").select_option("Bo")
        expect(page.locator(".card:visible")).to_have_count(1)
        look(page)
        assert page.locator(".row:visible").count() == 1
