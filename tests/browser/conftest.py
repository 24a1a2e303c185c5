"""Pages in a real browser: none may ask for anything, and none may complain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
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
