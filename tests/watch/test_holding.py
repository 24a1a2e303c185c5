"""Holding back: one message a story and channel, nothing lost, nothing twice, one line for what goes on moving."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.followed import Alert, AlertKind, Telling
from discrepancy.said import Level
from discrepancy.watch.configured import Channel
from discrepancy.watch.holding import folded, release
from tests.watch.told import MINUTE, NOW, alert, channel

HOLD = 10 * MINUTE
DESK = channel()


def held(*names: tuple[str, float], story: str = "00ff00ff") -> list[tuple[Alert, dt.datetime]]:
    """Alerts, each that many minutes ago, held for ten."""
    return [(alert(name, story=story), NOW - ago * MINUTE + HOLD) for name, ago in names]


def keys(*names: str) -> tuple[str, ...]:
    return tuple(alert(name).key for name in names)


def told(
    waiting: Sequence[tuple[Alert, dt.datetime]], *channels: Channel
) -> tuple[tuple[str, ...], tuple[Telling, ...]]:
    return release(waiting, channels or (DESK,), NOW, {"00ff00ff": "Harbour fire"}, hold=HOLD)


def test_nothing_held_is_nothing_told() -> None:
    assert told([]) == ((), ())


def test_what_is_not_due_is_held_on() -> None:
    assert told(held(("a", 9.9), ("b", 0))) == ((), ())


def test_alerts_of_a_story_are_told_together_as_soon_as_the_first_is_due() -> None:
    released, (message,) = told(held(("a", 10), ("b", 5), ("c", 0)))
    assert released == keys("a", "b", "c")
    assert tuple(each.key for each in message.alerts) == keys("a", "b", "c")
    assert (message.channel, message.story, message.title, message.at) == ("desk", "00ff00ff", "Harbour fire", NOW)


def test_a_toll_that_moves_for_hours_is_told_every_ten_minutes() -> None:
    waiting: list[tuple[Alert, dt.datetime]] = []
    times = []
    for minute in range(60):
        now = NOW + minute * MINUTE
        if minute % 3 == 0:
            waiting.append((alert(f"toll {minute}"), now + HOLD))
        released, messages = release(waiting, (DESK,), now, {}, hold=HOLD)
        waiting = [each for each in waiting if each[0].key not in released]
        times += [minute for _ in messages]
    assert times == [10, 22, 34, 46, 58]


def test_each_story_has_its_own_message() -> None:
    released, messages = told(held(("a", 10)) + held(("b", 3), story="77aa") + held(("c", 11), story="3c3c"))
    assert released == keys("a", "c")
    assert [message.story for message in messages] == ["00ff00ff", "3c3c"]


def test_a_channel_is_told_what_it_wants_and_no_empty_message() -> None:
    waiting = [
        (alert("a", level=Level.ERROR), NOW),
        (alert("b", level=Level.NOTE), NOW),
        (alert("c", level=Level.NOTE, story="77aa"), NOW),
    ]
    errors = channel(name="errors", level=Level.ERROR)
    released, messages = told(waiting, DESK, errors)
    assert released == keys("a", "b", "c")
    assert [(each.channel, each.story, len(each.alerts)) for each in messages] == [
        ("desk", "00ff00ff", 2),
        ("errors", "00ff00ff", 1),
        ("desk", "77aa", 1),
    ]


def test_what_no_channel_wants_is_not_held_for_ever() -> None:
    assert told(held(("a", 10)), channel(kinds=(AlertKind.CORRECTION,))) == (keys("a"), ())


def test_a_message_is_known_again_by_its_id() -> None:
    (first,) = told(held(("a", 10), ("b", 5)))[1]
    (again,) = told(held(("b", 10), ("a", 7)))[1]
    (more,) = told(held(("a", 10), ("b", 5), ("c", 1)))[1]
    (other,) = told(held(("a", 10), ("b", 5)), channel(name="others"))[1]
    assert first.id == again.id
    assert len({first.id, more.id, other.id}) == 3
    assert len(first.id) == 32
    assert int(first.id, 16)


def test_a_channel_that_is_told_at_once_is_told_each_alert_by_itself_and_always_with_the_same_id() -> None:
    at_once = channel(name="now", at_once=True)
    released, messages = told(held(("a", 3), ("b", 0)), DESK, at_once)
    assert released == (), "the others still wait"
    assert [(each.channel, len(each.alerts)) for each in messages] == [("now", 1), ("now", 1)]
    later = told(held(("a", 10), ("b", 7)), DESK, at_once)[1]
    assert [each.channel for each in later] == ["desk", "now", "now"]
    assert [each.id for each in later[1:]] == [each.id for each in messages]


def test_what_was_held_when_the_clock_was_ahead_is_told_now() -> None:
    waiting = [(alert("a"), NOW + dt.timedelta(days=30))]
    assert told(waiting)[0] == keys("a")
    assert release(waiting, (DESK,), NOW, {}) == ((), ())


@given(
    st.lists(st.tuples(st.sampled_from(["00ff", "77aa", "3c3c"]), st.integers(0, 20)), max_size=12),
    st.lists(st.integers(0, 40), min_size=1, max_size=8),
)
def test_every_alert_is_told_once_whenever_one_looks(coming: list[tuple[str, int]], looks: list[int]) -> None:
    waiting = [(alert(f"{n}", story=story), NOW + minute * MINUTE) for n, (story, minute) in enumerate(coming)]
    seen: list[str] = []
    for minute in [*sorted(looks), 100]:
        released, messages = release(waiting, (DESK,), NOW + minute * MINUTE, {})
        seen += [each.key for message in messages for each in message.alerts]
        waiting = [each for each in waiting if each[0].key not in released]
    assert not waiting
    assert sorted(seen) == sorted(alert(f"{n}").key for n in range(len(coming)))


def labels(alerts: Sequence[Alert]) -> list[list[str]]:
    return [[value.label for value in each.values] for each in folded(alerts)]


def test_a_toll_that_moved_on_is_one_line_with_all_its_steps() -> None:
    moves = [
        alert("a", "14", "17", thread="toll"),
        alert("b", "17", "21", thread="toll", level=Level.WARNING, sources=("Harbour Post",)),
        alert("c", "21", "23", thread="toll"),
    ]
    assert labels(moves) == [["14", "17", "21", "23"]]
    (line,) = folded(moves)
    assert (line.key, line.summary) == (moves[2].key, moves[2].summary)
    assert (line.level, line.sources) == (Level.WARNING, ("Harbour Post", "Meridian Press"))


def test_what_went_there_and_back_is_still_told() -> None:
    assert labels([alert("a", "14", "17", thread="t"), alert("b", "17", "14", thread="t")]) == [["14", "17", "14"]]


def test_other_threads_and_other_kinds_are_lines_of_their_own() -> None:
    silent = alert("b", "17", "18", thread="toll", kind=AlertKind.UNLABELLED_CHANGE)
    moves = [
        alert("a", "14", "17", thread="toll"),
        silent,
        alert("c", "1", "2", thread="boats"),
        alert("d", "18", "21", thread="toll"),
        alert("e", "3", "4"),
        alert("f", "3", "4"),
    ]
    assert labels(moves) == [["17", "18"], ["1", "2"], ["14", "17", "18", "21"], ["3", "4"], ["3", "4"]]


def test_of_a_contradiction_that_moved_on_the_last_is_told() -> None:
    moves = [
        alert("a", "14", "17", thread="m", kind=AlertKind.CONTRADICTION, level=Level.ERROR),
        alert("b", "21", "17", thread="m", kind=AlertKind.CONTRADICTION, level=Level.WARNING),
    ]
    assert labels(moves) == [["21", "17"]]
    assert folded(moves)[0].level is Level.ERROR


@pytest.mark.parametrize("kind", [AlertKind.CORRECTION, AlertKind.STALE_PICKUP, AlertKind.OWN_COPY])
def test_corrections_stale_copy_and_ones_own_are_never_folded(kind: AlertKind) -> None:
    moves = [alert("a", "14", "17", thread="t", kind=kind), alert("b", "17", "21", thread="t", kind=kind)]
    assert folded(moves) == tuple(moves)
