"""Findings followed from one check to the next, each case a small story."""

from __future__ import annotations

import pytest

from discrepancy.decided import Snapshot
from discrepancy.messages import render
from discrepancy.model import Level
from discrepancy.tracking import Followed, follow
from discrepancy.tracking.keys import value_key
from tests.tracking.builders import snap, told

BUS_12 = "Police said 12 passengers were injured when a bus overturned on the coast road."
BUS_14 = "A bus overturned on the coast road on Monday, leaving 14 passengers injured."
TRAIN_12 = "In Marrow, 12 commuters were injured as a train hit the buffers, the railway said."
TRAIN_14 = "The railway counted 14 injured commuters after a train had hit the buffers at Marrow."


def pairs(followed: Followed) -> list[tuple[str, str, bool]]:
    """Subjects before and now, and whether something changed."""
    return [(match.earlier.subject, match.now.subject, match.changed is not None) for match in followed.matches]


def said(followed: Followed) -> str:
    """The one change, in English."""
    (match,) = followed.matches
    assert match.changed is not None
    return render(match.changed)


def bus(subject: str = "passengers injured", first: str = BUS_12, second: str = BUS_14) -> Snapshot:
    return snap(subject, told("12", first), told("14", second, document="b"))


def train(subject: str = "commuters injured") -> Snapshot:
    return snap(subject, told("12", TRAIN_12), told("14", TRAIN_14, document="b"))


def test_the_same_finding_is_followed() -> None:
    assert pairs(follow([bus()], [bus()])) == [("passengers injured", "passengers injured", False)]


def test_a_finding_follows_its_words() -> None:
    moved = "On Monday a bus turned over; passengers hurt on the coast road numbered 12, according to police."
    followed = follow([bus()], [bus("people hurt", first=moved)])
    assert pairs(followed) == [("passengers injured", "people hurt", False)]


def test_a_file_that_was_renamed_changes_nothing() -> None:
    renamed = snap("people hurt", told("12", BUS_12, document="draft-3"), told("14", BUS_14, document="final"))
    assert pairs(follow([bus()], [renamed])) == [("passengers injured", "people hurt", False)]


def test_the_dress_of_a_figure_is_no_value() -> None:
    before = snap("troops", told("250,000", "The army has 250,000 troops."), told("200,000", "It has 200,000 troops."))
    now = snap(
        "troops",
        told("a quarter of a million", "The army has a quarter of a million troops."),
        told("200 000", "It has 200 000 troops."),
    )
    assert pairs(follow([before], [now])) == [("troops", "troops", False)]


def test_a_snapshot_without_keys_is_read_by_its_labels() -> None:
    before = snap("troops", told("250,000", "The army has 250,000 troops.", key=""), rule="STO003")
    now = snap("troops", told("a quarter of a million", "The army has a quarter of a million troops."), rule="STO003")
    assert pairs(follow([before], [now])) == [("troops", "troops", False)]


def test_another_error_with_the_same_figures_is_new() -> None:
    followed = follow([bus()], [train()])
    assert not followed.matches
    assert followed.fresh == (train(),)
    assert followed.gone == (bus(),)


@pytest.mark.parametrize("turned", [False, True])
def test_two_findings_of_the_same_figures_keep_their_own_decisions(turned: bool) -> None:
    before, now = [bus("injured"), train("injured people")], [bus("hurt"), train("people hurt")]
    followed = follow(before[::-1] if turned else before, now)
    assert sorted(pairs(followed)) == [("injured", "hurt", False), ("injured people", "people hurt", False)]


def test_the_one_that_is_gone_leaves_its_decision_to_none() -> None:
    followed = follow([bus("injured people"), train("injured commuters")], [train("people hurt")])
    assert pairs(followed) == [("injured commuters", "people hurt", False)]
    assert followed.gone == (bus("injured people"),)


def test_findings_of_one_id_are_told_apart_by_their_sentences() -> None:
    """The number behind the id goes with the order in the report, which an edit turns around."""
    bus_first, train_second = bus("injured"), snap("injured", *train().values, again=2)
    train_first, bus_second = snap("injured", *train().values), snap("injured", *bus().values, again=2)
    followed = follow([bus_first, train_second], [train_first, bus_second])
    assert {(match.earlier, match.now) for match in followed.matches} == {
        (bus_first, bus_second),
        (train_second, train_first),
    }
    assert all(match.changed is None for match in followed.matches)


