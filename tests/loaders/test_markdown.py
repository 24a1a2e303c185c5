"""Markdown: front matter, blocks, pictures, notes, raw HTML, and files that are broken."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, NotText, TooLarge, UnknownEncoding, Unsafe
from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.markdown import LOADER
from discrepancy.model import BlockRole, Document
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, document_of, outcomes_of, texts, told

SAMPLE = (Path(__file__).parent / "samples" / "md_depot.md").read_bytes()
LEDE = "A fire in the depot kept 21 trams off the rails, the operator said."
NEXT = "Nobody was hurt, a guard said."


@pytest.fixture(scope="module")
def depot() -> Document:
    return document_of(SAMPLE, "md_depot.md")


def read(text: str) -> Document:
    return document_of(text.encode(), "a.md")


def test_blocks_of_a_file_with_everything(depot: Document) -> None:
    assert texts(depot, BlockRole.HEADLINE) == ["Tram depot fire delays 30,000 riders"]
    assert texts(depot, BlockRole.SUMMARY) == ["Service returns on Friday"]
    assert texts(depot, BlockRole.DATELINE) == ["KESTREL, Feb 11 (Kestrel Wire) -"]
    assert texts(depot, BlockRole.SUBHEAD)[0] == "What burned"
    assert texts(depot, BlockRole.BODY) == [
        "A fire in a depot kept 21 trams off the rails on Wednesday, the operator said.",
        "Nine trams",
        "Two Type 4 buses",
        "The roof came down at four, a guard said.",
        "Line | Riders",
        "4 | 18,000",
        "9 | 12,000",
        "The depot was built in 1931.",
        "The operator counted trams at noon. Buses were not counted.",
    ]
    assert texts(depot, BlockRole.CAPTION) == ["A burnt tram in the yard", "A burnt tram on Wednesday."]
    assert texts(depot, BlockRole.CREDIT) == ["Photo: Ida Brandt"]
    assert texts(depot, BlockRole.CORRECTION) == ["CORRECTION: An earlier version gave a wrong number of buses."]
    assert texts(depot, BlockRole.FURNITURE) == [
        "SELECT 999 FROM trams;",
        "The ninety trams of Kestrel",
        "How depots are built",
    ]


def test_what_the_front_matter_says(depot: Document) -> None:
    cet = dt.timezone(dt.timedelta(hours=1))
    assert (depot.title, depot.source) == ("Tram depot fire delays 30,000 riders", "Kestrel Wire")
    assert depot.published == dt.datetime(2026, 2, 11, 7, 40, tzinfo=cet)
    assert depot.updated == dt.datetime(2026, 2, 11, 12, 5)  # noqa: DTZ001 - the file names no zone
    assert (depot.version, depot.embargo) == (3, "Not before 12:00 CET")
    assert depot.address == "https://example.org/tram-depot"
    assert told(depot, "author") == [
        ("Mira Holt", "front matter authors"),
        ("Jon Askew", "front matter authors"),
    ]
    assert [value for value, _ in told(depot, "subject")] == ["transport", "fires"]
    assert depot.landmark_at(depot.text.index("Nine trams")) == "line 26"
    assert depot.landmark_at(depot.text.index("The operator counted")) == "line 49"
    assert depot.landmark_at(0) == "line 16"


@pytest.mark.parametrize(
    ("head", "name", "values"),
    [
        ("---\nauthor: Mira Holt\n---", "author", ["Mira Holt"]),
        ("---\nauthor: 'Mira O''Holt' # editor\n---", "author", ["Mira O'Holt"]),
        ('---\ntitle: "She said \\"no\\": a story"\n---', "title", ['She said "no": a story']),
        ("---\ntitle: >-\n  Two\n  lines\nlayout: post\n...", "title", ["Two lines"]),
        ("+++\ntitle = 'Depot'\n+++", "title", ["Depot"]),
        ("---\ntags: [a, 'b c']\n---", "subject", ["a", "b c"]),
        ("---\nTitle: Depot\nLast-Modified: x\n---", "title", ["Depot"]),
        (
            "---\ntitle: &a [*a, *a]\nsource: !!python/object:os.system x\n---",
            "source",
            ["!!python/object:os.system x"],
        ),
    ],
)
def test_front_matter(head: str, name: str, values: list[str]) -> None:
    document = read(f"{head}\n\n{LEDE}\n\n{NEXT}\n")
    assert [value for value, _ in told(document, name)] == values
    assert texts(document, BlockRole.BODY) == [LEDE, NEXT]


def test_what_is_no_front_matter_stays_text() -> None:
    assert NEXT in read(f"---\n\n{LEDE}\n\n{NEXT}\n").text
    assert read(f"{LEDE}\n\n---\n\n{NEXT}\n").text == f"{LEDE}\n\n{NEXT}"


def test_a_head_of_labelled_lines_without_dashes() -> None:
    document = read(f"Title: Depot burns down\nSource: Kestrel Wire\nDate: 11 February 2026\n\n{LEDE}\n\n{NEXT}\n")
    assert (document.title, document.source) == ("Depot burns down", "Kestrel Wire")
    assert document.published == dt.date(2026, 2, 11)


def test_a_heading_over_the_text_is_its_headline_and_a_byline_its_authors() -> None:
    document = read(f"Depot burns down\n================\n\nBy Mira Holt\n\n{LEDE}\n\n## Later\n\n{NEXT}\n")
    assert document.title == "Depot burns down"
    assert document.authors == ("Mira Holt",)
    assert texts(document, BlockRole.SUBHEAD) == ["Later"]
    assert texts(document, BlockRole.BODY) == [LEDE, NEXT]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**bold** and __more__", "bold and more"),
        ("a\\*b \\_c\\_", "a*b _c_"),
        ("caf&eacute; &amp; &#8364;5", "café & €5"),
        ("wrapped\nline", "wrapped line"),
        ("hard  \nbreak", "hard\nbreak"),
        ("a<br>b", "a\nb"),
        ("H<sub>2</sub>O", "H2O"),
        ("~~struck~~ kept", "kept"),
        ("<del>struck</del> kept", "kept"),
        ("x<script>alert(1)</script>y", "xy"),
        ("x <!-- no --> y", "x y"),
        ("[text][ref] here", "text here"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("[evil](javascript:alert(1))", "evil"),
        ("a note[^long-name] here", "a note here"),
        ("[bracketed] word", "[bracketed] word"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("![x](y.png) word", "word"),
    ],
)
def test_what_a_reader_sees_of_a_paragraph(written: str, shown: str) -> None:
    document = read(f"The first sentence was here, they said.\n\nThen {written}\n\n[ref]: https://example.org\n")
    assert document.text.split("\n\n")[-1].split() == ["Then", *shown.split()]
    assert ("\n" in document.text.split("\n\n")[-1]) is ("\n" in shown)


@pytest.mark.parametrize("mark", ["", "> ", "- "])
def test_quotations_and_lists_are_the_article(mark: str) -> None:
    assert texts(read(f"{LEDE}\n\n{mark}{NEXT}\n"), BlockRole.BODY) == [LEDE, NEXT]


def test_an_indented_paragraph_is_no_code() -> None:
    document = read(f"    {LEDE}\n\n    {NEXT}\n\nSo it went on, he said.\n\n    x = 12\n    y = 13\n")
    assert texts(document, BlockRole.BODY) == [LEDE, NEXT, "So it went on, he said."]
    assert texts(document, BlockRole.FURNITURE) == ["x = 12\ny = 13"]


def test_line_ends_of_any_kind_and_a_mark_in_front() -> None:
    for end in ("\n", "\r\n", "\r"):
        data = b"\xef\xbb\xbf" + f"---{end}title: Depot{end}---{end}{end}{LEDE}{end}{end}{NEXT}{end}".encode()
        document = document_of(data, "a.md")
        assert (document.title, texts(document, BlockRole.BODY)) == ("Depot", [LEDE, NEXT])


def test_a_web_page_under_this_name_is_left_to_its_loader() -> None:
    assert claimant(Path("a.md"), b"<!doctype html><html><body><p>x</p>") is not LOADER
    assert claimant(Path("a.txt"), b"# Heading\n\nText") is not LOADER


def test_a_readme_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(f"# About\n\n{LEDE}\n", encoding="utf-8")
    (tmp_path / "depot.md").write_text(f"# Depot\n\n{LEDE}\n", encoding="utf-8")
    loaded = collected(tmp_path)
    assert [each.path for each in loaded.documents] == ["depot.md"]
    assert [each.path for each in loaded.skipped] == ["README.md"]


@pytest.mark.parametrize(
    ("data", "kind", "what"),
    [
        (b"", EmptyInput, "is an empty file"),
        (b" \n\t\n", EmptyInput, "holds nothing but white space"),
        (b"---\ntitle: x\n---\n", EmptyInput, "holds no article text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, NotText, "is a PNG image, not Markdown"),
        (b"caf\xc3 \xff\xfe\x81 text" * 9, UnknownEncoding, "no encoding that is known"),
        (b"word said. " * 60_000, TooLarge, "bytes"),
        (b"a\n" * 10_001, TooLarge, "has 10,001 lines"),
        (b"[a]" * 10_001, TooLarge, "has 40,004 marks of Markdown"),
        (b"<div>" * 900, Unsafe, "nested deeper"),
    ],
)
def test_bad_files_say_what_is_wrong(data: bytes, kind: type[InputError], what: str) -> None:
    (error,) = outcomes_of(data, "a.md")
    assert isinstance(error, kind)
    assert what in error.what
    assert error.where.startswith("a.md")
    assert error.remedy.endswith(".")


# As many as are let through.
TRAPS = [
    "[" * 9_000,
    "![" * 9_000,
    "**a " * 19_000,
    "> " * 20_000 + "x",
    "- " * 20_000 + "x",
    "`" * 30_001 + " x",
    "[^a]: x\n" * 9_000,
    "[a](" * 9_000,
    "[a][" * 4_900,
    "| a " * 15_000 + "\n" + "|-" * 15_000,
    "---\n" + "- x: y\n" * 250 + "---\nword",
]


@pytest.mark.parametrize("text", TRAPS, ids=lambda text: text[:6])
def test_what_makes_parsers_slow_does_not(text: str) -> None:
    hold_up(LOADER, text.encode(), "a.md")


@given(broken([SAMPLE, f"# A\n\n{LEDE}\n\n![a b c](d)\n*e*\n".encode()]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "a.md")
