"""Raised figures in every format: powers and squares are kept as such, the marks of notes are no part of a figure."""

import json

import pytest

from discrepancy.loaders.articles import part
from discrepancy.loaders.articles.raised import raised
from discrepancy.model import BlockRole
from tests.loaders.giving import document_of, texts
from tests.loaders.test_odt import flat
from tests.loaders.test_rtf import rtf
from tests.loaders.word_files import paragraph, run, word_file

SAID = "Some 312 of 37 divers searched 3.2 km² on the 21st, and 10⁶ fish died, the port said."
UP = '<w:vertAlign w:val="superscript"/>'
STRUCK = "<w:strike/>"
STYLES = (
    '<office:automatic-styles><style:style style:name="T1" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles>'
)
# What stands between bars is raised, what stands between tildes is struck out.
WRITTEN = "Some ~412~ 312|1| of 37 divers|2,3| searched 3.2 km|2| on the 21|st|, and 10|6| fish died, the port said."


def marked(up: tuple[str, str], struck: tuple[str, str]) -> str:
    """The sentence in a format's own marks."""
    text = WRITTEN
    for sign, (begin, end) in (("|", up), ("~", struck)):
        pieces = text.split(sign)
        text = "".join(each if not number % 2 else f"{begin}{each}{end}" for number, each in enumerate(pieces))
    return text


def as_word() -> bytes:
    text = marked(("\n^", "\n"), ("\n~", "\n"))
    runs = (run(each.lstrip("^~"), {"^": UP, "~": STRUCK}.get(each[:1], "")) for each in text.split("\n"))
    return word_file(paragraph(*runs))


FORMATS = {
    "a.docx": as_word(),
    "a.fodt": flat(
        "<text:p>"
        + marked(
            ('<text:span text:style-name="T1">', "</text:span>"), ('<text:span text:style-name="T2">', "</text:span>")
        )
        + "</text:p>",
        STYLES,
    ),
    "a.rtf": rtf(marked((r"{\super ", "}"), (r"{\strike ", "}")).replace("fish", r"\super\nosupersub fish")),
    "a.md": marked(("<sup>", "</sup>"), ("~~", "~~")).encode(),
    "a.xml": (
        "<nitf><body><body.content><p>"
        + marked(("<sup>", "</sup>"), ("<del>", "</del>"))
        + "</p></body.content></body></nitf>"
    ).encode(),
    "a.json": json.dumps(
        {
            "uri": "urn:1",
            "type": "text",
            "versioncreated": "2031-03-03",
            "headline": "Divers search",
            "body_xhtml": f"<p>{marked(('<sup>', '</sup>'), ('<s>', '</s>'))}</p>",
        }
    ).encode(),
    "a.html": f"<html><body><article><p>{marked(('<sup>', '</sup>'), ('<s>', '</s>'))}</p></article></body>".encode(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_one_sentence(name: str) -> None:
    assert texts(document_of(FORMATS[name], name), BlockRole.BODY) == [SAID]


@pytest.mark.parametrize(
    ("before", "up", "after", "meant"),
    [
        ("since 2019", "1", ".", "since 2019."),
        ("37 people", "[4]", " were", "37 people were"),
        ("37 people", "*", " were", "37 people were"),
        ("37 people", "1, 2", " were", "37 people were"),
        ("1.5 × 10", "−6", " m", "1.5 × 10⁻⁶ m"),
        ("in 2,010", "3", " it", "in 2,010 it"),
        ("40 m", "3", " of earth", "40 m³ of earth"),
        ("the team", "2", " won", "the team won"),
        ("so x", "2", " is", "so x² is"),
        ("", "14", "C dates it", "¹⁴C dates it"),
        ("", "1", " Police say 36.", "Police say 36."),
        ("he ran 5", "1", "/2 miles", "he ran 5 1/2 miles"),
        ("it cost $2", "50", " a kilo", "it cost $2.50 a kilo"),
        ("the M", "me", " Roux", "the Mme Roux"),
    ],
)
def test_what_a_raised_figure_means(before: str, up: str, after: str, meant: str) -> None:
    assert part(f"{before}{raised(up)}{after}").text == meant


def test_raised_runs_in_a_row_are_one() -> None:
    assert part(f"about 10{raised('1')}{raised('2')} cells").text == "about 10¹² cells"


def test_marks_that_have_no_end_are_left_out() -> None:
    assert part("about \ufdd012 cells").text == "about 12 cells"


def test_pandoc_writes_carets() -> None:
    document = document_of(b"The slick covers 3.2 km^2^ of sea, the port said on Monday.", "a.md")
    assert "3.2 km² of sea" in document.text
