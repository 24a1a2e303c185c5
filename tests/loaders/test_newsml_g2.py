"""NewsML-G2: a document for every item with text, packages named, and what broken and hostile files get."""

import base64
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.newsml_g2 import LOADER
from discrepancy.model import BlockRole, Document, Skipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, outcomes_of, texts, told

SAMPLE = Path(__file__).with_name("samples").joinpath("newsml_g2.xml").read_bytes()
CET = dt.timezone(dt.timedelta(hours=1))
TEXT = "A ferry with 84 passengers sank off Tessel on Monday, and 12 people were missing."
MORE = "Two trawlers saved 72 people, the harbour master said."
CODED = base64.b64encode(TEXT.encode()).decode()
NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html></inlineXML>'


def item(content: str = XHTML, *, meta: str = "", lines: str = "<headline>Ferry sinks</headline>") -> str:
    inside = f"<itemMeta>{meta}</itemMeta><contentMeta>{lines}</contentMeta><contentSet>{content}</contentSet>"
    return f'<newsItem {NAR} guid="urn:a" version="2">{inside}</newsItem>'


def read(whole: str) -> Document:
    return document_of(whole.encode(), "a.xml")


def bodies(content: str) -> list[str]:
    return texts(read(item(content)), BlockRole.BODY)


@pytest.fixture(scope="module")
def sample() -> list[Outcome]:
    return outcomes_of(SAMPLE, "ferry.xml")


@pytest.fixture(scope="module")
def story(sample: list[Outcome]) -> Document:
    assert isinstance(sample[0], Document)
    return sample[0]


def test_the_text_in_blocks(story: Document) -> None:
    assert [(block.role.value, story.text[block.start : block.end]) for block in story.blocks] == [
        ("correction", "Corrects the number of passengers to 84 in the first paragraph."),
        ("headline", "Ferry sinks off Tessel, 12 missing"),
        ("summary", "Rescuers searched through the night."),
        ("credit", "By Mara Quill and Joost Anker"),
        ("dateline", "PORT TESSEL, March 3 (HBN) -"),
        ("body", TEXT),
        ("body", MORE),
    ]


def test_what_is_known(story: Document) -> None:
    assert (story.id, story.path, story.source) == ("ferry-1", "ferry.xml#1", "Harbour News")
    assert (story.title, story.authors) == ("Ferry sinks off Tessel, 12 missing", ("Mara Quill", "Joost Anker"))
    assert story.published == dt.datetime(2026, 3, 3, 10, 15, tzinfo=CET)
    assert story.updated is None
    assert (story.dateline, story.version) == ("Port Tessel", 4)
    assert story.embargo == "until 2026-03-03T12:00:00+01:00"
    assert told(story, "first sent") == [("2026-03-03T07:30:00+01:00", "NewsML-G2 firstCreated")]
    assert told(story, "status") == [("usable", "NewsML-G2 pubStatus"), ("correction", "NewsML-G2 signal")]
    assert told(story, "slug") == [("FERRY-RESCUE/ (UPDATE 3)", "NewsML-G2 slugline")]
    assert told(story, "version") == [("4", "NewsML-G2 version"), ("3", "NewsML-G2 slugline")]
    assert told(story, "identifier") == [("urn:newsml:harbournews.example:20260303:ferry", "NewsML-G2 guid")]
    assert told(story, "priority") == [("3", "NewsML-G2 urgency")]
    assert [value for value, _ in told(story, "usage terms")] == ["For subscribers only.", "(c) 2026 Harbour News"]
    assert [value for value, _ in told(story, "subject")] == ["03015001 maritime accident", "20000139", "ferry"]
    assert [value for value, _ in told(story, "note to editors")][1] == "Photos follow."
    assert story.landmark_at(story.text.index(MORE)) == "paragraph 2"


def test_a_picture_is_its_headline_and_caption(sample: list[Outcome]) -> None:
    picture = sample[1]
    assert isinstance(picture, Document)
    assert (picture.id, picture.title) == ("ferry-2", "Ferry rescue in Port Tessel")
    assert texts(picture, BlockRole.CAPTION) == ["Rescuers bring 72 passengers ashore in Port Tessel on Tuesday."]
    assert texts(picture, BlockRole.CREDIT) == ["Lotte Maas/Harbour News"]


