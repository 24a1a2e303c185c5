"""A page that is watched: every dialog, message, error, breach of policy and request of it is put down."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Dialog, Page

from discrepancy.formats.html import bundle
from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["Opener", "Watch", "write"]

POLICY = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


class Opener(Protocol):
    """Opens a report's page, in the watched page of the test."""

    def __call__(self, data: ReportData, presentation: Presentation = PLAIN) -> Page: ...


@dataclass
class Watch:
    """What was heard of one page; files in ``folder`` may be asked for where they are named in ``allowed``."""

    page: Page
    folder: Path
    allowed: set[str] = field(default_factory=set)
    heard: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Listens from now on."""
        self.page.add_init_script(POLICY)
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda message: self.heard.append(message.text))
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("request", lambda request: self._request(request.url))
        self.page.on("popup", lambda popup: self.heard.append(popup.url))

    def goto(self, path: Path) -> Page:
        """Opens a file of the folder, which may be asked for from now on."""
        self.allowed.add(path.as_uri())
        self.page.goto(path.as_uri())
        return self.page

    def _dialog(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if url.partition("#")[0].partition("?")[0] not in self.allowed:
            self.heard.append(f"request: {url[:200]}")


def write(data: ReportData, folder: Path, presentation: Presentation = PLAIN) -> list[Path]:
    """The report's page in a folder, then the files that it asks for, where style and script stand beside it."""
    page = folder / "report.html"
    page.write_bytes(_rendered(data, presentation))
    beside = [folder / presentation.assets / name for name in bundle.files()] if presentation.assets else []
    for path in beside:
        path.parent.mkdir(exist_ok=True)
        path.write_text(bundle.files()[path.name], encoding="utf-8")
    return [page, *beside]


@lru_cache(maxsize=4)
def _rendered(data: ReportData, presentation: Presentation) -> bytes:
    """The page's bytes: many tests of a file open the same page."""
    return render_page(data, presentation).encode("utf-8")
