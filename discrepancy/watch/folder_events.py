"""Folders are looked through as soon as something changes in them, where the system tells and watchfiles is there.

This only makes a watcher quicker: folders are looked through at their interval all the same, so whatever goes wrong
here costs no more than the time until then.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self

__all__ = ["FolderEvents"]

_AGAIN = 5.0
"""Seconds after which a folder that is away, or a system that can not watch, is tried again."""
_BUNDLE = 400
"""Changes within so many milliseconds are one: a file that is copied is many."""
_Place = tuple[int, int] | None


class FolderEvents:
    """Calls ``changed`` from a thread of its own whenever something changes in a folder; ends with its context.

    Args:
        folders: looked into with all that is in them; they need not be there yet.
        changed: should only leave a note and return.
    """

    def __init__(self, folders: Sequence[Path], changed: Callable[[], None]) -> None:
        self._folders = [folder.absolute() for folder in folders]
        self._changed = changed
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="folder events", daemon=True)

    def __enter__(self) -> Self:
        if self._folders and find_spec("watchfiles") is not None:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        before: list[_Place] | None = None
        while not self._ended.is_set():
            places = [_place(folder) for folder in self._folders]
            try:
                if before is not None and places != before:
                    self._changed()
                before = places
                self._follow(places)
            except Exception:  # noqa: BLE001 - whatever it is, the folders are looked through at their interval
                self._ended.wait(_AGAIN)

    def _follow(self, places: list[_Place]) -> None:
        """Tell of changes until a folder is another one: the system watches what was there, and not its name."""
        from watchfiles import watch  # an extra

        there = [folder for folder, place in zip(self._folders, places, strict=True) if place]
        if not there:
            self._ended.wait(_AGAIN)
            return
        for changes in watch(
            *there,
            watch_filter=None,
            debounce=_BUNDLE,
            stop_event=self._ended,
            rust_timeout=int(_AGAIN * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if changes:
                self._changed()
            # One that is taken away and made again at once may have the same number in the file system.
            if not {Path(path) for _, path in changes}.isdisjoint(there):
                return
            if [_place(folder) for folder in self._folders] != places:
                return


def _place(folder: Path) -> _Place:
    """What is at a path; None where nothing is, or it can not be seen."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
