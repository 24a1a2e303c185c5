"""Office files that are broken, hostile, locked, or no article: each says what is wrong and what to do."""

import builtins
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, ReaderMissing, TooLarge, Unsafe
from discrepancy.loaders.docx import LOADER
from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.office.package import MOST_XML
from discrepancy.model import Document, Skipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, outcomes_of
from tests.loaders.word_files import change, paragraph, word_file, word_parts, zipped

LEDE = "The dam above the town broke on Tuesday, officials said."
GOOD = word_file(paragraph(LEDE), footnotes="", comments="", styles="")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def error_of(data: bytes, name: str = "a.docx") -> InputError:
    (outcome,) = outcomes_of(data, name)
    assert isinstance(outcome, InputError), outcome
    assert outcome.where.startswith(name)
    assert outcome.remedy.endswith(".")
    return outcome


def with_part(name: str, data: str | bytes) -> bytes:
    return zipped({**word_parts(paragraph(LEDE)), name: data})


def encrypted(data: bytes) -> bytes:
    """The same archive with every member marked as encrypted."""
    made = bytearray(data)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(signature)
        while place >= 0:
            made[place + at] |= 1
            place = made.find(signature, place + 4)
    return bytes(made)


XML = "word/document.xml"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document {NAMES}><w:body>&b;</w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "kind", "what", "where"),
    [
        (b"", EmptyInput, "is an empty file", "a.docx"),
        (word_file(""), EmptyInput, "holds no article text", "a.docx"),
        (GOOD[: len(GOOD) // 2], Malformed, "can not be unpacked", "a.docx"),
        (with_part(XML, "<w:document"), Malformed, "is no well-formed XML", f"a.docx, {XML}, line 1"),
        (with_part(XML, "<html/>"), Malformed, "is no Word document", f"a.docx, {XML}"),
        (with_part(XML, BOMB), Unsafe, "declares entities", f"a.docx, {XML}"),
        (with_part(XML, BOMB.encode("utf-16")), Unsafe, "declares entities", f"a.docx, {XML}"),
        (with_part(XML, f"<w:document {NAMES}>" + "<w:p>" * 300), Unsafe, "nested deeper", f"a.docx, {XML}"),
        (with_part(XML, b" " * 5_000_000), Unsafe, "when inflated", f"a.docx, {XML}"),
        (encrypted(GOOD), InputError, "is protected by a password.", "a.docx"),
        (zipped({"story.txt": LEDE}), Malformed, "lacks its part word/document.xml", "a.docx"),
        (b"\x00" * 900, Malformed, "can not be unpacked", "a.docx"),
        (
            zipped({"[Content_Types].xml": "<x/>", "word/x": ""}),
            Malformed,
            "lacks its part word/document.xml",
            "a.docx",
        ),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_bad_word_files_say_what_is_wrong(data: bytes, kind: type[InputError], what: str, where: str) -> None:
    error = error_of(data)
    assert isinstance(error, kind)
    assert what in error.what
    assert error.where.startswith(where)


# Made when their turn comes: together they would take a second of every run that only looks which tests there are.
@pytest.mark.parametrize(
    ("make", "kind", "what", "where"),
    [
        (lambda: with_part(XML, os.urandom(MOST_XML + 9)), TooLarge, "bytes when inflated", f"a.docx, {XML}"),
        (lambda: word_file("".join(f'<w:p w:a="{n:x}"/>' for n in range(300_001))), TooLarge, "elements", "a.docx, "),
        (lambda: zipped({f"word/{n}": "" for n in range(5_001)}), Unsafe, "members", "a.docx"),
        (lambda: word_file(paragraph("The dam broke. " * 50_000)), TooLarge, "characters of text", "a.docx"),
    ],
    ids=("bytes", "elements", "members", "text"),
)
def test_word_files_beyond_all_limits(make: Callable[[], bytes], kind: type[InputError], what: str, where: str) -> None:
    error = error_of(make())
    assert isinstance(error, kind)
    assert what in error.what
    assert error.where.startswith(where)


def test_a_member_that_lies_about_its_size_is_found_out() -> None:
    data = bytearray(with_part(XML, b"<w:document>" + b"x" * 4000))
    central = data.rindex(XML.encode()) - 46
    data[central + 24 : central + 28] = struct.pack("<I", 20)
    assert isinstance(error_of(bytes(data)), Malformed)


def test_without_python_docx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *args: object, **kwargs: object) -> object:
        if name == "docx":
            raise ImportError(name)
        return real(name, *args, **kwargs)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(builtins, "__import__", missing)
    error = error_of(GOOD)
    assert isinstance(error, ReaderMissing)
    assert error.remedy == "Install it: pip install 'discrepancy[docx]'."


def ole(*streams: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le") for name in streams)


@pytest.mark.parametrize(
    ("data", "name", "what", "remedy"),
    [
        (ole("WordDocument"), "a.doc", "is an old Word file (.doc), which can not be read.", "save it as .docx"),
        (ole("WordDocument"), "a", "is an old Word file (.doc), which can not be read.", "save it as .docx"),
        (ole("EncryptedPackage"), "a.docx", "is protected by a password.", "without one"),
        (ole("Workbook"), "a.doc", "is an old Excel workbook, which can not be read.", "as .docx"),
        (
            zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
            "a.docx",
            "is an Excel workbook, which",
            "as .docx",
        ),
        (zipped({"Index/Document.iwa": "x"}), "a.docx", "is an Apple Pages, Numbers or Keynote file", "as .docx"),
    ],
)
def test_files_that_are_meant_to_be_articles(data: bytes, name: str, what: str, remedy: str) -> None:
    error = error_of(data, name)
    assert what in error.what
    assert remedy in error.remedy
    assert isinstance(error, NotText) or "password" in what


ODF = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "a.xlsx", "an Excel workbook, not an article"),
        (zipped({"ppt/presentation.xml": ""}), "a.pptx", "a PowerPoint presentation, not an article"),
        (zipped({"[Content_Types].xml": "", "_rels/.rels": ""}), "a.xlsx", "an Excel workbook, not an article"),
        (zipped({"mimetype": ODF + "spreadsheet"}, 0), "a.ods", "an OpenDocument spreadsheet, not an article"),
        (zipped({"mimetype": ODF + "presentation"}, 0), "a.odp", "an OpenDocument presentation, not an article"),
        (zipped({"mimetype": "application/epub+zip"}, 0), "a.epub", "an e-book, not an article"),
        (ole("Workbook"), "a.xls", "an old Excel workbook, not an article"),
        (ole("__properties_version1.0"), "a.msg", "an Outlook message, not an article"),
        (OLE, "Thumbs.db", "an old office file, not an article"),
    ],
)
def test_files_that_are_not_meant_to_be_articles_are_passed_over(data: bytes, name: str, why: str) -> None:
    assert outcomes_of(data, name) == [Skipped(name, why)]


