"""XML and HTML for every loader: parsed within limits, put right where the meaning is plain, cut into paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.markup.paragraphs import paragraphs, text_of
from discrepancy.loaders.markup.parser import parse_html, parse_xml
from discrepancy.loaders.markup.root import Root, root_of
from discrepancy.model import BlockRole

LAUGHS = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>'


def text(data: bytes) -> str:
    return "".join(parse_xml(data, "a.xml").itertext())


@pytest.mark.parametrize(
    "attributes",
    ["a{0}=1 ", 'a{0}="<>"', '" a{0} ', "a{0}/", "a{0} = '>' "],
    ids=["bare", "glued", "stray", "slash", "end"],
)
def test_a_tag_of_thousands_of_attributes_is_not_parsed(attributes: str) -> None:
    """The parser would compare each with all others."""
    page = "<p>A</p><div {}><p>B</p></div>"
    many = page.format("".join(attributes.format(number) for number in range(5000)))
    with pytest.raises(Unsafe, match="attributes"):
        parse_html(many, "a.html")
    few = page.format("".join(attributes.format(number) for number in range(400)))
    assert "B" in "".join(parse_html(few * 10, "a.html").itertext())


def shown(data: bytes) -> list[tuple[str, str]]:
    return [(str(each.role), each.text) for each in paragraphs(parse_xml(data, "a.xml"))]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'<?xml version="1.0" encoding="UTF-8"?><a>It\x92s caf\xe9</a>', "It’s café"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><a>caf\xe9</a>', "café"),
        (b'<?xml version="1.0" encoding="klingon"?><a>x</a>', "x"),
        (b'<?xml version="1.0" encoding="UTF-16"?><a>x</a>', "x"),
        ('<?xml version="1.0" encoding="UTF-8"?><a>é</a>'.encode("utf-16"), "é"),
        (b'\xef\xbb\xbf\r\n<?xml version="1.0"?><a>x</a>', "x"),
        (b"<a>one\x02 two&#3; three</a>", "one two three"),
        (b"<a>9&nbsp;p.m. &ndash; &eacute;</a>", "9\u00a0p.m. – é"),
        (b'<!DOCTYPE a SYSTEM "a.dtd"><a>&mdash; &unheardof;</a>', "— &unheardof;"),
        (b"<a>Smith & Sons <![CDATA[R&D &nbsp;]]></a>", "Smith & Sons R&D &nbsp;"),
        (b"<!DOCTYPE a [ ]><!-- c --><a>x<?pi y?></a>", "x"),
    ],
    ids=["cp1252", "latin-1", "unknown", "not-wide", "wide", "bom", "controls", "named", "dtd", "ampersand", "subset"],
)
def test_what_breaks_a_rule_but_means_one_thing_is_read(data: bytes, expected: str) -> None:
    assert text(data) == expected


@pytest.mark.parametrize(
    ("data", "error", "what"),
    [
        (b"<a>\n<b>cut", Malformed, r"a\.xml, line 2, column 7: is no well-formed XML: Premature end of data"),
        (b"", Malformed, "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Malformed, r"a\.xml"),
        (LAUGHS, Unsafe, "entities of its own"),
        (LAUGHS.decode().encode("utf-16"), Unsafe, "entities of its own"),
        (b'<?xml version="1.0" encoding="UTF-7"?>' + LAUGHS.replace(b"<!", b"+ADwAIQ-"), Unsafe, "entities of its own"),
        (b"<a>" * 300 + b"</a>" * 300, Unsafe, "nested deeper"),
        (b"<a>" * 220 + b"</a>" * 220, Unsafe, "nested deeper"),
        (b"<a>" + b"<b/>" * 310_000 + b"</a>", TooLarge, "300,000 elements"),
        (b"<a>" + b"x" * 10_500_000 + b"</a>", TooLarge, "many megabytes"),
    ],
    ids=["cut", "empty", "picture", "laughs", "wide-laughs", "utf-7", "too-deep", "deep", "elements", "text"],
)
def test_what_is_broken_or_a_trap_is_an_error_with_its_place(data: bytes, error: type[InputError], what: str) -> None:
    with pytest.raises(error, match=what) as caught:
        parse_xml(data, "a.xml")
    assert caught.value.where.startswith("a.xml")
    assert caught.value.remedy.endswith(".")


def test_nothing_outside_the_file_is_read(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    outside = f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a xmlns:i="http://www.w3.org/2001/XInclude">'
    assert text(f'{outside}<i:include href="{secret.as_uri()}" parse="text"/>x</a>'.encode()) == "x"


def test_lines_are_counted_as_in_the_file() -> None:
    with pytest.raises(Malformed, match="line 4,"):
        parse_xml(b'<!DOCTYPE a\n SYSTEM "a.dtd">\n<a>&nbsp;\n<b></a>', "a.xml")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'\xef\xbb\xbf <?xml version="1.0"?>\n<!-- <b> --><!DOCTYPE x [<!ELEMENT x ANY>]><nitf a="1">', Root("nitf")),
        (b"<n:newsItem a='>' xmlns:n='urn:n' xmlns='urn:other'>", Root("newsItem", "urn:n")),
        (b'<newsItem\n xmlns="urn:n"', Root("newsItem", "urn:n")),
        ('<?xml version="1.0"?><feed xmlns="urn:f">'.encode("utf-16"), Root("feed", "urn:f")),
        ("<feed>".encode("utf-16-le"), Root("feed")),
        (b"<!-- never closed <nitf>", None),
        (b"Plain words about <nitf>", None),
        (b"", None),
    ],
)
def test_the_root_is_told_from_the_first_bytes(head: bytes, expected: Root | None) -> None:
    assert root_of(head) == expected


def test_roles_come_from_elements() -> None:
    page = (
        b"<div><h2>One</h2><p>Two</p><figure><figcaption>Three</figcaption></figure><aside><h3>Four</h3></aside></div>"
    )
    assert shown(page) == [("subhead", "One"), ("body", "Two"), ("caption", "Three"), ("furniture", "Four")]


def test_what_no_reader_sees_is_left_out() -> None:
    assert shown(b"<div><script>x</script><p>Seen<style>y</style> text</p><nav>z</nav></div>") == [
        ("body", "Seen text")
    ]


def test_quotation_elements_are_read_with_their_marks_once() -> None:
    assert shown(b"<p>He said <q>no <em>way</em></q>.</p>") == [("body", "He said “no way”.")]
    assert shown("<p>He said <q>“no way”</q>.</p>".encode()) == [("body", "He said “no way”.")]


def test_a_title_behind_a_writer_and_a_date_behind_a_place_stand_apart() -> None:
    assert shown(b"<byline>By <person>ANN LEE</person><byttl>Writer</byttl></byline>") == [
        ("credit", "By ANN LEE, Writer")
    ]
    line = b"<dateline><location>LISBON</location><story.date>March 3</story.date></dateline>"
    assert shown(line) == [("dateline", "LISBON March 3")]


def test_text_shown_as_written_keeps_its_lines() -> None:
    assert shown(b"<pre>One\nline\n\nTwo</pre>") == [("body", "One\nline"), ("body", "Two")]


def test_rows_are_lines_and_cells_are_parted() -> None:
    table = b"<table><tr><th>Boat</th><th>Crew</th></tr><tr><td><p>A</p><p>B</p></td><td/><td>6</td></tr></table>"
    assert shown(table) == [("body", "Boat | Crew"), ("body", "A B | 6")]


def test_text_of_nothing_is_empty() -> None:
    assert text_of(None) == ""


def test_html_of_any_kind_has_a_root_or_an_error() -> None:
    root = parse_html("<p>One<p>Two", "a.html")
    assert [(each.role, each.text) for each in paragraphs(root)] == [(BlockRole.BODY, "One"), (BlockRole.BODY, "Two")]
    with pytest.raises(Malformed, match=r"a\.html"):
        parse_html("", "a.html")
    with pytest.raises(Unsafe, match="nested deeper"):
        parse_html("<div>" * 250, "a.html")


@given(st.binary(max_size=300))
def test_a_root_is_found_or_not_in_any_bytes(data: bytes) -> None:
    found = root_of(data)
    assert found is None or found.name


@given(st.text(alphabet="<>/&;![]ab \"'=?-\n\x02é", max_size=80))
def test_any_text_is_a_tree_or_an_error_of_ours(inside: str) -> None:
    where, found = "a.xml", []
    try:
        found = list(paragraphs(parse_xml(f"<a>{inside}</a>".encode(), "a.xml")))
    except InputError as error:
        where = error.where
    assert where.startswith("a.xml")
    assert all(each.text == each.text.strip() for each in found)
