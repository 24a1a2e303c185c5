"""A folder of the file system: plain files, each renamed into its place when it is whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from discrepancy.errors import StorageBusy, StorageMissing
from discrepancy.scale.storage.safe_names import HIDDEN, below, checked
from discrepancy.scale.storage.system_errors import in_words

_HALF = ".half"
"""What the name of a file ends with that is not yet whole; it begins with a dot, too."""
_CLAIM = ".run"


class LocalStorage:
    """See :class:`~discrepancy.scale.storage.Storage`."""

    def __init__(self, folder: Path, where: str) -> None:
        self.folder = folder.absolute()
        self.where = where
        self._unsettled: Path | None = None

    def put(self, name: str, data: bytes) -> None:
        """Write beside the place, then rename: readers see what was there before, or all of ``data``.

        What is put into another folder later, such as a marker of what is done, is on the disk after it. So a folder is
        settled when one goes on to the next: with a page a story, once for each would be half the time of writing.
        """
        path = self._path(name)
        half = path.with_name(f"{HIDDEN}{path.name}.{secrets.token_hex(4)}{_HALF}")
        with in_words(str(path)):
            if self._unsettled != path.parent:
                self._settled()
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(half, data)
                half.replace(path)
            except BaseException:
                with suppress(OSError):
                    half.unlink(missing_ok=True)
                raise
            self._unsettled = path.parent

    def get(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """Read only the bytes asked for."""
        path = self._path(name)
        with in_words(str(path)), path.open("rb") as file:
            file.seek(start)
            return file.read() if end is None else file.read(max(end - start, 0))

    def size(self, name: str) -> int | None:
        """Ask the file system."""
        path = self._path(name)
        try:
            with in_words(str(path)):
                return path.stat().st_size
        except StorageMissing:
            return None

    def names(self, under: str = "") -> Iterator[str]:
        """Walk the folder; one that is not there has no names."""
        prefix = below(under)
        for path in _walked(self.folder / prefix):
            yield path.relative_to(self.folder).as_posix()

    def remove(self, name: str) -> None:
        """Unlink the file. Folders that become empty stay."""
        path = self._path(name)
        with in_words(str(path)):
            path.unlink(missing_ok=True)

    @contextmanager
    def claim(self, run: str) -> Iterator[None]:
        """Lock a file in the folder; the system lets go of it however the run ends."""
        import fcntl  # not on Windows, where nothing else here should fail for it

        path = self.folder / _CLAIM
        with in_words(self.where):
            self.folder.mkdir(parents=True, exist_ok=True)
            file = path.open("a+", encoding="utf-8")
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise StorageBusy(
                    f"is being written by another run ({_first_line(path)}).",
                    where=self.where,
                    remedy="Wait until it is through, or give another folder.",
                ) from None
            with in_words(self.where):
                _say(file.fileno(), f"{run}, process {os.getpid()}\n")
                self._sweep()
            try:
                yield
            finally:
                self._settled()

    def _settled(self) -> None:
        if self._unsettled is not None:
            _settle(self._unsettled)
        self._unsettled = None

    def _sweep(self) -> None:
        for folder, _, files in os.walk(self.folder):
            for name in files:
                if name.startswith(HIDDEN) and name.endswith(_HALF):
                    Path(folder, name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / checked(name)


def _write(path: Path, data: bytes) -> None:
    """Write and see that it is on the disk: a rename of what is only in memory can outlive its content."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """See that a rename is on the disk, where the file system has a way to say so for a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _walked(folder: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names; hidden ones and hidden folders are not ours to tell of."""
    for name in _listed(folder):
        path = folder / name
        if name.endswith("/"):
            yield from _walked(path)
        else:
            yield path


def _listed(folder: Path) -> list[str]:
    """What is in a folder, sorted as whole names are: folders end with a slash. Nothing if it is not there."""
    with suppress(StorageMissing), in_words(str(folder)), os.scandir(folder) as entries:
        seen = (entry for entry in entries if not entry.name.startswith(HIDDEN))
        return sorted(f"{entry.name}/" if entry.is_dir() else entry.name for entry in seen)
    return []


def _say(handle: int, line: str) -> None:
    os.ftruncate(handle, 0)
    os.write(handle, line.encode())


def _first_line(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace").strip() or "it has just begun"
    return "it does not say which"
