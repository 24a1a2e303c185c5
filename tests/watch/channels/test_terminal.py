"""Messages on the terminal."""

from __future__ import annotations

import datetime as dt
import io
import sys
from dataclasses import replace

import pytest

from discrepancy.errors import OutputError
from discrepancy.watch.channels import Means
from discrepancy.watch.channels.terminal import CHANNEL, told_lines
from tests.watch.told import HOSTILE, Outside, alert, channel, telling


def test_a_message_says_when_which_story_and_what() -> None:
    outside = Outside()
    CHANNEL.deliver(telling(alert("a", "14", "17")), channel(), outside.means)
    assert "".join(outside.shown) == (
        "2024-03-05 09:30 UTC  Harbour fire kills 14\n"
        "  note [figure-changed] people killed: 14 → 17\n"
        "      14 – Meridian Press: “The fire killed 14 people.”\n"
        "        https://meridian.example/fire\n"
        "      17 – Meridian Press: “The fire killed 17 people.”\n"
        "        https://meridian.example/fire\n"
        "  discrepancy timeline 00ff00ff\n"
    )


def test_times_are_those_of_the_reader() -> None:
    means = replace(Outside().means, zone=dt.timezone(dt.timedelta(hours=2), "EET"))
    assert next(told_lines(telling(), means)) == "2024-03-05 11:30 EET  Harbour fire kills 14"


def test_what_moved_on_is_one_line() -> None:
    moves = [alert("a", "14", "17", thread="t"), alert("b", "17", "23", thread="t")]
    told = list(told_lines(telling(*moves), Outside().means))
    assert sum("[figure-changed]" in line for line in told) == 1
    assert "      14 → 17 → 23" in told


def test_a_story_without_a_headline_goes_by_its_id() -> None:
    assert next(told_lines(telling(title=""), Outside().means)) == "2024-03-05 09:30 UTC  00ff00ff"


def test_a_hostile_headline_is_one_line() -> None:
    head, *_ = told_lines(telling(title=HOSTILE), Outside().means)
    assert head.isprintable()
    assert "\x1b" not in head


class Closed(io.TextIOWrapper):
    """A pipe at whose other end nobody reads."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize("close", [True, False])
def test_a_terminal_that_is_gone_is_told(monkeypatch: pytest.MonkeyPatch, close: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8") if close else Closed(io.BytesIO(), "utf-8")
    if close:
        stream.close()
    monkeypatch.setattr(sys, "stdout", stream)
    means = Means(told=lambda _: (), post=lambda *_: 200)
    with pytest.raises(OutputError, match="Nothing can be shown") as caught:
        CHANNEL.deliver(telling(), channel(), means)
    assert "[[alerts]]" in caught.value.remedy


def test_a_terminal_that_knows_few_characters_shows_the_codes_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, "ascii"))
    CHANNEL.deliver(telling(), channel(), Means(told=lambda _: (), post=lambda *_: 200))
    assert b"14 \\u2192 17" in data.getvalue()
