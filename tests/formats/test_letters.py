"""Letters: one a value, the same on a card and in every row that shows it."""

import dataclasses

from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import State
from discrepancy.model import Level, ReportData
from tests.formats.builders import document, finding, group, quantity
from tests.formats.stories import EMPTY, FLOOD

A = document("a", "Post", "Flood", "The flood killed 12 people. Some 40 were hurt. It rained for 3 days.")
B = document("b", "Wire", "Flood", "The flood killed 17 people. Some 43 were hurt. It rained for 5 days.")


def test_a_card_and_its_rows_use_one_letter_for_a_value() -> None:
    for data in (FLOOD, dataclasses.replace(FLOOD, draft="draft")):
        view = build_view(data)
        rows = {row.anchor: row for row in view.rows}
        for card in view.cards:
            shown = {words.letter for cell in rows[card.row].cells for words in cell.words}
            assert {value.letter for value in card.values} <= shown, card.summary
            assert len({value.letter for value in card.values}) == len(card.values)


def story(*, level: Level | None) -> ReportData:
    dead = [quantity(A, "12", "12", "people"), quantity(B, "17", "17", "people")]
    hurt = [quantity(A, "40", "40", "people"), quantity(B, "43", "43", "people")]
    groups = (group("dead", "people killed", *dead), group("hurt", "people hurt", *hurt))
    values = {"12": dead[:1], "17": dead[1:]}
    found = [finding("NUM001", level, "dead", "12 or 17 dead", "They differ.", values)] if level else []
    return dataclasses.replace(EMPTY, documents=(A, B), facts=(*dead, *hurt), groups=groups, findings=tuple(found))


def test_a_row_of_figures_that_differ_does_not_agree() -> None:
    view = build_view(story(level=None))
    assert [row.state for row in view.rows] == [State.UNLIKE, State.UNLIKE]
    assert {cell.state for row in view.rows for cell in row.cells} == {State.UNLIKE}
    assert view.header.agreeing == 0


def test_a_finding_is_shown_and_the_rest_is_not_called_agreement() -> None:
    view = build_view(story(level=Level.ERROR))
    assert [row.state for row in view.rows] == [State.CONFLICT, State.UNLIKE]


def test_figures_that_go_together_agree() -> None:
    dead = [quantity(A, "12", "12", "people"), quantity(B, "17", "12", "people")]
    told = (group("dead", "people killed", *dead),)
    view = build_view(dataclasses.replace(EMPTY, documents=(A, B), facts=tuple(dead), groups=told))
    assert [row.state for row in view.rows] == [State.AGREES]


def test_many_explained_findings_of_a_row_are_told_in_brief() -> None:
    base = story(level=Level.NOTE)
    many = [dataclasses.replace(base.findings[0], id=f"NUM001-{place:04}", level=Level.NOTE) for place in range(10)]
    cards = build_view(dataclasses.replace(base, findings=tuple(many))).cards
    assert [card.brief for card in cards] == [False] * 6 + [True] * 4
    open_ones = [dataclasses.replace(each, level=Level.WARNING) for each in many]
    assert not any(card.brief for card in build_view(dataclasses.replace(base, findings=tuple(open_ones))).cards)


def test_a_sum_of_figures_has_a_letter_of_its_own() -> None:
    base = story(level=Level.ERROR)
    dead, hurt = base.facts[:2], base.facts[2:]
    parts = finding("NUM012", Level.ERROR, "dead", "12 and 40 is not 17", "No.", {"12 + 40": [dead[0], hurt[0]]})
    cards = build_view(dataclasses.replace(base, findings=(*base.findings, parts))).cards
    assert [[value.letter for value in card.values] for card in cards] == [["A", "B"], ["C"]]


def test_what_one_text_and_its_exact_copies_tell_alone_is_no_agreement() -> None:
    copy = dataclasses.replace(A, id="c", path="c.txt", source="Mirror")
    dead = [quantity(each, "12", "12", "people") for each in (A, copy)]
    data = dataclasses.replace(EMPTY, facts=tuple(dead), groups=(group("dead", "people killed", *dead),))
    view = build_view(dataclasses.replace(data, documents=(A, B, copy)))
    assert (view.rows, view.header.agreeing) == ((), 0)
    view = build_view(dataclasses.replace(data, documents=(A, copy)))
    assert [row.state for row in view.rows] == [State.AGREES]
    assert view.header.agreeing == 1
