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


def export(versions: Versions, story: str, folder: Path) -> int:
    """Write the versions of a story that stand, and a ``story.toml`` that says what is known of them.

    It names the store and the story, so that what is decided there alerts no more. Files of an earlier export are
    written over; others in the folder are left alone.

    Args:
        versions: the store.
        story: id of the story.
        folder: made if it is not there.

    Returns:
        How many were written.

    Raises:
        OutputError: they can not be written.
    """
    standing = ((version, versions.document(version.number)) for version in versions.standing(story))
    written = [(version, document) for version, document in standing if document is not None]
    told = [f"store = {_quoted(str(versions.path.resolve()))}", f"story = {_quoted(story)}", ""]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for version, document in written:
            name, data = _file(versions, version, document)
            (folder / name).write_bytes(data)
            told += _entry(name, version, document)
        (folder / _STORY).write_text("\n".join(told), encoding="utf-8")
    except OSError as why:
        remedy = "Name another folder with --export."
        raise OutputError(f"It can not be written ({why.strerror or why}).", where=str(folder), remedy=remedy) from why
    return len(written)


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
