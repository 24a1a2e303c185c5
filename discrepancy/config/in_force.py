"""What is in force: the command line over ``story.toml``, over the house's file, over the defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from discrepancy.config.find import find_house_file
from discrepancy.config.lines import DEFAULT, Line, lines_of
from discrepancy.config.read import House, read_house
from discrepancy.config.running import Running, running
from discrepancy.config.values import KEYS
from discrepancy.config.ways import from_here, store_path
from discrepancy.loaders.intake.folders import common_folder
from discrepancy.loaders.intake.story_file import read_story_file
from discrepancy.messages import SOURCE, resolve
from discrepancy.settings import Revisions, Settings

__all__ = ["InForce", "Line", "in_force"]

ASKED: Final = "command line"
_ASKED_ONLY: Final = ("draft", "base")
"""Settings that are of one check, never of a house."""
_DEFAULTS: Final[Mapping[str, Any]] = {
    "levels": (),
    "also": (),
    "without": (),
    "sources": (),
    "language": SOURCE,
    "languages": Settings().languages,
    "revisions": Revisions.ACCEPTED,
    "columns": (),
    "fail_on": "error",
    "story": "",
}
_KNOWN: Final = KEYS.keys() - {"levels", "sources"} | set(_ASKED_ONLY)
_JOINED: Final = ("also", "without", "columns")
"""What the command line adds to, an entry at a time."""


@dataclass(frozen=True, slots=True)
class InForce:
    """What a check is held to.

    Attributes:
        settings: of the check.
        language: of pages and tables.
        fail_on: the level from which on a finding counts: ``error``, ``warning``, ``note``, or ``never``.
        most: how many findings that count are let pass; None where no number was given.
        store: the file that keeps decisions; None where none is named.
        story: the name under which decisions on this story are kept, as stated; empty where nobody states one.
        lines: every key with its value and where that comes from, in a fixed order.
        file: the file of house rules; None where none is in force.
        passed: files that could have been in force and are not, each with the reason.
    """

    settings: Settings
    language: str
    fail_on: str
    most: int | None
    store: Path | None
    story: str
    lines: tuple[Line, ...]
    file: Path | None = None
    passed: tuple[tuple[Path, str], ...] = ()


def in_force(asked: Mapping[str, object], paths: Sequence[Path], *, file: Path | None = None) -> InForce:
    """Find out what holds for a check of ``paths``.

    Args:
        asked: what the command line gave, by the keys of ``discrepancy.toml`` and ``draft`` and ``base`` beside them,
            typed as in the settings (``max`` and ``max_bytes`` whole numbers, ``store`` and ``house_style`` paths,
            ``also`` and ``without`` codes or names of rules, ``columns`` pairs); None, or an empty list, where it was
            not given. What it says of rules and columns is added to what the file says, and wins where they differ.
        paths: what is to be checked: where the search for the file begins.
        file: the file that the user named; None to look for one.

    Raises:
        InputError: the file can not be read, or something in it is wrong: the line is named.
        UsageError: the command line asks for what there is not, such as a rule or a language.
        TypeError: ``asked`` has a key that nobody could mean.
    """
    if strays := asked.keys() - _KNOWN:
        raise TypeError(f"no settings: {', '.join(sorted(strays))}")
    given = {key: value for key, value in asked.items() if value is not None and value not in ((), [])}
    found = find_house_file(paths)
    path = file or found.path
    house = read_house(path, trusted=file is not None) if path else None
    values, origins = _stated(house, paths)
    for key in given.keys() - {*_JOINED, *_ASKED_ONLY}:
        values[key], origins[key] = given[key], ASKED
    switched = running(given, house)
    values["columns"] = _columns(values["columns"], given.get("columns"))
    if "columns" in given:
        origins["columns"] = (
            ASKED if house is None or "columns" not in house.values else f"{ASKED}, {origins['columns']}"
        )
    values["language"] = resolve(str(values["language"]))
    return InForce(
        settings=_settings(values, switched, given),
        language=values["language"],
        fail_on=str(values["fail_on"]),
        most=values["max"],
        store=values["store"],
        story=values["story"],
        lines=lines_of(values, origins, switched, house),
        file=path,
        passed=() if file else found.passed,
    )


def _stated(house: House | None, paths: Sequence[Path]) -> tuple[dict[str, Any], dict[str, str]]:
    """What the defaults, the house and the story say, by key, and where each value comes from."""
    values: dict[str, Any] = {key: _DEFAULTS.get(key) for key in KEYS}
    origins = dict.fromkeys(KEYS, DEFAULT)
    if house is not None:
        for key, value in house.values.items():
            values[key], origins[key] = value, house.origin(key)
    folder = common_folder(paths) if paths else None
    notes = read_story_file(folder, None) if folder is not None else None
    if notes is not None and folder is not None:
        for key, text in notes.about.items():
            origins[key] = where = notes.at(notes.lines.get(key, 0))
            values[key] = text
            if key == "store":
                home = from_here(folder)
                values[key] = store_path(home / text, home, text, where)
    return values, origins


def _columns(stated: Sequence[tuple[str, str]], asked: object) -> tuple[tuple[str, str], ...]:
    pairs = asked if isinstance(asked, list | tuple) else ()
    return tuple({**dict(stated), **dict(pairs)}.items())


def _settings(values: Mapping[str, Any], switched: Running, given: Mapping[str, object]) -> Settings:
    draft, base = given.get("draft"), given.get("base")
    return Settings(
        model=values["model"],
        languages=tuple(values["languages"]),
        max_bytes=values["max_bytes"],
        house_style=values["house_style"],
        draft=draft if isinstance(draft, Path) else None,
        also=switched.on,
        without=switched.off,
        levels=switched.levels,
        sources=tuple(values["sources"]),
        revisions=Revisions(values["revisions"]),
        columns=values["columns"],
        base=base if isinstance(base, Path) else None,
        cache=values["cache"],
    )