def test_of_findings_of_one_id_the_one_that_is_gone_is_gone() -> None:
    bus_first, train_second = bus("injured"), snap("injured", *train().values, again=2)
    followed = follow([bus_first, train_second], [snap("injured", *train().values)])
    assert followed.gone == (bus_first,)


def test_a_changed_value_reopens_and_says_what_changed() -> None:
    now = snap("passengers injured", told("12", BUS_12), told("15", BUS_14.replace("14", "15"), document="b"))
    assert said(follow([bus()], [now])) == "Now 15; no longer 14."


def test_both_values_may_be_replaced_where_they_stood() -> None:
    now = snap(
        "passengers injured",
        told("13", BUS_12.replace("12", "13")),
        told("15", BUS_14.replace("14", "15"), document="b"),
    )
    assert said(follow([bus()], [now])) == "Now 13 / 15; no longer 12 / 14."


def test_a_further_value_is_a_change() -> None:
    further = told("17", "The hospital treated 17 passengers of the bus.", document="c")
    now = snap("passengers injured", *bus().values, further)
    assert said(follow([bus()], [now])) == "Now also 17."


def test_a_value_that_is_withdrawn_is_a_change() -> None:
    further = told("17", "The hospital treated 17 passengers of the bus.", document="c")
    before = snap("passengers injured", *bus().values, further)
    assert said(follow([before], [bus()])) == "No longer 17."


def test_a_further_source_of_one_of_the_values_is_none() -> None:
    values = (told("12", BUS_12, "Twelve were hurt on the coast road, where a bus overturned."), bus().values[1])
    assert pairs(follow([bus()], [snap("hurt", *values)])) == [("passengers injured", "hurt", False)]


@pytest.mark.parametrize("bound", ["more than 12", "at least 12", "fewer than 12"])
def test_a_bound_is_a_value_of_its_own(bound: str) -> None:
    key = {"m": ">12", "a": ">=12", "f": "<12"}[bound[0]]
    now = snap("passengers injured", told(bound, BUS_12.replace("12", bound), key=key), bus().values[1])
    assert said(follow([bus()], [now])) == f"Now {bound}; no longer 12."


@pytest.mark.parametrize(("key", "reopens"), [("<=12", False), ("<12", True), ("<=11", True)])
def test_a_bound_of_a_figure_that_both_have_may_keep_it(key: str, reopens: bool) -> None:
    bound = told("those 12", "The 12 passengers of the bus at most were injured.", document="c", key=key)
    now = snap("passengers injured", *bus().values, bound)
    assert pairs(follow([bus()], [now])) == [("passengers injured", "passengers injured", reopens)]


def explained(rule: str = "NUM001", kind: str = "later-update") -> Snapshot:
    return snap("passengers injured", *bus().values, rule=rule, kind=kind)


def test_an_explained_difference_that_becomes_a_conflict_reopens() -> None:
    assert said(follow([explained()], [bus()])) == "It was explained; nothing explains it now."


def test_another_rule_may_have_explained_it() -> None:
    assert said(follow([explained("NUM003")], [bus("people hurt")])) == "It was explained; nothing explains it now."


def test_it_may_have_changed_as_well() -> None:
    now = snap("passengers injured", told("12", BUS_12), told("15", BUS_14.replace("14", "15"), document="b"))
    followed = follow([explained()], [now])
    assert said(followed) == "Now 15; no longer 14. It was explained; nothing explains it now."


@pytest.mark.parametrize("now", [explained(), explained("NUM003", "attribution")])
def test_a_conflict_that_is_explained_now_is_followed(now: Snapshot) -> None:
    assert pairs(follow([bus()], [now])) == [("passengers injured", "passengers injured", False)]


def test_another_explanation_is_no_change() -> None:
    assert pairs(follow([explained()], [explained("NUM003", "attribution")]))[0][2] is False


def test_a_conflict_is_followed_to_the_conflict_before_the_note() -> None:
    now = [bus("people hurt"), explained()]
    followed = follow([bus()], now)
    assert pairs(followed) == [("passengers injured", "people hurt", False)]
    assert followed.fresh == (explained(),)


def test_another_rule_of_the_family_reopens() -> None:
    now = snap("passengers injured", *bus().values, rule="STO004")
    assert said(follow([bus()], [now])) == "It was found by rule NUM001; rule STO004 finds it now."


def test_a_rule_of_another_family_is_another_finding() -> None:
    now = snap("passengers injured", *bus().values, rule="NUM012")
    assert not follow([bus()], [now]).matches


