"""What people and checks write, what is refused, and what is seen of it."""

import datetime as dt
from collections.abc import Callable

import pytest

from discrepancy.decided import PROGRAM, Action, Ruling, Status
from discrepancy.errors import Conflict, StoreError, Unknown, UsageError
from discrepancy.store import DecidedMeanwhile, Step, Store, migrating, open_store
from tests.store.builders import STORY, decide, reopened, snapshot

OTHER = snapshot("NUM001-b2", ("12", "15"))


def test_a_decision_is_there_when_the_store_is_opened_again(store: Store) -> None:
    made = store.decide(STORY, snapshot(), Ruling.DISMISSED, who="  Ada  Quill ", note=" The later count.\n")
    assert made.decision is not None
    assert (made.decision.who, made.decision.note, made.status) == ("Ada Quill", "The later count.", Status.DECIDED)
    assert made.last == made.decision.id == made.id
    store.close()
    with open_store(store.path, read_only=True) as again:
        assert again.matters(STORY) == (made,)
        assert again.matter(made.id) == made
        assert again.stories() == (STORY,)


def test_undo_and_undo_again(store: Store) -> None:
    first = decide(store)
    second = decide(store, ruling=Ruling.ACCEPTABLE)
    back = store.withdraw(STORY, snapshot(), who="Ada", seen=second.last)
    assert back.decision == first.decision
    assert store.withdraw(STORY, snapshot(), who="Ada", seen=back.last).status is Status.NEW
    assert [each.action.value for each in store.events()] == ["decided", "decided", "withdrawn", "withdrawn"]


def test_to_assign_and_to_say_something(store: Store) -> None:
    store.assign(STORY, snapshot(), who="Ada", assignee="Bo")
    matter = store.comment(STORY, snapshot(), who="Bo", note="Called the coast guard.")
    assert (matter.assignee, matter.status, [each.note for each in matter.comments]) == (
        "Bo", Status.NEW, ["Called the coast guard."],
    )  # fmt: skip
    assert store.assign(STORY, snapshot(), who="Bo", assignee=" ").assignee == ""


REFUSED = {
    "nobody": (UsageError, "not said who", {"who": " \n"}),
    "the program": (UsageError, "the name under which", {"who": PROGRAM}),
    "a name without an end": (UsageError, "is none", {"who": "A" * 201}),
    "no reason": (UsageError, "for a reason", {"ruling": Ruling.DISMISSED, "note": " "}),
    "no question": (UsageError, "has to be said", {"ruling": Ruling.ASK, "note": ""}),
    "a note without an end": (UsageError, "the most", {"note": "x" * 20_001}),
    "seen what is not": (Unknown, "no event", {"seen": "0" * 32}),
}


@pytest.mark.parametrize(("error", "told", "fields"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_not_written(
    store: Store, error: type[Exception], told: str, fields: dict[str, str]
) -> None:
    given = {"ruling": Ruling.CONFIRMED, "who": "Ada", **fields}
    with pytest.raises(error, match=told):
        store.decide(STORY, snapshot(), **given)  # type: ignore[arg-type] # a table gives the fields by name
    assert list(store.events()) == []


def test_an_empty_comment_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="empty"):
        store.comment(STORY, snapshot(), who="Ada", note=" ")


def test_nothing_to_take_back(store: Store) -> None:
    with pytest.raises(Unknown, match="no decision"):
        store.withdraw(STORY, snapshot(), who="Ada")
    last = store.comment(STORY, snapshot(), who="Ada", note="hm").last
    with pytest.raises(Unknown, match="no decision"):
        store.withdraw(STORY, snapshot(), who="Ada", seen=last)
    with pytest.raises(Unknown, match="no matter"):
        store.matter("0" * 32)


@pytest.mark.parametrize(
    "second",
    [
        lambda store: store.decide(STORY, snapshot(), Ruling.CONFIRMED, who="Bo", seen=""),
        lambda store: store.withdraw(STORY, snapshot(), who="Bo", seen=""),
        lambda store: store.assign(STORY, snapshot(), who="Bo", assignee="Bo", seen=""),
    ],
    ids=["decide", "withdraw", "assign"],
)
def test_who_has_not_seen_the_last_act_is_told_of_it(store: Store, second) -> None:
    first = decide(store, ruling=Ruling.DISMISSED)
    with pytest.raises(Conflict, match="Ada decided “dismissed” at ") as raised:
        second(store)
    assert isinstance(raised.value, DecidedMeanwhile)
    assert raised.value.matter == first
    assert len(list(store.events())) == 1


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda store: store.comment(STORY, snapshot(), who="Cy", note="hm"), "Cy commented on it"),
        (lambda store: store.assign(STORY, snapshot(), who="Cy", assignee="Bo"), "Cy assigned it to Bo"),
        (lambda store: store.assign(STORY, snapshot(), who="Cy", assignee=""), "Cy assigned it to nobody"),
    ],
)
def test_a_conflict_says_what_was_done(store: Store, act, told: str) -> None:
    act(store)
    with pytest.raises(Conflict, match=told):
        store.decide(STORY, snapshot(), Ruling.CONFIRMED, who="Ada")


