"""PDFs that can not be read, or that mean harm: an error that names file, place and remedy, in time and memory."""

import time
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, ReaderMissing, TooLarge, Unsafe
from discrepancy.loaders.articles import Article, to_document
from discrepancy.loaders.pdf import LOADER
from discrepancy.loaders.pdfs import run
from discrepancy.loaders.pdfs.articles import parts_of
from discrepancy.loaders.pdfs.child import PASSWORD, read
from discrepancy.loaders.pdfs.hyphens import words_of
from discrepancy.loaders.pdfs.run import Limits, told_by_child
from discrepancy.loaders.pdfs.sheets import Sheet, sheet_of
from discrepancy.model import BlockRole, Document
from tests.loaders.fuzzing import broken, hold_up, memory_of
from tests.loaders.giving import given_of, outcomes_of, texts
from tests.loaders.pdf_making import Picture, Put, drawn_pdf, lines, make_pdf

CHILD_RUNS = max(12, settings.default.max_examples // 20) if settings.default else 12
"""A child takes a tenth of a second to start."""
STORY = lines(60, 700, "The river rose by 4.5 metres in six hours on Monday,", "the state hydrology office said.")
STAMPED = (Picture(0, 0, 595, 842), Put(280, 20, "3"))
GOOD = make_pdf(STORY, lines(60, 700, "The rain went on until the evening, she said."))
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\); this.exportDataObject\\({cName: 'a'}\\);) >>"


def failed(data: bytes, name: str = "dam.pdf") -> InputError:
    error = outcomes_of(data, name)[-1]
    assert isinstance(error, InputError)
    assert error.where.startswith(name)
    assert error.remedy.endswith(".")
    return error


