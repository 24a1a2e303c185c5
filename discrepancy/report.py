"""The public report: what a check found, as objects, as tables and as files."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from discrepancy.errors import OutputError, UsageError
from discrepancy.formats import by_name, by_path
from discrepancy.model import Document, Fact, Finding, Group, Level, ReportData, Skipped, Unread
from discrepancy.settings import Presentation

if TYPE_CHECKING:
    import pandas as pd

View = Literal["facts", "groups", "findings"]


class Report:
    """What a check found. Made by :func:`discrepancy.check`."""

    def __init__(self, data: ReportData) -> None:
        self._data = data

    def __repr__(self) -> str:
        """How much it holds, in one line."""
        return f"<Report: {len(self.documents)} documents, {len(self.facts)} facts, {len(self.findings)} findings>"

    @property
    def data(self) -> ReportData:
        """All of it, frozen."""
        return self._data

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were read, by id."""
        return self._data.documents

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, by document and place."""
        return self._data.facts

    @property
    def groups(self) -> tuple[Group, ...]:
        """Facts of several mentions that speak of the same thing."""
        return self._data.groups

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, the gravest first."""
        return self._data.findings

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Files that could not be read, each with what to do about it."""
        return self._data.unread

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Files that were passed over, each with the reason."""
        return self._data.skipped

    def at_or_above(self, level: Level) -> tuple[Finding, ...]:
        """The findings of ``level`` and graver."""
        return tuple(finding for finding in self.findings if finding.level.rank >= level.rank)

    def to_frame(self, view: View = "findings") -> pd.DataFrame:
        """The facts, groups or findings as a table, one a row.

        Raises:
            UsageError: ``view`` is none of the three.
        """
        from discrepancy import frames  # pandas is heavy, and most reports are never made a table

        views = {"facts": frames.facts_frame, "groups": frames.groups_frame, "findings": frames.findings_frame}
        if view not in views:
            raise UsageError(f"There is no table {view!r}.", remedy=f"The tables are {', '.join(views)}.")
        return views[view](self._data)

    def render(self, format: str, presentation: Presentation | None = None) -> str:  # noqa: A002 - as in write
        """The report in the format of that name, shown as ``presentation`` says.

        Raises:
            OutputError: there is no such format.
        """
        return by_name(format).render(self._data, presentation or Presentation())

    def write(
        self,
        path: str | Path,
        format: str | None = None,  # noqa: A002 - the word that users and the command line know
        *,
        presentation: Presentation | None = None,
        assets: str | Path | None = None,
    ) -> Path:
        """Write the report to ``path``, in the format named or else in the one its suffix asks for.

        Folders on the way are made. With ``assets``, what a page needs (style, script) is written to that folder and
        not into the page.

        Raises:
            OutputError: the format is unknown, or the file can not be written.
        """
        target, shown = Path(path), presentation or Presentation()
        _ensure_no_folder(target)
        chosen = by_name(format) if format else by_path(target)
        if assets is not None and chosen.assets is not None:
            shown = with_assets(shown, Path(assets), target.parent, chosen.assets())
        put(target, chosen.render(self._data, shown))
        return target


def with_assets(shown: Presentation, folder: Path, beside: Path, files: Mapping[str, str]) -> Presentation:
    """Write what pages in the folder ``beside`` need to ``folder``; how pages are shown that find it there.

    Raises:
        OutputError: a file can not be written, or a link is in its place.
    """
    for name, text in files.items():
        put_own(folder / name, text)
    return replace(shown, assets=_address(folder, beside))


def put(target: Path, text: str) -> None:
    """Write a file that was asked for by its name in UTF-8, and make the folders on the way; a link is followed.

    A file that is there is replaced by a whole one or stays: it may be what the next check is held against.

    Raises:
        OutputError: the system does not let us.
    """
    data = text.encode("utf-8")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        led = target.resolve()
        if (led.exists() and not led.is_file()) or not os.access(led.parent, os.W_OK):
            led.write_bytes(data)  # a pipe or a terminal; or a file that may be written in a folder that may not
        else:
            _swap(_part(led), led, data)
    except OSError as why:
        raise _unwritable(target, why.strerror or str(why), why.errno) from why


def put_own(target: Path, text: str) -> None:
    """Write a file whose name is our choice in UTF-8, whole or not at all, and make the folders on the way.

    Nobody asked for a file by that name: a link in its place is not followed, as it may lead to a file of somebody.

    Raises:
        OutputError: a link or a folder is in its place, or the system does not let us.
    """
    ensure_no_link(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _swap(_part(target), target, text.encode("utf-8"))
    except OSError as why:
        raise _unwritable(target, why.strerror or str(why), why.errno) from why


def _part(target: Path) -> Path:
    return target.with_name(f".discrepancy-{secrets.token_hex(8)}.part")


def _swap(part: Path, target: Path, data: bytes) -> None:
    """Write ``part``, then put it in the place of ``target``; who may read that stays as it was."""
    try:
        with part.open("xb") as file:
            file.write(data)
        if target.is_file():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def ensure_no_link(path: Path) -> None:
    """Find out whether what is written to ``path`` stays in its folder.

    Raises:
        OutputError: a link is in its place.
    """
    if path.is_symlink():
        raise OutputError(
            "a link is in the place of a file that is to be written, and what it leads to would be lost.",
            where=str(path),
            remedy="Take the link away, or name another folder.",
        )


def _address(folder: Path, page: Path) -> str:
    """Where ``folder`` lies as seen from a page in the folder ``page``; "." where it is the same."""
    try:
        relative = os.path.relpath(folder.absolute(), page.absolute())
    except ValueError:  # another drive
        return folder.absolute().as_uri()
    return quote(os.fsencode(Path(relative).as_posix()))  # bytes: a name need not be UTF-8


def ensure_writable(path: str | Path) -> None:
    """Find out before a long check whether a report can be written to ``path``; nothing is made.

    Raises:
        OutputError: a folder is in its place, a file in that of its folder, or the system lets nobody write there.
    """
    target = Path(path)
    _ensure_no_folder(target)
    there = target if target.exists() else next(each for each in target.absolute().parents if each.exists())
    if there != target and not there.is_dir():
        raise _unwritable(path, f"{there.name} is a file, not a folder")
    if not os.access(there, os.W_OK):
        raise _unwritable(path, f"you may not write {'to' if there == target else 'in'} {there}")


def _ensure_no_folder(target: Path) -> None:
    if target.is_dir():
        raise OutputError(
            "is a folder, and a report is a file.",
            where=str(target),
            remedy=f"Name the file as well: {target / 'report.html'}.",
        )


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def _unwritable(path: str | Path, why: str, number: int | None = None) -> OutputError:
    remedy = "Make room on the disk and try again." if number in _FULL else "Choose a folder that can be written to."
    return OutputError(f"The report can not be written ({why}).", where=str(path), remedy=remedy)
