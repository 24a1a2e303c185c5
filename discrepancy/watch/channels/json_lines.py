"""Alerts in a file, a line of JSON each. Each alert stands there once, wherever a watcher was killed.

A message that is brought again finds which of its lines are there. For that the whole file is looked through: messages
are few, and a hundred megabytes of them take a fraction of a second.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from discrepancy.errors import OutputError
from discrepancy.followed import Telling
from discrepancy.watch.channels.as_json import ALERT, alert_fields, json_line
from discrepancy.watch.channels.files import ensure_writable, failures_told, path_of, real_file, settle
from discrepancy.watch.channels.kind import ChannelKind
from discrepancy.watch.channels.means import Means
from discrepancy.watch.configured import Channel

__all__ = ["CHANNEL"]

_BEGINNING: Final = json_line(ALERT, {})[:-1].encode()
"""How each of our lines begins."""
_LONGEST: Final = 1 << 22
"""Bytes of a line: no alert comes near."""


def deliver(telling: Telling, channel: Channel, _means: Means) -> None:
    """Append the alerts of a message that do not stand in the file yet.

    Raises:
        OutputError: the file can not be written, or its last line is not ours; it is as it was before.
    """
    path = path_of(channel)
    with failures_told(path):
        real = real_file(path)
        is_new = not real.exists()
        with real.open("a+b") as file:
            _mend(file, path)
            lines = _lines(telling, without=_there(file, telling.id))
            if lines:
                _append(file, b"".join(lines))
        if is_new:
            settle(real.parent)


def _lines(telling: Telling, without: frozenset[str]) -> Sequence[bytes]:
    message = {"telling": telling.id, "channel": telling.channel, "title": telling.title}
    return [
        f"{json_line(ALERT, alert_fields(alert) | message)}\n".encode()
        for alert in telling.alerts
        if alert.key not in without
    ]


def _there(file: BinaryIO, telling: str) -> frozenset[str]:
    """The keys of the alerts of a message that stand in the file."""
    mark, found = telling.encode("ascii"), set()
    file.seek(0)
    for line in file:
        if mark in line and line.startswith(_BEGINNING):
            fields = _read(line)
            if fields.get("telling") == telling:
                found.add(str(fields.get("key")))
    return frozenset(found)


def _mend(file: BinaryIO, path: Path) -> None:
    """Take away the beginning of a line that a killed watcher, or a full disk, has left at the end of the file.

    Raises:
        OutputError: what stands there is nothing that we began: the file is somebody else's.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST))
    tail = file.read()
    torn = tail[tail.rfind(b"\n") + 1 :]
    if not torn:
        return
    if _read(torn):  # whole, and only the end of the line is missing
        _append(file, b"\n")
    elif torn.startswith(_BEGINNING) or _BEGINNING.startswith(torn):
        file.truncate(size - len(torn))
    else:
        raise OutputError(
            "ends with a line that is no alert, and was left as it is.",
            where=str(path),
            remedy="Name another file for alerts, or end that line with a line break.",
        )


def _append(file: BinaryIO, data: bytes) -> None:
    """Write at the end, and see that it is on the disk. What can not be written whole is taken away again."""
    handle, size = file.fileno(), file.seek(0, os.SEEK_END)
    left = memoryview(data)
    try:
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    except OSError:
        with suppress(OSError):  # then the next one that writes here finds it, and takes it away
            os.ftruncate(handle, size)
        raise


def _read(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


CHANNEL = ChannelKind(name="file", deliver=deliver, check=ensure_writable, keys=("path",), needs=("path",))
