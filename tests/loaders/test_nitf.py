"""NITF: a document with all that its head, its text and its pictures say, and what broken and hostile files get."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.nitf import LOADER
from discrepancy.model import BlockRole, Document
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, given_of, outcomes_of, texts, told

SAMPLE = Path(__file__).with_name("samples").joinpath("nitf.xml").read_bytes()
EST = dt.timezone(dt.timedelta(hours=-5))
TEXT = "A ferry with 84 passengers sank off Tessel on Monday, and 12 people were missing."


def nitf(body: str, head: str = "", lines: str = "") -> Document:
    inside = f"<body.head>{lines}</body.head><body.content>{body}</body.content>"
    return document_of(f"<nitf><head>{head}</head><body>{inside}</body></nitf>".encode(), "a.xml")


@pytest.fixture(scope="module")
def sample() -> Document:
    return document_of(SAMPLE, "ferry.xml")


def test_the_text_in_blocks(sample: Document) -> None:
    assert [(block.role.value, sample.text[block.start : block.end]) for block in sample.blocks] == [
        ("correction", "CORRECTS the number of passengers in paragraph 2 to 84, not 48."),
        ("headline", "Ferry sinks off Tessel, 12 missing"),
        ("summary", "Captain says a valve failed"),
        ("credit", "By Mara Quill and Joost Anker, Harbour News"),
        ("summary", "Rescuers searched through the night for 12 people."),
        ("dateline", "PORT TESSEL, March 3"),
        ("body", TEXT),
        ("body", "“The valve failed at about 9\u00a0p.m.,” captain Piet Zand said."),
        ("subhead", "The search"),
        ("body", "He called it “a bad night” for 2½ hours."),
        ("body", "72 people were saved by two trawlers."),
        ("body", "Three boats took part in the search."),
        ("caption", "Boats in the search"),
        ("body", "Boat | Crew"),
        ("body", "Zeester | 6"),
        ("caption", "Rescuers bring passengers ashore in Port Tessel on Tuesday."),
        ("credit", "Lotte Maas/Harbour News"),
        ("furniture", "-30-"),
        ("credit", "Anna Brink contributed to this report from Oosterend."),
    ]


def test_what_is_known(sample: Document) -> None:
    assert (sample.id, sample.title, sample.source) == ("ferry", "Ferry sinks off Tessel, 12 missing", "Harbour News")
    assert sample.authors == ("Mara Quill", "Joost Anker")
    assert sample.published == dt.datetime(2026, 3, 3, 9, 15, tzinfo=EST)
    assert (sample.dateline, sample.version) == ("PORT TESSEL", 3)
    assert sample.embargo == "until 2026-03-03T18:00:00-05:00"
    assert told(sample, "status") == [("usable", "NITF management-status"), ("correction", "NITF tobject.property")]
    assert told(sample, "priority") == [("2", "NITF urgency")]
    assert told(sample, "slug") == [("Ferry-Rescue", "NITF du-key"), ("Tessel-Ferry", "NITF meta slug")]
    assert told(sample, "identifier") == [("hbn-20260303-0042", "NITF doc-id")]
    assert [value for value, _ in told(sample, "note to editors")] == [
        "CORRECTS the number of passengers in paragraph 2 to 84, not 48.",
        "With photos.",
        "Eds: A graphic moves at noon.",
    ]
    assert [value for value, _ in told(sample, "usage terms")] == [
        "expires 20260310T000000-0500",
        "© 2026 Harbour News",
        "Not for use on ferries",
    ]
    assert [value for value, _ in told(sample, "subject")] == [
        "evening-top",
        "Sea safety",
        "ferry",
        "rescue",
        "03015001 maritime accident",
        "Mara Quill",
        "hard news",
    ]
    assert told(sample, "version") == [("3", "NITF du-key"), ("part 2 of 3", "NITF series")]


def test_a_reader_finds_the_place_again(sample: Document) -> None:
    assert sample.landmark_at(sample.text.index("72 people")) == "paragraph 4"
    assert sample.landmark_at(sample.text.index("Rescuers bring")) == "caption 2"
    assert sample.landmark_at(sample.text.index("Ferry sinks")) == "headline"


@pytest.mark.parametrize("name", ["a.xml", "a.txt", "a", "a.nitf", "a.html"])
def test_the_content_tells_the_format(name: str) -> None:
    assert LOADER.claims(Path(name), SAMPLE)
    assert document_of(SAMPLE, name).title == "Ferry sinks off Tessel, 12 missing"


@pytest.mark.parametrize(
    "other", [b"<svg/>", b'<?xml version="1.0"?><urlset/>', b"<html><p>nitf</p></html>", b"nitf", b"<nitfs/>", b""]
)
def test_other_xml_is_not_claimed(other: bytes) -> None:
    assert not LOADER.claims(Path("a.nitf"), other)


@pytest.mark.parametrize(
    "change",
    [
        (b"<nitf ", b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" '),
        (b'"http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd"', b'"nitf-3-4.dtd"'),
        (b"&ldquo;", "“".encode()),
        (b"\n", b"\r\n"),
    ],
    ids=["namespace", "local-dtd", "plain-quote", "crlf"],
)
def test_ways_to_write_the_same_document(change: tuple[bytes, bytes], sample: Document) -> None:
    other = document_of(SAMPLE.replace(*change), "ferry.xml")
    assert (other.text, other.blocks, other.details) == (sample.text, sample.blocks, sample.details)


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "cp1252"])
def test_encodings(encoding: str, sample: Document) -> None:
    declared = SAMPLE.decode().replace("UTF-8", encoding)
    assert document_of(declared.encode(encoding), "ferry.xml").text == sample.text


def test_windows_quotation_marks_under_a_utf_8_declaration() -> None:
    body = "<body><body.content><p>“It sank,” she said.</p></body.content></body>"
    data = f'<?xml version="1.0" encoding="UTF-8"?><nitf>{body}</nitf>'
    assert document_of(data.encode("cp1252"), "a.xml").text == "“It sank,” she said."


def test_a_release_time_holds_back_only_what_was_sent_before_it() -> None:
    docdata = '<docdata><date.issue norm="20260303T091500Z"/><date.release norm="{}"/></docdata>'
    assert nitf(f"<p>{TEXT}</p>", docdata.format("20260303T091500Z")).embargo == ""
    assert nitf(f"<p>{TEXT}</p>", docdata.format("20260304T060000Z")).embargo == "until 2026-03-04T06:00:00+00:00"
    held = '<docdata management-status="embargoed"/>'
    assert nitf(f"<p>{TEXT}</p>", held).embargo == "embargoed, no time given"


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_is_withdrawn_is_read_and_says_so(status: str) -> None:
    document = nitf(f"<p>{TEXT}</p>", f'<docdata management-status="{status}"/>')
    assert told(document, "status") == [(status, "NITF management-status")]
    assert texts(document, BlockRole.BODY) == [TEXT]


def test_the_same_words_above_and_below_stand_once() -> None:
    lines = f"<hedline><hl1>Ferry sinks</hl1><hl2>Ferry sinks</hl2></hedline><abstract><p>{TEXT}</p></abstract>"
    place = "<dateline><location>PORT TESSEL</location></dateline>"
    body = f"<block><hl2>Ferry sinks</hl2><p>{TEXT}</p></block>"
    document = nitf(body, lines=lines)
    assert texts(document, BlockRole.BODY) == [TEXT]
    assert document.text == f"Ferry sinks\n\n{TEXT}"
    opened = nitf(f"<p>PORT TESSEL (AP) — {TEXT}</p>", lines=place)
    assert texts(opened, BlockRole.DATELINE) == ["PORT TESSEL (AP) —"]
    assert opened.dateline == "PORT TESSEL"


def test_a_story_wrapped_in_one_element_is_cut_into_its_paragraphs() -> None:
    wrapped = "(Adds detail)\n    A ferry with 84 passengers\nsank off Tessel.\n    Two trawlers saved\n72 people."
    document = nitf(f"<p>{wrapped}</p>")
    assert texts(document, BlockRole.CORRECTION) == ["(Adds detail)"]
    sank, saved = "A ferry with 84 passengers sank off Tessel.", "Two trawlers saved 72 people."
    assert texts(document, BlockRole.BODY) == [sank, saved]
    indented = "<p>A ferry with 84 passengers\n      sank off Tessel\n      on Monday\n      night.</p>"
    assert texts(nitf(indented), BlockRole.BODY) == ["A ferry with 84 passengers sank off Tessel on Monday night."]


@pytest.mark.parametrize("mark", ["ends", "ENDIT", "-30-", "(MORE)", "___", "-0-"])
def test_end_marks_are_no_text(mark: str) -> None:
    assert texts(nitf(f"<p>{TEXT}</p><p>{mark}</p>"), BlockRole.BODY) == [TEXT]


def test_version_numbers_of_headlines_are_those_of_desks() -> None:
    assert nitf(f"<p>{TEXT}</p>", lines="<hedline><hl1>UPDATE 2-Ferry sinks</hl1></hedline>").version == 2
    assert nitf(f"<p>{TEXT}</p>", lines="<hedline><hl1>Phone update 17 sinks a ferry</hl1></hedline>").version is None


@pytest.mark.parametrize(
    ("data", "error", "what"),
    [
        (SAMPLE[:2500], Malformed, r"ferry\.xml, line \d+, column \d+: is no well-formed XML"),
        (b"<nitf/>", EmptyInput, "holds no article text"),
        (b'<!DOCTYPE nitf [<!ENTITY a "ha">]><nitf>&a;</nitf>', Unsafe, "entities of its own"),
        (b"<nitf>" + b"<block>" * 5000, Unsafe, "nested deeper"),
        (SAMPLE.replace(b"<p>-30-", b"<p>" + b"word " * 110_000), TooLarge, "more than any article"),
        (b"<nitf>" + b" " * 5_000_000, TooLarge, "bytes, more than the limit"),
    ],
    ids=["cut", "empty", "entities", "deep", "long", "huge"],
)
def test_bad_files_are_errors_that_say_where(data: bytes, error: type[InputError], what: str) -> None:
    (outcome,) = outcomes_of(data, "ferry.xml")
    assert isinstance(outcome, error)
    assert str(outcome).startswith("ferry.xml")
    with pytest.raises(error, match=what):
        list(LOADER.load(given_of(data, "ferry.xml", limit=LOADER.most_bytes)))


@given(broken([SAMPLE]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "ferry.xml")


def test_an_agency_under_a_byline_is_no_writer_and_stands_once() -> None:
    lines = "<byline>By ANN BRINK<byttl>Harbour Press</byttl></byline><distributor>Harbour Press</distributor>"
    document = nitf("<p>The ferry sank on Wednesday.</p>", lines=lines)
    assert document.authors == ("ANN BRINK",)
    assert texts(document, BlockRole.CREDIT) == ["By ANN BRINK, Harbour Press"]


def test_the_credit_that_a_caption_ends_in_stands_once() -> None:
    caption = "<media-caption>The ferry on Monday. (HBN Photo/Lou Brandt)</media-caption>"
    document = nitf(f"<p>It sank.</p><media>{caption}<media-producer>Lou Brandt</media-producer></media>")
    assert texts(document, BlockRole.CREDIT) == ["(HBN Photo/Lou Brandt)"]


def test_who_helped_and_where_it_stood_first_are_credits() -> None:
    said = ["This report by Harbour News was first published Sept. 24, 2026.", "— With files from Bo Ek in Tessel."]
    document = nitf("<p>It sank on Monday.</p>" + "".join(f"<p>{line}</p>" for line in said))
    assert texts(document, BlockRole.CREDIT) == said
