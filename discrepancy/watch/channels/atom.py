"""The last alerts as an Atom feed: a file that any web server hands out, and any feed reader and content system reads.

The file is made anew with each message, whole or not at all; the same alerts give the same bytes. An entry's id is
made of its alert's key, so a reader shows it once.

Source: RFC 4287.
"""

from __future__ import annotations

import hashlib
import html
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from discrepancy.followed import Alert, AlertValue, Telling
from discrepancy.watch.channels.files import ensure_writable, failures_told, path_of, real_file, settle
from discrepancy.watch.channels.kind import ChannelKind
from discrepancy.watch.channels.means import Means
from discrepancy.watch.channels.said import one_line, summary
from discrepancy.watch.choosing import wanted
from discrepancy.watch.configured import Channel

__all__ = ["CHANNEL", "feed"]

_MOST: Final = 200
_LOOKED_AT: Final = 5_000
"""How many alerts are looked through for so many that the channel wants."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
_LINK: Final = re.compile(r"https?://[!#-;=?-\[\]_a-z~%]+", re.IGNORECASE)
"""Addresses that can be linked to as they are."""


def deliver(telling: Telling, channel: Channel, means: Means) -> None:
    """Make the file anew, with the alerts of a message in it.

    Raises:
        OutputError: the file can not be written; the one that is there stays.
    """
    path = path_of(channel)
    known = [alert for alert in means.told(_LOOKED_AT) if wanted(channel, alert)]
    there = {alert.key for alert in known}
    missing = [alert for alert in reversed(telling.alerts) if alert.key not in there]
    text = feed(channel.name, [*missing, *known][:_MOST], means.language)
    with failures_told(path):
        _replace(real_file(path), text.encode())


def feed(name: str, alerts: Sequence[Alert], language: str = "en") -> str:
    """The feed of a channel as XML text; ``alerts`` newest first, one at least."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    _add(root, "id", f"urn:discrepancy:alerts:{mark}")
    _add(root, "title", f"Alerts: {one_line(name)}")
    _add(root, "updated", max(alert.at for alert in alerts).isoformat())
    _add(_add(root, "author"), "name", "discrepancy")
    _add(root, "generator", "discrepancy")
    for alert in alerts:
        _entry(root, alert, language)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _entry(root: ET.Element, alert: Alert, language: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", f"urn:discrepancy:alert:{alert.key}")
    _add(entry, "title", summary(alert, language))
    _add(entry, "updated", alert.at.isoformat())
    for term in dict.fromkeys((alert.kind.value, alert.level.value, alert.rule, alert.story)):
        _add(entry, "category").set("term", one_line(term))
    for address in dict.fromkeys(value.address for value in alert.values if _LINK.fullmatch(value.address)):
        link = _add(entry, "link")
        link.set("rel", "related")
        link.set("href", address)
    content = "".join(_said(value) for value in alert.values)
    more = f"<p><code>discrepancy timeline {html.escape(one_line(alert.story))}</code></p>"
    _add(entry, "content", f"<p>{html.escape(summary(alert, language))}</p><ul>{content}</ul>{more}").set(
        "type", "html"
    )


def _said(value: AlertValue) -> str:
    """Who says it, in which words, as HTML; an address that is no plain one is left out."""
    label, source, sentence = (html.escape(one_line(each)) for each in (value.label, value.source, value.sentence))
    who = f'<a href="{html.escape(value.address)}">{source}</a>' if _LINK.fullmatch(value.address) else source
    quoted = f": “{sentence}”" if sentence else ""
    return f"<li><b>{label}</b> – {who}{quoted}</li>"


def _add(parent: ET.Element, tag: str, text: str = "") -> ET.Element:
    found = ET.SubElement(parent, tag)
    found.text = text or None
    return found


def _replace(real: Path, data: bytes) -> None:
    """Put the new bytes in the place of the old ones, once they are all on the disk."""
    part = real.with_name(f".{real.name}.part")  # one watcher has it: a half file of a killed one is written over
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if real.exists():
            part.chmod(real.stat().st_mode & 0o7777)
        part.replace(real)
    finally:
        part.unlink(missing_ok=True)
    settle(real.parent)


CHANNEL = ChannelKind(name="atom", deliver=deliver, check=ensure_writable, keys=("path",), needs=("path",))
