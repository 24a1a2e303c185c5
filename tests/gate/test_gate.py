"""A check held against an earlier report and against a store: what is new, known, decided, reopened, resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import discrepancy
from discrepancy.decided import PROGRAM, Action, Ruling, Status
from discrepancy.gate import against_baseline, against_store, counted, story_key
from discrepancy.model import Document, ReportData, Unread
from discrepancy.settings import Settings
from discrepancy.store import Store, open_store
from discrepancy.tracking import snapshots
from tests.builders import doc

STORY = "march"
WIRE = "Police arrested {} demonstrators after the march on Monday. The march began at the harbour in Norvik."
FERRY = "The ferry carried {} passengers when it ran aground off Norvik, the coast guard said."


def data(*figures: tuple[int, int]) -> ReportData:
    """The report of two versions, each with an arrest figure and a passenger figure."""
    versions = [document(name, *pair) for name, pair in zip(("courier", "wire"), figures, strict=True)]
    return discrepancy.check(versions).data


def document(name: str, arrested: int, carried: int) -> Document:
    return doc(f"{WIRE.format(arrested)}\n{FERRY.format(carried)}", id=name)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "decisions.db") as opened:
        yield opened


def statuses(report: ReportData) -> list[str]:
    assert [each.finding for each in report.reviews] == [each.id for each in report.findings]
    return [each.status.value for each in report.reviews]


def decide(store: Store, report: ReportData, ruling: Ruling, place: int = 0) -> None:
    store.decide(STORY, snapshots(report)[place], ruling, who="Ines Okafor", note="the police corrected it")


def actions(store: Store) -> list[Action]:
    return [event.action for event in store.events(STORY)]


BOTH = data((17, 60), (27, 80))
ONE = data((17, 60), (27, 60))


def test_the_reports_are_as_the_tests_take_them() -> None:
    assert (len(BOTH.findings), len(ONE.findings)) == (2, 1)


# --- against an earlier report ---


def test_what_stood_in_the_baseline_is_known_and_what_did_not_is_new() -> None:
    held = against_baseline(BOTH, snapshots(ONE))
    assert sorted(statuses(held)) == ["known", "new"]
    [new] = counted(held)
    assert new not in ONE.findings
    assert not held.resolved


def test_what_the_baseline_has_and_this_check_does_not_is_resolved() -> None:
    held = against_baseline(ONE, snapshots(BOTH))
    assert statuses(held) == ["known"]
    [gone] = held.resolved
    assert (gone.status, gone.id, gone.decision) == (Status.RESOLVED, "", None)
    assert gone.finding in {each.id for each in BOTH.findings}
    assert counted(held) == ()


def test_another_value_than_in_the_baseline_is_told_and_counts() -> None:
    held = against_baseline(data((17, 60), (29, 60)), snapshots(ONE))
    assert statuses(held) == ["reopened"]
    assert held.reviews[0].changed is not None
    assert counted(held) == held.findings


def test_against_an_empty_baseline_all_is_new() -> None:
    held = against_baseline(BOTH, ())
    assert statuses(held) == ["new", "new"]
    assert counted(held) == BOTH.findings


def test_held_against_nothing_all_counts() -> None:
    assert counted(BOTH) == BOTH.findings


# --- against a store ---


def test_a_store_without_decisions_writes_nothing(store: Store) -> None:
    held = against_store(BOTH, store, STORY)
    assert statuses(held) == ["new", "new"]
    assert actions(store) == []


@pytest.mark.parametrize("ruling", list(Ruling))
def test_a_decision_counts_unless_it_settles(store: Store, ruling: Ruling) -> None:
    decide(store, ONE, ruling)
    held = against_store(ONE, store, STORY)
    assert statuses(held) == ["decided"]
    assert bool(counted(held)) is not ruling.settles
    matter = held.reviews[0].matter
    assert matter is not None
    assert matter.decision is not None
    assert matter.decision.ruling is ruling


def test_the_same_check_again_writes_nothing(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    for _ in range(3):
        against_store(ONE, store, STORY)
    assert actions(store) == [Action.DECIDED]


def test_an_edit_elsewhere_in_the_texts_writes_nothing(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    versions = [replace(each, text=f"{each.text}\nNobody was hurt.") for each in ONE.documents]
    held = against_store(discrepancy.check(versions).data, store, STORY)
    assert statuses(held) == ["decided"]
    assert actions(store) == [Action.DECIDED]


def test_new_values_reopen_and_keep_the_earlier_decision(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    now = data((17, 60), (29, 60))
    for _ in range(2):  # the second check sees it reopened already, and says the same
        held = against_store(now, store, STORY)
        [review] = held.reviews
        assert (review.status, review.counts) == (Status.REOPENED, True)
        assert review.changed is not None
        assert review.matter is not None
        assert review.matter.decision is not None
        assert review.matter.decision.note == "the police corrected it"
        assert review.matter.finding == now.findings[0].id
    assert actions(store) == [Action.DECIDED, Action.REOPENED]
    assert [event.who for event in store.events(STORY)] == ["Ines Okafor", PROGRAM]


def test_a_decision_after_reopening_holds(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    now = data((17, 60), (29, 60))
    last = against_store(now, store, STORY).reviews[0].matter
    assert last is not None
    store.decide(STORY, snapshots(now)[0], Ruling.ACCEPTABLE, who="Bo Larsen", seen=last.last)
    held = against_store(now, store, STORY)
    assert statuses(held) == ["decided"]
    assert counted(held) == ()
    assert len(store.matters(STORY)) == 1


def test_what_vanishes_is_resolved_and_comes_back_as_it_was_decided(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    none = data((27, 60), (27, 60))
    for _ in range(2):
        held = against_store(none, store, STORY)
        assert [each.status for each in held.resolved] == [Status.RESOLVED]
        assert held.reviews == ()
    back = against_store(ONE, store, STORY)
    assert (statuses(back), back.resolved) == (["decided"], ())
    assert counted(back) == ()
    assert actions(store) == [Action.DECIDED, Action.RESOLVED, Action.FOLLOWED]


def test_what_may_be_missing_because_a_file_was_not_read_is_not_resolved(store: Store) -> None:
    decide(store, ONE, Ruling.CONFIRMED)
    alone = discrepancy.check(list(ONE.documents[:1])).data
    lost = replace(alone, unread=(Unread("wire.pdf", "is damaged.", "Send it again."),))
    assert against_store(lost, store, STORY).resolved == ()
    assert actions(store) == [Action.DECIDED]
    assert len(against_store(alone, store, STORY).resolved) == 1, "the version was taken away"


def test_what_a_rule_found_that_did_not_run_is_not_resolved(store: Store) -> None:
    """Switching a rule off says nothing of what it found: the log must not say that it is gone."""
    decide(store, ONE, Ruling.CONFIRMED)
    idle = discrepancy.check(ONE.documents, settings=Settings(without=(ONE.findings[0].rule,))).data
    assert (idle.findings, against_store(idle, store, STORY).resolved) == ((), ())
    assert against_baseline(idle, snapshots(ONE)).resolved == ()
    assert actions(store) == [Action.DECIDED]


def test_a_rule_without_the_house_style_that_it_needs_did_not_run() -> None:
    assert "NAM004" in ONE.off
    assert ONE.findings[0].rule not in ONE.off


def test_of_some_files_of_a_story_nothing_follows_for_the_others(store: Store) -> None:
    decide(store, ONE, Ruling.CORRECTED)
    alone = discrepancy.check(list(ONE.documents[:1])).data
    assert against_store(alone, store, STORY, whole=False).resolved == ()
    assert against_baseline(alone, snapshots(ONE), whole=False).resolved == ()
    assert actions(store) == [Action.DECIDED]


@pytest.mark.parametrize("figure", [27, 33])
def test_a_value_of_a_version_that_was_not_checked_has_not_gone(store: Store, figure: int) -> None:
    """Three versions, of which two are checked: neither a new value nor a text that changed, and nothing to write."""
    three = discrepancy.check([*ONE.documents, document("agency", figure, 60)]).data
    decide(store, three, Ruling.CORRECTED)
    for _ in range(2):
        assert statuses(against_store(ONE, store, STORY, whole=False)) == ["decided"]
    assert statuses(against_baseline(ONE, snapshots(three), whole=False)) == ["known"]
    assert statuses(against_store(three, store, STORY)) == ["decided"]
    assert actions(store) == [Action.DECIDED]


def test_another_value_reopens_though_not_every_version_was_checked(store: Store) -> None:
    decide(store, discrepancy.check([*ONE.documents, document("agency", 33, 60)]).data, Ruling.DISMISSED)
    held = against_store(data((17, 60), (29, 60)), store, STORY, whole=False)
    assert statuses(held) == ["reopened"]
    assert actions(store) == [Action.DECIDED, Action.REOPENED]


def test_what_was_corrected_is_decided_until_the_changed_text_still_has_it(store: Store) -> None:
    decide(store, ONE, Ruling.CORRECTED)
    assert statuses(against_store(ONE, store, STORY)) == ["decided"]
    edited = replace(ONE.documents[0], text=f"{ONE.documents[0].text} Nobody was hurt.")
    again = discrepancy.check([edited, ONE.documents[1]]).data
    for _ in range(2):
        held = against_store(again, store, STORY)
        [review] = held.reviews
        assert (review.status, review.counts) == (Status.REOPENED, True)
        assert review.changed is not None
        assert review.changed.key == "gate.still_there"
    assert actions(store) == [Action.DECIDED, Action.REOPENED]


def test_nothing_is_written_where_that_is_asked(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    held = against_store(data((17, 60), (29, 60)), store, STORY, record=False)
    assert statuses(held) == ["reopened"]
    assert len(against_store(data((27, 60), (27, 60)), store, STORY, record=False).resolved) == 1
    assert actions(store) == [Action.DECIDED]


def test_a_matter_with_a_comment_alone_is_new(store: Store) -> None:
    store.comment(STORY, snapshots(ONE)[0], who="Bo Larsen", note="asked the desk")
    held = against_store(data((17, 60), (29, 60)), store, STORY)
    assert statuses(held) == ["new"]
    assert held.reviews[0].matter is not None
    assert Action.REOPENED not in actions(store)


def test_stories_are_kept_apart(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    assert statuses(against_store(ONE, store, "ferry")) == ["new"]


def test_a_baseline_and_a_store_together(store: Store) -> None:
    decide(store, ONE, Ruling.DISMISSED)
    held = against_baseline(against_store(BOTH, store, STORY), snapshots(BOTH))
    assert sorted(statuses(held)) == ["decided", "known"]
    assert counted(held) == ()


# --- the key of a story ---


def test_the_key_is_the_name_of_the_folder_that_holds_all(tmp_path: Path) -> None:
    home = tmp_path / "march"
    (home / "late").mkdir(parents=True)
    for name in ("wire.txt", "late/courier.txt"):
        (home / name).touch()
    assert story_key([home]) == "march"
    assert story_key([home / "wire.txt", home / "late/courier.txt"]) == "march"
    assert story_key([home / "late"]) == "late"
    assert story_key([home], "  stated ") == "stated"


def test_the_key_does_not_depend_on_where_the_check_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "march").mkdir()
    monkeypatch.chdir(tmp_path / "march")
    assert story_key([Path()]) == "march"
    (tmp_path / "link").symlink_to(tmp_path / "march")
    assert story_key([tmp_path / "link"]) == "march"


def test_what_has_no_folder_has_a_key() -> None:
    assert story_key([]) == "story"
    assert story_key([Path("/")]) == "story"
