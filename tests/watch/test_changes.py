"""Which facts changed from one version of an article to the next."""

from __future__ import annotations

import pytest

from discrepancy.followed import Change, ChangeKind
from discrepancy.model import FactKind
from discrepancy.settings import Settings
from discrepancy.watch.changes import changes
from tests.watch.versions import SETTINGS, document


def found(before: str, after: str, note: str = "") -> tuple[Change, ...]:
    return changes(document(before), document(after, "v2", note), Settings())


def changed(before: str, after: str, note: str = "") -> list[tuple[str, str]]:
    return [(c.before, c.after) for c in found(before, after, note) if c.kind is ChangeKind.CHANGED]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The flood drove out 250,000 people.", "A quarter of a million people were driven out by the flood."),
        ("Police arrested fourteen men on Monday.", "On Monday, March 11, officers arrested 14 men."),
        ("The court will sit again on March 25.", "The court will sit again on 25 March."),
        ("The bridge is 1.9 kilometres long.", "The bridge is 1,900 metres long."),
        ("The plant cost $4.69 billion.", "The plant cost $4.7bn."),
        ("About 40 people were hurt.", "Forty people were hurt."),
        ("More than 80 firefighters fought the fire.", "Some 87 firefighters fought the fire."),
        (
            "Mayor Viktor Petrov opened the school.",
            "The mayor, Viktor Petrov, opened the school. Mr Petrov left.",
        ),
        ('"We will never give up this town," said Ruth Abara.', "“We will never give up,” Ruth Abara said."),
        ('"The children were brave," said Ruth Abara.', '"[They] were brave," said Ruth Abara.'),
        ("Council leader Edda Morrow wants a meeting.", "Cllr Edda Morrow, leader of the council, wants a meeting."),
        ("The band played for 95 minutes.", "The band played for an hour and 35 minutes."),
        ("The harbour in Tarrow was shut.\nIt has 12 cranes.", "It has 12 cranes.\nThe harbour in Tarrow was shut."),
    ],
)
def test_what_is_told_in_another_way_did_not_change(before: str, after: str) -> None:
    assert changed(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "pair"),
    [
        ("The fire destroyed 31 houses in Tarrow.", "The fire destroyed 13 houses in Tarrow.", ("31", "13")),
        ("About 40,000 homes are dark.", "About 65,000 homes are dark.", ("About 40,000", "About 65,000")),
        ("At least 14 people were killed.", "At least 11 people were killed.", ("At least 14", "At least 11")),
        ("More than 40 boats sank.", "Fewer than 40 boats sank.", ("More than 40", "Fewer than 40")),
        ("The school opens on March 25.", "The school opens on March 28.", ("March 25", "March 28")),
        ("Ruth Abara won the race.", "Ingrid Solheim won the race.", ("Ruth Abara", "Ingrid Solheim")),
        ("Docker Ted Marlow spoke last.", "Docker Ned Marlow spoke last.", ("Ted Marlow", "Ned Marlow")),
        (
            "They slept at Tollbury Grammar School on Monday.",
            "They slept at Tollbury Priory School on Monday.",
            ("Tollbury Grammar School", "Tollbury Priory School"),
        ),
        (
            "Police have arrested 31 people, up from 23 overnight, at the fair in Tarrow.",
            "Police have arrested 38 people, up from 31 this morning, at the fair in Tarrow.",
            ("31", "38"),
        ),
        ("Clara Lumb won the race.", "Clara Lamb won the race.", ("Clara Lumb", "Clara Lamb")),
        (
            "Petra Lund, the transport minister, will speak.",
            "Petra Lund, the transport secretary, will speak.",
            ("the transport minister", "the transport secretary"),
        ),
    ],
)
def test_another_value_in_the_same_place_is_a_change(before: str, after: str, pair: tuple[str, str]) -> None:
    assert [(a.removeprefix("the "), b.removeprefix("the ")) for a, b in changed(before, after)] == [
        (pair[0].removeprefix("the "), pair[1].removeprefix("the "))
    ]


def test_words_changed_between_the_marks_are_a_change() -> None:
    before = '"Tonight we celebrate, and tomorrow we build," Ruth Abara told supporters.'
    after = '"Tonight we celebrate, and tomorrow we fight," Ruth Abara told supporters.'
    told = found(before, after)
    assert [change.fact for change in told] == [FactKind.QUOTATION]
    assert "build" in told[0].before
    assert "fight" in told[0].after


def test_a_sentence_turned_round_is_a_change() -> None:
    told = found("A jury found Clara Lumb guilty of fraud.", "A jury found Clara Lumb not guilty of fraud.")
    assert [(change.kind, change.fact) for change in told] == [(ChangeKind.CHANGED, FactKind.CLAIM)]


def test_a_value_changed_in_several_places_is_one_change() -> None:
    before = "The fire destroyed 31 houses.\nIn all, 31 houses were destroyed in Tarrow."
    after = "The fire destroyed 29 houses.\nIn all, 29 houses were destroyed in Tarrow."
    assert [(c.kind, c.before, c.after) for c in found(before, after)] == [(ChangeKind.CHANGED, "31", "29")]


