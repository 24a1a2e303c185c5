"""The index of a run: pages of a thousand stories, those that need an eye first, drawn as those of a check are."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from discrepancy.formats.html.index_page import render_index
from discrepancy.formats.view.stories import Standing, StoryLine, build_stories
from discrepancy.formats.words import Words
from discrepancy.model import Skipped, Unread
from discrepancy.pages import asset_files
from discrepancy.scale.done import Put, ReduceDone
from discrepancy.scale.map_task import put
from discrepancy.scale.report import RunReport
from discrepancy.scale.storage import Storage
from discrepancy.settings import Presentation

__all__ = ["Index"]

_MOST = 1_000
"""Stories of one page."""
_NEAR = 3
"""Pages before and after one that it leads to."""


@dataclass(slots=True)
class Index:
    """The lines of the stories with findings, each kept small until it is drawn, and how many stand how."""

    lines: list[tuple[tuple[object, ...], bytes]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    versions: int = 0

    def add(self, done: ReduceDone) -> None:
        """Note the stories of a bucket."""
        self.counts.update(done.quiet)
        self.versions += done.documents
        for told in done.lines:
            line = _line(told)
            self.counts[line.standing.value] += 1
            self.lines.append((line.weight, zlib.compress(json.dumps(told).encode(), 1)))

    def write(self, storage: Storage, shown: Presentation, report: RunReport) -> Iterator[Put]:
        """Write the pages, and what they need beside them; say what was written."""
        self.lines.sort()
        for name, text in asset_files().items():
            yield put(storage, f"assets/{name}", text.encode())
        pages = max(1, -(-len(self.lines) // _MOST))
        names = [_name(number) for number in range(pages)]
        for number, name in enumerate(names):
            text = self._page(number, names, replace(shown, assets="assets"), report)
            yield put(storage, name, text.encode())

    def _page(self, number: int, names: list[str], shown: Presentation, report: RunReport) -> str:
        some = self.lines[number * _MOST : (number + 1) * _MOST]
        lines = [_line(json.loads(zlib.decompress(data))) for _, data in some]
        words, failures = Words(shown.language), report.failures.total()
        made = build_stories(
            lines,
            shown.language,
            unread=_failed(report, words),
            skipped=_passed(report, words),
            excerpts_only=shown.excerpts_only,
        )
        counts = tuple((each, self.counts[each.value]) for each in Standing if self.counts[each.value])
        said = [words.count(f"stories.{standing.value}", count) for standing, count in counts]
        total = words.count("stories.count", self.counts.total())
        over = words("stories.line", stories=total, verdict=words("list").join(said)) if said else total
        view = replace(
            made,
            counts=counts,
            line=over,
            versions=self.versions,
            total=self.counts.total(),
            lost=words.count("stories.lost", failures) if failures else "",
            leaves=_leaves(names, number, words),
        )
        return render_index(view, shown)


def _leaves(names: list[str], number: int, words: Words) -> tuple[tuple[str, str], ...]:
    """The first and the last page of the index and those near this one, where there is more than one."""
    if len(names) == 1:
        return ()
    shown = sorted({0, len(names) - 1, *range(max(number - _NEAR, 0), min(number + _NEAR + 1, len(names)))})
    return tuple((words.number(at + 1), "" if at == number else names[at]) for at in shown)


def _name(number: int) -> str:
    return f"index-{number + 1}.html" if number else "index.html"


def _failed(report: RunReport, words: Words) -> tuple[Unread, ...]:
    """What failed: the first of it by name, and how much more there is."""
    named = tuple(Unread(*told) for told in report.failed)
    more = report.failures.total() - len(named)
    rest = Unread("failures/", f"{words.number(more)} more.", "The table in this folder has all, each with its reason.")
    return (*named, rest) if more > 0 else named


def _passed(report: RunReport, words: Words) -> tuple[Skipped, ...]:
    named = tuple(Skipped(path, why) for path, why, _ in report.passed)
    more = report.skipped - len(named)
    rest = Skipped("passed_over/", f"{words.number(more)} more: the table in this folder has all, each with its reason")
    return (*named, rest) if more > 0 else named


def _line(told: Mapping[str, Any]) -> StoryLine:
    known = {each.name for each in fields(StoryLine)}
    values = {name: value for name, value in told.items() if name in known}
    return StoryLine(**{**values, "standing": Standing(told["standing"])})
