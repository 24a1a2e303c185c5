"""The scripted day: stories told by articles, each with its versions and what an editor should hear of them.

One TOML file a story in ``tests/watch/day/``: those of ``seen`` were looked at while the watcher was built, those of
``unseen`` were not.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

__all__ = ["DAY", "Article", "Edition", "Expected", "Outlet", "outlets", "stories"]

DAY = dt.date(2025, 5, 6)
"""A Tuesday, as the texts say."""
FOLDER = Path(__file__).parent.parent / "day"
OUR_DESK = "Our Desk"
POINTERS = {"Tarrow Evening Post", "Halden Broadcasting", "Oakmere Times", "Lowen Courier", "Estuary Radio News"}
"""Outlets whose feed gives a summary and a link; the feeds of the others hold whole articles."""
NEW_IDS = "Cape Arden Star"
"""An outlet whose feed gives each item another id each time it is asked."""


@dataclass(frozen=True)
class Expected:
    """An alert that an editor should get; ``values`` are all words that must stand in it."""

    story: str
    kind: str
    outlets: tuple[str, ...]
    values: tuple[str, ...]
    at: dt.datetime


@dataclass(frozen=True)
class Edition:
    """One version of an article; ``status`` other than 200 is an outage and has no words."""

    at: dt.datetime
    title: str = ""
    text: str = ""
    what: str = "first"
    furniture: tuple[str, ...] = ()
    status: int = 200


@dataclass(frozen=True)
class Article:
    """An article of an outlet with its versions in the order of the day."""

    story: str
    id: str
    outlet: str
    editions: tuple[Edition, ...]
    expected: tuple[Expected, ...]

    def at(self, now: dt.datetime) -> Edition | None:
        """The version that stands at a moment; None before the first."""
        return next((each for each in reversed(self.editions) if each.at <= now), None)

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return f"{self.story}-{self.id}"


@dataclass(frozen=True)
class Outlet:
    """A source of the day with its articles."""

    name: str
    articles: tuple[Article, ...]

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.name.lower().replace(" ", "-")


def stories(parts: Sequence[str], most: int | None = None) -> list[tuple[list[Article], list[Expected]]]:
    """The stories of some parts of the day, in the order of their names, each with all that should be alerted."""
    paths = [path for part in parts for path in sorted((FOLDER / part).glob("*.toml"))]
    assert paths, parts
    return [_story(path) for path in paths[:most]]


def outlets(articles: Sequence[Article]) -> list[Outlet]:
    """The outlets of some articles, in the order of their names."""
    names = sorted({article.outlet for article in articles})
    return [Outlet(name, tuple(each for each in articles if each.outlet == name)) for name in names]


def _story(path: Path) -> tuple[list[Article], list[Expected]]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    name = data["story"]
    articles = [_article(name, each) for each in data["articles"]]
    expected = [each for article in articles for each in article.expected]
    for also in data.get("also", ()):
        given = (*also.get("outlets", ()), *(also[key] for key in ("outlet", "of") if key in also))
        values = tuple(also.get("values", ())) or tuple(also[key] for key in ("old", "new") if key in also)
        expected.append(Expected(name, also["kind"], given, values, _moment(also["from"])))
    return articles, sorted(expected, key=lambda each: (each.at, each.kind, each.values))


def _article(story: str, data: dict[str, Any]) -> Article:
    editions: list[Edition] = []
    expected: list[Expected] = []
    for raw in data["versions"]:
        before = next((each for each in reversed(editions) if each.status == 200 and each.what != "stub"), None)
        edition = _edition(raw, before)
        if edition.what == "stub" and editions[-1].what == "stub":  # the wall is taken away again
            edition = replace(edition, what="back")
        editions.append(edition)
        for one in raw.get("expect", ()):
            values = tuple(one[key] for key in ("old", "new") if one.get(key))
            expected.append(Expected(story, one["kind"], (data["outlet"],), values, editions[-1].at))
    return Article(story, data["id"], data["outlet"], tuple(editions), tuple(expected))


def _edition(raw: dict[str, Any], before: Edition | None) -> Edition:
    text = raw.get("text", before.text if before else "").strip()
    for edit in raw.get("edits", ()):
        assert text.count(edit["old"]) == 1, edit["old"]
        text = text.replace(edit["old"], edit["new"])
    return Edition(
        at=_moment(raw["at"]),
        title=raw.get("title", before.title if before else ""),
        text=text,
        what=raw.get("what", "first" if before is None else "outage"),
        furniture=tuple(raw.get("furniture", ())),
        status=raw.get("status", 200),
    )


def _moment(clock: str) -> dt.datetime:
    return dt.datetime.combine(DAY, dt.time.fromisoformat(clock), dt.UTC)


def moments(articles: Sequence[Article]) -> Iterator[dt.datetime]:
    """Every moment at which something changes."""
    for article in articles:
        for edition in article.editions:
            yield edition.at
