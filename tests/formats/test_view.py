"""The view model: what every format for people draws."""

import dataclasses
import re

import pytest

from discrepancy.formats.html.page import render_view
from discrepancy.formats.markdown.draw import render as render_markdown
from discrepancy.formats.view import build_view
from discrepancy.formats.view.cards import confidence_key
from discrepancy.formats.view.index import Index, anchor
from discrepancy.formats.view.landmarks import landmark_of
from discrepancy.formats.view.letters import letter
from discrepancy.formats.view.own_words import own_words
from discrepancy.formats.view.parts import Run, State, Text, View
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, Landmark, Level, SourceRole
from discrepancy.settings import Presentation
from tests.formats.builders import document, finding, group, mention, quantity
from tests.formats.stories import EMPTY, FINDINGS, FLOOD

VIEW = build_view(FLOOD)


def test_the_verdict_counts() -> None:
    assert VIEW.header.line == (
        "1 conflict, 2 to check, 2 explained, 1 of style, 2 facts agree in 4 versions, 1 file could not be read"
    )


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/tide?a=1", True),
        ("https://example.org/ti\u200bde", False),
        ("https://exam\u00adple.org/tide", False),
        ("https://example.org/\u202eedit", False),
        ("javascript:alert(1)", False),
    ],
)
def test_an_address_that_a_page_would_alter_is_no_link(address: str, is_link: bool) -> None:
    home = dataclasses.replace(FLOOD.documents[0], address=address)
    view = build_view(dataclasses.replace(FLOOD, documents=(home, *FLOOD.documents[1:])))
    assert view.versions[0].address == address
    links = [tag for tag in re.findall(r"<a [^>]+>", render_view(view)) if "noreferrer" in tag]
    assert links == ([f'<a href="{address}" rel="noreferrer noopener">'] if is_link else [])


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
    assert [version.label for version in view.versions] == ["Wire (wire)", "Wire (harlow-post)"]


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
    wire, post = (version for version in view.versions if version.copies)
    assert (wire.copy_numbers, post.copy_numbers) == ((post.number,), (wire.number,))
    listed = re.findall(r'class="copies" dir="auto">([^<]*)<', render_view(view))
    assert len(listed) == 2
    assert str(post.number) in listed[0]
    assert str(wire.number) in listed[1]


def test_words_that_two_findings_speak_of_are_counted_once() -> None:
    home, other = document("a", "Wire", "Head", "Some 40 fled."), document("b", "Post", "Head", "Some 50 fled.")
    facts = [quantity(home, "40", "40"), quantity(other, "50", "50")]
    beside = quantity(home, "fled", "1")
    findings = tuple(
        finding(rule, Level.ERROR, "g", rule, "So.", {"40": [facts[0], beside], "50": [facts[1]]})
        for rule in ("NUM001", "NUM002")
    )
    told = dataclasses.replace(
        EMPTY, documents=(home, other), facts=tuple(facts), groups=(group("g", "people", *facts),), findings=findings
    )
    [row] = build_view(told).rows
    assert [(words.text, words.times) for words in row.cells[0].words] == [("40", 1), ("fled", 1)]


def test_facts_at_a_place_that_is_none_of_their_own() -> None:
    home = document("a", "Wire", "Head", "Some 40 men and 12 women fled.")
    facts = tuple(quantity(home, words, number) for words, number in (("12 women", "12"), ("40 men and 12", "40")))
    index = Index(dataclasses.replace(EMPTY, documents=(home,), facts=facts))
    assert [fact.mention.text for fact in index.facts_at(mention(home, "and"))] == ["40 men and 12"]
    assert [fact.mention.text for fact in index.facts_at(mention(home, "12"))] == ["40 men and 12", "12 women"]
    assert index.facts_at(mention(home, "fled")) == []


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


def test_a_version_that_says_it_again_is_folded() -> None:
    home = document("a", "Wire", "Head", "Some 40 fled. By night 40 were back.")
    facts = [quantity(home, "40", "40"), quantity(home, "40", "40", nth=1)]
    told = finding("NUM001", Level.ERROR, "", "So.", "Why.", {"40": facts})
    [card] = build_view(dataclasses.replace(EMPTY, documents=(home,), facts=tuple(facts), findings=(told,))).cards
    [value] = card.values
    assert [len(value.quotes), len(value.more)] == [1, 1]


def test_a_version_is_as_long_as_what_is_compared() -> None:
    home = document("a", "Wire", "Three words here", "Four words are here.", (BlockRole.FURNITURE, "Read this too"))
    [version] = build_view(dataclasses.replace(EMPTY, documents=(home,))).versions
    assert version.words == 7


def test_what_a_version_is_stands_beside_it() -> None:
    first, second, third, fourth = FLOOD.documents
    known = (
        dataclasses.replace(first, role=SourceRole.WIRE, version=3),
        dataclasses.replace(second, role=SourceRole.RIVAL, partial=True),
        dataclasses.replace(third, role=SourceRole.DRAFT),
        fourth,
    )
    data = dataclasses.replace(FLOOD, documents=known)
    told = [version.standing for version in build_view(data).versions]
    assert told == [("Wire", "Version 3"), ("Rival", "Part of the article only"), (), ()]
    page = render_view(build_view(data, Presentation(language="es")))
    assert "<span>Agencia</span> <span>Versión 3</span>" in page
    assert "<span>Solo una parte del artículo</span>" in page
    assert "Competencia, Solo una parte del artículo" in render_markdown(data, Presentation(language="es"))


def landmarks(view: View) -> set[str]:
    """The landmarks of all quotes."""
    values = (value for card in view.cards for value in card.values)
    return {place.landmark for value in values for quote in value.quotes for place in quote.places}


def test_where_a_quote_stood_in_its_file_is_told_in_the_readers_language() -> None:
    marks = (Landmark(0, "page 2, line 14, sidebar B"),)
    data = dataclasses.replace(
        FLOOD, documents=tuple(dataclasses.replace(each, landmarks=marks) for each in FLOOD.documents)
    )
    assert landmarks(build_view(data)) == {"page 2, line 14, sidebar B"}
    assert landmarks(VIEW) == {""}
    spanish = Presentation(language="es")
    assert "<em>(página 2, línea 14, sidebar B)</em>" in render_view(build_view(data, spanish))
    assert "(página 2, línea 14, sidebar B): " in render_markdown(data, spanish)
    assert "página" not in render_markdown(FLOOD, spanish)


def test_a_landmark_that_says_the_role_is_not_said_twice() -> None:
    home = FLOOD.documents[0]
    first = home.blocks[0]
    marks = (Landmark(0, first.role.value), Landmark(first.end, "paragraph 1"))
    marked = dataclasses.replace(home, landmarks=marks)
    assert landmark_of(marked, first.start, Words()) == ""
    assert landmark_of(marked, first.end, Words("es")) == "párrafo 1"
    assert landmark_of(home, first.end, Words()) == ""
