"""The view model: what every format for people draws."""

import dataclasses

import pytest

from discrepancy.formats.view import build_view
from discrepancy.formats.view.cards import confidence_key
from discrepancy.formats.view.index import Index, anchor, letter
from discrepancy.formats.view.own_words import own_words
from discrepancy.formats.view.parts import Run, State, Text
from discrepancy.model import Level
from tests.formats.builders import document, finding, group, quantity
from tests.formats.stories import EMPTY, FINDINGS, FLOOD

VIEW = build_view(FLOOD)


def test_the_verdict_counts() -> None:
    assert VIEW.header.line == (
        "1 conflict, 2 to check, 2 explained, 1 of style, 2 facts agree in 4 versions, 1 file could not be read"
    )


def test_the_verdict_of_nothing() -> None:
    assert build_view(EMPTY).header.line == "Nothing to hold a version against, 0 facts agree in 0 versions"


def test_rows_stand_by_state_then_in_the_documents_order() -> None:
    assert [(row.state.value, row.subject) for row in VIEW.rows] == [
        ("conflict", "what the dam holds"),
        ("check", "Katrin Vandemeer"),
        ("check", "people missing"),
        ("explained", "people driven from their homes"),
        ("explained", "cost of the repairs"),
        ("agrees", "Orre"),
        ("agrees", "soldiers in the town"),
    ]


def test_cells_hold_the_sources_own_words() -> None:
    dam = VIEW.rows[0]
    assert [cell.state.value for cell in dam.cells] == ["conflict", "conflict", "absent", "conflict"]
    assert [[(words.text, words.letter) for words in cell.words] for cell in dam.cells] == [
        [("3.1 million", "A")],
        [("3.1 billion", "B")],
        [],
        [("3.1 million", "A")],
    ]


def test_a_hedge_is_part_of_the_words() -> None:
    home = document("one", "One", "Title", "Nearly 50 boats sank, 60 or so came home, and 70 stayed.")
    hedges = {"50": "Nearly", "60": "or so", "70": "lost"}
    facts = tuple(quantity(home, number, number, hedge=hedge) for number, hedge in hedges.items())
    index = Index(dataclasses.replace(EMPTY, documents=(home,), facts=facts))
    assert [own_words(index, fact.mention) for fact in facts] == ["Nearly 50", "60 or so", "70"]


def test_words_said_twice_stand_once_and_are_counted() -> None:
    missing = next(row for row in VIEW.rows if row.subject == "people missing")
    assert [(words.text, words.times) for words in missing.cells[2].words] == [("21", 2)]


def test_a_group_of_one_document_has_no_row_unless_judged() -> None:
    home = document("one", "One", "Title", "There are 5 or 6 boats.")
    facts = (quantity(home, "5", "5"), quantity(home, "6", "6"))
    data = dataclasses.replace(EMPTY, documents=(home,), facts=facts, groups=(group("boats", "boats", *facts),))
    assert build_view(data).rows == ()
    judged = finding("NUM001", Level.WARNING, "boats", "5 or 6", "", {"5": [facts[0]], "6": [facts[1]]})
    assert [row.state for row in build_view(dataclasses.replace(data, findings=(judged,))).rows] == [State.CHECK]


def test_a_finding_without_a_group_finds_its_rows_by_its_mentions() -> None:
    loose = dataclasses.replace(FINDINGS[0], group="")
    view = build_view(dataclasses.replace(FLOOD, findings=(loose,)))
    assert view.rows[0].subject == "what the dam holds"
    assert view.cards[0].row == view.rows[0].anchor


def test_a_finding_about_no_known_fact_has_a_row_of_its_own() -> None:
    loose = dataclasses.replace(FINDINGS[0], group="")
    view = build_view(dataclasses.replace(FLOOD, findings=(loose,), facts=(), groups=()))
    assert [(row.subject, row.state) for row in view.rows] == [(view.cards[0].summary, State.CONFLICT)]
    assert view.cards[0].row == view.rows[0].anchor


def test_a_sentence_that_versions_share_stands_once() -> None:
    twelve = next(card for card in VIEW.cards if card.summary.startswith("12")).values[0]
    assert [[place.version.label for place in quote.places] for quote in twelve.quotes] == [
        ["Estuary Wire", "Harlow Post"]
    ]
    assert "".join(run.text for run in twelve.quotes[0].runs) == "Mayor Katrin Vandemeer said 12 people were missing."
    assert [run.text for run in twelve.quotes[0].runs if run.state] == ["12"]


