"""Report data written down: one module (or package) a format, found by being there.

A module of this room that has a ``FORMAT`` is a format; to add one is to add a file. :mod:`view` is what the formats
that people read share, and :mod:`visible` shows the characters that are not seen.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from discrepancy.errors import OutputError
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["Format", "all_formats", "by_name", "by_path"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a report.

    Attributes:
        name: what ``--format`` calls it.
        suffixes: endings of file names that ask for it, in lower case, with the dot; one may have several parts, and
            is then asked before what ends it (".summary.md" before ".md").
        render: the whole report as text that UTF-8 can encode; the same data give the same text.
        assets: the files, by name, that a report needs beside it where its presentation names a folder of assets;
            None for a format that never needs any.
    """

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[ReportData, Presentation], str]
    assets: Callable[[], Mapping[str, str]] | None = None


@cache
def all_formats() -> dict[str, Format]:
    """Every format by name, in the order of the names."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def by_name(name: str) -> Format:
    """The format called ``name``.

    Raises:
        OutputError: there is none of that name; the message names those there are.
    """
    try:
        return all_formats()[name.lower()]
    except KeyError:
        known = ", ".join(all_formats())
        raise OutputError(f"there is no report format {name!r}.", remedy=f"The formats are: {known}.") from None


def by_path(path: str | PurePath) -> Format:
    """The format that a file's suffix asks for; of several that fit, the one with the longest.

    Raises:
        OutputError: no format has that suffix; the message names those that are known.
    """
    suffix = PurePath(path).suffix.lower()
    endings = {ending: each for each in all_formats().values() for ending in each.suffixes}
    name = PurePath(path).name.lower()
    fitting = [ending for ending in endings if name.endswith(ending) and name != ending]
    if fitting:
        return endings[max(fitting, key=len)]
    known = ", ".join(f"{'/'.join(each.suffixes)} ({each.name})" for each in all_formats().values())
    raise OutputError(
        f"no report format goes with the suffix {suffix!r}."
        if suffix
        else "its name has no suffix to choose a format by.",
        where=str(path),
        remedy=f"Known suffixes are: {known}. Or name the format with --format.",
    )
