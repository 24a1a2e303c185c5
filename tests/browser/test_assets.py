"""Style and script beside the page, wherever their folder is: both load, from a file and from a web server."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from discrepancy.report import Report
from tests.browser.watch import POLICY
from tests.formats.stories import FLOOD

FOLDERS = ("out", "out/beside", "out/../some where/ünïcode & co", "away/100%")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address of the test's folder on a web server of this machine."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        said = server.stdout.readline() if server.stdout else ""
        port = re.search(r"port (\d+)", said)
        assert port, said
        yield f"http://127.0.0.1:{port[1]}"
        server.terminate()


@pytest.fixture
def online(browser: Browser) -> Iterator[Page]:
    """A page of its own that may ask this machine."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def _is_whole(page: Page, address: str) -> None:
    """The page at an address has its style and its script, and nothing was refused."""
    heard: list[str] = []
    page.add_init_script(POLICY)
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("requestfailed", lambda request: heard.append(request.url))
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    page.keyboard.press("j")
    expect(page.locator(".card").first).to_be_focused()
    assert heard == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_from_a_file(page: Page, tmp_path: Path, folder: str) -> None:
    written = Report(FLOOD).write(tmp_path / "out/my report.html", assets=tmp_path / folder)
    _is_whole(page, written.as_uri())


@pytest.mark.parametrize("folder", FOLDERS)
def test_from_a_web_server(online: Page, served: str, tmp_path: Path, folder: str) -> None:
    Report(FLOOD).write(tmp_path / "out/my report.html", assets=tmp_path / folder)
    _is_whole(online, f"{served}/out/my%20report.html")


def test_the_policy_still_keeps_everything_else_out(page: Page, tmp_path: Path) -> None:
    written = Report(FLOOD).write(tmp_path / "page.html", assets=tmp_path)
    heard: list[str] = []
    page.add_init_script(POLICY)
    page.on("console", lambda message: heard.append(message.text))
    page.goto(written.as_uri())
    page.evaluate(
        "() => { const run = document.createElement('script'); run.textContent = 'window.ran = true';"
        " document.body.append(run); document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>'); }"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert any("script-src" in each for each in heard)
    assert any("style-src" in each for each in heard)
