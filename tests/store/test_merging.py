"""What two desks decided in stores of their own comes together: nothing is lost, and where they differ is said."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.decided import PROGRAM, Action, Event, Ruling, Status
from discrepancy.errors import Malformed
from discrepancy.store import Incoming, Merged, Store, open_store
from tests.store.builders import STORY, decide, event, incoming, reopened, snapshot

OTHER = snapshot("NUM001-b2", ("12", "15"))


@pytest.fixture
def desks(tmp_path: Path):
    """Two stores."""
    with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "two.db") as two:
        yield one, two


def bring(here: Store, there: Store) -> Merged:
    """Import all that is there."""
    return here.merge(incoming(list(there.events())))


def told(store: Store) -> set[tuple[str, str, str]]:
    return {(each.id, each.who, each.note) for each in store.events()}


def test_into_an_empty_store(desks: tuple[Store, Store]) -> None:
    one, two = desks
    first = decide(one)
    reopened(one, first, OTHER)
    one.withdraw(STORY, OTHER, who="Ada", seen=first.last)
    assert bring(two, one) == Merged(added=3, known=0)
    assert list(two.events()) == list(one.events())  # into an empty store they come with the very hashes
    assert two.verify() == one.verify()


def test_what_is_here_already_is_passed_over(desks: tuple[Store, Store]) -> None:
    one, two = desks
    decide(one)
    decide(two, snapshot("NUM001-2"))
    assert bring(one, two) == Merged(added=1, known=0)
    assert bring(two, one) == Merged(added=1, known=1)
    assert bring(two, one) == Merged(added=0, known=2)
    assert told(one) == told(two)
    assert one.verify().events == two.verify().events == 2


def test_two_desks_at_one_finding_have_one_matter_and_the_later_decision_holds(desks: tuple[Store, Store]) -> None:
    one, two = desks
    early = decide(one, ruling=Ruling.DISMISSED)
    time.sleep(0.005)  # of the same millisecond nobody is later
    late = two.decide(STORY, snapshot(), Ruling.CONFIRMED, who="Bo", note="I called.")
    two.comment(STORY, snapshot(), who="Cy", note="So did I.")
    for here, there in (desks, desks[::-1]):
        merged = bring(here, there)
        (matter,) = here.matters(STORY)
        assert matter.decision is not None
        assert (matter.decision.who, len(matter.comments)) == ("Bo", 1)
        if here is one:
            (found,) = merged.disagreements
            assert (found.here, found.there.id, found.holds.who) == (early.decision, late.id, "Bo")
        here.verify()
    assert told(one) == told(two)
    assert [m.decision and m.decision.id for m in one.matters(STORY)] == [
        m.decision and m.decision.id for m in two.matters(STORY)
    ]


def test_what_was_decided_with_the_other_in_view_is_no_disagreement(desks: tuple[Store, Store]) -> None:
    one, two = desks
    decide(one, ruling=Ruling.DISMISSED)
    bring(two, one)
    decide(two, ruling=Ruling.CONFIRMED)
    assert bring(one, two) == Merged(added=1, known=1)
    assert [each.status for each in one.matters(STORY)] == [Status.DECIDED]


def test_a_matter_that_went_on_here_takes_what_was_said_of_it_before(desks: tuple[Store, Store]) -> None:
    one, two = desks
    reopened(one, decide(one), OTHER)
    two.comment(STORY, snapshot(), who="Bo", note="hm")
    bring(one, two)
    (matter,) = one.matters(STORY)
    assert len(matter.comments) == 1


def test_part_of_a_log_can_follow_later(desks: tuple[Store, Store]) -> None:
    one, two = desks
    decide(one)
    bring(two, one)
    one.comment(STORY, snapshot(), who="Bo", note="hm")
    assert two.merge(incoming(list(one.events(after=1)))) == Merged(added=1, known=0)
    assert two.matters(STORY) == one.matters(STORY)


def test_of_one_millisecond_both_desks_see_the_same(desks: tuple[Store, Store]) -> None:
    one, two = desks
    ours, theirs = (event(1, Action.DECIDED, ruling=Ruling.ASK, id=id_ * 32, matter=id_ * 32) for id_ in "ab")
    one.merge(incoming([ours]))
    two.merge(incoming([theirs]))
    bring(one, two)
    bring(two, one)
    assert [each.matters(STORY)[0].last for each in desks] == ["b" * 32] * 2


D1 = event(1, Action.DECIDED, ruling=Ruling.CONFIRMED)
BAD: dict[str, tuple[list[Event], str]] = {
    "says something else": ([D1, replace(D1, who="Bo")], "line 2: event .* says something else"),
    "no first event": ([replace(D1, matter="f" * 32)], "line 1: its matter .* begins with an event"),
    "another story": ([D1, event(2, Action.COMMENTED, note="x", story="y")], "line 2: .* of another story"),
    "no ruling": ([replace(D1, ruling=None)], "a ruling goes with a decision"),
    "a ruling too many": ([D1, event(2, Action.COMMENTED, ruling=Ruling.ASK)], "line 2: a ruling goes with"),
    "undoes nothing": ([D1, event(2, Action.WITHDRAWN)], "line 2: what is undone goes with"),
    "undoes what is not": ([D1, event(2, Action.WITHDRAWN, undoes="f" * 32)], "line 2: it undoes f+, which is no"),
    "undoes a comment": (
        [event(1, Action.COMMENTED, note="x"), event(2, Action.WITHDRAWN, undoes=f"{1:032x}")],
        "line 2: it undoes .* which is no decision",
    ),
    "nobody": ([replace(D1, who=" ")], "line 1: ' ' can not have decided"),
    "the program decides": ([replace(D1, who=PROGRAM)], "can not have decided"),
    "a person resolves": ([D1, event(2, Action.RESOLVED, who="Ada")], "line 2: 'Ada' can not have resolved"),
    "half a character": ([replace(D1, note="\ud83d")], "line 1: it holds half of a character"),
}


@pytest.mark.parametrize(("events", "told_"), BAD.values(), ids=BAD)
def test_all_or_nothing(store: Store, events: list[Event], told_: str) -> None:
    good = event(7, Action.COMMENTED, note="x", matter=f"{7:032x}", snapshot=OTHER)
    with pytest.raises(Malformed, match=told_):
        store.merge(incoming([*events, good]))
    assert list(store.events()) == []


def test_lines_in_any_order(store: Store) -> None:
    later = event(2, Action.COMMENTED, note="x")
    assert store.merge([Incoming(line=1, event=later), Incoming(line=2, event=D1)]) == Merged(added=2, known=0)
    assert store.verify().events == 2
