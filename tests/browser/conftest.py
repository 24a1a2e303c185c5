"""Pages in a real browser: none may ask for anything, and none may complain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from tests.browser.desks import Reviewer
from tests.browser.watch import Opener, Watch, write

SETTLING = 50
"""Milliseconds; what a page does late counts too."""


@pytest.fixture
def watch(page: Page, tmp_path: Path) -> Iterator[Watch]:
    """The test's page, watched. At the end nothing may have been heard but requests for files that were opened."""
    watch = Watch(page, tmp_path)
    watch.start()
    yield watch
    page.wait_for_timeout(SETTLING)
    assert watch.heard == []


@pytest.fixture
def opened(watch: Watch) -> Opener:
    """Opens the page of report data: ``opened(data)`` or ``opened(data, presentation)``, which gives the page."""

    def start(data: ReportData, presentation: Presentation = PLAIN) -> Page:
        path, *beside = write(data, watch.folder, presentation)
        watch.allowed.update(each.as_uri() for each in beside)
        return watch.goto(path)

    return start


@pytest.fixture
def reviewer(browser: Browser) -> Iterator[Callable[[str], Reviewer]]:
    """Gives reviewers, each in a browser of their own; no page of theirs may complain."""
    there: list[Reviewer] = []
    before = list(browser.contexts)

    def come(name: str = "Ana") -> Reviewer:
        there.append(Reviewer(browser, name))
        return there[-1]

    yield come
    for context in [each for each in browser.contexts if each not in before]:
        context.close()
    assert [heard for each in there for heard in each.heard] == []
