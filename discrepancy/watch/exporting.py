"""What stands of a followed story, written as files: for a check, or for the desk, which decides on its findings."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePath

from discrepancy.documents import Document
from discrepancy.errors import OutputError
from discrepancy.followed import Version
from discrepancy.store.versions import Versions
from discrepancy.text.characters import fold

__all__ = ["export"]

_NO_NAME = re.compile(r"[^a-z0-9]+")
_STORY = "story.toml"
_NAMED = re.compile(r'\[files\."([a-z0-9-]+\.?\w*)"\]  # version \d+')
"""The heading of a file that an export wrote."""


def export(versions: Versions, story: str, folder: Path) -> int:
    """Write the versions of a story that stand, and a ``story.toml`` that says what is known of them.

    It names the store and the story, so that what is decided there alerts no more. The files of an earlier export of
    the story are taken away first: what no longer stands would be held against what does.

    Args:
        versions: the store.
        story: id of the story.
        folder: made if it is not there; empty, or an earlier export of this story.

    Returns:
        How many were written.

    Raises:
        OutputError: they can not be written, or something else is in the folder.
    """
    standing = ((version, versions.document(version.number)) for version in versions.standing(story))
    written = [(version, document) for version, document in standing if document is not None]
    told = [f"store = {_quoted(str(versions.path.resolve()))}", f"story = {_quoted(story)}", ""]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder, told[:2])
        for version, document in written:
            name, data = _file(versions, version, document)
            (folder / name).write_bytes(data)
            told += _entry(name, version, document)
        (folder / _STORY).write_text("\n".join(told), encoding="utf-8")
    except OSError as why:
        remedy = "Name another folder with --export."
        raise OutputError(f"It can not be written ({why.strerror or why}).", where=str(folder), remedy=remedy) from why
    return len(written)


def _clear(folder: Path, head: list[str]) -> None:
    """Take away an earlier export.

    Raises:
        OutputError: what is there is none.
    """
    there = sorted(each.name for each in folder.iterdir())
    if not there:
        return
    notes = folder / _STORY
    lines = notes.read_text(encoding="utf-8", errors="replace").splitlines() if notes.is_file() else []
    if lines[:2] != head:
        raise OutputError(
            f"There is something else in it already ({there[0]}).",
            where=str(folder),
            remedy="Name a new folder with --export, or one with an earlier export of this story.",
        )
    for line in lines:
        if named := _NAMED.match(line):
            (folder / named[1]).unlink(missing_ok=True)


def _file(versions: Versions, version: Version, document: Document) -> tuple[str, bytes]:
    """The bytes as they came; where they were let go, the text that was read of them."""
    plain = _NO_NAME.sub("-", fold(version.source).casefold()).strip("-") or "source"
    raw = versions.raw(version.number)
    if raw is None:
        return f"{plain}-{version.number}.txt", document.text.encode("utf-8")
    return f"{plain}-{version.number}{PurePath(raw[0]).suffix}", raw[1]


def _entry(name: str, version: Version, document: Document) -> list[str]:
    values = {
        "source": version.source,
        "role": document.role.value,
        "family": document.family,
        "published": document.dated.isoformat() if document.dated else "",
        "address": document.address or (version.address if "://" in version.address else ""),
    }
    return [
        f"[files.{_quoted(name)}]  # version {version.number}, seen {version.seen:%Y-%m-%d %H:%M} UTC",
        *(f"{key} = {_quoted(value)}" for key, value in values.items() if value),
        "",
    ]


def _quoted(text: str) -> str:
    """As TOML writes a text; JSON's way is one of them, but for a delete character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
