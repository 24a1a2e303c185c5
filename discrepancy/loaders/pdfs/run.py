"""A PDF read in a child process that is held to time, memory and output: PDFium is native, and PDFs are hostile."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy.errors import InputError, Malformed, ReaderMissing, TooLarge, Unsafe
from discrepancy.loaders.intake.refusals import reader_missing
from discrepancy.loaders.pdfs.child import NO_READER, OUT_OF_MEMORY

__all__ = ["MOST_PAGES", "Limits", "told_by_child"]

MOST_PAGES = 200
_REMEDY = "Print it to a new PDF and give that, or save the article's text as a UTF-8 .txt file."
_CPU_TIME, _KILLED, _FILE_SIZE = -24, -9, -25
"""SIGXCPU, SIGKILL and SIGXFSZ: what a limit ends a process with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading one file may take."""

    seconds: float = 30.0
    memory: int = 1 << 30
    output: int = 1 << 26
    pages: int = MOST_PAGES
    letters: int = 600_000


def told_by_child(data: bytes, where: str, limits: Limits | None = None) -> list[dict[str, Any]]:
    """What a child process says of a PDF: one object for the file, one for each page.

    Args:
        data: the file.
        where: the path to show.
        limits: what it may take; as :class:`Limits` has it where None is given.

    Raises:
        ReaderMissing: PDFium is not installed.
        Unsafe: it takes more time, memory or output than any article.
        Malformed: the reader broke down on it.
    """
    limits = limits or Limits()
    command = _command(where, limits)
    with tempfile.TemporaryFile() as output:
        try:
            ended = subprocess.run(  # noqa: S603 - this interpreter, a file of this package, numbers
                command,
                input=data,
                stdout=output,
                stderr=subprocess.DEVNULL,
                timeout=limits.seconds,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            ended = _CPU_TIME
        except OSError as problem:
            raise ReaderMissing(
                f"can not be read, since no process for its reader could be started: {problem.strerror or problem}.",
                where=where,
                remedy="Free some memory and try again.",
            ) from problem
        if output.seek(0, os.SEEK_END) > limits.output:
            ended = _FILE_SIZE  # where the system sets no limit to it
        output.seek(0)
        told = list(_objects(output))
    if ended:
        raise _broken_off(ended, told, where, limits)
    return told


def _command(where: str, limits: Limits) -> list[str]:
    """The child by its path: imported as a module, it would load all of this package first."""
    found = importlib.util.find_spec("pypdfium2_raw")
    if found is None or found.origin is None:
        raise reader_missing("a PDF file", "pdf", where)
    child = Path(__file__).with_name("child.py")
    numbers = (limits.memory, int(limits.seconds) + 1, limits.output, limits.pages, limits.letters)
    site = Path(found.origin).resolve().parent.parent
    return [sys.executable, "-I", "-S", str(child), str(site), *map(str, numbers)]


def _objects(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The objects of whole lines; the last line may be cut off."""
    for line in lines:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


def _broken_off(ended: int, told: list[dict[str, Any]], where: str, limits: Limits) -> InputError:
    """The error for a child that did not come to its end."""
    place = f"{where}, page {len(told)}" if told else where
    if ended == NO_READER:
        return reader_missing("a PDF file", "pdf", where)
    if ended in (OUT_OF_MEMORY, _KILLED):
        what = f"takes more than {limits.memory >> 20:,} megabytes of memory to read, far more than any article."
        return Unsafe(what, where=place, remedy=_REMEDY)
    if ended == _CPU_TIME:
        what = f"takes longer than {limits.seconds:g} seconds to read, far longer than any article."
        return Unsafe(what, where=place, remedy=_REMEDY)
    if ended == _FILE_SIZE:
        return TooLarge(
            "holds far more text than any article.", where=place, remedy="Split it into one file an article."
        )
    what = "breaks the PDF reader: it is damaged, or takes more memory than any article."
    return Malformed(what, where=place, remedy=_REMEDY)