def test_a_matter_that_went_on_to_other_values_is_shown_to_who_saw_it_before(store: Store) -> None:
    first = decide(store)
    now = reopened(store, first, OTHER)
    with pytest.raises(Conflict) as raised:
        store.decide(STORY, snapshot(), Ruling.CONFIRMED, who="Bo", seen=first.last)
    assert getattr(raised.value, "matter", None) == now
    assert store.decide(STORY, OTHER, Ruling.CONFIRMED, who="Bo", seen=now.last).id == first.id


def test_stories_have_their_own_matters(store: Store) -> None:
    ours, theirs = (store.decide(story, snapshot(), Ruling.CONFIRMED, who="Ada") for story in ("ferry", "harbour"))
    assert ours.id != theirs.id
    assert store.stories() == ("ferry", "harbour")
    assert store.matters("harbour") == (theirs,)
    assert [each.story for each in store.events("harbour")] == ["harbour"]
    assert [each.matter for each in store.events(matter=ours.id)] == [ours.id]
    for after, seen in ((-(2**70), [1, 2]), (1, [2]), (2**70, [])):
        assert [each.seq for each in store.events(after=after)] == seen


def test_a_name_that_is_no_unicode_is_a_key_as_any_other(store: Store) -> None:
    made = store.decide("caf\udce9", snapshot("x\ud800"), Ruling.CONFIRMED, who="Ada\udce9")
    assert store.matters("caf\udce9") == (made,)
    with pytest.raises(Conflict):
        store.decide("caf\udce9", snapshot("x\ud800"), Ruling.CONFIRMED, who="Bo")
    assert store.verify().events == 1


def test_what_a_check_makes_of_it(store: Store) -> None:
    first = decide(store, ruling=Ruling.CORRECTED)
    now = reopened(store, first, OTHER)
    assert (now.status, now.finding, now.decision) == (Status.REOPENED, OTHER.finding, first.decision)
    assert now.reopened is not None
    assert (now.reopened.who, now.reopened.changed and now.reopened.changed.params["came"]) == (PROGRAM, ("15",))
    store.record(STORY, [Step(matter=first.id, action=Action.RESOLVED, snapshot=OTHER)])
    assert store.matter(first.id).status is Status.RESOLVED
    assert store.matter(first.id).last == first.last


STEPS = (Action.FOLLOWED, Action.REOPENED, Action.RESOLVED)


@pytest.mark.parametrize("action", STEPS)
def test_two_checks_that_see_the_same_write_it_once(store: Store, action: Action) -> None:
    matter = decide(store)
    for _ in range(2):
        store.record(STORY, [Step(matter=matter.id, action=action, snapshot=OTHER)])
    assert [each.action for each in store.events()] == [Action.DECIDED, action]


def test_a_check_writes_all_or_nothing(store: Store) -> None:
    matter = decide(store)
    good = Step(matter=matter.id, action=Action.REOPENED, snapshot=OTHER)
    for bad in (
        Step(matter="0" * 32, action=Action.RESOLVED, snapshot=OTHER),
        Step(matter=matter.id, action=Action.DECIDED, snapshot=OTHER),
    ):
        with pytest.raises((Unknown, UsageError)):
            store.record(STORY, [good, bad])
    with pytest.raises(Unknown, match="another story"):
        store.record("harbour", [good])
    store.record(STORY, [])
    assert len(list(store.events())) == 1


def test_a_clock_that_goes_back_changes_no_order(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = decide(store)

    class Earlier(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "Earlier":
            return cls(2001, 1, 1, tzinfo=tz)

    monkeypatch.setattr("discrepancy.store.store.dt.datetime", Earlier)
    second = decide(store, ruling=Ruling.ACCEPTABLE)
    assert second.decision is not None
    assert first.decision is not None
    assert second.decision.ruling is Ruling.ACCEPTABLE
    assert second.decision.at == first.decision.at + dt.timedelta(milliseconds=1)


def test_long_logs_are_read_in_pieces(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(5):
        decide(store, snapshot(f"NUM001-{n}"))
    for size in (1, 2, 5):
        monkeypatch.setattr("discrepancy.store.store.PAGE", size)
        assert [each.seq for each in store.events()] == [1, 2, 3, 4, 5]


def _work_of(store: Store, act: Callable[[], object]) -> int:
    """How much SQLite has to do for it, in tens of its own steps."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with store._session.reading() as connection:
        connection.set_progress_handler(count, 10)
        act()
        connection.set_progress_handler(None, 0)
    return steps


def test_a_decision_takes_no_longer_in_a_large_story(store: Store) -> None:
    spent = []
    for upto in (20, 400):
        for n in range(len(store.matters(STORY)), upto):
            store.decide(STORY, snapshot(f"NUM001-{n}"), Ruling.CONFIRMED, who="Ada")
        spent.append(_work_of(store, lambda: store.comment(STORY, snapshot("NUM001-7"), who="Bo", note="hm")))
    assert spent[1] < spent[0] * 1.5


def test_health(store: Store) -> None:
    decide(store)
    found = store.health()
    assert (found.version, found.events, found.matters, found.stories, found.integrity) == (
        max(migrating.migrations()),
        1,
        1,
        1,
        "",
    )
    assert found.head == store.verify().head
    assert found.size >= store.path.stat().st_size > 0


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.stories()
