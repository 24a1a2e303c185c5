"""Versions are added by dropping them on the page, and nothing typed is lost; what is decided is taken along."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.desks import Reviewer, served, title
from tests.review.desks import cheap

LINES = {"early.txt": "Boats race\n\nboats: 12\n\ncrews: 30\n", "late.txt": "Boats raced\n\nboats: 14\n\ncrews: 31\n"}
DROP = """([name, text]) => {
  const held = new DataTransfer();
  held.items.add(new File([text], name, { type: "text/plain" }));
  for (const kind of ["dragover", "drop"]) {
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
  }
}"""


def test_a_version_is_added_by_dropping_it(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, LINES, checker=cheap) as desk:
        page = reviewer("Ana").open(desk)
        page.keyboard.press("o")
        page.keyboard.press("n")
        page.keyboard.type("being typed")
        page.evaluate(DROP, ["third.txt", "Boats race on\n\ncups: 3\n"])
        expect(page.locator(".desk .told")).to_have_text("Added: third.txt")
        page.evaluate(DROP, ["fourth.txt", "Boats race on\n\ncups: 4\n"])
        expect(page.locator(".news")).to_contain_text("1 new")
        assert (title(page), page.locator(".card").count()) == ("crews: 30 or 31", 2)
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.locator(".card")).to_have_count(3)
        assert title(page) == "crews: 30 or 31"
        expect(page.locator("#desk-note")).to_have_value("being typed")
        page.evaluate(DROP, ["fifth.exe", "MZ\x00"])
        expect(page.locator(".news")).to_contain_text("Not added: fifth.exe")
        with page.expect_file_chooser() as chosen:
            page.get_by_text("Add a version, download").click()
            page.get_by_role("button", name="Add a version").click()
        (tmp_path / "sixth.txt").write_text("Boats\n\nboats: 15\n", encoding="utf-8")
        chosen.value.set_files(tmp_path / "sixth.txt")
        expect(page.locator(".desk .told")).to_have_text("Added: sixth.txt")


def test_what_is_taken_along(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, LINES, checker=cheap) as desk:
        page = reviewer("Ana").open(desk)
        page.keyboard.press("c")
        expect(page.locator(".assigned", has_text="not yet sent")).to_have_count(0)
        page.get_by_text("Add a version, download").click()
        held = {}
        for link in page.locator(".takes a").all():
            with page.expect_download() as taken:
                link.click()
            held[taken.value.suggested_filename] = taken.value.path().read_text(encoding="utf-8")
        assert len(held) == 4
        assert sum("Ana" in text for text in held.values()) >= 3


def test_a_story_without_findings_opens_too(tmp_path: Path, reviewer: Callable[[str], Reviewer]) -> None:
    with served(tmp_path, {"early.txt": "Boats race\n\nboats: 12\n"}, checker=cheap) as desk:
        page = reviewer("Ana").open(desk)
        for key in "cdohju":
            page.keyboard.press(key)
        expect(page.locator("#desk-progress")).to_have_text("Nothing is left open.")
        page.evaluate(DROP, ["late.txt", "Boats raced\n\nboats: 14\n"])
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page.locator("#desk-progress")).to_have_text("0 of 1 decided")
