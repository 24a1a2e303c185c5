"""The watcher in trouble: told in its status, nothing lost when the trouble is over, and no alert twice."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from discrepancy.errors import NotFetched, StoreBroken, StoreError
from discrepancy.fetching.asked import Answer, Request
from discrepancy.fetching.refusals import Barred, Endless, Unusable
from discrepancy.followed import AlertKind, Condition, VersionState
from discrepancy.settings import Settings
from discrepancy.store.session import Session
from discrepancy.watch import working
from discrepancy.watch.judged import Judged, News
from discrepancy.watch.judging import judge
from discrepancy.watch.watcher import Watcher
from tests.watch.watching import (
    COURIER,
    DAY,
    MINUTE,
    PAGE,
    PRESS,
    TITLE,
    TO_FILE,
    Desk,
    Web,
    feed,
    item,
    page,
    place,
    receiving,
    source,
    told,
    values,
)

HOUR = 60 * MINUTE
BOTH = source("Press", PRESS) + source("Courier", COURIER)
STATUSES = {status: Answer(status=status, address=PRESS) for status in (403, 404, 410, 429, 500, 503)}
WALLS = {
    "cookies": "<h1>We value your privacy</h1><p>Accept all cookies to continue, or manage your preferences.</p>",
    "subscribers": f"<h1>{TITLE}</h1><p>The fire on the ferry.</p><p>Subscribe to continue reading.</p>",
}

TROUBLES: dict[str, tuple[bytes | Answer | Exception, Condition, str]] = {
    "no answer": (NotFetched("could not be reached.", where=PRESS), Condition.DOWN, "could not be reached"),
    "slow": (NotFetched("took longer than 30 seconds.", where=PRESS), Condition.DOWN, "longer than 30 seconds"),
    "endless": (Unusable("is larger than 10 MB.", where=PRESS), Condition.MALFORMED, "larger than 10 MB"),
    "in a circle": (Endless("leads on in a circle.", where=PRESS), Condition.MALFORMED, "in a circle"),
    "barred": (Barred("robots.txt says no.", where=PRESS), Condition.REFUSED, "robots.txt"),
    "forbidden": (STATUSES[403], Condition.REFUSED, "(403)"),
    "gone": (STATUSES[410], Condition.GONE, "(410)"),
    "too often": (STATUSES[429], Condition.LIMITED, "(429)"),
    "failing": (STATUSES[503], Condition.DOWN, "(503)"),
    "empty": (b" ", Condition.MALFORMED, "empty answer"),
    "malformed": (b"<rss><chan", Condition.MALFORMED, ""),
    "not XML": (b"\x00\x01\x02 no feed", Condition.MALFORMED, ""),
    "a page": (page("Log in to go on."), Condition.WALLED, "a web page and no feed"),
    "a fault of ours": (RuntimeError("no reader bears it"), Condition.MALFORMED, "Report it"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk that watches two feeds, which tell of 12 dead."""
    made = Desk(tmp_path)
    made.configure(BOTH)
    made.web.gives |= {PRESS: feed(item(told(12))), COURIER: feed(item(told(12), link="https://courier.example/1"))}
    return made


@pytest.mark.parametrize(("gives", "condition", "why"), TROUBLES.values(), ids=TROUBLES)
def test_a_feed_in_trouble_is_told_of_and_nothing_is_missed(
    desk: Desk, gives: bytes | Answer | Exception, condition: Condition, why: str
) -> None:
    desk.watch()
    desk.web.gives[PRESS] = gives
    status = desk.watch(HOUR)
    press, courier = place(status), place(status, 1)
    assert (press.condition, courier.condition) == (condition, Condition.WELL)
    assert why in press.why
    assert press.why
    assert (press.failures > 0, courier.failures) == (True, 0)
    assert desk.web.times(PRESS) < desk.web.times(COURIER)
    desk.web.gives[PRESS] = feed(item(told(15)), item("Nobody was hurt in Ansel.", guid="2", title="Storm in Ansel"))
    desk.clock.at += DAY + 3 * HOUR
    press = place(desk.watch())
    assert (press.condition, press.why) == (Condition.WELL, "")
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]
    assert len(desk.versions()) == 4


