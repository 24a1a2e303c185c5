"""Many stories at a glance: a line a story, what needs an eye first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from discrepancy.formats.view.headline import moment
from discrepancy.formats.view.parts import View
from discrepancy.formats.words import Words
from discrepancy.messages import resolve
from discrepancy.model import ReportData, Skipped, Unread

__all__ = ["Neighbours", "Standing", "Stories", "StoryLine", "build_stories", "failed_line", "story_line"]

_FIGURES = re.compile(r"(\d{1,18})")


class Standing(StrEnum):
    """How a story stands, what needs an eye first; its value is its key in the catalogue."""

    CONFLICT = "conflict"
    CHECK = "check"
    FAILED = "failed"
    PARTIAL = "partial"
    ALONE = "alone"
    CLEAR = "clear"

    @property
    def order(self) -> int:
        """0 for what matters most."""
        return list(Standing).index(self)

    @property
    def is_open(self) -> bool:
        """Whether one of its findings calls for a decision."""
        return self in (Standing.CONFLICT, Standing.CHECK)

    @property
    def glyph(self) -> str:
        """One character that tells it from the others without colour."""
        return {"conflict": "≠", "check": "?", "failed": "!", "partial": "…", "alone": "·", "clear": "="}[self.value]

    @property
    def tone(self) -> str:
        """The state of findings whose look it has."""
        return {"failed": "conflict", "partial": "check", "alone": "style", "clear": "agrees"}.get(
            self.value, self.value
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in the index.

    Attributes:
        name: the folder of its versions, as it was given.
        link: the file of its page, beside the index; empty where it has none.
        title: the headline of the draft, else of the newest version that has one; its name where none has.
        language: BCP 47 tag of the language of the headline; empty where the title is a name.
        conflicts, to_check, explained, style, agreeing: how many findings of each state, how many facts agree.
        versions, unread: how many files were read, and how many could not be.
        newest: when its newest version was published, in words; empty where none says so.
        embargo, draft: in words; empty where there is none.
        failed: why it could not be checked; empty where it was.
    """

    name: str
    link: str
    title: str
    standing: Standing
    language: str = ""
    conflicts: int = 0
    to_check: int = 0
    explained: int = 0
    style: int = 0
    agreeing: int = 0
    versions: int = 0
    unread: int = 0
    newest: str = ""
    embargo: str = ""
    draft: str = ""
    failed: str = ""

    @property
    def weight(self) -> tuple[object, ...]:
        """What needs an eye first, then the name, in which 9 comes before 10."""
        counted = tuple((int(part), "") if part.isdecimal() else (-1, part) for part in _FIGURES.split(self.name))
        return self.standing.order, -self.conflicts, -self.to_check, counted, self.link


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Where a story's page stands among the others: its own name, the index, the story before and the one after."""

    name: str
    index: str
    previous: StoryLine | None = None
    next: StoryLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The index of many stories, in the order of what needs an eye; ``line`` is the verdict over all, in words.

    Where it has several pages, ``lines`` are those of one, ``total`` counts all stories, those too that have no line,
    and ``leaves`` are the numbers of the pages, each with its address; empty for the page itself. Where ``unread`` and
    ``skipped`` name the first alone, ``lost`` says in words how many there are in all that failed.
    """

    language: str
    lines: tuple[StoryLine, ...]
    counts: tuple[tuple[Standing, int], ...]
    line: str
    versions: int
    embargo: str
    unread: tuple[tuple[str, str, str], ...]
    skipped: tuple[tuple[str, str], ...]
    excerpts_only: bool = False
    total: int = 0
    lost: str = ""
    leaves: tuple[tuple[str, str], ...] = ()

    @property
    def foremost(self) -> tuple[tuple[Standing, int], ...]:
        """The counts that head the index: of what is to be decided, else of what could not be compared."""
        calls = tuple(each for each in self.counts if each[0].is_open)
        return calls or tuple(each for each in self.counts if each[0] is not Standing.CLEAR)


def story_line(data: ReportData, view: View, *, name: str, link: str) -> StoryLine:
    """The line of a story that was checked, as its view tells it."""
    head, words = view.header, Words(view.language)
    newest = max((each for each in data.documents if each.dated), key=moment, default=None)
    return StoryLine(
        name=name,
        link=link,
        title=head.title or name,
        language=head.title_language,
        standing=_standing(view),
        conflicts=head.conflicts,
        to_check=head.to_check,
        explained=head.explained,
        style=head.style,
        agreeing=head.agreeing,
        versions=head.versions,
        unread=head.unread,
        newest=words.date(newest.dated) if newest else "",
        embargo=head.embargo,
        draft=head.draft,
    )


def _standing(view: View) -> Standing:
    """How a story stands. One that was not wholly compared, or that one document tells, can not be said to agree."""
    head = view.header
    if not head.versions:
        return Standing.FAILED
    if head.conflicts or head.to_check:
        return Standing.CONFLICT if head.conflicts else Standing.CHECK
    if head.unread:
        return Standing.PARTIAL
    return Standing.ALONE if head.versions < 2 else Standing.CLEAR


def failed_line(name: str, why: str) -> StoryLine:
    """The line of a story whose check failed."""
    return StoryLine(name=name, link="", title=name, standing=Standing.FAILED, failed=why)


def build_stories(
    lines: Sequence[StoryLine],
    language: str,
    *,
    unread: Sequence[Unread] = (),
    skipped: Sequence[Skipped] = (),
    excerpts_only: bool = False,
) -> Stories:
    """The index of these stories, with the files that belong to none."""
    words, found = Words(language), Counter(line.standing for line in lines)
    counts = tuple((standing, found[standing]) for standing in Standing if found[standing])
    said = [words.count(f"stories.{standing.value}", number) for standing, number in counts]
    total, held = words.count("stories.count", len(lines)), sum(bool(line.embargo) for line in lines)
    return Stories(
        language=resolve(language),
        lines=tuple(sorted(lines, key=lambda line: line.weight)),
        counts=counts,
        line=words("stories.line", stories=total, verdict=words("list").join(said)) if said else total,
        versions=sum(line.versions for line in lines),
        embargo=words.count("stories.embargo", held) if held else "",
        unread=tuple((each.path, each.what, each.remedy) for each in unread),
        skipped=tuple((each.path, each.why) for each in skipped),
        excerpts_only=excerpts_only,
    )