@pytest.mark.parametrize(
    "members",
    [
        {"story.txt": LEDE},
        {"word/notes.txt": LEDE},
        {"story.docx": GOOD},
        {"mimetype": "text/plain"},
    ],
)
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_an_archive_with_articles_in_it_is_no_office_file(members: dict[str, str | bytes], method: int) -> None:
    loader = claimant(Path("a.zip"), zipped(members, method)[:65_536])
    assert loader is None or "office" not in loader.name
    assert loader is not LOADER


def test_a_package_written_as_a_stream_is_known_too() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    made = Pipe()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", str(word_parts("")["[Content_Types].xml"]))
        for name, data in list(word_parts(paragraph(LEDE)).items())[1:]:
            archive.writestr(name, data)
    (document,) = outcomes_of(made.getvalue(), "a")
    assert isinstance(document, Document)
    assert document.text == LEDE


def test_the_other_files_of_a_folder_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "good.docx").write_bytes(GOOD)
    (tmp_path / "cut.docx").write_bytes(GOOD[:300])
    (tmp_path / "old.doc").write_bytes(ole("WordDocument"))
    (tmp_path / "sums.xlsx").write_bytes(zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}))
    loaded = collected(tmp_path)
    assert [each.path for each in loaded.documents] == ["good.docx"]
    assert [each.path for each in loaded.unread] == ["cut.docx", "old.doc"]
    assert [each.path for each in loaded.skipped] == ["sums.xlsx"]


# Nearly as many elements as are let through, none of them alike, read by a fresh process: what it takes at its peak.
# Linux hands ``ru_maxrss`` on to a child: it would tell what the process took that runs the tests.
MEASURE = """
import sys
from tests.loaders.giving import outcomes_of
outcomes_of(open(sys.argv[1], "rb").read(), "a.docx")
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def test_a_large_file_takes_little_memory(tmp_path: Path) -> None:
    runs = "".join(f'<w:r w:rsidR="{n:x}"><w:rPr><w:b/></w:rPr><w:t>{n} </w:t></w:r>' for n in range(40_000))
    path = tmp_path / "large.docx"
    path.write_bytes(word_file(f"<w:p>{runs}</w:p>"))
    done = subprocess.run([sys.executable, "-c", MEASURE, path], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 300_000  # kilobytes


SAMPLES = [
    GOOD,
    zipped(word_parts(paragraph(LEDE, change("del", "x")), comments="", footnotes=""), zipfile.ZIP_STORED),
]


@given(broken(SAMPLES))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "a.docx")


@given(broken([str(word_parts(paragraph(LEDE, change("ins", "x")))[XML]).encode()]))
def test_nor_from_a_sound_package_with_a_broken_text(text: bytes) -> None:
    hold_up(LOADER, with_part(XML, text), "a.docx")
