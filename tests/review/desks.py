"""A desk for a test: a story in a folder, a checker that costs nothing, a client that has the page's session."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, cast

from starlette.types import ASGIApp

from discrepancy.loaders import Loaded
from discrepancy.model import BlockRole, Finding, Level, Mention, Message, ReportData, ValueGroup
from discrepancy.review.app import make_app
from discrepancy.review.desk import Checker, Desk, UnderReview
from discrepancy.review.drawing import Drawing
from discrepancy.review.guard import Door
from discrepancy.settings import Presentation, Settings
from discrepancy.store import open_store
from tests.review.client import HERE, Client

FIRST = "Harbour gets 12 boats\n\nThe harbour of Ostvik got its boats on Monday.\n\nboats: 12\n\nguests: 300\n"
SECOND = "Harbour gets 14 boats\n\nThe harbour of Ostvik got its boats on Monday.\n\nboats: 14\n\nguests: 400\n"
_STATED = re.compile(r"(?m)^(?P<what>[a-z]+): (?P<value>\d+)$")


def cheap(loaded: Loaded, settings: Settings) -> ReportData:  # noqa: ARG001 - as every checker is called
    """A check that holds lines like ``boats: 12`` against each other; another of a desk's checkers, much quicker."""
    stated: dict[str, dict[str, list[Mention]]] = {}
    for document in sorted(loaded.documents, key=lambda each: each.id):
        for match in _STATED.finditer(document.text):
            at = Mention(document.id, match.start("value"), match.end("value"), match["value"], BlockRole.BODY)
            stated.setdefault(match["what"], {}).setdefault(match["value"], []).append(at)
    return ReportData(
        documents=tuple(sorted(loaded.documents, key=lambda each: each.id)),
        facts=(),
        people=(),
        groups=(),
        findings=tuple(made_up(what, values) for what, values in sorted(stated.items()) if len(values) > 1),
        unread=loaded.unread,
        skipped=loaded.skipped,
    )


def made_up(what: str, values: dict[str, list[Mention]]) -> Finding:
    """A finding of values that differ, as ``cheap`` makes them."""
    digest = hashlib.sha256(f"{what} {sorted(values)}".encode()).hexdigest()[:12]
    said = Message("page.text", {"text": f"{what}: {' or '.join(sorted(values))}"})
    return Finding(
        id=f"NUM001-{digest}",
        rule="NUM001",
        level=Level.ERROR,
        subject=what,
        summary=said,
        explanation=said,
        values=tuple(ValueGroup(label, tuple(mentions)) for label, mentions in sorted(values.items())),
    )


def write_story(folder: Path, first: str = FIRST, second: str = SECOND) -> Path:
    """Two versions of a story in a folder of its own."""
    story = folder / "harbour"
    story.mkdir(exist_ok=True)
    (story / "first.txt").write_text(first, encoding="utf-8")
    (story / "second.txt").write_text(second, encoding="utf-8")
    return story


@contextmanager
def desk_of(folder: Path, checker: Checker = cheap, language: str = "en") -> Iterator[Desk]:
    """A desk with a story of two versions that was checked."""
    story, store = write_story(folder), folder / "decisions.sqlite"
    settings, shown = Settings(base=folder), Presentation(language=language)
    under = UnderReview(paths=(story,), story="harbour", settings=settings, presentation=shown)
    with open_store(store) as opened:
        desk = Desk(under, opened, checker=checker)
        desk.check_now()
        yield desk


class _Current:
    """Stands for the desk, or the drawing, of the test that runs: making an application takes longer than a test."""

    now: object = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.now, name)


_DESK, _DRAWING = _Current(), _Current()


@cache
def _one_app() -> ASGIApp:
    return make_app(cast("Desk", _DESK), Door(), cast("Drawing", _DRAWING))


def client_of(desk: Desk, door: Door | None = None, base: str = HERE) -> Client:
    """A client that was given the page: it has its session, and sends its CSRF token."""
    if door is not None:
        return client_at(make_app(desk, door), base)
    if _DESK.now is not desk:
        _DESK.now, _DRAWING.now = desk, Drawing(desk)
    return client_at(_one_app(), base)


def client_at(app: ASGIApp, base: str = HERE) -> Client:
    """A client of an application, with the page's session."""
    client = Client(app, base)
    client.headers["x-csrf-token"] = client.get("/api/1/session").json().get("csrf", "")
    return client


def ids(client: Client) -> dict[str, str]:
    """The id of each finding by its subject."""
    return {each["subject"]: each["id"] for each in client.get("/api/1/findings").json()["findings"]}