def test_bytes_that_come_back_after_an_outage_are_not_read_again(desk: Desk) -> None:
    desk.watch()
    known = desk.web.gives[PRESS]
    desk.web.gives[PRESS] = STATUSES[500]
    desk.watch(HOUR)
    desk.web.gives[PRESS] = known
    desk.clock.at += 3 * HOUR
    desk.watch()
    assert (len(desk.versions()), desk.alerts()) == (2, ())


@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS)
def test_a_wall_before_a_page_is_told_as_such_and_alerts_nobody(desk: Desk, wall: str) -> None:
    long = told(12, "Rescuers searched the water until noon. The harbour of Port Ansel was closed for the day.")
    desk.configure(source("Ministry", PAGE, "pages"))
    desk.web.gives[PAGE] = page(long)
    desk.watch()
    desk.web.gives[PAGE] = f"<!doctype html><html lang=en><body><main>{wall}</main></body></html>".encode()
    for _ in range(2):  # it is asked again, and is as it was
        poll = place(desk.watch(20 * MINUTE))
        assert poll.condition is Condition.WALLED
        assert poll.why
    desk.web.gives[PAGE] = page(long)
    poll = place(desk.watch(2 * HOUR))
    assert (poll.condition, poll.why) == (Condition.WELL, "")
    assert desk.alerts() == ()
    desk.web.gives[PAGE] = page(long.replace("12", "15"))
    desk.watch()
    assert [values(alert) for alert in desk.alerts()] == [("12", "15")]
    states = [version.state for version in desk.versions()]
    assert states.count(VersionState.STUB) == 1


def test_a_page_that_is_gone_and_comes_back(desk: Desk) -> None:
    desk.configure(source("Ministry", PAGE, "pages"))
    desk.web.gives[PAGE] = page(told(12))
    desk.watch()
    desk.web.gives[PAGE] = STATUSES[404]
    poll = place(desk.watch())
    assert poll.condition is Condition.GONE
    desk.web.gives[PAGE] = page(told(12))
    desk.clock.at += DAY + 3 * HOUR
    desk.watch()
    assert [version.state for version in desk.versions()] == ["article", "gone", "article"]
    assert desk.alerts() == ()


def _fill(watcher: Watcher, most: int) -> None:
    with watcher._versions._session.reading() as connection:
        connection.execute(f"PRAGMA max_page_count = {most}")


def test_on_a_full_disk_it_goes_on_and_tells_all_when_there_is_room(desk: Desk) -> None:
    chance = random.Random(5)  # noqa: S311 - bytes that can not be packed, and no secret
    with desk.watching() as watcher:
        watcher.run(until=desk.clock.at + 10 * MINUTE)
        _fill(watcher, 1)
        padding = chance.randbytes(60_000).hex()
        desk.web.gives |= {
            PRESS: feed(item(f"<span title='{padding}'></span>{told(15)}")),
            COURIER: feed(item(told(21), link="https://courier.example/1")),
        }
        watcher.run(until=desk.clock.at + HOUR)
        assert "disk is full" in watcher.status().trouble
        _fill(watcher, 1_000_000)
        watcher.run(until=desk.clock.at + HOUR)
        assert watcher.status().trouble == ""
    assert {"12 → 15", "12 → 21"} <= {" → ".join(values(alert)) for alert in desk.alerts()}
    assert Counter(line["key"] for line in desk.lines()) == Counter(alert.key for alert in desk.alerts())


