"""The files of an input, folder by folder: what is held in memory is the names of one folder, and the way to it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from discrepancy.loaders.intake.files import real_path, shown
from discrepancy.loaders.intake.own_files import is_our_own
from discrepancy.loaders.intake.story_file import STORY_FILE
from discrepancy.loaders.intake.walk import Candidate, Walk, is_folder, sort_out

__all__ = ["Found", "bases_of", "walked"]


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a folder that can not be opened, and the folder that its path is shown relative to.

    ``passed`` is why it is passed over without a look into it: a folder that an earlier run wrote into.
    """

    candidate: Candidate
    base: str
    passed: str = ""


def bases_of(inputs: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Each input once, in a fixed order, with the folder that its paths are shown relative to.

    That is the folder it stands in, so that a path tells nothing of the machine; where two inputs have one name, the
    folder that all of them stand in. An input that lies in another is read with that one.
    """
    real = sorted({Path(real_path(each)) for each in inputs})
    apart = [each for each in real if not any(other in each.parents for other in real)]
    if len({each.name for each in apart}) == len(apart):
        return [(each, each.parent) for each in apart]
    above = Path(os.path.commonpath([each.parent for each in apart]))
    return [(each, above) for each in apart]


def walked(inputs: Sequence[Path], leave_out: Collection[Path] = ()) -> Iterator[Found]:
    """Every file of the inputs in a fixed order, but what is hidden, ours, or lies in the folders to leave out."""
    tops = bases_of(inputs) if inputs else []
    left_out = frozenset(map(real_path, leave_out))
    for top, base in tops:
        if is_folder(top):
            yield from _below(top, base, left_out, [each for each, _ in tops])
        else:
            yield Found(Candidate(shown(top, base), top, given=True), str(base))


def _below(top: Path, base: Path, left_out: Collection[str], tops: Sequence[Path]) -> Iterator[Found]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError:  # the task that is given it says why
            yield Found(Candidate(shown(folder, base), folder, given=True), str(base))
            continue
        here = Walk(folders={"": []})
        below = sort_out(here, folder, names, "", base)
        ours = [each.why for each in here.skipped if each.path == shown(folder, base)]
        yield from (Found(Candidate(shown(folder, base), folder, given=False), str(base), why) for why in ours)
        yield from (Found(file, str(base)) for file in here.files if _may_be_read(file.path))
        waiting.extend(each for each in reversed(below) if _is_new(each, left_out, tops))


def _may_be_read(path: Path) -> bool:
    return path.name == STORY_FILE or not is_our_own(path)


def _is_new(folder: Path, left_out: Collection[str], tops: Sequence[Path]) -> bool:
    """Whether a folder is read: one that a link leads to is not where it lies in an input, and read there."""
    real = real_path(folder)
    if real in left_out:
        return False
    return not folder.is_symlink() or not any(top == Path(real) or top in Path(real).parents for top in tops)
