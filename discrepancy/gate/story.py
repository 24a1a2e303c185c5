"""The keys of stories in a store: what keeps the decisions on one story apart from those on others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from discrepancy.errors import UsageError
from discrepancy.loaders import Gathered, StoryFiles
from discrepancy.loaders.intake.folders import common_folder
from discrepancy.loaders.intake.story_file import read_story_file

__all__ = ["story_key", "story_keys"]

_NAMELESS = "story"


def story_key(paths: Sequence[Path], stated: str = "") -> str:
    """The key of the story that these files tell: the one stated, else the name of the folder that holds them all.

    It outlives edits, and does not depend on where the check runs: of a folder it is its own name, links followed.

    Args:
        paths: files and folders, as they were given.
        stated: the key that the user gave; empty where none was.
    """
    if stated.strip():
        return stated.strip()
    common = common_folder(paths)
    return (common.name if common else "") or _NAMELESS


def story_keys(gathered: Gathered) -> dict[int, str]:
    """The key of each of several stories, by its identity: that of its ``story.toml``, else the name of its folder.

    Where the files of a folder say of which of several stories they are, the name of the story follows.

    Raises:
        UsageError: two stories have one key, so that the decisions on them could not be told apart.
    """
    keys = {id(story): _key(story) for story in gathered.stories}
    seen: dict[str, str] = {}
    for story in gathered.stories:
        key, folder = keys[id(story)], story.folder
        if key in seen:
            raise UsageError(
                f"Two stories have the key “{key}” in the store: those in {seen[key] or '.'} and in {folder or '.'}.",
                remedy='Write story = "…" with a name of its own on top of story.toml in one of the folders.',
            )
        seen[key] = folder
    return keys


def _key(story: StoryFiles) -> str:
    folders = {Path(document.path).parent for document in story.loaded.documents}
    notes = read_story_file(folder, None) if len(folders) == 1 and (folder := folders.pop()).is_dir() else None
    stated = notes.about.get("story", "") if notes else ""
    key = stated or PurePosixPath(story.folder).name or _NAMELESS
    return f"{key}/{story.name}" if story.name else key