def quoted(first: str, second: str) -> Snapshot:
    values = (told(first, f"“{first}” she said."), told(second, f"“{second}” she told them.", document="b"))
    return snap(f"{first} {second}", *values, rule="QUO001")


def test_a_quotation_that_is_cut_elsewhere_is_the_same_only_in_the_same_words() -> None:
    before = quoted("We will not close the mill,", "We will now close the mill.")
    dressed = quoted("We will not close the mill.", "We will now close the mill,")
    other = quoted("We will never close the mill,", "We will now close the mill.")
    assert [match.changed for match in follow([before], [dressed]).matches] == [None]
    assert "We will never close" in said(follow([before], [other]))


def spelled(*names: str) -> Snapshot:
    """A name spelled in several ways."""
    values = [told(name, f"{name} opened the fair in Sellby.") for name in names]
    return snap(" ".join(sorted(names)), *values, rule="NAM001", level=Level.WARNING)


def test_a_spelling_is_the_same_with_the_given_name_or_without() -> None:
    before = spelled("Ruth Abara", "Abarra")
    assert [match.changed for match in follow([before], [spelled("Ruth Abara", "Ruth Abarra")]).matches] == [None]
    assert said(follow([before], [spelled("Ruth Abara", "Rita Abarra")])) == "Now Rita Abarra; no longer Abarra."


def test_a_given_name_that_none_contradicts_is_no_news() -> None:
    followed = follow([spelled("Abara", "Abarra")], [spelled("Ruth Abara", "Abarra")])
    assert [match.changed for match in followed.matches] == [None]


def test_a_quotation_may_be_cut_where_another_version_has_the_rest() -> None:
    before = quoted("We will not close the mill, not this year,", "We will now close the mill, not this year.")
    cut = quoted("We will not close the mill,", "We will now close the mill, not this year.")
    added = quoted("We will not close the mill, not this year, or next", "We will now close the mill, not this year.")
    assert [match.changed for match in follow([before], [cut]).matches] == [None]
    assert [match.changed for match in follow([cut], [before]).matches] == [None]
    assert "or next" in said(follow([before], [added]))


def held(*titles: str) -> Snapshot:
    """The offices that texts give one person."""
    values = [told(title, f"Ruth Abara, {title}, spoke.", key=value_key("NAM003", title, (), ())) for title in titles]
    return snap("Ruth Abara", *values, rule="NAM003")


def test_a_title_may_be_told_in_other_words() -> None:
    before = held("the mill's finance chief", "chief executive")
    assert [m.changed for m in follow([before], [held("CFO", "the chief executive of the mill")]).matches] == [None]
    assert said(follow([before], [held("chief operating officer", "chief executive")])).startswith("Now chief oper")
    assert said(follow([before], [held("former finance chief", "chief executive")])).startswith("Now former")


def test_whose_office_it_is_counts_where_that_differs() -> None:
    before = held("president of the mill", "president of the bank")
    assert said(follow([before], [held("president", "president of the bank")])) == (
        "Now president; no longer president of the mill."
    )


def test_days_are_one_as_far_as_both_are_told() -> None:
    def dated(*keys: str) -> Snapshot:
        return snap("arrested", *(told(key[:7], f"She was arrested on {key}.", key=key) for key in keys), rule="DAT001")

    before = dated("XXXX-02-09", "XXXX-02-19")
    assert [m.changed for m in follow([before], [dated("2023-02-09", "2023-02-19")]).matches] == [None]
    assert follow([dated("2022-02-09", "2022-02-19")], [dated("2023-02-09", "2023-02-19")]).matches[0].changed


def test_spellings_that_differ_by_an_accent_are_two_values() -> None:
    assert said(follow([spelled("Jana Cech", "Jana Čech")], [spelled("Jana Cech", "Jana Ćech")]))


def test_without_sentences_the_subjects_decide() -> None:
    """As in a baseline of a report that holds excerpts only."""

    def bare(subject: str, *labels: str) -> Snapshot:
        return snap(subject, *(told(label, "") for label in labels))

    followed = follow([bare("passengers injured", "12", "14")], [bare("injured passengers", "12", "14")])
    assert [match.changed for match in followed.matches] == [None]
    assert not follow([bare("passengers injured", "12", "14")], [bare("houses burned", "12", "14")]).matches


def test_nothing_follows_from_nothing() -> None:
    assert follow([], []) == Followed()
    assert follow([bus()], []) == Followed(gone=(bus(),))
    assert follow([], [bus()]) == Followed(fresh=(bus(),))
