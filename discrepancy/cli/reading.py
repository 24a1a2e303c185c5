"""What is to be read, from the command line's words: paths, addresses that are fetched, and how to read them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from discrepancy.errors import InputError, UsageError
from discrepancy.loaders import Loaded, collect
from discrepancy.model import Unread
from discrepancy.settings import Revisions, Settings

__all__ = [
    "Fetching",
    "Given",
    "as_given",
    "fetching",
    "on_disk",
    "read_columns",
    "read_given",
    "read_paths",
    "reading",
]

_KEPT = "fetched"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
_FORM = "Write it like --columns text=Body,title=Head: the field, an equals sign, the name of the column."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetching:
    """How addresses are fetched: whether private networks may be asked, and the folder where the pages are kept."""

    allow_private: bool
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is to be read: paths, the draft among them or not, and the addresses that could not be fetched."""

    paths: tuple[Path, ...]
    draft: Path | None = None
    unread: tuple[Unread, ...] = ()


def fetching(keep: Path | None, outputs: Sequence[Path] = (), *, allow_private: bool) -> Fetching:
    """How to fetch: what is fetched is kept where the user says, else beside the first report, else where we are."""
    beside = outputs[0].parent if outputs else Path()
    return Fetching(allow_private=allow_private, folder=beside / _KEPT if keep is None else keep)


def reading(
    paths: Sequence[str],
    *,
    revisions: Revisions | None,
    columns: Iterable[str] | None,
    max_bytes: int | None,
    config: Path | None,
) -> Settings:
    """The settings for how files are read, with the house rules that are in force for the paths.

    Raises:
        InputError: the house rules can not be used.
        UsageError: a column is not named as one is.
    """
    from discrepancy.config import in_force  # it knows the rules, and they take a while to import

    asked = {"revisions": revisions, "columns": read_columns(columns or ()), "max_bytes": max_bytes}
    return in_force(asked, on_disk(paths), file=config).settings


def read_columns(options: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of a field's name and a column's from ``text=Body,title=Head``.

    Raises:
        UsageError: an option is not of that form, or names a field twice.
    """
    found: dict[str, str] = {}
    for each in (each for option in options for each in option.split(",")):
        name, equals, column = (part.strip() for part in each.partition("="))
        if not (name and equals and column):
            raise UsageError(f"--columns does not understand “{each.strip()}”.", remedy=_FORM)
        if name.lower() in found:
            raise UsageError(f"--columns names the field “{name}” twice.", remedy="Name one column for each field.")
        found[name.lower()] = column
    return tuple(found.items())


def on_disk(paths: Sequence[str]) -> list[Path]:
    """Those of the paths that are no addresses: where the house rules for them are looked for."""
    return [Path(each) for each in paths if not _SCHEME.match(each)]


def as_given(paths: Sequence[str], draft: str | None, fetching: Fetching) -> Given:
    """The paths to read. An address is fetched, and stands for the file that it is kept in."""
    lost: list[Unread] = []
    every = dict.fromkeys([*paths, *([] if draft is None else [draft])])  # what is named twice is fetched once
    named = {each: _path(each, fetching, lost) for each in every}
    return Given(
        paths=tuple(path for each in paths if (path := named[each]) is not None),
        draft=None if draft is None else named[draft],
        unread=tuple(lost),
    )


def _path(given: str, fetching: Fetching, lost: list[Unread]) -> Path | None:
    """The file for what was given; None where it is an address that can not be fetched, which is then noted."""
    from discrepancy.fetching import fetch, is_address

    if not is_address(given):
        if _SCHEME.match(given) and not Path(given).exists():
            lost.append(Unread(given, "is an address that is neither http nor https.", "Check how it is spelled."))
            return None
        return Path(given)
    try:
        return fetch(given, fetching.folder, allow_private=fetching.allow_private)
    except InputError as error:
        lost.append(Unread(error.where or given, error.what, error.remedy))
        return None


def read_given(given: Given, settings: Settings) -> Loaded:
    """Read what was given as one story, with the addresses that could not be fetched among what was not read."""
    loaded = collect(given.paths, settings)
    return replace(loaded, unread=(*loaded.unread, *given.unread))


def read_paths(paths: Sequence[str], settings: Settings, keep: Path | None, *, allow_private: bool) -> Loaded:
    """Read paths and addresses as one story of which no report is written beside and no version is the draft."""
    return read_given(as_given(paths, None, fetching(keep, allow_private=allow_private)), settings)
