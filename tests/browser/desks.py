"""A desk that is served for real, on a port of its own, and can be stopped and started in the middle of a test."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Page
from starlette.types import ASGIApp

from discrepancy.decided import Matter
from discrepancy.pipeline import check_documents
from discrepancy.review.app import make_app
from discrepancy.review.desk import Checker, Desk, UnderReview
from discrepancy.review.serving import HERE, Where, door_for
from discrepancy.review.watching import Patience, Watch
from discrepancy.settings import Presentation, Settings
from discrepancy.store import open_store
from tests.browser.watch import POLICY

__all__ = ["STORY", "Reviewer", "Served", "look", "progress", "served", "title"]

STORY = "regatta"
LONGEST = 10.0
"""Seconds that a server may take to listen, or to end."""
SOON = Patience(every=0.1, settled=0.05, longest=2.0)
LOST = re.compile(
    r"Failed to load resource: (net::ERR_(CONNECTION|EMPTY|INTERNET|NETWORK)|the server responded with a status of 4)"
)
"""What a browser says by itself of a server that is gone, and of an answer that is a refusal."""


NAMED = "localStorage.getItem('discrepancy.reviewer') ?? localStorage.setItem('discrepancy.reviewer', {name})"


@dataclass
class Served:
    """A desk on a port; ``stop`` and ``start`` may come again and again."""

    folder: Path
    checker: Checker = check_documents
    language: str = "en"
    port: int = 0
    _open: ExitStack = field(default_factory=ExitStack)

    @property
    def url(self) -> str:
        return f"http://{HERE}:{self.port}/"

    @property
    def story(self) -> Path:
        return self.folder / STORY

    @property
    def store(self) -> Path:
        return self.folder / "decisions.sqlite"

    def start(self) -> None:
        """Serve, on the same port as before."""
        store = self._open.enter_context(open_store(self.store))
        under = UnderReview(
            paths=(self.story,), story=STORY, settings=Settings(base=self.folder),
            presentation=Presentation(language=self.language),
        )  # fmt: skip
        desk = Desk(under, store, checker=self.checker)
        desk.check_now()
        held = uvicorn.Config(_nothing, host=HERE, port=self.port, log_config=None).bind_socket()
        self.port = int(held.getsockname()[1])
        door, _ = door_for(desk, Where(), self.port)
        self._open.enter_context(Watch(desk, SOON))
        self._open.enter_context(_running(make_app(desk, door), held))

    def stop(self, *, forget: bool = False) -> None:
        """End; with ``forget``, what tokens are made with is lost, as where the store's folder was moved."""
        self._open.close()
        if forget:
            self.store.with_name(f"{self.store.name}.key").unlink()

    def matters(self) -> dict[str, Matter]:
        """What was decided, by the subject of the finding."""
        with open_store(self.store, read_only=True) as store:
            return {each.snapshot.subject: each for each in store.matters(STORY)}

    def write(self, name: str, text: str) -> None:
        """Write a version of the story."""
        self.story.mkdir(exist_ok=True)
        (self.story / name).write_text(text, encoding="utf-8")


async def _nothing(*_: object) -> None:
    """No application: the port is taken before there is one."""


@contextmanager
def _running(app: ASGIApp, held: Any) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
    thread.start()
    _wait(lambda: server.started)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(LONGEST)
        held.close()


def _wait(done: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not done() and time.monotonic() < end:
        time.sleep(0.01)
    assert done()


@contextmanager
def served(folder: Path, texts: dict[str, str], **more: object) -> Iterator[Served]:
    """A desk for the story of these texts, by file name."""
    desk = Served(folder, **more)  # type: ignore[arg-type]  # options, as a test names them
    for name, text in texts.items():
        desk.write(name, text)
    desk.start()
    try:
        yield desk
    finally:
        desk.stop()


@dataclass
class Reviewer:
    """Somebody at a desk, in a browser of their own; whatever the page complains of is put down."""

    browser: Browser
    name: str = "Ana"
    heard: list[str] = field(default_factory=list)

    def open(self, desk: Served, **more: object) -> Page:
        """The page of the desk, by whom it was asked for named already."""
        given = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "timezone_id": "UTC", **more}
        page = self.browser.new_context(**given).new_page()  # type: ignore[arg-type]  # as above
        page.add_init_script(POLICY)
        if self.name:
            page.add_init_script(NAMED.format(name=json.dumps(self.name)))
        page.on("console", lambda message: None if LOST.match(message.text) else self.heard.append(message.text))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.goto(desk.url)
        return page


def look(page: Page) -> None:
    """Let the page ask the server now, not in two seconds."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def progress(page: Page) -> str:
    """How far the work is, as the page says it."""
    return page.locator("#desk-progress").inner_text()


def title(page: Page) -> str:
    """The current finding, as the bar names it."""
    return page.locator(".desk .now a").inner_text()