def test_a_package_is_no_article_and_says_what_it_refers_to(sample: list[Outcome]) -> None:
    names = "Ferry sinks off Tessel; urn:newsml:harbournews.example:20260303:ferry-photo"
    why = f"a NewsML-G2 package without text of its own, which refers to: {names}"
    assert sample[2:] == [Skipped("ferry.xml#3", why)]


@pytest.mark.parametrize("name", ["a.xml", "a.txt", "a", "a.newsml"])
def test_the_content_tells_the_format(name: str) -> None:
    assert len(outcomes_of(SAMPLE, name)) == 3


@pytest.mark.parametrize(
    "other", [b"<newsItem xmlns='urn:other'/>", b"<conceptItem/>", b"<NewsML/>", b"<rss/>", b"newsItem", b""]
)
def test_other_xml_is_not_claimed(other: bytes) -> None:
    assert not LOADER.claims(Path("a.xml"), other)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (XHTML, [TEXT]),
        (f"<inlineXML><nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf></inlineXML>", [TEXT]),
        (f"<inlineXML><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>{TEXT}</h:p></h:div></inlineXML>", [TEXT]),
        (f"<inlineData contenttype='text/plain'>{TEXT}\n\n{MORE}</inlineData>", [TEXT, MORE]),
        (f"<inlineData><![CDATA[<p>{TEXT}</p><p>{MORE}]]></inlineData>", [TEXT, MORE]),
        (f"<inlineData>&lt;p&gt;{TEXT}&lt;/p&gt;</inlineData>", [TEXT]),
        (f"<inlineXML/><inlineData>{TEXT}</inlineData>", [TEXT]),
        (f"{XHTML}<inlineData>{TEXT} {MORE}</inlineData>", [TEXT]),
        (f"<inlineData encoding='base64' contenttype='text/plain'>{CODED}</inlineData>", [TEXT]),
        (f"<inlineData encoding='base64' contenttype='image/png'>{CODED}</inlineData>{XHTML}", [TEXT]),
    ],
    ids=["xhtml", "nitf", "prefix", "plain", "cdata", "escaped", "empty-first", "alternatives", "base64", "picture"],
)
def test_forms_of_the_same_content(content: str, expected: list[str]) -> None:
    assert bodies(content) == expected


def test_the_lines_of_nitf_inside_are_taken_where_the_item_has_none() -> None:
    head = "<body.head><hedline><hl1>Ferry lost</hl1></hedline><byline>By Mara Quill</byline></body.head>"
    nitf = f"<inlineXML><nitf><body>{head}<body.content><p>{TEXT}</p></body.content></body></nitf></inlineXML>"
    document = read(item(nitf))
    assert (document.title, texts(document, BlockRole.CREDIT)) == ("Ferry sinks", ["By Mara Quill"])
    assert "Ferry lost" not in document.text
    assert read(item(nitf, lines="")).title == "Ferry lost"