def test_what_came_and_what_went_is_no_change() -> None:
    before = "The fire destroyed 31 houses.\nA bakery of 1911 was spared."
    after = "The fire destroyed 31 houses.\nThe mayor promised 12 caravans by Friday."
    kinds = {(c.kind, c.before or c.after) for c in found(before, after)}
    assert (ChangeKind.WITHDRAWN, "1911") in kinds
    assert (ChangeKind.ADDED, "12") in kinds
    assert not any(kind is ChangeKind.CHANGED for kind, _ in kinds)


def test_a_toll_that_rises_has_grown() -> None:
    (change,) = found("The quake killed 14 people.", "The quake killed 17 people.")
    assert change.grown
    assert not change.corrected


def test_a_toll_that_falls_has_not_grown() -> None:
    (change,) = found("The quake killed 17 people.", "The quake killed 14 people.")
    assert not change.grown


def test_words_that_tell_of_the_old_value_are_a_label() -> None:
    after = "Police arrested 19 people, up from 12 in the morning, near the station."
    told = [c for c in found("Police arrested 12 people near the station.", after) if c.kind is ChangeKind.CHANGED]
    assert [(c.before, c.after, c.corrected) for c in told] == [("12", "19", False)]
    assert told[0].label.startswith("Police arrested 19 people, up from 12")


def test_a_note_makes_it_a_correction() -> None:
    note = "Correction: An earlier version of this article gave the number of houses as 31. It was 13."
    (change,) = found("The fire destroyed 31 houses.", "The fire destroyed 13 houses.", note)
    assert change.corrected
    assert "31" in change.label


def test_a_note_about_something_else_does_not() -> None:
    before = "The fire destroyed 31 houses in Tarrow.\nClara Lumb leads the council."
    after = "The fire destroyed 29 houses in Tarrow.\nClara Lamb leads the council."
    note = "Correction: An earlier version of this article misspelled the name of Clara Lamb."
    told = {c.after: c.corrected for c in found(before, after, note)}
    assert told == {"29": False, "Clara Lamb": True}


def test_words_that_a_note_takes_back_changed_whatever_they_say() -> None:
    before = "He will be succeeded by Naomi Ash, previously a junior health minister."
    after = "He will be succeeded by Naomi Ash, previously a junior treasury minister."
    note = "This article was amended. Naomi Ash was a junior treasury minister, not a junior health minister."
    told = [c for c in found(before, after, note) if c.kind is ChangeKind.CHANGED]
    assert [(c.before, c.after, c.corrected) for c in told] == [
        ("a junior health minister", "a junior treasury minister", True)
    ]


def test_offsets_slice_to_the_values() -> None:
    before, after = document("The fire destroyed 31 houses."), document("The fire destroyed 29 houses.", "v2")
    (change,) = changes(before, after, Settings())
    assert change.before_at is not None
    assert change.after_at is not None
    assert before.text[change.before_at.start : change.before_at.end] == "31"
    assert after.text[change.after_at.start : change.after_at.end] == "29"


def test_documents_of_one_id_can_be_compared() -> None:
    told = changes(document("It killed 31 sheep."), document("It killed 29 sheep."), Settings())
    assert [(c.before, c.after) for c in told] == [("31", "29")]


def test_the_same_words_changed_nothing() -> None:
    assert found("The fire destroyed 31 houses.", "The fire destroyed 31 houses.") == ()


@pytest.mark.parametrize(
    "note",
    [
        "We said earlier that the trial begins on Monday. It is Wednesday.",
        "Earlier we told you it would be Monday. That was our mistake.",
        "We got the day of the trial wrong in our first bulletin: it is Wednesday.",
        "* We earlier got the day of the trial wrong. We apologise for the error.",
        "FOR THE RECORD: We said earlier that the trial begins on Monday. We are sorry for the slip.",
    ],
)
def test_a_newsroom_that_speaks_of_itself_corrects(note: str) -> None:
    before = "The trial of the captain will begin on Monday.\nSnow is expected."
    found = changes(document(before), document(f"{before.replace('Monday', 'Wednesday')}\n{note}", "v2"), SETTINGS)
    assert [(each.before, each.corrected) for each in found if each.kind is ChangeKind.CHANGED] == [("Monday", True)]


def test_what_somebody_quoted_said_earlier_corrects_nothing() -> None:
    before = "The trial of the captain will begin on Monday.\nSnow is expected."
    after = f"{before.replace('Monday', 'Wednesday')}\n“We said earlier that Monday was too soon,” a lawyer said."
    (change,) = [
        each for each in changes(document(before), document(after, "v2"), SETTINGS) if each.kind is ChangeKind.CHANGED
    ]
    assert not change.corrected


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The flight left Dakar at 06:40.", "The flight left Dakar at 08:40.", 1),
        ("The match, which kicks off at 3pm, is sold out.", "The sold-out match kicks off at three o'clock.", 0),
        ("By 9am the road was clear.", "By 11am the road was clear.", 0),
    ],
)
def test_an_hour_is_a_fact_unless_it_is_that_of_the_update(before: str, after: str, told: int) -> None:
    found = changes(document(before), document(after, "v2"), SETTINGS)
    assert len([each for each in found if each.kind is ChangeKind.CHANGED]) == told
