"""The desk's page, drawn once a check: what depends on who asks, and on what was decided since, is one block in it."""

from __future__ import annotations

import threading
from contextlib import suppress

from discrepancy.errors import DiscrepancyError
from discrepancy.review.desk import Desk, Shown
from discrepancy.review.page import DeskInfo, desk_block, render_desk

__all__ = ["Drawing"]

_BEGINS = '<script type="application/json" id="desk">'
_ENDS = "</script>"


class Drawing:
    """The page of one desk. Safe for use from several threads: who comes while it is drawn waits for it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._revision = 0
        self._before, self._after = b"", b""

    def page(self, csrf: str) -> bytes:
        """The page in UTF-8, for the session of that CSRF token.

        Raises:
            StoreError: the store can not be read.
        """
        with self._lock:
            shown = self._desk.shown
            if shown.revision != self._revision:
                before, _, rest = render_desk(shown.data, self._info(csrf, shown)).partition(_BEGINS)
                self._before = f"{before}{_BEGINS}".encode()
                self._after = rest[rest.index(_ENDS) :].encode()
                self._revision = shown.revision
            block = desk_block(self._info(csrf, shown)).encode()
            return b"".join((self._before, block, self._after))

    def ahead(self) -> None:
        """Draw it before somebody asks; what is wrong is told to who does."""
        with suppress(DiscrepancyError):
            self.page("")

    def _info(self, csrf: str, shown: Shown) -> DeskInfo:
        desk = self._desk
        with desk.standing() as standing:
            return DeskInfo(
                csrf=csrf,
                story=desk.under.story,
                revision=shown.revision,
                change=standing.change,
                reviews=standing.told_after(None),
                shown=desk.under.presentation,
                store=desk.store.path.name,
            )
