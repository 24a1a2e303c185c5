"""What a store keeps comes back as it was, types and all; what is not of its shape is told in a sentence."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.decided import Action, Ruling, Snapshot, time_as_text
from discrepancy.said import Message
from discrepancy.store import event_as_json, event_from_json, snapshot_as_json, snapshot_from_json
from discrepancy.store.as_json import message_as_json, message_from_json, time_from_text
from discrepancy.store.canonical import canonical
from tests.store.builders import event, snapshot

any_text = st.text(st.characters(), max_size=8)  # halves of surrogate pairs, too
params = st.recursive(
    any_text | st.integers() | st.decimals(allow_nan=False) | st.dates() | st.datetimes(timezones=st.just(dt.UTC)),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(Message, any_text, st.dictionaries(any_text, inner, max_size=2))
    ),
    max_leaves=6,
)


@given(st.builds(Message, any_text, st.dictionaries(any_text, params, max_size=2)))
def test_a_message_comes_back(message: Message) -> None:
    written = canonical(message_as_json(message))
    back = message_from_json(json.loads(written))
    assert back == message
    assert canonical(message_as_json(back)) == written  # 1.0 and 1.00, a date and a time: equal is not enough


@given(any_text, st.lists(any_text, max_size=3), st.sampled_from(("", "rounding")))
def test_a_snapshot_comes_back(words: str, values: list[str], reconciliation: str) -> None:
    shot = snapshot(words or "x", tuple(values))
    shot = Snapshot(**{name: getattr(shot, name) for name in shot.__slots__} | {"reconciliation": reconciliation})
    assert snapshot_from_json(json.loads(canonical(snapshot_as_json(shot)))) == shot


@pytest.mark.parametrize(
    "fields",
    [
        {"action": Action.DECIDED, "ruling": Ruling.DISMISSED, "note": "Ça va\n— “fine” \ud83d"},
        {"action": Action.WITHDRAWN, "undoes": "f" * 32},
        {"action": Action.ASSIGNED, "assignee": "Bo Ström"},
        {"action": Action.REOPENED, "changed": Message("x", {"n": Decimal("1.50"), "of": (Message("y"), "a", 3)})},
    ],
    ids=lambda fields: fields["action"].value,
)
def test_an_event_comes_back(fields: dict[str, object]) -> None:
    made = event(3, **fields)  # type: ignore[arg-type] # a table gives the fields by name
    assert event_from_json(json.loads(canonical(event_as_json(made)))) == made


def test_times_are_in_utc_to_the_millisecond_and_sort_as_text() -> None:
    early = dt.datetime(2024, 3, 14, 11, 0, 0, 5999, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert time_as_text(early) == "2024-03-14T09:00:00.005Z"
    assert time_from_text("2024-03-14T09:00:00.005Z") == dt.datetime(2024, 3, 14, 9, 0, 0, 5000, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "1"}, "id is not 32 hexadecimal digits"),
        ({"id": None}, "id is missing"),
        ({"at": "14 March"}, "is no time"),
        ({"at": "2024-13-14T09:00:00.000Z"}, "month"),
        ({"action": "deleted"}, "'deleted' is none of decided"),
        ({"ruling": "wrong"}, "'wrong' is none of confirmed"),
        ({"seq": "1"}, "seq is no whole number"),
        ({"seq": True}, "seq is no whole number"),
        ({"note": 3}, "note is missing, or no text"),
        ({"snapshot": None}, "a snapshot is not an object"),
        ({"snapshot": {}}, "finding is missing"),
        ({"changed": {"key": "x"}}, "a message's params is not an object"),
        ({"changed": {"key": "x", "params": {"a": {"decimal": "one"}}}}, "'one' is no number"),
        ({"changed": {"key": "x", "params": {"a": {"float": "1"}}}}, "of no known kind: float"),
        ({"changed": {"key": "x", "params": {"a": 1.5}}}, "a parameter is not an object"),
        ({"undoes": "x"}, "undoes is not 32"),
    ],
)
def test_what_is_not_of_its_shape_is_told(change: dict[str, object], told: str) -> None:
    raw = {**event_as_json(event(1, Action.DECIDED, ruling=Ruling.ASK)), **change}
    with pytest.raises(ValueError, match=told):
        event_from_json(raw)  # type: ignore[arg-type] # anything may stand in a file


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"values": "12"}, "values is missing, or no list"),
        ({"values": [{"label": "12"}]}, "places is missing"),
        ({"documents": [["a"]]}, "not an id and a hash"),
        ({"level": "grave"}, "'grave' is none of error"),
    ],
)
def test_what_is_not_of_a_snapshots_shape_is_told(change: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        snapshot_from_json({**snapshot_as_json(snapshot()), **change})  # type: ignore[dict-item] # as above


def test_nesting_has_an_end() -> None:
    deep: object = {"key": "x", "params": {}}
    for _ in range(50):
        deep = {"key": "x", "params": {"a": {"message": deep}}}
    with pytest.raises(ValueError, match="without an end"):
        message_from_json(deep)  # type: ignore[arg-type] # as above
