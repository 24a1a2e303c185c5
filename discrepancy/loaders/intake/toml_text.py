"""A TOML file that a person wrote, read within limits and with a message for whatever is wrong with it as a whole."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from discrepancy.errors import Malformed, PathUnreadable, TooLarge, UnknownEncoding
from discrepancy.loaders.intake.files import file_size, opener_of
from discrepancy.loaders.intake.refusals import not_opened

__all__ = ["toml_tables", "toml_text"]

_MOST_BYTES = 300_000
_MOST_DOTS = 100
"""Dots in one line: the standard library takes the square of the number of steps that a key has."""
_PLACE = re.compile(r"(?P<what>.*?)\s*\((?:at (?P<where>[^()]*))\)\Z", re.DOTALL)
"""How the standard library ends a message about TOML: "Invalid value (at line 3, column 5)"."""
_END = "end of document"


def toml_text(path: Path, display: str, *, remedy: str) -> str:
    """The text of a file of TOML.

    Args:
        path: the file.
        display: its path as messages give it.
        remedy: what to do about a file that is far too large to be one.

    Raises:
        InputError: it can not be read, is larger than any such file, or is not in UTF-8.
    """
    if path.is_dir():
        raise PathUnreadable("is a folder, not a file.", where=display, remedy="Put a TOML file there, or rename it.")
    if file_size(path, display) > _MOST_BYTES:
        raise TooLarge(f"has more than {_MOST_BYTES:,} bytes, and was not read.", where=display, remedy=remedy)
    try:
        with opener_of(path)() as stream:
            data = stream.read(_MOST_BYTES)
    except (OSError, ValueError) as problem:
        raise not_opened(problem, display) from problem
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise UnknownEncoding(
            f"is not in UTF-8 (byte {problem.start}).", where=f"{display}, line {line}", remedy="Save it as UTF-8 text."
        ) from problem


def toml_tables(text: str, display: str, *, mend: str, shape: str) -> dict[str, object]:
    """The tables of TOML text.

    Args:
        text: as it stands in the file.
        display: the file's path as messages give it.
        mend: what to do about a line that is no TOML.
        shape: what to do about tables in tables in tables.

    Raises:
        Malformed: it is no TOML, or nested without end; the message names the line.
    """
    if any(line.count(".") > _MOST_DOTS for line in text.splitlines()):
        raise Malformed("is nested too deeply.", where=display, remedy=shape)
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except RecursionError:
        raise Malformed("is nested too deeply.", where=display, remedy=shape) from None
    except ValueError as problem:  # a TOMLDecodeError is one, and so is a figure of five thousand digits
        place = _PLACE.match(str(problem))
        what, where = (place["what"], place["where"]) if place else (str(problem), "")
        if where == _END:
            where = f"line {text.rstrip().count(chr(10)) + 1}"
        raise Malformed(
            f"is no TOML: {what}.", where=f"{display}, {where}" if where else display, remedy=mend
        ) from None
