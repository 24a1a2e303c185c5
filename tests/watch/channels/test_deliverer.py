"""Every kind of channel is found, and what is not taken is tried again, more and more rarely."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.errors import OutputError
from discrepancy.followed import SourceKind
from discrepancy.watch.channels import ChannelClosed, Deliverer, all_channels, deliverers
from discrepancy.watch.configured import Source, Watched
from tests.watch.told import MINUTE, NOW, Outside, channel, telling

HOOK = channel(to="webhook", address="https://hooks.example/a")
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "watch.md"


def watched() -> Watched:
    source = Source(name="A", kind=SourceKind.FEED, every=5 * MINUTE, address="https://a.example")
    return Watched(path=Path("w"), store=Path("s"), sources=(source,), channels=(channel(), HOOK))


def test_every_kind_of_channel_is_found() -> None:
    assert list(all_channels()) == ["atom", "file", "terminal", "webhook"]


def test_every_kind_of_channel_and_its_keys_are_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for kind in all_channels().values():
        assert f'to = "{kind.name}"' in guide
        assert all(f"{key} = " in guide for key in kind.keys)


def test_channels_are_brought_messages_in_their_order() -> None:
    outside = Outside()
    desk, hook = deliverers(watched(), outside.means, outside.means)
    assert (desk.channel, hook.channel) == (channel(), HOOK)
    desk.check()
    desk.deliver(telling())
    hook.deliver(telling())
    assert len(outside.shown) == len(outside.posted) == 1


def test_nothing_is_posted_into_a_private_network_unless_that_is_allowed() -> None:
    hook = channel(to="webhook", address="https://127.0.0.1:1/a")
    (own,) = deliverers(replace(watched(), channels=(hook,)), Outside().means)
    with pytest.raises(OutputError, match=r"leads into a private network .127\.0\.0\.1.*allow_private = true"):
        own.deliver(telling())


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(0, 30), (1, 60), (2, 120), (9, 15_360), (10, 21_600), (11, 21_600), (10_000, 21_600)]
)
def test_a_message_that_was_not_taken_is_tried_again_more_and_more_rarely(attempts: int, seconds: int) -> None:
    desk = Deliverer(HOOK, all_channels()["webhook"], Outside().means)
    assert desk.again(telling(attempts=attempts), NOW) == NOW + dt.timedelta(seconds=seconds)


def test_a_receiver_that_wants_no_more_is_not_asked_again() -> None:
    outside = Outside(410)
    hook = Deliverer(HOOK, all_channels()["webhook"], outside.means)
    for _ in range(3):
        with pytest.raises(ChannelClosed):
            hook.deliver(telling())
    assert len(outside.posted) == 1
    assert hook.again(telling(), NOW) == NOW + dt.timedelta(days=1)
