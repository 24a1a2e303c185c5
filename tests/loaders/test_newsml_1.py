"""NewsML 1 as AFP sends it: a document for every item with text, and what broken and hostile files get."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import InputError, Malformed, Unsafe
from discrepancy.loaders.newsml_1 import LOADER
from discrepancy.model import BlockRole, Document, Skipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, outcomes_of, texts, told

SAMPLE = Path(__file__).with_name("samples").joinpath("newsml_1.xml").read_bytes()
TEXT = "A ferry with 84 passengers sank off Tessel on Monday, and 12 people were missing."
MORE = "Two trawlers saved 72 people, the harbour master said."


def content(data: str, *, kind: str = "Text") -> str:
    return f'<ContentItem><MediaType FormalName="{kind}"/><DataContent>{data}</DataContent></ContentItem>'


def part(role: str, inside: str, more: str = "") -> str:
    return f'<NewsComponent {more}><Role FormalName="{role}"/>{inside}</NewsComponent>'


def item(component: str, *, managed: str = "", lines: str = "<HeadLine>Ferry sinks</HeadLine>") -> str:
    outer = f"<NewsComponent><NewsLines>{lines}</NewsLines>{component}</NewsComponent>"
    return f"<NewsItem><NewsManagement>{managed}</NewsManagement>{outer}</NewsItem>"


def read(component: str, **more: str) -> Document:
    return document_of(f"<NewsML>{item(component, **more)}</NewsML>".encode(), "a.xml")


@pytest.fixture(scope="module")
def sample() -> Document:
    return document_of(SAMPLE, "ferry.xml")


def test_the_text_in_blocks(sample: Document) -> None:
    assert [(block.role.value, sample.text[block.start : block.end]) for block in sample.blocks] == [
        ("correction", "Updates throughout, adds quote from captain."),
        ("headline", "Ferry sinks off Tessel, 12 missing"),
        ("correction", "ATTENTION - CORRECTS number of passengers"),
        ("credit", "Mara Quill"),
        ("dateline", "PORT TESSEL, March 3, 2026 (HBN) -"),
        ("body", TEXT),
        ("body", '"The valve failed," captain René Zand said.'),
        ("credit", "str/mq"),
        ("caption", "Rescuers bring 72 passengers ashore in Port Tessel on Tuesday."),
        ("credit", "HBN/Lotte Maas"),
    ]


def test_what_is_known(sample: Document) -> None:
    assert (sample.id, sample.source, sample.authors) == ("ferry", "Harbour News", ("Mara Quill",))
    assert sample.published == dt.datetime(2026, 3, 3, 9, 15, 2, tzinfo=dt.UTC)
    assert sample.updated is None
    assert [origin for _, origin in told(sample, "first sent")] == ["NewsML FirstCreated"]
    assert (sample.dateline, sample.version, sample.embargo) == ("PORT TESSEL", 2, "")
    identifier = "urn:newsml:harbournews.example:20260303:260303091502.ab12:2"
    assert told(sample, "identifier") == [(identifier, "NewsML NewsIdentifier")]
    assert told(sample, "version") == [("2", "NewsML RevisionId")]
    assert told(sample, "status") == [("usable", "NewsML Status")]
    assert told(sample, "slug") == [("Tessel-ferry-rescue", "NewsML SlugLine")]
    assert told(sample, "priority") == [("2", "NewsML Urgency"), ("3", "NewsML Priority")]
    assert told(sample, "subject") == [("ferry", "NewsML KeywordLine"), ("03015001", "NewsML SubjectCode")]
    assert told(sample, "usage terms") == [("© 2026 Harbour News", "NewsML CopyrightLine")]
    assert told(sample, "language") == [("en", "NewsML Language")]
    assert [value for value, _ in told(sample, "note to editors")] == [
        "ATTENTION - CORRECTS number of passengers",
        "Updates throughout, adds quote from captain.",
    ]
    assert sample.landmark_at(sample.text.index('"The valve')) == "paragraph 2"


@pytest.mark.parametrize("name", ["a.xml", "a.txt", "a", "a.newsml"])
def test_the_content_tells_the_format(name: str) -> None:
    assert document_of(SAMPLE, name).version == 2


@pytest.mark.parametrize("other", [b"<newsItem/>", b"<NewsItem><title/></NewsItem>", b"<newsml/>", b"NewsML", b""])
def test_other_xml_is_not_claimed(other: bytes) -> None:
    assert not LOADER.claims(Path("a.xml"), other)


def test_an_item_by_itself_is_claimed() -> None:
    assert document_of(item(content(f"<p>{TEXT}</p>")).encode(), "a.xml").title == "Ferry sinks"


@pytest.mark.parametrize(
    ("component", "expected"),
    [
        (content(f"<p>{TEXT}</p><p>{MORE}</p>"), [TEXT, MORE]),
        (content(f"<nitf><body><body.content><p>{TEXT}</p></body.content></body></nitf>"), [TEXT]),
        (content(f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{TEXT}</p></body></html>"), [TEXT]),
        (content(f"\n{TEXT[:40]}\n{TEXT[41:]}\n\n{MORE}\n"), [TEXT[:40] + " " + TEXT[41:], MORE]),
        (content(f"<![CDATA[<P>{TEXT}</P>\n<P>{MORE}</P>]]>"), [TEXT, MORE]),
        (part("Main", part("Text", content(f"<p>{TEXT}</p>"))), [TEXT]),
        (part("Main", content(f"<p>{TEXT}</p>") + content(TEXT), 'EquivalentsList="yes"'), [TEXT]),
        (part("Main", content(f"<p>{TEXT}</p>") + content(f"<p>{MORE}</p>")), [TEXT, MORE]),
        (content("SGVsbG8gd29ybGQ=", kind="Photo") + content(f"<p>{TEXT}</p>"), [TEXT]),
        (content(f"<Encoding Notation='x'><DataContent><p>{TEXT}</p></DataContent></Encoding>"), [TEXT]),
    ],
    ids=["p", "nitf", "xhtml", "plain", "cdata", "nested", "equivalents", "both", "photo", "encoding"],
)
def test_forms_of_content(component: str, expected: list[str]) -> None:
    assert texts(read(component), BlockRole.BODY) == expected


def test_roles_of_components() -> None:
    inside = part("Title", content("Ferry lost")) + part("Lead", content(TEXT)) + part("Caption", content("On shore."))
    document = read(inside, lines="")
    assert document.title == "Ferry lost"
    assert [block.role.value for block in document.blocks] == ["headline", "body", "caption"]


def test_a_second_text_stands_under_its_own_heading() -> None:
    second = f"<NewsComponent><NewsLines><HeadLine>The rescue</HeadLine></NewsLines>{content(MORE)}</NewsComponent>"
    document = read(part("Main", content(f"<p>{TEXT}</p>")) + second)
    assert texts(document, BlockRole.SUBHEAD) == ["The rescue"]


def test_an_embargo_ends_when_the_status_will_change() -> None:
    until = "<StatusWillChange><FutureStatus FormalName='Usable'/><DateAndTime>20260303T180000Z</DateAndTime>"
    held = f"<Status FormalName='Embargoed'/>{until}</StatusWillChange>"
    assert read(content(TEXT), managed=held).embargo == "until 2026-03-03T18:00:00+00:00"
    assert read(content(TEXT), managed="<Status FormalName='Embargoed'/>").embargo == "embargoed, no time given"


def test_what_is_withdrawn_is_read_and_says_so() -> None:
    document = read("", managed="<Status FormalName='Canceled'/>")
    assert told(document, "status") == [("canceled", "NewsML Status")]
    assert document.text == "Ferry sinks"


def test_items_are_read_by_themselves_and_references_named() -> None:
    reference = "<NewsItem><NewsComponent><NewsItemRef NewsItem='urn:b'/></NewsComponent></NewsItem>"
    one, two, three = outcomes_of(f"<NewsML>{item(content(TEXT))}{reference}{item('')}</NewsML>".encode(), "a.xml")
    assert isinstance(one, Document)
    assert two == Skipped("a.xml#2", "a NewsML item without text of its own, which refers to: urn:b")
    assert isinstance(three, Document)
    assert (one.id, three.id, three.path) == ("a-1", "a-3", "a.xml#3")
    (empty,) = outcomes_of(b"<NewsML/>", "a.xml")
    assert empty == Skipped("a.xml", "a NewsML message without an item")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (SAMPLE[:2000], Malformed),
        (b'<!DOCTYPE NewsML [<!ENTITY a "ha">]><NewsML>&a;</NewsML>', Unsafe),
        (b"<NewsML>" + b"<NewsComponent>" * 3000, Unsafe),
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


def test_lines_that_each_end_a_sentence_are_paragraphs() -> None:
    said = ["The ferry sank on Monday.", "Nobody was hurt.", "It was built in 1998."]
    text = "".join(f"   {line}\n" for line in said)
    assert texts(read(content(text)), BlockRole.BODY) == said


def test_notes_under_a_text_are_no_text() -> None:
    under = ["((ann@wire.example; +1 555 0100))", "(HBN).", "YRE-KZT"]
    document = read(content("<p>The ferry sank on Monday.</p>" + "".join(f"<p>{line}</p>" for line in under)))
    assert texts(document, BlockRole.BODY) == ["The ferry sank on Monday."]
    assert texts(document, BlockRole.CREDIT) == ["YRE-KZT"]
