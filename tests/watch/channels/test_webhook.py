"""Messages posted: signed, the same bytes each time, tried again until taken, and no secret told."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.errors import NotFetched, OutputError
from discrepancy.watch.channels import ChannelClosed
from discrepancy.watch.channels.webhook import CHANNEL, body, signature
from tests.watch.told import HOSTILE, MINUTE, Outside, alert, channel, telling, value

SECRET = "kX9-very-secret-41"  # noqa: S105 - what must not be told
HOLDER = "HOOK_SECRET"
HOOK = channel(to="webhook", address=f"https://hooks.example/{SECRET}", secret_env=HOLDER)


def test_a_message_is_posted_signed() -> None:
    outside = Outside(204, HOOK_SECRET=f"{SECRET}\n")
    CHANNEL.deliver(telling(), HOOK, outside.means)
    ((address, data, headers),) = outside.posted
    assert address == HOOK.address
    assert headers["Content-Type"] == "application/json"
    assert headers["Idempotency-Key"] == "1f" * 16
    seconds, mark = (part.partition("=")[2] for part in headers["X-Discrepancy-Signature"].split(","))
    assert int(seconds) == int(outside.now.timestamp())
    assert mark == hmac.new(SECRET.encode(), f"{seconds}.".encode() + data, hashlib.sha256).hexdigest()


def test_a_signature_is_what_others_work_out_too() -> None:
    assert signature(b"{}", b"secret", 1_700_000_000) == (
        "t=1700000000,v1=" + hmac.digest(b"secret", b"1700000000.{}", "sha256").hex()
    )


def test_the_body_says_all_and_what_to_show() -> None:
    moves = [alert("a", "14", "17", thread="t"), alert("b", "17", "23", thread="t")]
    fields = json.loads(body(telling(*moves)))
    assert (fields["schema"], fields["id"], fields["story"]) == ("discrepancy-telling/1", "1f" * 16, "00ff00ff")
    assert [each["key"] for each in fields["alerts"]] == [each.key for each in moves]
    assert fields["text"] == "Harbour fire kills 14\npeople killed: 17 → 23 (14 → 17 → 23)"


def test_the_body_is_the_same_at_each_attempt() -> None:
    outside = Outside(500, 200, HOOK_SECRET=SECRET)
    first = telling()
    with pytest.raises(OutputError):
        CHANNEL.deliver(first, HOOK, outside.means)
    outside.now += 7 * MINUTE
    again = replace(first, attempts=1, why="500", next_at=outside.now)
    CHANNEL.deliver(again, HOOK, outside.means)
    (_, one, before), (_, other, after) = outside.posted
    assert one == other
    assert before["Idempotency-Key"] == after["Idempotency-Key"]
    assert before["X-Discrepancy-Signature"] != after["X-Discrepancy-Signature"], "the time of the attempt is signed"


def test_hostile_copy_is_in_the_body_as_it_is() -> None:
    data = body(telling(alert("a", values=(value(HOSTILE),)), title=HOSTILE))
    assert data.decode().isprintable()
    assert json.loads(data)["alerts"][0]["values"][0]["label"] == HOSTILE
    assert json.loads(data)["text"].count("\n") == 1


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_every_status_of_success_is_one(status: int) -> None:
    CHANNEL.deliver(telling(), HOOK, Outside(status, HOOK_SECRET=SECRET).means)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (302, "302 Found). It leads on to another address: give that one."),
        (400, "400 Bad Request). It is tried again"),
        (401, "401 Unauthorized). See that both sides have the same secret."),
        (404, "404 Not Found)"),
        (429, "429 Too Many Requests)"),
        (500, "500 Internal Server Error)"),
        (503, "503 Service Unavailable)"),
        (799, "(799)"),
    ],
)
def test_a_message_that_was_not_taken_is_told(status: int, told: str) -> None:
    with pytest.raises(OutputError) as caught:
        CHANNEL.deliver(telling(), HOOK, Outside(status, HOOK_SECRET=SECRET).means)
    assert told in str(caught.value)
    assert not isinstance(caught.value, ChannelClosed)
    assert caught.value.where == "hooks.example"


def test_a_receiver_that_is_gone_for_good_says_so() -> None:
    with pytest.raises(ChannelClosed, match="takes no more alerts"):
        CHANNEL.deliver(telling(), HOOK, Outside(410, HOOK_SECRET=SECRET).means)


@pytest.mark.parametrize("answer", [NotFetched("did not answer in time.", where=HOOK.address), 500, 410, 302])
def test_no_message_tells_a_secret(answer: int | Exception) -> None:
    with pytest.raises(OutputError) as caught:
        CHANNEL.deliver(telling(), HOOK, Outside(answer, HOOK_SECRET=SECRET).means)
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(Outside(HOOK_SECRET=SECRET).means)
    assert caught.value.__cause__ is None


def test_a_secret_in_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    asked = channel(to="webhook", address="https://hooks.example/a", secret_file=file)
    outside = Outside()
    marks = []
    for secret in (b"one\n", b"two\n"):
        file.write_bytes(secret)
        CHANNEL.deliver(telling(), asked, outside.means)
        marks.append(outside.posted[-1][2]["X-Discrepancy-Signature"])
    seconds = int(outside.now.timestamp())
    assert marks == [signature(body(telling()), secret, seconds) for secret in (b"one", b"two")]


def test_without_a_secret_nothing_is_signed() -> None:
    outside = Outside()
    CHANNEL.deliver(telling(), channel(to="webhook", address="https://hooks.example/a"), outside.means)
    assert "X-Discrepancy-Signature" not in outside.posted[0][2]


@pytest.mark.parametrize("outside", [Outside(), Outside(HOOK_SECRET=" ")], ids=["unset", "empty"])  # noqa: S106 - no secret
def test_where_the_secret_is_missing_nothing_is_posted(outside: Outside) -> None:
    for way in (CHANNEL.check, lambda asked, means: CHANNEL.deliver(telling(), asked, means)):
        with pytest.raises(OutputError, match=r"HOOK_SECRET: The secret .* is empty. Set this environment variable"):
            way(HOOK, outside.means)
    assert outside.posted == []


def test_a_secret_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    asked = channel(to="webhook", address="https://hooks.example/a", secret_file=tmp_path / "secret.txt")
    with pytest.raises(OutputError, match=r"can not be read .No such file or directory"):
        CHANNEL.check(asked, Outside().means)
