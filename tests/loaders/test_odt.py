"""OpenDocument text: what a reader sees of it, in either reading of its tracked changes, and broken files."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, TooLarge, Unsafe
from discrepancy.loaders.odt import LOADER
from discrepancy.model import BlockRole, Document
from discrepancy.settings import Revisions, Settings
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, outcomes_of, texts, told
from tests.loaders.word_files import zipped

FLAT = (Path(__file__).parent / "samples" / "odt_bridge.fodt").read_bytes()
MIME = "application/vnd.oasis.opendocument.text"
ORIGINAL = Settings(revisions=Revisions.ORIGINAL)


def head_of(flat: bytes) -> str:
    """The start tag of a flat file, with its namespaces."""
    text = flat.decode()
    return text[text.index("<office:document") : text.index(">", text.index("<office:document")) + 1]


def flat(body: str, before: str = "") -> bytes:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return f"{head_of(FLAT)}{before}{text}</office:document>".encode()


def packed(content: bytes, manifest: str = "<m/>", **more: bytes) -> bytes:
    members: dict[str, bytes | str] = {"mimetype": MIME, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped({**members, **{f"{name}.xml": data for name, data in more.items()}})


def body_of(inner: str, before: str = "", settings: Settings | None = None) -> list[str]:
    return texts(document_of(flat(inner, before), "a.fodt", settings), BlockRole.BODY)


LEDE = "<text:p>The bridge was shut on Monday, the port said.</text:p>"


@pytest.fixture(scope="module")
def bridge() -> Document:
    return document_of(FLAT, "bridge.fodt")


def test_blocks_of_a_file_with_everything(bridge: Document) -> None:
    assert texts(bridge, BlockRole.HEADLINE) == ["Ferry replaces bridge at Osmund Ferry"]
    assert texts(bridge, BlockRole.SUBHEAD) == ["Ferries"]
    assert texts(bridge, BlockRole.DATELINE) == ["OSMUND FERRY, May 12 (Eastcoast) -"]
    assert texts(bridge, BlockRole.BODY) == [
        "The bridge at Osmund Ferry carries 450 lorries a day, the port said.",
        "It will be shut for repairs from Monday, the port said.",
        "The first ferry takes 40 lorries",
        "The second takes 25",
        "A crew of twelve runs each ferry, the port said.",
        "They sail at night too, it said.",
        "Ferry | Lorries",
        "First | 40",
        "The port counts lorries on working days.",
    ]
    assert texts(bridge, BlockRole.CAPTION) == ["The bridge on Monday."]
    assert texts(bridge, BlockRole.CREDIT) == ["By Tove Marrin and Idris Vale", "Photo: Nan Obel"]
    assert texts(bridge, BlockRole.FURNITURE) == ["Comment by Copy desk: Ask the port again."]


def test_what_it_says_of_itself(bridge: Document) -> None:
    assert (bridge.title, bridge.source) == ("Ferry replaces bridge at Osmund Ferry", "Eastcoast")
    assert bridge.dateline == "OSMUND FERRY"
    assert bridge.published is bridge.updated is None
    assert told(bridge, "author") == [("Tove Marrin", "the byline"), ("Idris Vale", "the byline")]
    assert told(bridge, "subject") == [("bridges", "OpenDocument properties keyword")]
    assert told(bridge, "status")[0][0] == "tracked changes: 2 insertions, 2 deletions, read as accepted"
    assert bridge.landmark_at(bridge.text.index("The port counts")) == "footnote 1"
    assert bridge.landmark_at(bridge.text.index("First")) == "table 1, row 2"


def test_both_readings_are_two_versions_of_one_source(bridge: Document) -> None:
    first, second = outcomes_of(FLAT, "bridge.fodt", Settings(revisions=Revisions.BOTH))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert second.text == bridge.text
    assert texts(first, BlockRole.BODY)[:6] == [
        "The bridge at Osmund Ferry carries 300 lorries a day, the port said.",
        "It will be shut for repairs on Friday.",
        "A second lane was shut from Monday, the port said.",
        "The first ferry takes 40 lorries",
        "The second takes 25",
        "A crew of twelve runs each ferry, the port said.",
    ]
    assert [(each.id, each.version, each.source) for each in (first, second)] == [
        ("bridge-original", 1, "Eastcoast"),
        ("bridge-accepted", 2, "Eastcoast"),
    ]
    assert first.updated == second.updated == dt.date(2026, 5, 12)


@pytest.mark.parametrize("name", ["a.odt", "a.zip", "a", "a.doc"])
def test_a_package_reads_as_the_flat_file_does(bridge: Document, name: str) -> None:
    assert document_of(packed(FLAT), name).text == bridge.text


def test_a_package_that_was_written_in_another_order() -> None:
    members: dict[str, bytes | str] = {"content.xml": flat(LEDE), "META-INF/manifest.xml": "<m/>"}
    assert document_of(zipped(members), "a.odt").text == "The bridge was shut on Monday, the port said."


def test_without_a_byline_the_properties_speak() -> None:
    meta = (
        "<office:meta><meta:initial-creator>Tove Marrin</meta:initial-creator><dc:title>Bridge</dc:title></office:meta>"
    )
    document = document_of(flat(LEDE, meta), "a.fodt")
    assert document.title == "Bridge"
    assert told(document, "author") == [("Tove Marrin", "OpenDocument properties creator, who made the file")]


HIDDEN = (
    '<office:automatic-styles><style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    "</office:automatic-styles>"
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('a<text:s text:c="3"/>b', "a b"),
        ('a<text:s text:c="99999999999"/>b', "a b"),
        ("a<text:tab/>b", "a b"),
        ('<text:span text:style-name="H">x</text:span>', ""),
        ('<text:hidden-text text:string-value="x">x</text:hidden-text>', ""),
        ("<text:placeholder>Type here</text:placeholder>", ""),
        ("<text:date>4 May</text:date>", "4 May"),
        ("<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>r</text:ruby-text></text:ruby>", "b"),
        ("<text:bookmark/>x<text:soft-page-break/>y", "xy"),
        ("10\u00a0km", "10\u00a0km"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_what_a_reader_sees_of_a_paragraph(written: str, shown: str) -> None:
    document = document_of(flat(f"<text:p>The word [{written}] was said here on Monday.</text:p>", HIDDEN), "a.fodt")
    assert document.text == f"The word [{shown}] was said here on Monday."


def test_hidden_parts_and_indexes_are_left_out() -> None:
    hidden = '<text:p text:style-name="H">Gone, it said.</text:p>'
    hidden += '<text:section text:display="none"><text:p>Gone, she said.</text:p></text:section>'
    index = (
        "<text:table-of-content><text:index-body><text:p>Bridge 3</text:p></text:index-body></text:table-of-content>"
    )
    shown = "<text:section><text:p>It rained on Monday, she said.</text:p></text:section>"
    assert body_of(hidden + index + LEDE + shown, HIDDEN) == [
        "The bridge was shut on Monday, the port said.",
        "It rained on Monday, she said.",
    ]


def test_a_deletion_that_is_named_twice_is_put_back_once() -> None:
    deletion = "<text:deletion><text:p>was </text:p></text:deletion>"
    region = f'<text:changed-region text:id="a">{deletion}</text:changed-region>'
    region = f"<text:tracked-changes>{region}</text:tracked-changes>"
    mark = '<text:change text:change-id="a"/>'
    assert body_of(f"{region}<text:p>It {mark}{mark}shut on Monday, the port said.</text:p>", settings=ORIGINAL) == [
        "It was shut on Monday, the port said."
    ]


@pytest.mark.parametrize(
    ("data", "name", "kind", "what"),
    [
        (b"", "a.odt", EmptyInput, "is an empty file"),
        (flat(""), "a.fodt", EmptyInput, "holds no article text"),
        (packed(FLAT)[:900], "a.odt", Malformed, "can not be unpacked"),
        (FLAT[:3000], "a.fodt", Malformed, "is no well-formed XML"),
        (packed(FLAT[:3000]), "a.odt", Malformed, "is no well-formed XML"),
        (packed(FLAT, "<m><m:encryption-data/></m>"), "a.odt", InputError, "protected by a password"),
        (packed(flat(LEDE).replace(b"office:text>", b"office:chart>")), "a.odt", NotText, "an OpenDocument chart"),
        (packed(b"<office/>"), "a.odt", Malformed, "lacks its text"),
        (zipped({"mimetype": MIME, "x": ""}), "a.odt", Malformed, "lacks its part content.xml"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + FLAT[39:], "a.fodt", Unsafe, "declares entities"),
        (flat("<text:section>" * 300 + "</text:section>" * 300), "a.fodt", Unsafe, "nested deeper"),
        (flat("<text:p>x</text:p>" * 20_001), "a.fodt", TooLarge, "has 20,001 paragraphs"),
        (flat(f"<text:p>{'It was shut. ' * 50_000}</text:p>"), "a.fodt", TooLarge, "characters of text"),
        (flat(" " * 12_000_000), "a.fodt", TooLarge, "bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_bad_files_say_what_is_wrong(data: bytes, name: str, kind: type[InputError], what: str) -> None:
    (error,) = outcomes_of(data, name)
    assert isinstance(error, kind)
    assert what in error.what
    assert error.where.startswith(name)
    assert error.remedy.endswith(".")


def test_a_broken_part_beside_the_text_is_told_and_the_text_is_read() -> None:
    problem, document = outcomes_of(packed(flat(LEDE), styles=b"<broken"), "a.odt")
    assert isinstance(problem, Malformed)
    assert problem.where.startswith("a.odt, styles.xml")
    assert isinstance(document, Document)


@given(broken([FLAT, packed(FLAT), flat(LEDE)]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "a.odt")
