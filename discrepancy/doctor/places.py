"""Where reports are written: whether a file can be made there, and whether there is room."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import Final

from discrepancy.doctor.check import Asked, Check, State

__all__ = ["look_at_reports"]

_NAME: Final = "reports"
_LEAST: Final = 50_000_000
"""Free bytes below which a report and a store's log may not find room: a large report has ten million."""
_MEGABYTE: Final = 1_000_000


def look_at_reports(asked: Asked) -> Iterator[Check]:
    """The folder that reports go to: a file is made in it, and taken away again."""
    folder = asked.reports
    shown = str(folder.resolve())
    facts: dict[str, object] = {"folder": shown}
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"discrepancy")
        free = shutil.disk_usage(folder).free
    except OSError as why:
        yield Check(
            name=_NAME,
            state=State.WRONG,
            told=f"no file can be made in {shown}: {why.strerror or why}",
            remedy="Write reports to another folder with -o FILE, or give yourself the right to write there.",
            facts=facts,
        )
        return
    facts["free"] = free
    if free < _LEAST:
        told = f"{shown} has {free // _MEGABYTE:,} MB left"
        yield Check(name=_NAME, state=State.WRONG, told=told, remedy="Make room on that disk.", facts=facts)
        return
    yield Check(name=_NAME, state=State.WELL, told=f"{shown} can be written", facts=facts)
