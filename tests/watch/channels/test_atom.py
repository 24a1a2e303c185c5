"""The last alerts as an Atom feed: valid, the same bytes for the same alerts, whole or not at all."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from discrepancy.errors import OutputError
from discrepancy.followed import AlertKind
from discrepancy.said import Level, Message
from discrepancy.watch.channels.atom import CHANNEL, feed
from tests.watch.told import HOSTILE, MINUTE, NOW, Outside, alert, channel, telling, value

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "changes.atom"


def many(number: int) -> list[Any]:
    """Alerts, the newest first."""
    return [alert(f"{n}", at=NOW + n * MINUTE) for n in reversed(range(number))]


def ids(text: str) -> list[str]:
    return [entry.findtext(f"{ATOM}id") or "" for entry in ET.fromstring(text).iter(f"{ATOM}entry")]  # noqa: S314 - our own text


def test_the_feed_has_what_every_feed_and_entry_has_to_have() -> None:
    root = ET.fromstring(feed("desk", many(3)))  # noqa: S314 - our own text
    assert root.tag == f"{ATOM}feed"
    for place in (root, *root.iter(f"{ATOM}entry")):
        for tag in ("id", "title", "updated"):
            assert len(place.findall(f"{ATOM}{tag}")) == 1
            assert place.findtext(f"{ATOM}{tag}")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "discrepancy"
    assert root.findtext(f"{ATOM}updated") == "2024-03-05T09:32:00+00:00"
    assert len(set(ids(feed("desk", many(3))))) == 3


def test_a_feed_reader_reads_it() -> None:
    read = feedparser.parse(feed("desk", [alert("a", kind=AlertKind.CORRECTION, level=Level.ERROR, rule="correction")]))
    assert not read.bozo
    assert read.version == "atom10"
    (entry,) = read.entries
    assert entry.id == f"urn:discrepancy:alert:{alert('a').key}"
    assert entry.title == "people killed: 14 → 17"
    assert [tag.term for tag in entry.tags] == ["correction", "error", alert("a").story]
    assert [link.href for link in entry.links] == ["https://meridian.example/fire"]
    assert "“The fire killed 17 people.”" in entry.content[0].value


def test_hostile_copy_is_text_and_nothing_else() -> None:
    hostile = value(HOSTILE, source=HOSTILE, sentence=HOSTILE, address="javascript:alert(1)")
    other = value("1", address='https://a.example/"><script>')
    told = Message("NUM001.summary", {"subject": HOSTILE, "forms": HOSTILE})
    text = feed(HOSTILE, [alert("a", values=(hostile, other), summary=told, rule=HOSTILE)])
    text.encode()
    read = feedparser.parse(text)
    assert not read.bozo
    assert "javascript" not in text
    content = ET.fromstring(text).findtext(f"{ATOM}entry/{ATOM}content") or ""  # noqa: S314 - our own text
    assert "<b>&amp;" not in content
    assert "&lt;b&gt;&amp;amp; [U+D800]" in content
    assert "<script" not in content
    assert "[U+202E]" in read.entries[0].title


def test_the_file_holds_the_last_alerts_that_the_channel_wants(path: Path) -> None:
    known = many(500)
    known[::2] = [replace(each, level=Level.ERROR) for each in known[::2]]
    asked = channel(to="atom", path=path, level=Level.ERROR)
    CHANNEL.deliver(telling(known[0]), asked, Outside(told=known).means)
    assert ids(path.read_text(encoding="utf-8")) == [f"urn:discrepancy:alert:{each.key}" for each in known[::2][:200]]


def test_the_same_alerts_give_the_same_bytes_and_a_message_brought_again_changes_nothing(path: Path) -> None:
    outside, asked = Outside(told=many(5)), channel(to="atom", path=path)
    CHANNEL.deliver(telling(outside.told[0]), asked, outside.means)
    before = path.read_bytes()
    CHANNEL.deliver(telling(outside.told[0]), asked, outside.means)
    assert path.read_bytes() == before


def test_alerts_of_the_message_are_in_it_whatever_the_store_says(path: Path) -> None:
    message = telling(alert("old"), alert("new"))
    CHANNEL.deliver(message, channel(to="atom", path=path), Outside(told=many(2)).means)
    assert ids(path.read_text(encoding="utf-8"))[:2] == [
        f"urn:discrepancy:alert:{alert(name).key}" for name in ("new", "old")
    ]


def test_a_full_disk_is_told_and_leaves_the_file_that_is_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path.write_text("as it was")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"No space left.*Make room on the disk"):
        CHANNEL.deliver(telling(), channel(to="atom", path=path), Outside().means)
    assert path.read_text() == "as it was"
    assert list(path.parent.iterdir()) == [path]


def test_the_half_file_of_a_watcher_that_was_killed_is_written_over(path: Path) -> None:
    path.with_name(".changes.atom.part").write_text("half")
    CHANNEL.deliver(telling(), channel(to="atom", path=path), Outside().means)
    assert list(path.parent.iterdir()) == [path]


def test_who_may_read_the_file_stays_as_it_was(path: Path) -> None:
    path.touch(mode=0o640)
    path.chmod(0o640)
    CHANNEL.deliver(telling(), channel(to="atom", path=path), Outside().means)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_in_its_place_and_one_that_is_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        CHANNEL.deliver(telling(), channel(to="atom", path=tmp_path), Outside().means)
    with pytest.raises(OutputError, match="Make its folder"):
        CHANNEL.deliver(telling(), channel(to="atom", path=tmp_path / "a" / "b"), Outside().means)
