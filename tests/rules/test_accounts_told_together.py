"""Differences that one of the texts accounts for itself: a note with the reason, and never a flag."""

from __future__ import annotations

import pytest

from discrepancy.model import Level
from tests.samples import check_texts

TWO_ACCOUNTS = [
    (
        "Police estimated that 90,000 people lined the route. Organisers spoke of 150,000.",
        "She was cheered on by a crowd of 150,000.",
    ),
    (
        "The company says 120 people were at work when the roof fell. The union put the number at 150.",
        "The roof came down on Monday while 120 people were at work.",
    ),
    (
        "Liquidators say 8,400 customers lost money. A savers' group says the true number is 12,000.",
        "Some of the bank's 12,000 victims came to court on Monday.",
    ),
    (
        "The rebels say they have 6,000 fighters. Western diplomats put their strength at 2,500.",
        "With its 6,000 fighters the movement holds the north.",
    ),
    (
        "The institute estimates that the plan will cost a family $310 a year. The budget office says $120.",
        "A family will pay $310 more a year under the plan.",
    ),
]
STEPS = [
    (
        "The trust has 11 ward nurses and runs two hospitals.",
        "Four more ward nurses will be hired, taking the team to 15 by July.",
    ),
    (
        "The carmaker employs 30,000 people in nine countries.",
        "The carmaker will cut 1,200 jobs, taking its workforce to 28,800 by the end of next year.",
    ),
    (
        "About 38,000 people have fled the port since Friday.",
        "The number of displaced people had reached 41,000, some 3,000 more than on Tuesday.",
    ),
    (
        "The fire forced 1,150 people from their homes on Monday.",
        "About 600 people were let back in at noon, leaving some 550 in the school hall.",
    ),
    (
        "The draft would raise property taxes by 6.9 per cent, councillors were told.",
        "The council voted to raise property taxes by 5.8 per cent, down from 6.9 per cent in the draft.",
    ),
]
PARTS_AND_MOMENTS = [
    (
        "A dam broke and 34 people were injured, the institute said at 2 p.m.",
        "One man was found alive. The number of injured had reached 46, 12 more than at 2 p.m.",
    ),
    (
        "Doctors have called off 38 operations at St Mary's.",
        "The outbreak has led to 62 operations being put off, 38 of them at St Mary's and 24 at Selwood.",
    ),
    (
        "About 12,000 runners had finished the marathon by 2 p.m.",
        "A total of 13,912 runners finished the marathon, organisers said in the evening.",
    ),
    (
        "Norvik shares fell 5.1% to 22.30 euros by 0930 GMT.",
        "Norvik's shares ended the day 3.8% lower at 22.60 euros.",
    ),
    (
        "With 94% of polling stations counted, Maria Quesada had 52.3% of the vote.",
        "Maria Quesada took 51.8% of the vote, final figures showed.",
    ),
]
OF_TWO_THINGS = [
    # The second figure has a noun of its own.
    (
        "Police said 90,000 people lined the route. Organisers said 300 stewards were on duty.",
        "The race was watched by 90,000 people.",
    ),
    # A part of a whole, by two accounts.
    (
        "The company said 14 of its 46 routes were running. The union said drivers wanted 9.",
        "The town has 46 routes.",
    ),
    # One speaker for both.
    ("Police said 90,000 people came. Police said 150 had been held.", "90,000 people came, police said."),
    # The sum is met by chance, among things of other nouns.
    ("The town has 11 bridges.", "Four more nurses will be hired, taking the team to 15 by July."),
    # The step leads elsewhere: 400 are there and 250 more will come.
    ("The union says 150 miners were below.", "The army has 400 soldiers in the valley and will send another 250."),
    # "From" tells where from, not what it was before.
    ("Three villages lie below the dam.", "The flood forced 1,600 people from three villages."),
    # Those of whom something else is told are counted for themselves.
    ("Three nurses were praised by the inspectors.", "The ward has 14 nurses, three of whom are new."),
    # Two firms.
    ("Norvik shares fell to 22.30 euros by 0930 GMT.", "Ballin's shares ended the day lower at 22.60 euros."),
]


@pytest.mark.parametrize(("one", "other"), [*TWO_ACCOUNTS, *STEPS, *PARTS_AND_MOMENTS])
def test_what_a_text_accounts_for_is_a_note_with_the_reason(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        found = [f for f in check_texts(*texts).findings if f.rule in {"NUM001", "NUM003"}]
        assert {f.level for f in found if f.reconciliation} == {Level.NOTE}
        assert not [f for f in found if f.level is not Level.NOTE]


@pytest.mark.parametrize(("one", "other"), OF_TWO_THINGS)
def test_figures_of_two_things_are_left_alone(one: str, other: str) -> None:
    for texts in ((one, other), (other, one)):
        assert not [f for f in check_texts(*texts).findings if f.rule in {"NUM001", "NUM003"}]


def test_a_step_is_shown_with_its_arithmetic() -> None:
    report = check_texts(*STEPS[0])
    (found,) = (f for f in report.findings if f.rule == "NUM003")
    assert found.reconciliation
    assert found.reconciliation.kind == "arithmetic"
    assert dict(found.reconciliation.text.params) | {"step": "Four", "low": "11", "high": "15"} == dict(
        found.reconciliation.text.params
    )


def test_a_smaller_count_is_not_explained_by_an_earlier_hour() -> None:
    texts = "About 17,000 runners had finished the marathon by 2 p.m.", "13,912 runners had finished the marathon."
    assert not [f for f in check_texts(*texts).findings if f.reconciliation]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The army fired about 350 shells over the river on Saturday, the ministry said.",
            "On Saturday the guns of the army fired between 300 and 400 shells over the river.",
            True,
        ),
        (
            "The army fired 350 shells over the river on Saturday, the ministry said.",
            "On Saturday the guns of the army fired between 300 and 340 shells over the river.",
            False,
        ),
    ],
)
def test_a_range_that_holds_the_other_figure_of_one_act(one: str, other: str, told: bool) -> None:
    kinds = {f.reconciliation.kind for f in check_texts(one, other).findings if f.reconciliation}
    assert bool(kinds & {"hedge", "range"}) is told


def test_a_share_of_the_votes_counted_so_far_is_no_other_candidates() -> None:
    one = "With 94% of polling stations counted, Maria Quesada had 52.3% of the vote."
    other = "Rodrigo Chinchilla took 48.2% of the vote, final figures showed."
    keys = {f.reconciliation.text.key for f in check_texts(one, other).findings if f.reconciliation}
    assert "reconcile.partial-count" not in keys


@pytest.mark.parametrize("verb", ["believe", "fear"])
def test_what_a_group_believes_or_fears_is_its_account(verb: str) -> None:
    one = f"Union leaders {verb} that 1,500 jobs will go. The company put the number at 600."
    (found,) = (f for f in check_texts(one, "The company said 600 jobs will go.").findings if f.reconciliation)
    assert found.reconciliation
    assert found.reconciliation.kind == "attribution"
