"""Stories checked one after the other; one that fails is told of and does not lose the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from discrepancy.errors import DiscrepancyError, EngineMissing
from discrepancy.loaders import Gathered, StoryFiles
from discrepancy.model import ReportData
from discrepancy.pages.apart import cut_apart
from discrepancy.pipeline import check_documents
from discrepancy.progress import Progress, unwatched
from discrepancy.settings import Settings

__all__ = ["Checked", "check_stories"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A story as it was checked.

    Attributes:
        folder: where its versions were read; empty where they have no folder in common.
        name: the story's own name, where its files say of which of the folder's stories they are.
        part, parts: which of the stories that the folder's files tell it is, and how many those are.
        data: what was found; None where the check failed.
        failure: why it failed; empty where it did not.
    """

    folder: str
    name: str = ""
    part: int = 1
    parts: int = 1
    data: ReportData | None = None
    failure: str = ""


Held: TypeAlias = Callable[[ReportData, StoryFiles], ReportData]
"""Holds the report of a story against what came before."""


def _as_is(data: ReportData, _story: StoryFiles) -> ReportData:
    return data


def check_stories(
    gathered: Gathered, settings: Settings, progress: Progress = unwatched, held: Held = _as_is
) -> Iterator[Checked]:
    """Check story by story.

    Args:
        gathered: the stories.
        settings: the settings of the check.
        progress: told as stories are done.
        held: gives each report its reviews, before it is cut apart.

    Raises:
        EngineMissing: no language model is installed: no story could be checked.
        InputError: the house style file can not be used.
        UsageError: the settings name a rule that there is not.
    """
    for done, story in enumerate(gathered.stories, start=1):
        yield from _check(story, settings, held, first=done == 1)
        progress("stories", done, len(gathered.stories))


def _check(story: StoryFiles, settings: Settings, held: Held, *, first: bool) -> Iterator[Checked]:
    try:
        parts = cut_apart(held(check_documents(story.loaded, settings), story))
    except EngineMissing:
        raise
    except DiscrepancyError as why:
        if first:  # a mistake in what was asked for fails every story alike
            raise
        yield Checked(folder=story.folder, name=story.name, failure=str(why))
        return
    except Exception as why:  # noqa: BLE001 - whatever one story brings about, the others are still worth an hour's work
        yield Checked(folder=story.folder, name=story.name, failure=f"{type(why).__name__}: {why}")
        return
    for number, data in enumerate(parts, start=1):
        yield Checked(folder=story.folder, name=story.name, part=number, parts=len(parts), data=data)
