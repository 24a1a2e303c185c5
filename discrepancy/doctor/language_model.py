"""The language model: which one is in force, its version, a hash of its files, and whether it loads."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from discrepancy.doctor.check import Asked, Check, State
from discrepancy.doctor.house import house_of
from discrepancy.model import Span
from discrepancy.text.engine import KNOWN_MODELS, load_engine

__all__ = ["folder_of", "hash_of", "look_at_model"]

_NAME: Final = "language model"
_SENTENCE: Final = "The ferry carried 60 passengers."
_SHOWN: Final = 16
"""Digits of the hash on the screen; a program is given all."""
_ANEW: Final = "Install it anew: pip install --force-reinstall --no-deps {}"
_COPIED: Final = "Copy the model's folder anew, or take model out of the house rules."


def look_at_model(asked: Asked) -> Iterator[Check]:
    """The model that a check would load."""
    house = house_of(asked)
    chosen = house.settings.model if house else None
    name, folder = next(
        ((name, folder) for name in ([chosen] if chosen else KNOWN_MODELS) if (folder := folder_of(name))), ("", None)
    )
    if folder is None:
        load_engine(chosen)  # says which one is missing, and what installs it
        raise RuntimeError("it loads, and its files can not be found")
    facts = _facts(name, folder)
    told = f"{facts['name']} {facts['version']}, {facts['files']} files, SHA-256 {str(facts['sha256'])[:_SHOWN]}"
    changed = _changed(name)
    facts["changed"] = changed
    remedy = _COPIED if Path(name).is_dir() else _ANEW.format(name)
    if changed:
        some = ", ".join(changed[:2]) + (f" and {len(changed) - 2} more" if len(changed) > 2 else "")
        yield Check(name=_NAME, state=State.WRONG, told=f"{told}: not as installed: {some}", remedy=remedy, facts=facts)
        return
    try:
        read = load_engine(chosen).parse(_SENTENCE, [Span(0, len(_SENTENCE))])
    except Exception as why:  # noqa: BLE001 - a damaged model fails anywhere in the library that loads it
        yield Check(name=_NAME, state=State.WRONG, told=f"{told}: does not load: {why}", remedy=remedy, facts=facts)
        return
    if not any(token.dep == "nsubj" for token in read.tokens):
        told = f"{told}: it finds no subject in “{_SENTENCE}”: it is no model that parses English"
        yield Check(name=_NAME, state=State.WRONG, told=told, remedy=remedy, facts=facts)
        return
    yield Check(name=_NAME, state=State.WELL, told=told, facts=facts)


def folder_of(name: str) -> Path | None:
    """The folder of a model: itself, or that of the package of its name; None where there is none."""
    folder = Path(name)
    if folder.is_dir():
        return folder
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def hash_of(folder: Path) -> tuple[str, int]:
    """SHA-256 over the names and the contents of a folder's files, in the order of their names, and their number.

    What Python compiles of a package is no part of it. Of each file the hash takes the path below the folder with
    forward slashes, a line feed, the SHA-256 of the content in hexadecimal digits, and a line feed.
    """
    whole, files = hashlib.sha256(), 0
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(paths):
        if "__pycache__" not in name:
            files += 1
            whole.update(f"{name}\n{hashlib.sha256(paths[name].read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest(), files


def _facts(name: str, folder: Path) -> dict[str, object]:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    whole, files = hash_of(folder)
    return {"name": name, "version": str(meta.get("version", "?")), "sha256": whole, "files": files}


def _changed(name: str) -> list[str]:
    """Files of an installed model that are not as the installer noted them down; none where it noted nothing."""
    try:
        files = metadata.distribution(name).files or []
    except metadata.PackageNotFoundError:
        return []
    found = []
    for file in files:
        if file.hash is None or file.hash.mode != "sha256" or "__pycache__" in file.parts:
            continue
        path = Path(str(file.locate()))
        digest = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            found.append(str(file))
    return found
