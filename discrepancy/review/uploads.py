"""Versions that are given through the app: kept in one folder beside the store, and nowhere else.

The folder is ``<store>.versions/<story>/``, for its owner alone. No file in it is ever written over: a version whose
name is taken gets a number behind it, and where its text does not say who published it, a ``story.toml`` there says
that it is of the source of the version of that name. What no loader can read is not kept.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import shutil
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from discrepancy.errors import InputError, StoreError, UsageError
from discrepancy.loaders import collect, load_path
from discrepancy.loaders.intake.story_file import STORY_FILE
from discrepancy.model import Document
from discrepancy.settings import Settings

__all__ = ["MOST_BYTES", "MOST_FILES", "MOST_KEPT", "Kept", "Version", "safe_name"]

MOST_FILES = 20
"""Files of one request."""
MOST_BYTES = 20_000_000
"""Bytes of one request."""
MOST_KEPT = 200
"""Files that are kept of one story: no story has so many versions."""
_MOST_ARTICLES = 50
"""Articles of one file: an archive that is dropped on the page is a story, not a year of a newspaper."""
_LONGEST = 100
_LONGEST_SUFFIX = 12
_KEY = re.compile(r"[^\w.-]+")
_OTHER = re.compile(r"[^\w .()+,&'’-]+")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""Names that one system keeps for its devices."""
_INCOMING = ".incoming-"


@dataclass(frozen=True, slots=True)
class Version:
    """A version as it is given: the name it bears, and its bytes."""

    name: str
    data: bytes


def safe_name(given: str) -> str:
    """A file's name made of one that anybody may have sent: no way out of its folder, nothing that drives a terminal.

    The suffix stays, as loaders go by it.
    """
    last = re.split(r"[/\\\0]", unicodedata.normalize("NFC", given))[-1]
    suffix = _plain(PurePath(last).suffix)[:_LONGEST_SUFFIX]
    stem = _plain(last[: -len(PurePath(last).suffix)] if PurePath(last).suffix else last) or "version"
    suffix = f".{suffix}" if suffix else ""
    if _RESERVED.fullmatch(stem) or stem.casefold() == "readme":  # the loaders pass a README over
        stem = f"version {stem}"
    while len(f"{stem}{suffix}".encode()) > _LONGEST:
        stem = stem[:-1]
    return f"{stem.rstrip()}{suffix}" if stem != "version" or suffix else "version.txt"


def _plain(part: str) -> str:
    """A part of a name without what no name needs; empty where nothing of it is a letter or a figure."""
    kept = _OTHER.sub("-", part).strip(" .-'’")
    return kept if re.search(r"[^\W_]", kept) else ""


class Kept:
    """The versions of one story that were given through the app."""

    def __init__(self, store: Path, story: str) -> None:
        digest = hashlib.sha256(story.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        plain = _KEY.sub("-", story.rpartition("/")[2]).strip(".-")[:40]
        self.folder = store.with_name(f"{store.name}.versions") / f"{plain or 'story'}-{digest}"
        self._lock = threading.Lock()

    def paths(self) -> list[Path]:
        """What to read: the folder where a version is in it, else nothing."""
        return [self.folder] if self.names() else []

    def names(self) -> list[str]:
        """The names of the versions that are kept."""
        try:
            names = [each.name for each in self.folder.iterdir() if each.is_file()]
        except OSError:
            return []
        return sorted(name for name in names if name != STORY_FILE and not name.startswith("."))

    def add(self, versions: Iterable[Version], there: Iterable[Document], settings: Settings) -> list[str]:
        """Keep versions, all or none of them; the names they are kept under.

        Args:
            versions: the files given.
            there: the documents of the story so far.
            settings: of its checks: what can not be read with them is not kept.

        Raises:
            InputError: one of them can not be read as an article; the message says which and why.
            UsageError: there are too many.
            StoreError: the system does not let us write there.
        """
        given, documents = list(versions), list(there)
        with self._lock, self._incoming() as folder:
            names = self.names()
            if len(names) + len(given) > MOST_KEPT:
                raise UsageError(
                    f"More than {MOST_KEPT} versions of one story are not kept.",
                    remedy="Put them in the folder of the story instead.",
                )
            taken = {name.casefold() for name in (*names, *map(_file_of, documents))}
            arrived = [_arrive(folder, each, settings) for each in given]
            return [self._settle(path, taken, documents) for path in arrived]

    @contextmanager
    def _incoming(self) -> Iterator[Path]:
        """A hidden folder beside the versions, gone after the block.

        Raises:
            StoreError: the system does not let us write there.
        """
        folder = self.folder / f"{_INCOMING}{secrets.token_hex(8)}"
        try:
            for each in (self.folder.parent, self.folder, folder):
                each.mkdir(mode=0o700, exist_ok=True)
            yield folder
        except OSError as why:
            raise StoreError(
                f"The version can not be kept ({why.strerror or why}).",
                where=str(self.folder),
                remedy="Make room there, or let this program write to the folder.",
            ) from why
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _settle(self, path: Path, taken: set[str], there: list[Document]) -> str:
        """Move what arrived to a name that is free."""
        name, number = path.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name.casefold())
        source = next((each.source for each in there if _file_of(each) == path.name), "")
        if number > 1 and source and not _says_source(path):
            self._state(name, source)
        path.rename(self.folder / name)
        return name

    def _state(self, name: str, source: str) -> None:
        """Say in the ``story.toml`` of the folder whose version a file is."""
        file = self.folder / STORY_FILE
        before = file.read_text(encoding="utf-8", errors="surrogateescape") if file.is_file() else ""  # as it is
        entry = "".join(
            f"{key}{json.dumps(value, ensure_ascii=False)}{end}"
            for key, value, end in (("[files.", name, "]\n"), ("source = ", source, "\n"))
        )
        part = self.folder / f"{_INCOMING}{secrets.token_hex(8)}.toml"
        _write(part, f"{before.rstrip()}\n\n{entry}".lstrip().encode(errors="surrogateescape"))
        part.replace(file)


def _file_of(document: Document) -> str:
    """The name of the file that a document is in."""
    return PurePath(document.path.partition("#")[0]).name


def _arrive(folder: Path, version: Version, settings: Settings) -> Path:
    """Write a version into the hidden folder, and see whether it can be read.

    Raises:
        InputError: it can not.
    """
    own = folder / secrets.token_hex(4)
    own.mkdir()
    path = own / safe_name(version.name)
    _write(path, version.data)
    alone = replace(settings, base=path.parent, draft=None)
    documents = collect([path], alone).documents or load_path(path, alone)  # which raises what is wrong with it
    if len(documents) > _MOST_ARTICLES:
        raise InputError(
            f"holds {len(documents)} articles, and at most {_MOST_ARTICLES} are taken at once.",
            where=path.name,
            remedy="Put it in the folder of the story instead.",
        )
    return path


def _write(path: Path, data: bytes) -> None:
    """Make a file that its owner alone may read, as the store is: copy may be under embargo."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(data)


def _says_source(path: Path) -> bool:
    """Whether a version says itself who published it: one that does not is called by its id."""
    return any(each.source != each.id for each in collect([path], Settings(base=path.parent)).documents)
