"""An alert is added once, held back, let out with its messages, and each message is there until it is delivered."""

from dataclasses import replace

import pytest

from discrepancy.errors import StoreBroken, Unknown
from discrepancy.store.versions import Versions
from tests.store.versions.builders import OTHER, STORY, alert, found, later, telling, worked


def test_an_alert_is_added_once_and_comes_back_as_it_was(versions: Versions) -> None:
    assert versions.add_alert(alert(), due=later(10))
    assert not versions.add_alert(replace(alert(), subject="said otherwise"), due=later(1))
    assert versions.alerts() == (alert(),)
    assert versions.held() == ((alert(), later(10)),)


def test_alerts_of_a_story_and_of_a_time(versions: Versions) -> None:
    for n, story in ((1, STORY), (3, OTHER), (2, STORY)):
        versions.add_alert(alert(n, story=story), due=later(n))
    asked = (
        versions.alerts(),
        versions.alerts(STORY),
        versions.alerts(since=later(2)),
        versions.alerts(STORY, later(2)),
        versions.alerts("nowhere"),
    )
    assert [[each.at for each in them] for them in asked] == [
        [later(n) for n in wanted] for wanted in ((1, 3, 2), (1, 2), (3, 2), (2,), ())
    ]


def test_what_is_let_out_is_held_no_more_and_told_the_last_first(versions: Versions) -> None:
    for n in (1, 2, 3, 4):
        versions.add_alert(alert(n), due=later(n))
    versions.release([alert(3).key], [])
    versions.release([alert(1).key, alert(2).key, alert(3).key], [])
    assert [each for each, _ in versions.held()] == [alert(4)]
    assert versions.told(10) == (alert(2), alert(1), alert(3))
    assert versions.told(1) == (alert(2),)


def test_a_message_stands_in_the_outbox_once_until_it_is_delivered(versions: Versions) -> None:
    first, second = telling(alert(1), alert(2), n=1), telling(alert(1), n=2, channel="atom")
    versions.release([], [first, second])
    versions.release([], [replace(first, title="otherwise")])
    assert versions.outbox() == (first, second)
    assert versions.outbox("atom") == (second,)
    versions.tried(first.id, next_at=later(5), why="503: the server is busy")
    assert versions.outbox("desk") == (replace(first, attempts=1, next_at=later(5), why="503: the server is busy"),)
    assert versions.outbox(now=later(4)) == (second,)
    assert len(versions.outbox(now=later(5))) == 2
    versions.delivered(first.id, later(6))
    versions.release([], [first])
    assert versions.outbox() == (second,)


def test_a_message_says_the_same_when_its_story_has_got_another_name(versions: Versions) -> None:
    for n, story in enumerate((STORY, OTHER)):
        worked(versions, found("a", f"guid:{n}"), story=story)
    sent = telling(alert(1))
    versions.add_alert(alert(1), due=later(1))
    versions.release([alert(1).key], [sent])
    versions.merge(OTHER, STORY)
    assert versions.outbox() == (sent,)
    assert [each.story for each in versions.told(9)] == [OTHER]


def test_messages_that_are_not_there(versions: Versions) -> None:
    with pytest.raises(Unknown, match="no message 'x'"):
        versions.tried("x", next_at=None, why="")
    with pytest.raises(Unknown, match="no message 'x'"):
        versions.delivered("x", later(1))


@pytest.mark.parametrize("body", ["{", "[]", '{"kind": "correction"}', '{"kind": "x", "level": "error"}', "null"])
def test_an_alert_that_was_tampered_with_is_told(versions: Versions, body: str) -> None:
    versions.add_alert(alert(), due=later(1))
    with versions._session.writing() as connection:
        connection.execute("UPDATE watched_alerts SET body = ?", [body])
    with pytest.raises(StoreBroken, match="can not be read"):
        versions.held()