def encrypted(user: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(GOOD))
    writer.encrypt(user, "owner", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"", EmptyInput, "empty file"),
        (b"%PDF-1.7\n", Malformed, "cut off after 9 bytes"),
        (GOOD[: len(GOOD) // 2], Malformed, "its end is missing"),
        (GOOD[:-30], Malformed, "its end is missing"),
        (b"%PDF-1.7\n1 0 obj\n<< /Linearized 1 /L 99999 >>\nendobj\nstartxref\n0\n%%EOF", Malformed, "it has 99,999"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF\n", Malformed, "can not be opened"),
        (b"Dear reader, this is no such file.", Malformed, "does not begin like one"),
        (make_pdf(), Malformed, "can not be opened"),
        (make_pdf(*[[]] * 201), TooLarge, "201 pages, more than the limit of 200"),
        (make_pdf([]), EmptyInput, "what is on its pages is drawn"),
        (make_pdf([Picture(0, 0, 595, 842)]), EmptyInput, "a scan and has no text: page 1 is a picture"),
        (make_pdf(STAMPED, STAMPED, STAMPED), EmptyInput, "3 of its 3 pages are"),
        (make_pdf(lines(60, 700, "The river rose", font="F4")), NotText, "what 14 of its 14 letters stand for"),
        (make_pdf([*STORY, Put(60, 600, "250,000", font="F4")]), NotText, "no Unicode mapping"),
        (encrypted("secret", "RC4-128"), InputError, "protected by a password"),
        (encrypted("secret", "RC4-40"), InputError, "protected by a password"),
    ],
)  # fmt: skip
def test_what_can_not_be_read_says_why(data: bytes, kind: type[InputError], says: str, monkeypatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.pdf.told_by_child", lambda data, where: list(read(data, 200, 600_000)))
    error = failed(data)
    assert type(error) is kind
    assert says in error.what


def test_a_password_that_is_empty_opens_it() -> None:
    (document,) = outcomes_of(encrypted("", "RC4-128"), "dam.pdf")
    assert isinstance(document, Document)
    assert document.text.startswith("The river rose")


def test_scripts_attachments_and_forms_are_left_alone() -> None:
    data = make_pdf(
        STORY,
        page="/Annots [6 0 R] /AA << /O 4 0 R >>",
        catalog="/OpenAction 4 0 R /Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >> /AcroForm 8 0 R",
        more=[
            SCRIPT,
            b"<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>",
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Filled in by hand.) /Rect [60 500 300 520] >>",
            b"<< /Length 26 >>\nstream\nThe words of an attachment\nendstream",
            b"<< /Fields [6 0 R] >>",
        ],
    )
    (document,) = outcomes_of(data, "dam.pdf")
    assert isinstance(document, Document)
    assert texts(document, BlockRole.BODY) == [" ".join(put.text for put in STORY)]


def test_a_page_that_is_damaged_is_reported_and_the_others_are_read() -> None:
    data = make_pdf(STORY, lines(60, 700, "The rain went on.")).replace(
        b"6 0 obj\n<< /Type /Page ", b"6 0 obj\nnull % e /Page "
    )
    first, second = outcomes_of(data, "dam.pdf")
    assert isinstance(first, Malformed)
    assert first.where == "dam.pdf, page 2"
    assert isinstance(second, Document)
    assert second.partial


@pytest.mark.parametrize(
    "stream", [b" " * 200_000_000, b"q " * 500_000 + b"0 0 m 1 1 l S " * 500_000], ids=["spaces", "lines"]
)
def test_a_bomb_breaks_the_child_alone(stream: bytes) -> None:
    data = drawn_pdf(zlib.compress(stream, 1), "/FlateDecode")
    with pytest.raises(InputError, match=r"^dam\.pdf, page 1: (breaks the PDF reader|takes more than)"):
        told_by_child(data, "dam.pdf", Limits(memory=1 << 27))


def test_a_form_that_draws_itself_comes_to_an_end() -> None:
    assert isinstance(failed(drawn_pdf(b"/X Do")), InputError)


def test_reading_stops_when_its_time_is_over() -> None:
    began = time.perf_counter()
    with pytest.raises(Unsafe, match=r"dam\.pdf: takes longer than 0\.01 seconds"):
        told_by_child(GOOD, "dam.pdf", Limits(seconds=0.01))
    assert time.perf_counter() - began < 5


def test_reading_stops_when_its_output_is_too_long() -> None:
    with pytest.raises(InputError, match=r"^dam\.pdf"):
        told_by_child(GOOD, "dam.pdf", Limits(output=100))


def test_more_text_than_any_article_is_reported(monkeypatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.pdf.told_by_child", lambda data, where: list(read(data, 200, 30)))
    assert isinstance(failed(GOOD), TooLarge)


@pytest.mark.parametrize(
    ("ended", "told", "kind", "where"),
    [
        (-11, 0, Malformed, "dam.pdf"),
        (-11, 3, Malformed, "dam.pdf, page 3"),
        (-9, 1, Unsafe, "dam.pdf, page 1"),
        (3, 1, Unsafe, "dam.pdf, page 1"),
        (4, 0, ReaderMissing, "dam.pdf"),
        (-24, 2, Unsafe, "dam.pdf, page 2"),
        (-25, 2, TooLarge, "dam.pdf, page 2"),
    ],
)
def test_a_child_that_dies_is_an_error_of_its_page(ended: int, told: int, kind: type[InputError], where: str) -> None:
    error = run._broken_off(ended, [{}] * told, "dam.pdf", Limits())
    assert type(error) is kind
    assert error.where == where


def test_without_the_reader_the_message_says_which_to_install(monkeypatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    error = failed(GOOD)
    assert isinstance(error, ReaderMissing)
    assert "pip install 'discrepancy[pdf]'" in error.remedy


def test_a_process_that_can_not_be_started_is_an_error_of_ours(monkeypatch) -> None:
    monkeypatch.setattr("sys.executable", "/nonexistent/python")
    assert isinstance(failed(GOOD), ReaderMissing)


def test_output_that_is_none_of_ours_is_an_error_of_ours(monkeypatch) -> None:
    monkeypatch.setattr(
        "discrepancy.loaders.pdf.told_by_child",
        lambda data, where: [{"pages": 1, "meta": {}}, {"page": 1, "letters": [1], "box": "no"}],
    )
    assert isinstance(failed(GOOD), Malformed)


def test_letters_that_are_scattered_are_put_in_order_in_time(sheet: Sheet, monkeypatch) -> None:
    glyph = sheet.glyphs[0]
    scattered = tuple(
        glyph._replace(x=i * 37 % 1000, y=float(i * 71 % 800), end=i * 37 % 1000 + 5.0) for i in range(1000)
    )
    began = time.perf_counter()
    assert sum(len(each.text) for each in parts_of([replace(sheet, glyphs=scattered)])) > 1000
    assert time.perf_counter() - began < 5
    monkeypatch.setattr("discrepancy.loaders.pdfs.articles._LONGEST", -1.0)
    assert isinstance(failed(GOOD), Unsafe)


def test_pdfium_says_what_we_take_it_to_say() -> None:
    raw = pytest.importorskip("pypdfium2.raw")
    assert raw.FPDF_ERR_PASSWORD == PASSWORD


def test_the_child_imports_nothing_of_the_package() -> None:
    source = Path(run.__file__).with_name("child.py").read_text(encoding="utf-8")
    assert "import discrepancy" not in source
    assert "from discrepancy" not in source


def test_a_large_file_is_read_in_little_memory() -> None:
    page = lines(60, 790, *["The river rose by 4.5 metres in six hours on Monday, the office said."] * 50)
    assert memory_of(LOADER, make_pdf(page), "dam.pdf") < 20_000_000


@settings(max_examples=CHILD_RUNS)
@given(broken([GOOD, make_pdf([Picture(0, 0, 500, 500), *STORY], info={"Title": "A dam breaks"})]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "dam.pdf")


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return sheet_of(list(read(GOOD, 200, 600_000))[1])


@st.composite
def pieces(draw: st.DrawFn) -> list[tuple[str, float, float, float]]:
    """Words anywhere on a page, in sizes that a page has."""
    word = st.sampled_from(
        ["The", "river", "gov-", "ernment", "250,000", "3", "T", "rose.", "•", "Page 3", "a", "—", "\u00ad"]
    )
    place = st.tuples(st.integers(0, 59).map(lambda n: n * 10.0), st.integers(0, 83).map(lambda n: n * 10.0))
    size = st.sampled_from([5.0, 8.0, 11.0, 11.0, 11.0, 24.0, 50.0])
    return [(draw(word), *draw(place), draw(size)) for _ in range(draw(st.integers(1, 25)))]


@given(pieces())
def test_letters_anywhere_make_a_document(sheet: Sheet, words: list[tuple[str, float, float, float]]) -> None:
    glyph = sheet.glyphs[0]
    glyphs = [
        glyph._replace(char=char, x=x + i * size / 2, y=y, end=x + (i + 1) * size / 2, size=size)
        for text, x, y, size in words
        for i, char in enumerate(text)
    ]
    pages = [replace(sheet, number=number, glyphs=tuple(glyphs)) for number in (1, 2)]
    parts = tuple(parts_of(pages))
    assert sum(each.text.count("T") for each in parts) == 2 * sum(text.count("T") for text, *_ in words)
    if any(each.text for each in parts):
        document = to_document(Article(parts=parts), given_of(b"", "dam.pdf"))
        starts = [mark.start for mark in document.landmarks]
        assert starts == sorted(starts)
        assert all(document.text[b.start : b.end].strip() for b in document.blocks)


def test_words_of_a_text_leave_out_halves() -> None:
    words = words_of(["the govern-", "ment said", "it rose"])
    assert words.known == {"the", "said", "it", "rose"}