@pytest.mark.parametrize(
    ("code", "status"),
    [("stat:canceled", "canceled"), ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", "withheld")],
)
def test_what_is_withdrawn_is_read_and_says_so(code: str, status: str) -> None:
    attribute = "uri" if code.startswith("http") else "qcode"
    meta = f"<pubStatus {attribute}='{code}'/><edNote>The story has been withdrawn.</edNote>"
    document = read(item("", meta=meta))
    assert told(document, "status") == [(status, "NewsML-G2 pubStatus")]
    assert (document.title, texts(document, BlockRole.CORRECTION)) == ("Ferry sinks", ["The story has been withdrawn."])


def test_an_alert_is_its_headline() -> None:
    assert read(item("")).text == "Ferry sinks"


def test_a_text_that_lies_elsewhere_is_no_article() -> None:
    remote = '<remoteContent href="http://example.org/ferry.html" contenttype="text/html"/>'
    (outcome,) = outcomes_of(item(remote).encode(), "a.xml")
    why = "a NewsML-G2 item without text of its own, which refers to: http://example.org/ferry.html"
    assert outcome == Skipped("a.xml", why)


def test_times_where_only_one_is_told() -> None:
    made = read(item(meta="<versionCreated>2026-03-03T10:15:00Z</versionCreated>"))
    assert (made.published, made.updated) == (dt.datetime(2026, 3, 3, 10, 15, tzinfo=dt.UTC), None)
    taken = read(item(lines="<contentCreated>2026-03-03</contentCreated><headline>x y</headline>"))
    assert taken.published == dt.date(2026, 3, 3)


def test_what_a_text_s_header_lists_is_no_text() -> None:
    opens = "<h:p>London (hbn) - It sank.</h:p>"
    header = "<h:header><h:ul><h:li>Ferries</h:li></h:ul><h:h1>Ferry sinks</h:h1></h:header>"
    inline = f"<inlineXML><h:div xmlns:h='http://www.w3.org/1999/xhtml'>{header}{opens}</h:div></inlineXML>"
    lines = "<headline>Ferry sinks</headline><dateline>London (hbn) - </dateline>"
    document = read(item(inline, lines=lines))
    assert (document.dateline, texts(document, BlockRole.BODY)) == ("London", ["It sank."])
    assert texts(document, BlockRole.FURNITURE) == ["Ferries"]
    assert texts(document, BlockRole.DATELINE) == ["London (hbn) -"]


def test_an_embargo_that_was_lifted_is_none() -> None:
    assert read(item(meta="<embargoed/>")).embargo == ""


def test_a_note_about_the_desk_is_no_correction() -> None:
    document = read(item(meta="<edNote>Will be updated with photos of those killed.</edNote>"))
    assert texts(document, BlockRole.CORRECTION) == []
    assert len(told(document, "note to editors")) == 1


def test_an_agency_is_no_author() -> None:
    lines = "<creator literal='Reuters'/><creator><name>Mara Quill</name></creator><creator qcode='u:17'/>"
    assert read(item(lines=lines)).authors == ("Mara Quill",)


def test_other_items_are_named_and_passed_over() -> None:
    message = f"<newsMessage {NAR}><itemSet><conceptItem/><planningItem/>{item()}</itemSet></newsMessage>"
    one, two, three = outcomes_of(message.encode(), "a.xml")
    assert (one, two) == (
        Skipped("a.xml#1", "a concept in NewsML-G2, not an article"),
        Skipped("a.xml#2", "a plan of coverage in NewsML-G2, not an article"),
    )
    assert isinstance(three, Document)
    (empty,) = outcomes_of(f"<newsMessage {NAR}/>".encode(), "a.xml")
    assert empty == Skipped("a.xml", "a NewsML-G2 message without an item")


def test_a_bad_item_leaves_the_others_as_they_are() -> None:
    long = item(f"<inlineData>{'word ' * 110_000}</inlineData>")
    message = f"<newsMessage {NAR}><itemSet>{long}{item()}</itemSet></newsMessage>"
    bad, good = outcomes_of(message.encode(), "a.xml")
    assert isinstance(bad, TooLarge)
    assert bad.where == "a.xml#1"
    assert isinstance(good, Document)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (SAMPLE[:3000], Malformed),
        (f'<!DOCTYPE x [<!ENTITY a "ha">]>{item("&a;")}'.encode(), Unsafe),
        (f"<newsMessage {NAR}>".encode() + b"<itemSet>" * 3000, Unsafe),
    ],
    ids=["cut", "entities", "deep"],
)
def test_bad_files_are_errors_that_say_where(data: bytes, error: type[InputError]) -> None:
    (outcome,) = outcomes_of(data, "ferry.xml")
    assert isinstance(outcome, error)
    assert str(outcome).startswith("ferry.xml")


@given(broken([SAMPLE]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "ferry.xml")


def test_text_in_inline_xhtml_is_read() -> None:
    inline = "<inlineXHTML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>It sank.</p></body></html></inlineXHTML>"
    assert bodies(inline) == ["It sank."]


def test_a_byline_and_a_dateline_that_the_text_has_behind_key_points_stand_once() -> None:
    points = "<h:ul><h:li>Ferry sinks off Tessel</h:li></h:ul><h:p>By Ann Brink</h:p>"
    points += "<h:p>TESSEL, May 6 (HBN) - It sank.</h:p>"
    inline = f"<inlineXML><h:div xmlns:h='http://www.w3.org/1999/xhtml'>{points}</h:div></inlineXML>"
    lines = "<headline>Ferry sinks</headline><by>By Ann Brink</by><dateline>TESSEL, May 6 (HBN) - </dateline>"
    document = read(item(inline, lines=lines))
    assert texts(document, BlockRole.CREDIT) == ["By Ann Brink"]
    assert texts(document, BlockRole.DATELINE) == ["TESSEL, May 6 (HBN) -"]
