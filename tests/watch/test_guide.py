"""The guide is true: its example is read, its defaults are the defaults, its lines of Python check a signature."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from discrepancy.followed import AlertKind
from discrepancy.watch.channels.terminal import told_lines
from discrepancy.watch.channels.webhook import signature
from discrepancy.watch.configuration import read_watch
from discrepancy.watch.configured import Watched
from tests.watch.told import MINUTE, NOW, Outside, alert, telling

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "watch.md").read_text(encoding="utf-8")
FEED = '\n[[feeds]]\nname = "Meridian Press"\naddress = "https://meridian.example/rss"\n'


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def read(tmp_path: Path, text: str) -> Watched:
    file = tmp_path / "watch.toml"
    file.write_text(text, encoding="utf-8")
    return read_watch(file)


def test_what_it_shows_is_read_and_its_defaults_are_the_defaults(tmp_path: Path) -> None:
    first, others = blocks("toml")
    shown, plain = read(tmp_path, first + FEED), read(tmp_path, FEED)
    assert replace(shown, store=plain.store, robots_not_for=(), contact="") == plain
    assert [channel.to for channel in read(tmp_path, FEED + others).channels] == ["terminal", "file", "atom", "webhook"]


@pytest.mark.parametrize("kind", AlertKind)
def test_every_kind_of_alert_is_in_it(kind: AlertKind) -> None:
    assert f"| `{kind.value}` |" in GUIDE


def test_the_message_that_it_shows_is_one() -> None:
    moves = [alert(f"{a}", f"{a}", f"{b}", thread="t") for a, b in ((14, 17), (17, 21), (21, 23))]
    shown = telling(*moves, at=NOW + 10 * MINUTE)
    assert "".join(f"{line}\n" for line in told_lines(shown, Outside().means)) in GUIDE


def test_its_check_of_a_signature_is_right() -> None:
    python = next(each for each in blocks("python") if "is_ours" in each)
    names: dict[str, Any] = {}
    exec(python, names)  # noqa: S102 - our own guide
    is_ours: Callable[[str, bytes, bytes], bool] = names["is_ours"]
    now = int(time.time())
    assert is_ours(signature(b"{}", b"secret", now), b"{}", b"secret")
    assert not is_ours(signature(b"{}", b"secret", now), b"{ }", b"secret")
    assert not is_ours(signature(b"{}", b"secret", now), b"{}", b"other")
    assert not is_ours(signature(b"{}", b"secret", now - 301), b"{}", b"secret")