@contextmanager
def _failing(monkeypatch: pytest.MonkeyPatch, at: int) -> Iterator[Callable[[], int]]:
    """The store can not be written at one time; gives how often it was asked to be."""
    writing, asked = Session.writing, [0]

    def write(session: Session) -> object:
        asked[0] += 1
        if asked[0] == at:
            raise StoreError("The disk is full, and nothing was written.", where="desk.sqlite", remedy="Make room.")
        return writing(session)

    with monkeypatch.context() as patched:
        patched.setattr(Session, "writing", write)
        yield lambda: asked[0]


def test_wherever_the_store_can_not_be_written_the_same_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes, writes = set(), 0
    for at in (0, *range(1, 40, 3)):
        folder = tmp_path / str(at)
        folder.mkdir()
        desk = Desk(folder)
        desk.configure(source("Press", PRESS))
        desk.web.gives[PRESS] = feed(item(told(12)))
        desk.watch()
        desk.web.gives[PRESS] = feed(item(told(15)))
        with desk.watching() as watcher, _failing(monkeypatch, at) as asked:
            watcher.run(until=desk.clock.at + 20 * MINUTE)
            writes = max(writes, asked())
        outcomes.add(tuple(line["key"] for line in desk.lines()))
    assert writes > 10
    assert [len(keys) for keys in outcomes] == [1]


def test_alerts_wait_where_their_file_can_not_be_written(desk: Desk) -> None:
    out = desk.folder / "out"
    out.mkdir()
    desk.configure(BOTH, alerts=TO_FILE.replace("alerts.jsonl", "out/alerts.jsonl"))
    with desk.watching() as watcher:
        watcher.run(until=desk.clock.at + 10 * MINUTE)
        out.rmdir()
        desk.web.gives[PRESS] = feed(item(told(15)))
        watcher.run(until=desk.clock.at + HOUR)
        ((_, many, why),) = watcher.status().waiting.messages
        assert (many, "Make its folder" in why) == (1, True)
        out.mkdir()
        watcher.run(until=desk.clock.at + 2 * HOUR)
        assert watcher.status().waiting.messages == ()
    assert [line["key"] for line in desk.lines("out/alerts.jsonl")] == [alert.key for alert in desk.alerts()]


def test_a_webhook_that_is_down_for_hours_gets_each_message_once_with_its_key(desk: Desk) -> None:
    with receiving() as (address, status, came):
        desk.configure(
            BOTH, alerts=f'[[alerts]]\nto = "webhook"\naddress = "{address}"\n{TO_FILE}', allow_private="true"
        )
        desk.watch()
        status[0] = 503
        desk.web.gives[PRESS] = feed(item(told(15)))
        desk.watch(2 * HOUR)
        desk.web.gives[PRESS] = feed(item(told(18)))
        waiting = desk.watch(2 * HOUR).waiting.messages
        ((_, many, why),) = waiting
        assert (many, "503" in why) == (2, True)
        assert [line["values"][-1]["label"] for line in desk.lines()] == ["15", "18"]  # it keeps no other waiting
        failed, status[0] = len(came), 204
        desk.clock.at -= 30 * DAY  # a clock that is set back does not make it wait longer
        assert desk.watch(7 * HOUR).waiting.messages == ()
    taken = came[failed:]
    assert len({key for key, _ in taken}) == len(taken) == 2
    assert set(came[:failed]) == set(taken)


