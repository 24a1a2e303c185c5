"""One thing told in several sentences is one line, and what had been is no line of its own."""

from __future__ import annotations

from discrepancy.followed import Change, ChangeKind, Line
from discrepancy.model import FactKind, Span
from discrepancy.settings import Settings
from discrepancy.watch.lines import timeline
from tests.watch.collapse import NOW, STORY, TITLE, Told, told


def figures(*versions: Told, changes: dict[int, tuple[Change, ...]] | None = None) -> list[Line]:
    """The lines of figures that moved."""
    drawn = timeline(STORY, TITLE, versions, changes or {}, (), Settings(), NOW)
    return [line for line in drawn.lines if line.kind is FactKind.QUANTITY and line.moved]


def wire(number: int, clock: str, *lines: str) -> Told:
    return told(number, "Meridian Wire", clock, "\n".join(lines))


def labels(line: Line) -> list[list[str]]:
    return [[step.label for step in lane.steps] for lane in line.lanes]


def test_a_headline_and_its_lede_that_move_together_are_one_line() -> None:
    first = ("At least four dead as ferry strikes rocks", "At least four people were killed when a ferry hit a ledge.")
    then = tuple(each.replace("four", "seven") for each in first)
    [line] = figures(wire(1, "06:40", *first), wire(2, "08:40", *then))
    assert labels(line) == [["At least four", "At least seven"]]


def test_figures_that_move_apart_stay_two_lines() -> None:
    first = ("Ferry strikes rocks", "The storm killed 14 people.", "The storm destroyed 14 houses.")
    then = (first[0], "The storm killed 17 people.", "The storm destroyed 25 houses.")
    found = figures(wire(1, "06:40", *first), wire(2, "08:40", *then))
    assert sorted(labels(line)[0] for line in found) == [["14", "17"], ["14", "25"]]


def test_what_had_been_is_no_line() -> None:
    first = ("Ferry strikes rocks", "The coastguard said 24 people had been killed.")
    then = (first[0], "The coastguard said 37 people had been killed, up from 24 earlier.")
    last = (first[0], "The coastguard said 39 people had been killed.")
    [line] = figures(wire(1, "06:40", *first), wire(2, "08:40", *then), wire(3, "09:40", *last))
    assert labels(line) == [["24", "37", "39"]]


def test_a_value_told_in_a_sentence_written_anew_is_not_withdrawn() -> None:
    first = ("Ferry strikes rocks", "Some 4,000 tonnes of grain were lost with the ship.", "Crews are on their way.")
    then = (first[0], "Crews are on their way.", "What she carried, 4,000 tonnes of grain, went down too.")
    assert figures(wire(1, "06:40", *first), wire(2, "08:40", *then)) == []


def test_small_numbers_and_days_that_are_left_out_make_no_line() -> None:
    first = ("Fair opens", "The fair opened on Monday.", "Two mothers waited at the gate.", "Buses ran all day.")
    then = (first[0], "The fair opened.", "Buses ran all day.")
    drawn = timeline(STORY, TITLE, [wire(1, "06:40", *first), wire(2, "08:40", *then)], {}, (), Settings(), NOW)
    assert [line for line in drawn.lines if line.moved] == []


def test_a_value_that_came_back_did_not_move() -> None:
    whole = ("Fair opens", "The fair drew 4,000 visitors on its first day.", "Buses ran all day.")
    short = (whole[0], "Buses ran all day.")
    versions = wire(1, "06:40", *whole), wire(2, "07:40", *short), wire(3, "08:40", *whole)
    assert figures(*versions) == []


def test_a_figure_that_was_left_out_stands_behind_what_changed() -> None:
    first = ("Fair opens", "The fair drew 4,000 visitors on its first day.", "Organisers sold 900 pies.")
    then = (first[0], "Organisers sold 700 pies.")
    start = "\n".join(first).index("4,000")
    withdrawn = Change(
        kind=ChangeKind.WITHDRAWN,
        fact=FactKind.QUANTITY,
        subject="visitors",
        before="4,000",
        before_at=Span(start, start + len("4,000")),
    )
    found = figures(wire(1, "06:40", *first), wire(2, "08:40", *then), changes={2: (withdrawn,)})
    assert [labels(line) for line in found] == [[["900", "700"]], [["4,000", ""]]]
