"""What a check is asked for, whether it can be had, and what its exit code is made of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from discrepancy.errors import OutputError, UsageError
from discrepancy.formats import Format, by_name, by_path
from discrepancy.model import Unread
from discrepancy.settings import Presentation

__all__ = ["Asked", "Done", "ensure_apart", "ensure_of_many", "ensure_possible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to come of a check: the files to write, and how."""

    shown: Presentation
    outputs: tuple[Path, ...]
    format: str | None
    pages: Path | None
    assets: Path | None
    quiet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What the exit code of a check is made of; ``complete``: something was read, and no story's check failed."""

    complete: bool
    unread: tuple[Unread, ...]
    fails: bool

    def code(self, *, keep_going: bool) -> int:
        """0, 1 or 2, as the head of this package tells."""
        if not self.complete or (self.unread and not keep_going):
            return 2
        return int(self.fails)


def ensure_of_many(*, baseline: Path | None, story: str | None) -> None:
    """What speaks of one story is not asked for with many.

    Raises:
        UsageError: it is.
    """
    if baseline is not None:
        raise UsageError(
            "--baseline and --pages do not go together: an earlier report is of one story.",
            remedy="Hold many stories against a store: --store FILE keeps the decisions on each apart.",
        )
    if story is not None:
        raise UsageError(
            "--story and --pages do not go together: each story has a key of its own, its folder's name.",
            remedy='Write story = "…" on top of the story.toml of a folder to give it another.',
        )


def ensure_possible(asked: Asked) -> None:
    """What is to be written has a format and a place: found out before an hour's work is begun."""
    from discrepancy.report import ensure_writable

    for path in asked.outputs:
        _ensure_named(path)
        ensure_writable(path)
    chosen = [by_name(asked.format) if asked.format else by_path(path) for path in asked.outputs]
    if asked.format and not asked.outputs:
        chosen = [by_name(asked.format)]
    if asked.pages is not None:
        if asked.outputs:
            raise UsageError(
                "--pages and -o do not go together.",
                remedy="--pages writes a page a story; leave it out to check all files as one story.",
            )
        from discrepancy.pages import ensure_usable

        ensure_usable(asked.pages)
    if asked.assets is not None:
        _ensure_assets(asked.assets, _asset_names(asked, chosen))


def ensure_apart(outputs: Iterable[Path], kept: Iterable[Path | None]) -> None:
    """No report is written over what the check is made of: an article, the store of decisions, the house's files.

    An earlier report may be: that it is both the baseline and what is written is how a baseline is kept up.

    Raises:
        OutputError: one would be.
    """
    taken = {os.path.realpath(path): path for path in kept if path is not None}
    for output in outputs:
        if os.path.realpath(output) in taken:
            raise OutputError(
                "The check itself needs that file, and a report would be written over it.",
                where=str(output),
                remedy="Give -o another name.",
            )


def _ensure_named(path: Path) -> None:
    if str(path) == "-":
        raise OutputError(
            "-o takes the name of a file, and “-” is not standard output.",
            remedy="For standard output leave -o out, and name the format with --format NAME.",
        )


def _asset_names(asked: Asked, chosen: list[Format]) -> list[str]:
    """The files that the pages asked for need beside them; none where no page is asked for."""
    from discrepancy.pages import asset_files

    if asked.pages is not None:
        return list(asset_files())
    return [name for each in chosen if each.assets for name in each.assets()]


def _ensure_assets(folder: Path, names: list[str]) -> None:
    from discrepancy.report import ensure_no_link, ensure_writable

    if not names:
        raise UsageError("--assets goes with a page.", remedy="Write one with -o FILE.html, or with --pages DIR.")
    for name in names:
        ensure_no_link(folder / name)
        ensure_writable(folder / name)
