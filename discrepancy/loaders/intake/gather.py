"""From paths to stories: a folder that itself holds articles is one, and so are all files that were given by name."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from discrepancy.errors import UsageError
from discrepancy.loaders.intake.draft import ensure_one_draft
from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.pile import Loaded, Pile
from discrepancy.loaders.intake.walk import Candidate, Walk, empty_folder, unread, walk
from discrepancy.model import Skipped, Unread
from discrepancy.settings import Settings

__all__ = ["Gathered", "StoryFiles", "gather"]


@dataclass(frozen=True, slots=True)
class StoryFiles:
    """What was read of one story, and the folder that its files stand in; empty where they have none in common.

    ``name`` is the story's own, where the files of the folder say of which of several stories they are.
    """

    folder: str
    loaded: Loaded
    name: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The stories of a check, by folder, and what was found beside them: files of no story, folders of no use."""

    stories: tuple[StoryFiles, ...]
    unread: tuple[Unread, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(slots=True)
class _Files:
    """The files of one folder, or those given by name, and what the walk passed over among them."""

    files: list[Candidate] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


def gather(paths: Iterable[str | Path], settings: Settings | None = None, *, besides: Iterable[Path] = ()) -> Gathered:
    """Read all files given and all files in the folders given, a story at a time.

    A folder is a story if a file that stands right in it could be read, or should have been; the folders below it are
    stories of their own. All files that were given by name are one story. Where every article of a folder (or of a
    table) says of which story it is, each of those is one. What stands in the folders ``besides`` is not looked at:
    pages that are written among the articles are none.

    Raises:
        UsageError: the draft of the settings is a folder, or belongs to none of the stories.
    """
    settings = settings or Settings()
    ensure_one_draft(settings)
    found = _without(walk([Path(path) for path in paths], settings.base), tuple(besides), settings.base)
    piles, beside = _piles(found)
    stories: list[StoryFiles] = []
    real: dict[str, str] = {}
    shown_as: set[str] = set()
    for (folder, _), own in sorted(piles.items()):
        pile = Pile(settings, real=real, skipped=list(own.skipped))
        for file in own.files:
            pile.add(file)
        pile.complain()
        shown_as |= pile.homes.keys()
        if pile.documents or pile.unread:
            home = _named(folder or _above(own.files), settings)
            stories += [StoryFiles(home, loaded, name) for name, loaded in pile.stories()]
        else:
            beside += pile.skipped
    lost = [*found.unread, *_empty(found, real, beside)]
    _know_draft(settings, {*real, *shown_as})
    return Gathered(
        tuple(stories),
        tuple(sorted(lost, key=lambda entry: entry.path)),
        tuple(sorted(beside, key=lambda entry: (entry.path, entry.why))),
    )


def _without(found: Walk, besides: Collection[Path], base: Path | None) -> Walk:
    """What a walk found outside of some folders."""
    left_out = tuple(real_path(folder) + os.sep for folder in besides)
    files = [file for file in found.files if file.given or not real_path(file.path).startswith(left_out)]
    told = {shown(folder, base) for folder in besides}
    return replace(found, files=files, skipped=[each for each in found.skipped if each.path not in told])


def _piles(found: Walk) -> tuple[Mapping[tuple[str, bool], _Files], list[Skipped]]:
    """The files by folder, those given by name apart; and what was passed over in a folder without files."""
    piles: dict[tuple[str, bool], _Files] = {}
    for file in found.files:
        key = ("", True) if file.given else (_folder(file.display), False)
        piles.setdefault(key, _Files()).files.append(file)
    beside: list[Skipped] = []
    for entry in found.skipped:
        pile = piles.get((_folder(entry.path), False))
        (pile.skipped if pile else beside).append(entry)
    return piles, beside


def _folder(display: str) -> str:
    """The folder of a file that a walk found; "." for the one where the check runs."""
    return str(PurePosixPath(display).parent)


def _named(folder: str, settings: Settings) -> str:
    """A folder as a reader knows it: that where the check runs has a name too."""
    return (settings.base or Path.cwd()).resolve().name if folder == "." else folder


def _above(files: list[Candidate]) -> str:
    """The folder that all of the files stand in; empty where there is none."""
    folders = {_folder(file.display) for file in files}
    return folders.pop() if len(folders) == 1 else ""


def _empty(found: Walk, real: Mapping[str, str], beside: list[Skipped]) -> list[Unread]:
    """The folders given in which nothing was there to be read."""
    read, again = set(real.values()) - {entry.path for entry in beside}, {entry.path for entry in beside}
    return [
        unread(empty_folder(folder, len(files)), folder)
        for folder, files in found.folders.items()
        if read.isdisjoint(files) and folder not in again
    ]


def _know_draft(settings: Settings, known: AbstractSet[str]) -> None:
    if settings.draft is not None and known.isdisjoint(
        {real_path(settings.draft), shown(settings.draft, settings.base)}
    ):
        raise UsageError(
            f"The draft {settings.draft} is in none of the stories.",
            remedy="Put it into the folder of its story, or check that story by itself.",
        )
