"""Places that are looked at come back as they were put, and are due in the order of their times."""

import pytest

from discrepancy.errors import StoreBroken
from discrepancy.followed import Condition
from discrepancy.store.versions import Versions
from tests.store.versions.builders import later, poll


def test_a_place_comes_back_as_it_was_put(versions: Versions) -> None:
    full = poll(
        condition=Condition.LIMITED,
        why="asks to be left alone \N{EN DASH} for a while",
        failures=3,
        unchanged=4,
        asked_at=later(1),
        answered_at=later(2),
        changed_at=later(3),
        etag='W/"x"',
        modified="Sat, 01 Mar 2031 09:00:00 GMT",
        digest="ab" * 32,
        items=12,
    )
    for each in (poll(), full):
        versions.put_poll(each)
        assert versions.poll(each.key) == each
    assert versions.polls() == (full,)
    versions.drop_poll(full.key)
    assert versions.poll(full.key) is None
    assert versions.polls() == ()


def test_those_are_due_whose_time_has_come_the_longest_due_first(versions: Versions) -> None:
    assert versions.next_due() is None
    for key, minutes in (("c", 5), ("b", 5), ("a", 9), ("d", 1)):
        versions.put_poll(poll(key, minutes))
    assert versions.next_due() == later(1)
    assert [each.key for each in versions.due(later(5), 10)] == ["d", "b", "c"]
    assert [each.key for each in versions.due(later(60), 2)] == ["d", "b"]
    assert versions.due(later(0.9), 10) == ()


def test_a_place_that_was_tampered_with_is_told(versions: Versions) -> None:
    versions.put_poll(poll())
    for change, told in (
        ("UPDATE watched_polls SET condition = 'x'", "in the place of one of new, well"),
        ("UPDATE watched_polls SET asked_at = 'x'", "in the place of a time"),
    ):
        with versions._session.writing() as connection:
            connection.execute(change)
        with pytest.raises(StoreBroken, match=told) as raised:
            versions.polls()
        assert raised.value.where == str(versions.path)
        versions.put_poll(poll())
