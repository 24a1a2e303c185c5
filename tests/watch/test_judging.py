"""What an editor should hear of, and what not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from discrepancy.decided import Action, Event, Matter, Ruling, Snapshot, Status
from discrepancy.followed import Alert, AlertKind
from discrepancy.messages import render
from discrepancy.model import Level, SourceRole
from tests.watch.versions import MORNING, document, judged, moved, told

FIRE = "A fire destroyed 31 houses in the village of Tarrow on Thursday, the fire service said.\nNobody was hurt."
CUT = FIRE.replace("31", "29")
NOTE = "Correction: An earlier version of this article said that 31 houses were destroyed. It was 29."
TOLL = "The quake in Tarrow killed 14 people on Thursday, the ministry said."
GROWN = TOLL.replace("14", "17")


def kinds(alerts: tuple[Alert, ...]) -> list[AlertKind]:
    return [alert.kind for alert in alerts]


def test_a_first_version_alone_is_quiet() -> None:
    assert judged(told(document(FIRE), "Meridian", 1)).alerts == ()


def test_a_silent_change_is_told() -> None:
    before = told(document(FIRE), "Meridian", 1)
    (alert,) = judged(told(document(CUT), "Meridian", 2), before=before).alerts
    assert alert.kind is AlertKind.UNLABELLED_CHANGE
    assert alert.level is Level.WARNING
    assert [(value.label, value.version) for value in alert.values] == [("31", 1), ("29", 2)]
    assert render(alert.summary) == "Meridian changed 31 to 29 (houses) and does not say so."
    assert alert.version == 2


def test_a_correction_is_told_as_one() -> None:
    before = told(document(FIRE), "Meridian", 1)
    (alert,) = judged(told(document(CUT, note=NOTE), "Meridian", 2), before=before).alerts
    assert alert.kind is AlertKind.CORRECTION
    assert render(alert.summary) == "Meridian corrected 31 to 29 (houses)."


def test_a_toll_that_grows_is_a_note() -> None:
    before = told(document(TOLL), "Meridian", 1)
    (alert,) = judged(told(document(GROWN), "Meridian", 2), before=before).alerts
    assert (alert.kind, alert.level) == (AlertKind.FIGURE_CHANGED, Level.NOTE)


def test_a_total_and_its_part_that_move_together_are_one_alert() -> None:
    before = told(document("The fire killed three people, two men and a woman, in Tarrow."), "Meridian", 1)
    after = told(document("The fire killed four people, three men and a woman, in Tarrow."), "Meridian", 2)
    assert [value.label for a in judged(after, before=before).alerts for value in a.values] == ["three", "four"]


def test_an_edit_of_style_alerts_nobody() -> None:
    before = told(document(FIRE), "Meridian", 1)
    after = told(document("Nobody was hurt.\nThirty-one houses burned down in Tarrow on Thursday."), "Meridian", 2)
    assert judged(after, before=before).alerts == ()


def test_who_has_the_corrected_value_is_stale() -> None:
    before, copy = told(document(FIRE), "Meridian", 1), told(document(FIRE), "Evening Post", 2)
    new = told(document(CUT, note=NOTE), "Meridian", 3)
    correction, stale = judged(new, copy, before=before).alerts
    assert correction.kind is AlertKind.CORRECTION
    assert stale.kind is AlertKind.STALE_PICKUP
    assert stale.sources == ("Evening Post", "Meridian")
    assert [value.source for value in stale.values] == ["Evening Post", "Meridian"]
    assert stale.thread == correction.thread


def test_a_wire_is_no_stale_pickup_of_an_outlet() -> None:
    before, copy = told(document(FIRE), "Meridian", 1), told(document(FIRE), "Evening Post", 2)
    wire = replace(copy, document=replace(copy.document, role=SourceRole.WIRE))
    new = told(document(CUT, note=NOTE), "Meridian", 3)
    kinds = {alert.kind for alert in judged(new, wire, before=before).alerts}
    assert kinds >= {AlertKind.CORRECTION}
    assert AlertKind.STALE_PICKUP not in kinds


def test_a_stale_value_is_told_of_whoever_takes_it_later_once_each() -> None:
    before, new = told(document(FIRE), "Meridian", 1), told(document(CUT, note=NOTE), "Meridian", 2)
    earlier = moved(before, new)
    late = told(document(FIRE), "Evening Post", 3)
    (stale,) = judged(late, new, earlier=earlier).alerts
    other = told(document("Snow fell in Brindle Quay on Friday."), "Ledger", 4)
    (again,) = judged(other, new, late, earlier=earlier).alerts
    assert stale.kind is AlertKind.STALE_PICKUP
    assert again.key == stale.key


def test_our_own_stale_copy_is_told_as_ours() -> None:
    before, ours = told(document(FIRE), "Meridian", 1), told(document(FIRE), "Our Desk", 2, own=True)
    new = told(document(CUT, note=NOTE), "Meridian", 3)
    assert kinds(judged(new, ours, before=before).alerts) == [AlertKind.CORRECTION, AlertKind.OWN_COPY]


def test_who_tells_the_old_value_as_what_was_is_not_stale() -> None:
    before = told(document(FIRE), "Meridian", 1)
    other = told(document("The fire in Tarrow destroyed 29 houses, down from an earlier figure of 31."), "Ledger", 2)
    new = told(document(CUT, note=NOTE), "Meridian", 3)
    assert kinds(judged(new, other, before=before).alerts) == [AlertKind.CORRECTION]


def test_ordinary_lag_of_a_toll_alerts_nobody() -> None:
    before, copy = told(document(TOLL), "Meridian", 1), told(document(TOLL), "Evening Post", 2)
    new = told(document(GROWN), "Meridian", 3)
    assert kinds(judged(new, copy, before=before).alerts) == [AlertKind.FIGURE_CHANGED]


def test_two_sources_that_can_not_both_be_right_are_told_once() -> None:
    one, other = told(document(FIRE), "Meridian", 1), told(document(FIRE.replace("31", "52")), "Ledger", 2)
    first = judged(other, one)
    (alert,) = first.alerts
    assert alert.kind is AlertKind.CONTRADICTION
    assert alert.rule.startswith("NUM")
    assert [value.source for value in alert.values] == ["Meridian", "Ledger"]
    moved_on = told(document(f"Snow is expected.\n{FIRE}"), "Meridian", 3)
    assert judged(moved_on, other, before=one, snapshots=first.snapshots).alerts == ()


def test_a_third_value_is_told_anew() -> None:
    one, other = told(document(FIRE), "Meridian", 1), told(document(FIRE.replace("31", "52")), "Ledger", 2)
    first = judged(other, one)
    third = told(document(FIRE.replace("31", "77")), "Courier", 3)
    (alert,) = judged(third, one, other, snapshots=first.snapshots).alerts
    assert alert.kind is AlertKind.CONTRADICTION
    assert alert.key != first.alerts[0].key


def test_our_own_copy_comes_before_a_contradiction() -> None:
    one = told(document(FIRE), "Meridian", 1)
    ours = told(document(FIRE.replace("31", "52")), "Our Desk", 2, own=True)
    assert kinds(judged(ours, one).alerts) == [AlertKind.OWN_COPY]


@pytest.mark.parametrize("ruling", [Ruling.DISMISSED, Ruling.CONFIRMED])
def test_what_was_decided_is_not_told(ruling: Ruling) -> None:
    one, other = told(document(FIRE), "Meridian", 1), told(document(FIRE.replace("31", "52")), "Ledger", 2)
    first = judged(other, one)
    matter = decided(first.snapshots[0], ruling)
    assert judged(other, one, matters=(matter,)).alerts == ()


def test_a_replay_gives_the_same_keys() -> None:
    before = told(document(FIRE), "Meridian", 1)
    once, twice = (judged(told(document(CUT), "Meridian", 2), before=before) for _ in range(2))
    assert once == twice
    assert len(once.alerts[0].key) == 32


def decided(snapshot: Snapshot, ruling: Ruling) -> Matter:
    at = MORNING + dt.timedelta(minutes=1)
    event = Event(
        seq=1,
        id="1" * 32,
        at=at,
        who="desk",
        story="s1",
        matter="m",
        action=Action.DECIDED,
        snapshot=snapshot,
        ruling=ruling,
    )
    return Matter(
        id="m", story="s1", finding=snapshot.finding, snapshot=snapshot, status=Status.DECIDED, decision=event
    )


def test_a_day_that_was_corrected_is_stale_elsewhere_in_other_words() -> None:
    before = told(document("The jobs in Brixham will go by the end of September, the firm said."), "Meridian", 1)
    note = "Correction: The jobs will go by the end of December, not September as an earlier version had it."
    new = told(document("The jobs in Brixham will go by the end of December, the firm said.", note=note), "Meridian", 3)
    other = told(document("Bad news too for its site, where 240 jobs are lost by the end of September."), "Ledger", 2)
    assert kinds(judged(new, other, before=before).alerts) == [AlertKind.CORRECTION, AlertKind.STALE_PICKUP]


def test_words_that_were_corrected_are_stale_elsewhere() -> None:
    before = told(document("Naomi Ash, previously a junior health minister, takes over."), "Meridian", 1)
    note = "Correction: Naomi Ash was a junior treasury minister, not a junior health minister."
    after = "Naomi Ash, previously a junior treasury minister, takes over."
    other = told(document("The post goes to Naomi Ash, a junior health minister until now."), "Ledger", 2)
    new = told(document(after, note=note), "Meridian", 3)
    assert kinds(judged(new, other, before=before).alerts) == [AlertKind.CORRECTION, AlertKind.STALE_PICKUP]


def test_who_has_a_value_that_was_restored_is_not_stale() -> None:
    first, second = told(document(FIRE), "Meridian", 1), told(document(CUT, note=NOTE), "Meridian", 2)
    third, copy = told(document(FIRE), "Meridian", 3), told(document(FIRE), "Evening Post", 4)
    earlier = (*moved(first, second), *moved(second, third))
    assert judged(copy, third, earlier=earlier).alerts == ()


def test_a_silent_change_makes_copies_stale_and_no_others() -> None:
    body = "\n".join(
        f"{FIRE} {more}"
        for more in (
            "The flames were seen from Brindle Quay and from the hills above the river Senn until late in the evening.",
            "Some villagers fled in boats across the river, and others in the carts that had brought in the harvest.",
        )
    )
    before, copy = told(document(body), "Meridian", 1), told(document(body), "Evening Post", 2)
    own_work = told(document("At Tarrow 31 houses were lost to flames, villagers told this paper."), "Ledger", 3)
    new = told(document(body.replace("31", "29")), "Meridian", 4)
    stale = [a for a in judged(new, copy, own_work, before=before).alerts if a.kind is AlertKind.STALE_PICKUP]
    assert [alert.sources for alert in stale] == [("Evening Post", "Meridian")]


def test_a_figure_that_began_its_sentence_stands_within_one() -> None:
    before = told(document("At least four people were killed in Tarrow."), "Meridian", 1)
    after = told(document("At least seven people were killed in Tarrow."), "Meridian", 2)
    (alert,) = judged(after, before=before).alerts
    assert "gives at least seven" in render(alert.summary)
    assert [value.label for value in alert.values] == ["At least four", "At least seven"]
