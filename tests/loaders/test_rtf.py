"""Rich Text: code pages, tracked changes, notes, tables, and files that are broken."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.office.rtf import tokens
from discrepancy.loaders.rtf import LOADER
from discrepancy.model import BlockRole, Document
from discrepancy.settings import Revisions, Settings
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, outcomes_of, texts, told

SAMPLE = (Path(__file__).parent / "samples" / "rtf_dam.rtf").read_bytes()
BOTH = Settings(revisions=Revisions.BOTH)


def rtf(body: str) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252 " + body.encode() + b"}"


def body_of(body: str, settings: Settings | None = None) -> list[str]:
    return texts(document_of(rtf(body), "a.rtf", settings), BlockRole.BODY)


def error_of(data: bytes, name: str = "a.rtf") -> InputError:
    (outcome,) = outcomes_of(data, name)
    assert isinstance(outcome, InputError), outcome
    return outcome


def test_a_file_with_everything() -> None:
    document = document_of(SAMPLE, "rtf_dam.rtf")
    assert texts(document, BlockRole.HEADLINE) == ["Dam breaks above Harrow Mills"]
    assert texts(document, BlockRole.SUBHEAD) == ["Shelter"]
    assert texts(document, BlockRole.DATELINE) == ["4 March 2026", "HARROW MILLS (Northline) –"]
    assert texts(document, BlockRole.BODY) == [
        "The mayor, José Ruíz, said 250 people fled.",
        "The rail firm said Škoda buses cost € 5m.",
        "The school took 120 people",
        "Village | Fled",
        "Wells | 212",
        "It went on — with a smile 😀 — until night.",
        "A box said 14 boats were out.",
        "The count was made at noon on Tuesday.",
    ]
    assert texts(document, BlockRole.CAPTION) == ["The dam."]
    assert texts(document, BlockRole.CREDIT) == ["By Ann Lee and Bo Ek", "Photo: Cy Ode"]
    assert texts(document, BlockRole.FURNITURE) == ["Comment by Dana Reyes: Check with Bo."]


def test_what_it_says_of_itself() -> None:
    document = document_of(SAMPLE, "rtf_dam.rtf")
    assert (document.title, document.source) == ("Dam breaks above Harrow Mills", "Northline")
    assert document.authors == ("Ann Lee", "Bo Ek")
    assert document.published == dt.date(2026, 3, 4)
    assert document.updated is None
    assert told(document, "subject") == [("flood", "RTF info keywords")]
    assert told(document, "status") == [
        ("tracked changes: 1 insertion, 1 deletion, read as accepted", "the file's tracked changes")
    ]
    assert document.landmark_at(document.text.index("The count")) == "footnote 1"
    assert document.landmark_at(document.text.index("Wells")) == "table 1, row 2"
    assert document.landmark_at(document.text.index("Shelter")) == "paragraph 6"


def test_both_readings_are_two_versions_of_one_source() -> None:
    original, accepted = outcomes_of(SAMPLE, "dam.rtf", BOTH)
    assert isinstance(original, Document)
    assert isinstance(accepted, Document)
    assert [original.id, accepted.id] == ["dam-original", "dam-accepted"]
    assert [original.version, accepted.version] == [1, 2]
    assert original.source == accepted.source == "Northline"
    assert "said 200 people fled." in original.text
    assert "said 250 people fled." in accepted.text
    assert original.text.replace("200", "250") == accepted.text


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    file = r"The mayor said{\deleted\par} that 250 people fled on Tuesday.\par Nobody died, she said.\par"
    assert body_of(file) == ["The mayor said that 250 people fled on Tuesday.", "Nobody died, she said."]
    assert len(texts(document_of(rtf(file), "a.rtf", Settings(revisions=Revisions.ORIGINAL)), BlockRole.BODY)) == 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"caf\'e9s", "cafés"),
        (r"\ldblquote Yes\rdblquote", "“Yes”"),
        (r"10\~km \_ and 3\-4", "10\u00a0km \u2011 and 34"),
        (r"\{braces\} \\ slash", "{braces} \\ slash"),
        (r"\uc0\u8364 5 and \uc2\u8364\'80\'80 6", "€5 and € 6"),
        (r"\u8217 's", "’s"),
        (r"\u128512 ?smile", "😀smile"),
        (r"{\uc1\u233\bullet}t\u233\'e9", "ét\u00e9"),
        ("split\r\nlines", "splitlines"),
        (r"{\upr{ansi}{\*\ud{wide \u322 l}}} word", "wide ł word"),
        (r"before{\*\unknown dropped {even this}} after", "before after"),
        (r"{\pict\bin5 }}}}}} word", "word"),
        (r"tab\tab and\line line", "tab and\nline"),
    ],
)
def test_characters(written: str, shown: str) -> None:
    document = document_of(rtf(rf"The first sentence was here, they said.\par {written}"), "a.rtf")
    assert document.text.startswith("The first sentence was here, they said.\n\n" + shown)


def test_the_code_page_of_the_file_and_of_its_fonts() -> None:
    data = (
        rb"{\rtf1\mac{\fonttbl{\f0\fcharset77 A;}{\f1\fcharset204 B;}{\f2\cpg936 C;}}\f0 caf\'8e {\f1 \'cc\'ee\'f1}"
        rb"{\f2 \'d6\'d0} "
        b"\x8e}"
    )
    assert document_of(data, "a.rtf").text == "café Мос中 é"
    assert document_of(rb"{\rtf1\ansi\ansicpg65001 caf\'c3\'a9}", "a.rtf").text == "café"
    assert document_of(rb"{\rtf1\ansi\ansicpg99999 caf\'e9}", "a.rtf").text == "café"


def test_lines_as_a_mac_writes_them_and_a_file_under_another_name() -> None:
    data = b"{\\rtf1\\ansi\\cocoartf2639{\\fonttbl\\f0\\fnil\\fcharset0 Helvetica;}\\pard\\f0\\fs24 \\cf0 "
    data += b"The dam broke on Tuesday.\\\n\\\nNobody died, she said.}"
    for name in ("a.rtf", "a.doc", "a", "a.txt"):
        assert texts(document_of(data, name), BlockRole.BODY) == [
            "The dam broke on Tuesday.",
            "Nobody died, she said.",
        ]


def test_a_table_that_only_lays_out_text_is_its_paragraphs() -> None:
    file = r"\pard\intbl The dam broke, they said.\par It was night, they said.\par Nobody died, she said.\cell\row"
    assert body_of(file) == ["The dam broke, they said.", "It was night, they said.", "Nobody died, she said."]


def test_what_was_put_in_by_an_author_of_software_is_no_author() -> None:
    file = r"{\info{\author Microsoft Office User}}The dam broke on Tuesday, they said."
    assert document_of(rtf(file), "a.rtf").authors == ()
    file = r"{\info{\title Dam}{\author Dana Reyes}}The dam broke on Tuesday, they said."
    document = document_of(rtf(file), "a.rtf")
    assert told(document, "author") == [("Dana Reyes", "RTF info creator, who made the file")]
    assert document.title == "Dam"


@pytest.mark.parametrize(
    ("data", "kind", "what"),
    [
        (b"", EmptyInput, "empty"),
        (rtf(r"\pard\par"), EmptyInput, "no article text"),
        (SAMPLE[: len(SAMPLE) // 2], Malformed, "is cut off"),
        (b"Plain words in a file.", Malformed, "is no Rich Text file"),
        (b"{\\rtf1 " + b"{" * 2000 + b"}" * 2000 + b"}", Unsafe, "nested deeper"),
        (rtf("The dam broke. " * 50_000), TooLarge, "characters of text"),
    ],
)
def test_bad_files_say_what_is_wrong(data: bytes, kind: type[InputError], what: str) -> None:
    error = error_of(data)
    assert isinstance(error, kind)
    assert what in error.what
    assert error.where.startswith("a.rtf")
    assert error.remedy


def test_a_file_of_nothing_but_control_words_is_refused_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_MOST", 1000)
    assert "control words" in error_of(rtf(r"\b" * 2000)).what


@given(broken([SAMPLE, rtf(r"A{\deleted b}\par{\footnote c}\trowd\intbl d\cell\row")]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "a.rtf")
