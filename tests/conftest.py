"""What every test may ask for: the evaluation data, full size, a browser page."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REPO = Path(__file__).resolve().parent.parent
SOAK = os.environ.get("DISCREPANCY_SOAK", "") not in {"", "0"}
CHROMIUM_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=2000, deadline=None)
settings.load_profile("soak" if SOAK else "quick")


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the checkout."""
    return REPO


@pytest.fixture(scope="session")
def soak() -> bool:
    """Whether to run at full size; small sizes are the default."""
    return SOAK


@pytest.fixture(scope="session")
def shared() -> Path:
    """Evaluation data kept beside the checkout, where there is any."""
    folder = REPO.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("no evaluation data beside the checkout: ../shared/gold is not there")
    return folder


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One Chromium for the whole run, started by the first test that wants a page."""
    from playwright.sync_api import sync_playwright

    flags = [*CHROMIUM_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else [*CHROMIUM_FLAGS]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_find_chromium(), args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """An empty page of its own, in a browser that believes it is offline."""
    context = browser.new_context(offline=True, locale="en-GB", timezone_id="UTC")
    yield context.new_page()
    context.close()


def _find_chromium() -> str:
    script = REPO / "scripts" / "ensure-chromium"
    found = subprocess.run(["sh", script, "--find"], capture_output=True, text=True, check=False)
    if found.returncode != 0:
        pytest.fail(found.stderr, pytrace=False)
    return found.stdout.strip()
