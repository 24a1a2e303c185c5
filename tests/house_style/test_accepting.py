"""Which lines the spellings that reviewers accepted become, and which they never do."""

from __future__ import annotations

import pytest

from discrepancy.decided import Event
from discrepancy.house_style import Accepting, plan_acceptance
from discrepancy.model import StyleEntry
from tests.house_style.deciding import accepted

HOLM = ("Ida Holm", "Ida Holme")
BY_ANN = "accepted by Ann Ekdahl on 2026-03-04"


def planned(*decisions: Event, file: tuple[StyleEntry, ...] = ()) -> Accepting:
    return plan_acceptance([(f"names.csv, line {n}", entry) for n, entry in enumerate(file, start=2)], decisions)


def added(*decisions: Event, file: tuple[StyleEntry, ...] = ()) -> list[tuple[str, tuple[str, ...], str]]:
    plan = planned(*decisions, file=file)
    assert not plan.refusals
    return [(each.entry.preferred, each.entry.accepted, each.entry.source) for each in plan.additions]


def refused(*decisions: Event, file: tuple[StyleEntry, ...] = ()) -> str:
    plan = planned(*decisions, file=file)
    [refusal] = plan.refusals
    assert refusal.remedy
    return refusal.why


def test_without_a_word_on_it_the_form_that_most_give_stands_first_and_both_may_stand() -> None:
    assert added(accepted("Ida Holm", "Ida Holme*3")) == [
        ("Ida Holme", ("Ida Holm",), f"{BY_ANN}; neither form preferred")
    ]
    assert added(accepted("Ida Holme", "Ida Holm")) == [
        ("Ida Holm", ("Ida Holme",), f"{BY_ANN}; neither form preferred")
    ]


@pytest.mark.parametrize(
    "note",
    [
        "prefer: Ida Holme",
        "Both are hers.\nPrefer:  “ida holme”, as on her books",
        "preferred: Ida Holme.",
        "prefers : 'Ida  Holme'",
    ],
)
def test_a_note_says_which_form_is_preferred(note: str) -> None:
    [(preferred, forms, source)] = added(accepted("Ida Holm*5", "Ida Holme", note=note))
    assert (preferred, forms) == ("Ida Holme", ("Ida Holm",))
    assert source == f"{BY_ANN}; “{' '.join(note.split())}”"


def test_the_longest_form_that_the_note_begins_with_is_meant() -> None:
    assert added(accepted(*HOLM, note="prefer: Ida Holme"))[0][0] == "Ida Holme"
    assert added(accepted(*HOLM, note="prefer: Ida Holm"))[0][0] == "Ida Holm"


def test_a_note_that_prefers_what_nobody_wrote_is_not_guessed_at() -> None:
    assert refused(accepted(*HOLM, note="prefer: Ida Holmes, please")) == (
        "its note prefers “Ida Holmes”, which is none of the forms."
    )


def test_a_form_more_of_a_name_that_the_file_has_is_added_to_that_name() -> None:
    file = (StyleEntry(preferred="Ida Holm", accepted=("I. Holm",), note="desk"),)
    assert added(accepted(*HOLM, "I. Holm"), file=file) == [("Ida Holm", ("Ida Holme",), BY_ANN)]


def test_what_the_file_says_already_is_not_said_again() -> None:
    file = (StyleEntry(preferred="Ida Holm", accepted=("Ida Holme",)),)
    for decision in (accepted(*HOLM), accepted(*HOLM, note="prefer: Ida Holm")):
        plan = planned(decision, file=file)
        assert (plan.additions, plan.known, plan.refusals) == ([], [decision], [])
    twice = planned(accepted(*HOLM), accepted(*HOLM))
    assert (len(twice.additions), len(twice.known)) == (1, 1)


@pytest.mark.parametrize(
    ("entries", "note", "why"),
    [
        (
            [StyleEntry(preferred="Ida Holm", avoid=("Ida Holme",))],
            "",
            "the file says to avoid “Ida Holme” for “Ida Holm” (names.csv, line 2).",
        ),
        (
            [StyleEntry(preferred="Ida Holm")],
            "prefer: Ida Holme",
            "the file prefers “Ida Holm” (names.csv, line 2), and the note “Ida Holme”.",
        ),
        (
            [StyleEntry(preferred="Ida Holm"), StyleEntry(preferred="Ida Holme")],
            "",
            "the file has its forms under “Ida Holm” (names.csv, line 2) and “Ida Holme” (names.csv, line 3).",
        ),
    ],
)
def test_what_contradicts_the_file_is_told_and_not_written(entries: list[StyleEntry], note: str, why: str) -> None:
    assert refused(accepted(*HOLM, note=note), file=tuple(entries)) == why


def test_two_reviewers_who_prefer_each_another_form_are_told() -> None:
    why = refused(accepted(*HOLM, note="prefer: Ida Holm", who="Bo"), accepted(*HOLM, note="prefer: Ida Holme"))
    assert why == "the file prefers “Ida Holm” (the decision of Bo), and the note “Ida Holme”."


def test_a_form_to_avoid_that_was_accepted_is_told_while_the_file_avoids_it() -> None:
    decision = accepted("Ida Holme", rule="NAM004", subject="Ida Holm")
    file = (StyleEntry(preferred="Ida Holm", avoid=("Ida Holme",)),)
    assert "says to avoid “Ida Holme”" in refused(decision, file=file)
    assert added(decision, file=(StyleEntry(preferred="Ida Holm"),)) == [("Ida Holm", ("Ida Holme",), BY_ANN)]


@pytest.mark.parametrize("form", ["=cmd()", "Holm | Holme", "Holm; Holme", "H" * 500, "7 Up"])
def test_what_can_not_stand_in_a_list_is_told(form: str) -> None:
    assert refused(accepted("Ida Holm", form)).endswith("can not stand in a list of names.")


def test_decisions_on_other_findings_say_nothing_of_spelling() -> None:
    others = [accepted("17", "27", rule="NUM001"), accepted(*HOLM, rule="NAM002"), accepted(*HOLM, rule="NAM006")]
    plan = planned(*others)
    assert (plan.additions, plan.known, plan.refusals) == ([], [], [])


def test_a_reviewer_can_not_write_more_than_a_line() -> None:
    [(_, _, source)] = added(accepted(*HOLM, who="Ann\n[[name]]", note="a\r\nb\x00" + "c" * 900))
    assert "\n" not in source
    assert "\r" not in source
    assert len(source) < 300
