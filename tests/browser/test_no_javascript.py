"""Without JavaScript all is there and can be read, and nothing that would do nothing is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watch import Watch, write
from tests.formats.stories import FLOOD


@pytest.fixture
def still(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The flood's page where no script may run."""
    with browser.new_context(java_script_enabled=False, offline=True) as context:
        watch = Watch(context.new_page(), tmp_path)
        watch.start()
        yield watch.goto(write(FLOOD, tmp_path)[0])
        assert watch.heard == []


def test_all_content_is_there(still: Page) -> None:
    assert still.locator(".row:visible").count() == 7
    assert still.locator(".card:visible").count() == 6
    assert still.locator(".text:visible").count() == 4
    for home in FLOOD.documents:
        expect(still.locator(".text", has_text=home.title)).to_be_visible()


def test_nothing_is_shown_that_would_do_nothing(still: Page) -> None:
    assert still.locator(":is(button, input, select, form, dialog, [data-do]):visible").count() == 0


def test_folds_and_links_work(still: Page) -> None:
    fold = still.locator(".card.s-explained details").first
    expect(fold.locator("blockquote").first).to_be_hidden()
    fold.locator("summary").first.click()
    expect(fold.locator("blockquote").first).to_be_visible()
    still.get_by_role("row", name="what the dam holds").get_by_role("link", name="3.1 million").nth(1).click()
    expect(still.locator(":target")).to_be_in_viewport()
