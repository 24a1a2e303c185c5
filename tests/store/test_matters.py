"""How a matter stands, from its events; what the file's own view says is the same."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.decided import Action, Event, Matter, Ruling, Status, time_as_text
from discrepancy.errors import DiscrepancyError
from discrepancy.store import Step, Store, matter_of, open_store
from tests.store.builders import STORY, decide, event, reopened, snapshot

D1 = event(1, Action.DECIDED, ruling=Ruling.DISMISSED, note="fine")
D2 = event(2, Action.DECIDED, ruling=Ruling.CONFIRMED)
OTHER = snapshot("NUM001-b2", ("12", "15"))


def then(n: int, action: Action, **fields: object) -> Event:
    return event(n, action, **fields)


CASES = {
    "one decision": ([D1], Status.DECIDED, D1),
    "a later one holds": ([D1, D2], Status.DECIDED, D2),
    "taken back": ([D1, then(2, Action.WITHDRAWN, undoes=D1.id)], Status.NEW, None),
    "the one before holds again": ([D1, D2, then(3, Action.WITHDRAWN, undoes=D2.id)], Status.DECIDED, D1),
    "taken back twice": (
        [D1, D2, then(3, Action.WITHDRAWN, undoes=D2.id), then(4, Action.WITHDRAWN, undoes=D1.id)],
        Status.NEW,
        None,
    ),
    "only said": ([then(1, Action.COMMENTED, note="hm")], Status.NEW, None),
    "followed": ([D1, then(2, Action.FOLLOWED)], Status.DECIDED, D1),
    "gone": ([D1, then(2, Action.RESOLVED)], Status.RESOLVED, D1),
    "back again": ([D1, then(2, Action.RESOLVED), then(3, Action.FOLLOWED)], Status.DECIDED, D1),
    "other values": ([D1, then(2, Action.REOPENED, snapshot=OTHER)], Status.REOPENED, D1),
    "other values, gone, back": (
        [D1, then(2, Action.REOPENED, snapshot=OTHER), then(3, Action.RESOLVED), then(4, Action.FOLLOWED)],
        Status.REOPENED,
        D1,
    ),
    "other values, decided anew": (
        [D1, then(2, Action.REOPENED), event(3, Action.DECIDED, ruling=Ruling.ASK)],
        Status.DECIDED,
        event(3, Action.DECIDED, ruling=Ruling.ASK),
    ),
    "decided anew and taken back": (
        [
            D1,
            then(2, Action.REOPENED),
            then(3, Action.DECIDED, ruling=Ruling.ASK),
            then(4, Action.WITHDRAWN, undoes=f"{3:032x}"),
        ],
        Status.REOPENED,
        D1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("events", "status", "decision"), CASES.values(), ids=CASES)
def test_a_matter_is_what_its_events_say(events: list[Event], status: Status, decision: Event | None) -> None:
    matter = matter_of(events)
    assert (matter.status, matter.decision) == (status, decision)
    assert (matter.reopened is not None) is (status is Status.REOPENED)
    assert matter_of(random.Random(3).sample(events, len(events))) == matter  # noqa: S311 - any order will do


def test_what_it_is_now_and_who_has_it() -> None:
    events = [D1, then(2, Action.ASSIGNED, assignee="Bo"), then(3, Action.REOPENED, snapshot=OTHER)]
    said = then(4, Action.COMMENTED, note="hm", snapshot=OTHER)
    matter = matter_of([*events, said, then(5, Action.RESOLVED)])
    assert (matter.finding, matter.snapshot, matter.assignee, matter.comments) == (OTHER.finding, OTHER, "Bo", (said,))
    assert matter.last == said.id
    assert matter_of([*events, then(6, Action.ASSIGNED, assignee="")]).assignee == ""


def test_what_another_desk_did_earlier_does_not_hold() -> None:
    """Its event was merged in later, and stands behind in the log."""
    early = event(9, Action.DECIDED, ruling=Ruling.CONFIRMED, at=event(0, Action.DECIDED).at)
    assert matter_of([D1, early]).decision == D1


def _as_viewed(matter: Matter) -> tuple[str | None, ...]:
    held = matter.decision
    decision = (held.ruling, held.who, time_as_text(held.at), held.note) if held else (None, None, None, "")
    return (matter.id, matter.story, matter.finding, matter.status, *decision, matter.assignee, matter.last)


def _step(store: Store, draw: st.DataObject) -> None:
    """Something that people or a check may do; what is refused changes nothing."""
    shot = draw.draw(st.sampled_from((snapshot(), OTHER)))
    matters = store.matters(STORY)
    matter = draw.draw(st.sampled_from(matters)) if matters else None
    what = draw.draw(st.sampled_from(("decide", "withdraw", "assign", "comment", "reopen", "resolve", "follow")))
    match what:
        case "decide":
            decide(store, shot, draw.draw(st.sampled_from(Ruling)))
        case "withdraw":
            store.withdraw(STORY, shot, who="Bo", seen=matter.last if matter else "")
        case "assign":
            store.assign(STORY, shot, who="Bo", assignee=draw.draw(st.sampled_from(("", "Cy"))))
        case "comment":
            store.comment(STORY, shot, who="Cy", note="hm")
        case "reopen" if matter:
            reopened(store, matter, shot)
        case "resolve" if matter:
            store.record(STORY, [Step(matter=matter.id, action=Action.RESOLVED, snapshot=matter.snapshot)])
        case "follow" if matter:
            store.record(STORY, [Step(matter=matter.id, action=Action.FOLLOWED, snapshot=shot)])


@given(st.data())
def test_the_view_in_the_file_says_the_same(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    with open_store(tmp_path_factory.mktemp("view") / "a.db") as store:
        with store._session.reading() as connection:
            connection.execute("PRAGMA synchronous = OFF")  # nothing here is to outlive the test
        for _ in range(data.draw(st.integers(1, 8))):
            try:
                _step(store, data)
            except DiscrepancyError:
                continue
        with store._session.reading() as connection:
            viewed = set(connection.execute("SELECT * FROM standing"))
        assert viewed == {_as_viewed(matter) for matter in store.matters(STORY)}
        store.verify()
