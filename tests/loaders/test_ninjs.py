"""ninjs 1, 2 and 3, alone, in lists and wrapped: texts, captions, notes, times, status, and values of any type."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.ninjs import LOADER
from discrepancy.model import BlockRole, Document, Skipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, document_of, given_of, outcomes_of, texts, told

SAMPLES = Path(__file__).with_name("samples")
ONE, TWO, THREE, WRAPPED = (SAMPLES / f"ninjs_{name}.json" for name in ("1", "2", "3", "wrapped"))
PLUS_ONE = dt.timezone(dt.timedelta(hours=1))
LEAD = "The council of Skelby closes two schools in June."
ITEM: dict[str, Any] = {
    "uri": "urn:x:1",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2026-03-03T10:00:00Z",
    "headline": "Two schools close",
    "body_text": LEAD,
}


def data_of(value: object) -> bytes:
    return json.dumps(value).encode()


def made(**more: object) -> Document:
    return document_of(data_of({**ITEM, **more}), "item.json")


def test_version_1() -> None:
    document = document_of(ONE.read_bytes(), "ferry.json")
    assert (document.id, document.path) == ("ferry", "ferry.json")
    assert document.title == "Fire on Skelby ferry injures 14, operator says"
    assert document.source == "Larkmoor Press Agency"
    assert document.authors == ("Maren Toft", "Ilse Karr")
    assert document.published == dt.datetime(2026, 3, 3, 11, 40, tzinfo=PLUS_ONE)
    assert document.updated is None
    assert (document.version, document.dateline, document.partial) == (3, "Skelby", False)
    assert document.embargo == "2026-03-03T12:00:00+01:00"
    assert texts(document, BlockRole.HEADLINE) == [document.title]
    note = "CORRECTS number of injured to 14 (not 41) in headline and paragraph 1"
    assert texts(document, BlockRole.CORRECTION) == [note]
    assert texts(document, BlockRole.DATELINE) == ["SKELBY, March 3 (LPA) -"]
    assert texts(document, BlockRole.SUBHEAD) == ["Engine checked last week"]
    assert texts(document, BlockRole.BODY) == [
        "A fire in the engine room of the ferry Tarn Star injured 14 people on Tuesday, the operator Tarn Line said.",
        "The ship had 212 passengers & a crew of 26 on board. It reached the port of Skelby at 07:30.",
        "Inspectors had checked the engine on February 24, said Oda Lunt, head of the harbour office.",
    ]
    assert texts(document, BlockRole.CAPTION) == ["The ferry Tarn Star in the port of Skelby on Tuesday."]
    assert texts(document, BlockRole.CREDIT) == ["By Maren Toft and Ilse Karr", "Jory Penn/LPA"]
    assert "Five facts" not in document.text
    assert document.landmark_at(document.text.index("212")) == "body_xhtml, paragraph 2"
    assert document.landmark_at(document.text.index("Jory")) == "association featuremedia"


def test_what_is_known_of_version_1_and_where_it_stood() -> None:
    document = document_of(ONE.read_bytes(), "ferry.json")
    assert told(document, "first sent") == [("2026-03-03T08:05:00+01:00", "ninjs firstcreated")]
    assert told(document, "published") == [("2026-03-03T11:40:00+01:00", "ninjs versioncreated")]
    assert told(document, "slug") == [("Ferry-Fire", "ninjs slugline")]
    assert told(document, "priority") == [("3", "ninjs urgency")]
    assert told(document, "status") == [("usable", "ninjs pubstatus or signal")]
    assert told(document, "usage terms") == [
        ("Not for use in Vessholm until 14:00.", "ninjs usageterms"),
        ("Copyright 2026 Larkmoor Press Agency.", "ninjs copyrightnotice"),
    ]
    assert [value for value, _ in told(document, "subject")] == [
        "accident (medtop:03010000)",
        "ferries",
        "ferry",
        "fire",
    ]
    assert [value for value, _ in told(document, "identifier")] == [
        "urn:newsml:larkmoor.example:20260303:ferry-fire",
        "LPA-0303-118",
        "118",
    ]
    assert told(document, "source")[:2] == [
        ("Larkmoor Press Agency", "ninjs copyrightholder"),
        ("Tarn Line", "ninjs infosource"),
    ]


def test_version_2() -> None:
    document = document_of(TWO.read_bytes(), "ferry.json")
    assert document.title == "Fire on Skelby ferry injures 41"
    assert [value for value, _ in told(document, "title")][1] == "Fire on ferry"
    assert told(document, "source")[0] == ("Larkmoor Press Agency", "ninjs infosource")
    assert document.published == dt.datetime(2026, 3, 3, 8, 5, tzinfo=PLUS_ONE)
    assert told(document, "published")[0][1] == "ninjs versioncreated"
    assert (document.updated, document.version, document.partial) == (None, 1, False)
    assert texts(document, BlockRole.SUMMARY) == ["Tarn Star reaches port under its own power"]
    assert texts(document, BlockRole.BODY) == [
        "A fire in the engine room of the ferry Tarn Star injured 41 people on Tuesday.",
        "The ship had 212 passengers on board.",
    ]
    assert texts(document, BlockRole.CAPTION) == ["Smoke over the port of Skelby.", "Fire crews on the pier."]
    assert texts(document, BlockRole.CREDIT) == ["Maren Toft", "Ana Dorr"]
    assert texts(document, BlockRole.CORRECTION) == []
    assert told(document, "note to editors") == [("More follows by 10:00.", "ninjs ednote")]
    assert told(document, "subject") == [("accident (20000139)", "ninjs subject")]


def test_version_3_in_its_own_spelling() -> None:
    document = document_of(THREE.read_bytes(), "ferry.json")
    assert document.published == dt.datetime(2026, 3, 4, 9, tzinfo=dt.UTC)
    assert document.version == 5
    assert document.partial
    assert [value for value, _ in told(document, "status")] == ["usable", "partial text"]
    assert texts(document, BlockRole.BODY) == [
        "A pump failed before the fire on the ferry Tarn Star, inspectors said on Wednesday.",
        "The fire injured 14 people.",
    ]
    assert [value for value, _ in told(document, "usage terms")] == [
        "For editorial use only.",
        "(c) Larkmoor Press Agency",
    ]


@pytest.fixture(scope="module")
def wrapped() -> list[Outcome]:
    return outcomes_of(WRAPPED.read_bytes(), "api.json")


def test_a_services_answer_is_one_document_an_item(wrapped: list[Outcome]) -> None:
    text, picture, *_, summary = wrapped
    assert isinstance(text, Document)
    assert (text.id, text.path, text.authors) == ("api-1", "api.json#1", ("BO ARNE",))
    assert [value for value, _ in told(text, "usage terms")] == ["For use in print.", "No archive."]
    assert isinstance(picture, Document)
    assert texts(picture, BlockRole.CAPTION) == ["Pupils outside Harrow Road school in Skelby on March 2, 2026."]
    assert texts(picture, BlockRole.BODY) == []
    assert isinstance(summary, Document)
    assert summary.partial
    assert texts(summary, BlockRole.BODY) == ["The second tram line in Skelby will open a year late, in 2028."]


def test_items_without_text_say_why(wrapped: list[Outcome]) -> None:
    assert wrapped[2:5] == [
        Skipped("api.json#3", "canceled by its sender, without a text"),
        Skipped("api.json#4", "an item whose text stands in another file"),
        Skipped("api.json#5", "an item of the type event, not an article"),
    ]


@pytest.mark.parametrize(
    "value",
    [ITEM, [ITEM], {"items": [ITEM]}, {"data": {"item": ITEM}}, {"_items": [{"item": ITEM}]}, {"results": [[ITEM]]}],
)
def test_wrappings(value: object) -> None:
    document = document_of(data_of(value), "item.json")
    assert texts(document, BlockRole.BODY) == [LEAD]
    assert document.id == "item"


def test_a_package_stands_for_the_texts_in_it() -> None:
    package = {
        "uri": "urn:p",
        "type": "composite",
        "versioncreated": "2026",
        "associations": {"main": ITEM, "side": {**ITEM, "headline": "Side"}, "pic": {"type": "picture"}},
    }
    first, second = outcomes_of(data_of(package), "package.json")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.path, second.title) == ("package.json#1", "Side")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", ONE.read_bytes()),
        ("a", TWO.read_bytes()),
        ("a.txt", THREE.read_bytes()),
        ("a.json", b"\xef\xbb\xbf" + WRAPPED.read_bytes()),
        ("a.json", ONE.read_text(encoding="utf-8").encode("utf-16")),
        ("a.json", ONE.read_bytes()[:900]),
    ],
)
def test_an_item_is_known_by_its_content(name: str, data: bytes) -> None:
    assert claimant(Path(name), data[:65_536]) is LOADER


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [1, 2],
        {"name": "settings", "version": "1"},
        [{"id": 1, "headline": "x", "body": "y", "published": "2026"}],
        [{"uri": "https://a.example", "headline": "x", "text": "y", "slugline": "z"}],
        {"config": ITEM},
        {"cells": [{"type": "code", "source": "x"}], "metadata": {}},
    ],
)
def test_other_json_is_not_claimed(value: object) -> None:
    assert not LOADER.claims(Path("a.json"), data_of(value))


def test_lines_of_json_are_a_tables() -> None:
    assert not LOADER.claims(Path("a.jsonl"), data_of(ITEM) + b"\n" + data_of(ITEM))


@pytest.mark.parametrize(
    ("note", "corrects"),
    [
        ("CORRECTS age to 54 in paragraph 3", True),
        ("Correction: the council met on Monday.", True),
        ("Clarifies that the line is a tram line", True),
        ("MANDATORY KILL of story Schools", True),
        ("Adds quotes, background", True),
        ("With photos, graphic", False),
        ("The spelling of Smyth is correct.", False),
        ("Story on the Department of Corrections follows.", False),
    ],
)
def test_notes_that_correct_are_corrections(note: str, corrects: bool) -> None:
    document = made(ednote=note)
    assert texts(document, BlockRole.CORRECTION) == ([note] if corrects else [])
    assert told(document, "note to editors") == [(note, "ninjs ednote")]


@pytest.mark.parametrize(
    ("times", "published"),
    [
        ({"versioncreated": "2026-03-03"}, dt.date(2026, 3, 3)),
        ({"versioncreated": "2026-03-03", "version": 4}, dt.date(2026, 3, 3)),
        ({"versioncreated": "2026-03-04", "firstcreated": "2026-03-03", "version": 2}, dt.date(2026, 3, 4)),
        ({"versioncreated": None, "firstcreated": "2026-03-03"}, dt.date(2026, 3, 3)),
        ({"versioncreated": None, "contentcreated": "2026-03-01"}, dt.date(2026, 3, 1)),
        ({"versioncreated": "2026-03-03", "contentcreated": "1974-01-01"}, dt.date(2026, 3, 3)),
    ],
)
def test_a_version_was_published_when_it_was_made(times: dict[str, object], published: dt.date) -> None:
    document = made(**times)
    assert (document.published, document.updated) == (published, None)


@pytest.mark.parametrize("status", ["http://cv.iptc.org/newscodes/pubstatusg2/withheld", "stat:withheld", "withheld"])
def test_status_in_words(status: str) -> None:
    assert told(made(pubstatus=status), "status")[0][0] == "withheld"


def test_forms_of_the_text() -> None:
    text = f"<nitf><body><body.content><p>{LEAD}</p></body.content></body></nitf>"
    nitf = f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'
    for body in (
        {"body_text": None, "body_html": f"<p>{LEAD}</p>"},
        {"body_xhtml": f'<?xml version="1.0" encoding="utf-8"?><div><p>{LEAD}</p></div>'},
        {"body_xhtml": "<div></div>"},
        {"body_text": [LEAD]},
        {"body_text": "", "body_nitf": nitf},
        {"body_text": "", "bodies": [{"contenttype": "application/nitf+xml", "value": nitf}]},
        {"body_text": "", "bodies": [{"role": "summary", "value": "No."}, {"value": LEAD}]},
        {"body_text": "", "bodies": [LEAD]},
    ):
        assert texts(made(**body), BlockRole.BODY) == [LEAD], body


def test_a_description_is_a_standfirst_unless_the_text_says_it() -> None:
    assert texts(made(description_text="Parents protest."), BlockRole.SUMMARY) == ["Parents protest."]
    assert texts(made(description_text="The council of Skelby closes two"), BlockRole.SUMMARY) == []


def test_a_gallery_in_an_association() -> None:
    pictures = [{"type": "picture", "description_text": f"Yard {name}.", "byline": "Ana Dorr"} for name in "ABA"]
    document = made(associations={"gallery": {"type": "composite", "associations": pictures}})
    assert texts(document, BlockRole.CAPTION) == ["Yard A.", "Yard B."]
    assert texts(document, BlockRole.CREDIT) == ["Ana Dorr", "Ana Dorr"]


def test_an_embargo_in_the_note() -> None:
    assert "18:00" in made(ednote="EMBARGOED until 18:00 GMT").embargo


def test_values_of_any_type_do_no_harm() -> None:
    odd: list[object] = [None, True, 1, -1.5, "", "x", [], ["a", ["b"]], {}, {"a": {"b": "c"}}, [{"value": {}}], 10**40]
    names = {key for path in (ONE, TWO) for key in json.loads(path.read_bytes())} | {"signals", "byline", "provider"}
    for value in odd:
        for name in sorted(names):
            hold_up(LOADER, data_of({**ITEM, name: value}), "item.json")
        hold_up(LOADER, data_of([ITEM, value]), "item.json")


def raised(data: bytes) -> InputError:
    with pytest.raises(InputError) as problem:
        list(LOADER.load(given_of(data, "item.json")))
    assert problem.value.where.startswith("item.json")
    assert problem.value.remedy
    return problem.value


def test_bad_files_say_what_is_wrong_and_where() -> None:
    cut = raised(ONE.read_bytes().partition(b"Ferry-Fire")[0])
    assert type(cut) is Malformed
    assert cut.where == "item.json, line 13, column 15"
    assert cut.what == "is no valid JSON: unterminated string."
    assert "nested" in raised(b'{"uri": ' + b"[" * 100_000).what
    assert type(raised(b"{}")) is Malformed
    assert type(raised(b"")) is EmptyInput
    (deep,) = outcomes_of(data_of({**ITEM, "body_text": "", "body_html": "<div>" * 400 + LEAD}), "item.json")
    assert type(deep) is Unsafe


def test_a_bad_item_leaves_the_others() -> None:
    bad = {**ITEM, "body_html": "<div>" * 400, "body_text": ""}
    found = outcomes_of(data_of([bad, ITEM, 5]), "items.json")
    assert [type(each) for each in found] == [Unsafe, Document, Skipped]
    assert isinstance(found[0], InputError)
    assert found[0].where == "items.json#1"


def test_the_whole_way_through_a_folder(tmp_path: Path) -> None:
    for path in (ONE, TWO, WRAPPED):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    loaded = collected(tmp_path)
    assert [document.path for document in loaded.documents] == [
        "ninjs_1.json",
        "ninjs_2.json",
        "ninjs_wrapped.json#1",
        "ninjs_wrapped.json#2",
        "ninjs_wrapped.json#6",
    ]
    assert loaded.unread == ()


@given(broken([path.read_bytes() for path in (ONE, TWO, THREE, WRAPPED)]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "item.json")


def test_what_a_desk_sets_under_a_text() -> None:
    document = made(
        body_text="It sank on Monday.\n\nNobody was hurt.\n\nmrq/jlc/abc\n\n(photo) (video)", body_html=None
    )
    assert texts(document, BlockRole.BODY)[-1] == "Nobody was hurt."
    assert "mrq/jlc/abc" in texts(document, BlockRole.CREDIT)


def test_notes_for_the_desk_are_no_text() -> None:
    notes = '<section class="notepad nonpublic"><p>Not for publication: call Ann at 12.</p></section>'
    document = made(body_html=f"<section><p>It sank on Monday.</p></section>{notes}", body_text=None)
    assert "Not for publication: call Ann at 12." in texts(document, BlockRole.FURNITURE)


def test_a_kill_is_a_correction_and_gives_no_place() -> None:
    body = "<p>EDITORS: Kill the story headlined Ferry sinks, sent on Monday. The ferry sank in 2019, not in 2026.</p>"
    document = made(body_html=body, body_text=None, located=None)
    assert document.dateline == ""
    assert texts(document, BlockRole.CORRECTION)[-1].startswith("EDITORS: Kill the story")


def test_an_agency_behind_a_name_is_no_writer() -> None:
    assert made(byline="Ann Brink, hbn").authors == ("Ann Brink",)
    assert made(byline="García Márquez, Ana").authors == ("García Márquez, Ana",)


def test_more_items_than_a_file_may_have_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.ninjs._MOST_ITEMS", 2)
    (outcome,) = outcomes_of(data_of([ITEM] * 3), "items.json")
    assert isinstance(outcome, TooLarge)