def test_what_was_read_is_told() -> None:
    reading = next(card for card in VIEW.cards if card.summary.startswith("12")).values[0].quotes[0].reading
    assert (reading.value, reading.time) == ("12 missing people", "now")
    assert reading.voice == "as told by Mayor Katrin Vandemeer"


def runs_of(text: Text) -> list[Run]:
    blocks = [block for part in text.parts for block in part.paragraphs]
    return [run for block in blocks for sentence in block.sentences for run in sentence.runs]


def test_the_text_is_whole_and_every_link_leads_somewhere() -> None:
    for text, home in zip(VIEW.texts, FLOOD.documents, strict=True):
        assert "".join(run.text for run in runs_of(text)) == home.text.replace("\n\n", "")
    spots = {run.anchor for text in VIEW.texts for run in runs_of(text)}
    targets = {row.anchor for row in VIEW.rows} | {card.anchor for card in VIEW.cards}
    assert {words.anchor for row in VIEW.rows for cell in row.cells for words in cell.words} <= spots
    assert {place.anchor for c in VIEW.cards for v in c.values for quote in v.quotes for place in quote.places} <= spots
    assert {card for row in VIEW.rows for card in row.cards} | {card.row for card in VIEW.cards} <= targets


def test_furniture_is_set_apart() -> None:
    assert [part.furniture for part in VIEW.texts[0].parts] == [False, True, False]


def test_two_documents_of_one_source_are_told_apart() -> None:
    twins = tuple(dataclasses.replace(each, source="Wire") for each in FLOOD.documents[:2])
    view = build_view(dataclasses.replace(EMPTY, documents=twins))
    assert [version.label for version in view.versions] == ["wire", "harlow-post"]


def test_a_very_long_sentence_is_cut_around_the_words() -> None:
    home = document("long", "Long", "Title", "x" * 5000 + " 7 boats " + "y" * 5000)
    fact = quantity(home, "7", "7")
    judged = finding("NUM001", Level.WARNING, "", "seven", "", {"7": [fact]})
    card = build_view(dataclasses.replace(EMPTY, documents=(home,), facts=(fact,), findings=(judged,))).cards[0]
    shown = "".join(run.text for run in card.values[0].quotes[0].runs)
    assert shown.startswith("… x")
    assert shown.endswith("y …")
    assert len(shown) < 1300


@pytest.mark.parametrize(("sure", "key"), [(1.0, "high"), (0.9, "high"), (0.7, "good"), (0.5, "fair"), (0.1, "low")])
def test_confidence_in_words(sure: float, key: str) -> None:
    assert confidence_key(sure) == f"confidence.{key}"


def test_anchors_are_safe() -> None:
    assert anchor("f", "NUM001-a.b") == "f-NUM001-a.b"
    assert anchor("f", '"><script>') == anchor("f", '"><script>')
    assert anchor("f", "\ud83d").removeprefix("f-").isalnum()


def test_letters_go_on_as_numbers() -> None:
    assert [letter(0), letter(25), letter(26)] == ["A", "Z", "27"]


def test_copies_are_one_voice() -> None:
    view = build_view(dataclasses.replace(FLOOD, families=(("harlow-post", "wire"),)))
    values = [value for card in view.cards for value in card.values]
    assert [(value.label, value.said_by) for value in values if value.said_by] == [
        ("Katrin Vandemeer", "3 of 4 versions, 2 independent voices"),
        ("12", "2 of 4 versions, one wire text"),
        ("18 million", "3 of 4 versions, 2 independent voices"),
    ]
    assert {version.label: version.copies for version in view.versions if version.copies} == {
        "Estuary Wire": ("Harlow Post",),
        "Harlow Post": ("Estuary Wire",),
    }


def test_what_touches_the_draft_comes_first() -> None:
    view = build_view(dataclasses.replace(FLOOD, draft="draft"))
    touched = [bool(card.draft) for card in view.cards]
    assert any(touched)
    assert touched == sorted(touched, reverse=True)
    assert view.header.draft == "1 of them in your draft"
    assert [version.id for version in view.versions if version.is_draft] == ["draft"]


def test_without_a_draft_nothing_is_said_of_one() -> None:
    assert VIEW.header.draft == ""
    assert not any(card.draft for card in VIEW.cards)