class Hanging(Web):
    """A web whose servers take a question and say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.reached = threading.Event()
        self.let_go = threading.Event()

    def ask(self, request: Request) -> Answer:
        self.reached.set()
        self.let_go.wait(30)
        return super().ask(request)


def test_servers_that_do_not_answer_do_not_keep_it_from_ending(desk: Desk) -> None:
    desk.web = web = Hanging()
    with desk.watching() as watcher:
        run = threading.Thread(target=watcher.run)
        run.start()
        assert web.reached.wait(5)
        begun = time.monotonic()
        watcher.stop()
        run.join(5)
        assert not run.is_alive()
        assert time.monotonic() - begun < 2
    web.let_go.set()


def test_a_receiver_that_does_not_answer_does_not_keep_it_from_ending(desk: Desk) -> None:
    desk.watch()
    desk.web.gives[PRESS] = feed(item(told(15)))
    channel = '[[alerts]]\nto = "webhook"\naddress = "{}"\nname = "desk"\n'
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        desk.configure(BOTH, alerts=channel.format(address), allow_private="true")
        with desk.watching() as watcher:
            run = threading.Thread(target=watcher.run)
            run.start()
            server.settimeout(5)
            connection, _ = server.accept()
            begun = time.monotonic()
            watcher.stop()
            run.join(5)
            assert not run.is_alive()
            assert time.monotonic() - begun < 2
            assert [many for _, many, _ in watcher.status().waiting.messages] == [1]
        connection.close()
    with receiving() as (address, _, came):
        desk.configure(BOTH, alerts=channel.format(address), allow_private="true")
        assert desk.watch().waiting.messages == ()
        assert len(came) == 1


def test_a_text_that_trips_the_rules_is_kept_and_holds_up_no_other(desk: Desk, monkeypatch, caplog) -> None:
    judged = judge

    def trips(news: News, settings: Settings) -> Judged:
        if "18" in news.new.document.text:
            raise RecursionError
        return judged(news, settings)

    monkeypatch.setattr(working, "judge", trips)
    desk.configure(source("Press", PRESS))
    for toll in (12, 18, 19):
        desk.web.gives[PRESS] = feed(item(told(toll)))
        desk.watch()
    assert [(version.state, bool(version.why)) for version in desk.versions()] == [
        ("article", False),
        ("article", True),
        ("article", False),
    ]
    assert "could not be compared" in caplog.text
    assert [values(alert) for alert in desk.alerts()] == [("18", "19")]


def test_a_store_that_is_taken_away_ends_it(desk: Desk) -> None:
    desk.configure(source("Press", PRESS))
    with desk.watching() as watcher:
        watcher.once()
        (desk.folder / "desk.sqlite").rename(desk.folder / "elsewhere.sqlite")
        with pytest.raises(StoreBroken, match="taken away"):
            watcher.run(until=desk.clock.now() + HOUR)


def test_a_source_that_comes_into_trouble_is_a_line_in_the_log_and_so_is_its_end(desk: Desk, caplog) -> None:
    desk.configure(source("Press", PRESS))
    for given in (feed(item(told(12))), STATUSES[503], STATUSES[503], feed(item(told(12)))):
        desk.web.gives[PRESS] = given
        desk.watch(HOUR)
    lines = [record.getMessage() for record in caplog.records]
    assert [line.split(":")[0] for line in lines] == ["Press is down", "Press is well again."]


def test_an_article_that_changed_in_the_same_look_is_not_stale_by_what_it_was(desk: Desk) -> None:
    desk.configure(source("Press", PRESS), source("Courier", COURIER))
    for cost in (31, 29):
        text = f"The ferry Ansel burned in Port Ansel. The repair cost {cost} million pounds, its owner said."
        desk.web.gives[PRESS] = desk.web.gives[COURIER] = feed(item(text))
        desk.watch(HOUR)
        desk.clock.at += 3 * HOUR  # both are due at once
    assert [alert.kind for alert in desk.alerts()] == [AlertKind.UNLABELLED_CHANGE] * 2


def test_what_a_source_gave_under_another_name_is_held_against_nobody(desk: Desk) -> None:
    desk.configure(source("Press", PRESS))
    desk.web.gives[PRESS] = feed(item(told(12)))
    desk.watch()
    desk.configure(source("The Press", PRESS))
    for text in (told(12), f"Correction: an earlier version gave a wrong toll. {told(9)}"):
        desk.web.gives[PRESS] = feed(item(text))
        desk.watch()
    assert all(alert.sources == ("The Press",) for alert in desk.alerts())
