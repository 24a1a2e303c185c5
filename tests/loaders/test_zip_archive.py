"""ZIP archives: each member by its own loader, nothing outside, no bomb, and what is whole of a cut one."""

import io
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path, PurePath

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, Malformed, TooLarge, Unsafe
from discrepancy.loaders.archives.limits import Budget
from discrepancy.loaders.zip_archive import LOADER
from discrepancy.model import Document
from tests.loaders.archived import BOTH, FIRST, SECOND, errors, paths, read, skipped, with_members, zipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected


def test_members_are_read_by_their_own_loaders() -> None:
    outcomes = read(LOADER, zipped(BOTH), "wires.zip")
    assert paths(outcomes) == ["wires.zip/first.txt", "wires.zip/later/second.txt"]
    first = outcomes[0]
    assert isinstance(first, Document)
    assert (first.id, first.title, first.text) == ("first", "Lock gates fail at Ostermouth", FIRST.decode())


def test_a_check_of_a_folder_reads_what_is_in_its_archives(tmp_path: Path) -> None:
    (tmp_path / "wires.zip").write_bytes(zipped(BOTH))
    (tmp_path / "zipped.txt").write_bytes(zipped(BOTH))  # the content counts
    loaded = collected(tmp_path)
    assert [each.path for each in loaded.documents][:2] == ["wires.zip/first.txt", "wires.zip/later/second.txt"]
    assert len(loaded.documents) == 4
    assert not loaded.unread


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_methods_of_packing(method: int) -> None:
    assert len(paths(read(LOADER, zipped(BOTH, method), "wires.zip"))) == 2


def test_methods_of_packing_that_know_no_bounds_are_refused() -> None:
    outcomes = read(LOADER, zipped([("first.txt", FIRST)], zipfile.ZIP_LZMA), "wires.zip")
    assert [error.what for error in errors(outcomes)] == ["is packed by a method that is not read here (number 14)."]


def test_what_is_no_article_is_passed_over_with_a_reason() -> None:
    files = [
        ("__MACOSX/._first.txt", b"\x00\x05\x16\x07"),
        (".DS_Store", b"\x00\x00\x00\x01Bud1"),
        ("later/.hidden/x.txt", SECOND),
        ("README.md", b"Put the stories here."),
        ("story.toml", b'source = "x"'),
        ("map.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("first.txt", FIRST),
        ("empty/", b""),
    ]
    outcomes = read(LOADER, zipped(files), "wires.zip")
    assert paths(outcomes) == ["wires.zip/first.txt"]
    assert not errors(outcomes)
    assert skipped(outcomes) == {
        "wires.zip/.DS_Store": "hidden",
        "wires.zip/later/.hidden/x.txt": "hidden",
        "wires.zip/README.md": "a README, not an article",
        "wires.zip/story.toml": "a story.toml in an archive is not read: put it beside the archive's files in a folder",
        "wires.zip/map.png": "a PNG image: no loader reads it",
        "wires.zip/__MACOSX": "what macOS keeps beside files: 1 of no use here",
    }


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("/etc/first.txt", "absolute path"),
        ("../first.txt", "leads out"),
        ("a/../../first.txt", "leads out"),
        ("..\\first.txt", "leads out"),
        ("C:\\first.txt", "absolute path"),
        ("c:first.txt", "absolute path"),
        ("\\\\host\\share\\first.txt", "absolute path"),
    ],
)
def test_names_that_lead_outside_are_refused_and_the_others_read(name: str, what: str) -> None:
    outcomes = read(LOADER, zipped([(name, FIRST), ("second.txt", SECOND)]), "wires.zip")
    assert paths(outcomes) == ["wires.zip/second.txt"]
    (error,) = errors(outcomes)
    assert isinstance(error, Unsafe)
    assert what in error.what
    assert error.where.startswith("wires.zip/")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("later\\second.txt", "later/second.txt"),  # old tools for Windows
        ("./later//second.txt", "later/second.txt"),
        ("se\x1b[2Jcond.txt", "se�[2Jcond.txt"),
        ("sec\u202eond.txt", "sec�ond.txt"),
        ("A: second.txt", "A: second.txt"),
        ("é/ß.txt", "é/ß.txt"),
    ],
)
def test_names_are_shown_safely(name: str, shown: str) -> None:
    assert paths(read(LOADER, zipped([(name, SECOND)]), "wires.zip")) == [f"wires.zip/{shown}"]


@pytest.mark.parametrize(("raw", "shown"), [("é.txt".encode("cp437"), "é.txt"), ("é.txt".encode(), "é.txt")])
def test_names_that_do_not_say_their_encoding(raw: bytes, shown: str) -> None:
    data = zipped([("x" * len(raw), SECOND)]).replace(b"x" * len(raw), raw)
    assert paths(read(LOADER, data, "wires.zip")) == [f"wires.zip/{shown}"]


def test_a_zero_byte_in_a_name_is_refused() -> None:
    data = zipped([("first.exe_.txt", FIRST)]).replace(b"first.exe_.txt", b"first.exe\x00.txt")
    (error, *_) = errors(read(LOADER, data, "wires.zip"))
    assert isinstance(error, Unsafe)
    assert "zero byte" in error.what


def test_both_members_of_one_name_are_read() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([("first.txt", FIRST), ("first.txt", SECOND), ("first (2).txt", FIRST)])
    assert paths(read(LOADER, data, "wires.zip")) == [
        "wires.zip/first.txt",
        "wires.zip/first (2).txt",
        "wires.zip/first (2) (2).txt",
    ]


def marked(kind: int = 0, flags: int = 0) -> bytes:
    """An archive of which the first member has a file type of Unix or flags of its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.create_system, info.external_attr = 3, (kind | 0o644) << 16
        archive.writestr(info, b"/etc/passwd")
        archive.writestr("second.txt", SECOND)
    data = bytearray(target.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= flags
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (marked(stat.S_IFLNK), "is a symbolic link."),
        (marked(stat.S_IFIFO), "is a device or a pipe, not a file."),
        (marked(stat.S_IFCHR), "is a device or a pipe, not a file."),
        (marked(stat.S_IFREG, flags=1), "is encrypted."),
    ],
)
def test_what_is_no_plain_file_is_refused(data: bytes, what: str) -> None:
    outcomes = read(LOADER, data, "wires.zip")
    assert paths(outcomes) == ["wires.zip/second.txt"]
    (error,) = errors(outcomes)
    assert isinstance(error, Unsafe)
    assert (error.where, error.what) == ("wires.zip/link.txt", what)


def test_a_member_that_unpacks_to_a_hundred_times_its_size_is_refused() -> None:
    outcomes = read(LOADER, zipped([("big.txt", b" " * 30_000_000), *BOTH]), "wires.zip")
    assert len(paths(outcomes)) == 2
    (error,) = errors(outcomes)
    assert isinstance(error, Unsafe)
    assert error.what == "would unpack to 30,000,000 bytes, more than 100 times its size."


def test_members_that_share_their_bytes_are_refused() -> None:
    data = bytearray(zipped([("a.txt", FIRST), ("b.txt", SECOND)]))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    (error,) = errors(read(LOADER, bytes(data), "wires.zip"))
    assert isinstance(error, Unsafe)
    assert "share their bytes: 'a.txt' and 'b.txt'" in error.what


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.archives.zip_members.MOST_MEMBERS", 3)
    (error,) = errors(read(LOADER, zipped([(f"{number}.txt", FIRST) for number in range(4)]), "wires.zip"))
    assert isinstance(error, Unsafe)
    assert error.what == "holds more than 10,000 files."


def test_the_record_for_large_archives_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    data = bytearray(zipped(BOTH))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 0xFFFFFFFF)
    assert len(paths(read(LOADER, bytes(data), "wires.zip"))) == 2
    damaged = bytes(data).replace(b"PK\x06\x07", b"PK\x00\x00")
    assert isinstance(errors(read(LOADER, damaged, "wires.zip"))[0], Unsafe)


def test_a_table_of_contents_that_is_damaged() -> None:
    data = zipped(BOTH).replace(b"PK\x01\x02", b"PK\x01\x00")
    (error,) = errors(read(LOADER, data, "wires.zip"))
    assert isinstance(error, Malformed)
    assert "damaged table of contents" in error.what


def test_a_table_of_contents_beyond_all_measure_is_not_read() -> None:
    data = bytearray(zipped(BOTH))
    struct.pack_into("<L", data, data.rindex(b"PK\x05\x06") + 12, 400_000_000)
    (error,) = errors(read(LOADER, bytes(data), "wires.zip"))
    assert isinstance(error, Unsafe)


def test_a_table_of_contents_that_hides_its_length_in_the_record_for_large_archives() -> None:
    """The standard library goes by that record wherever it stands; the plain length beside it says little."""
    data = zipped(BOTH)
    at = data.rindex(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2, 2, 400_000_000, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    (error,) = errors(read(LOADER, data[:at] + record + locator + data[at:], "wires.zip"))
    assert isinstance(error, Unsafe)
    assert "lists more files" in error.what


@pytest.mark.parametrize("place", [2**63, 2**64 - 1])
def test_a_record_for_large_archives_beyond_all_files(place: int) -> None:
    data = zipped(BOTH)
    at = data.rindex(b"PK\x05\x06")
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, place, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2, 2, 60, place)
    for between in (b"", record):
        (error,) = errors(read(LOADER, data[:at] + between + locator + end, "wires.zip"))
        assert isinstance(error, Malformed | Unsafe)


def test_members_that_can_not_be_read_are_counted_after_a_few() -> None:
    bad = zipped([(f"{number}.zip", b"PK\x03\x04 damaged") for number in range(30)])
    outcomes = read(LOADER, zipped([("first.txt", FIRST), ("bad.zip", bad), ("second.txt", SECOND)]), "wires.zip")
    assert paths(outcomes) == ["wires.zip/first.txt", "wires.zip/second.txt"]
    assert len(errors(outcomes)) == 21
    deep = errors(read(LOADER, bad, "wires.zip"))
    assert (len(deep), deep[-1].where, deep[-1].what) == (21, "wires.zip", "holds 10 more that can not be read.")


def test_many_small_members_are_held_to_a_ratio_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them may be a few kilobytes of spaces; all together they may not be a hundred times the archive."""
    monkeypatch.setattr("discrepancy.loaders.archives.limits._FREE_IN_ALL", 1_000_000)
    data = zipped([(f"{number}.txt", b" " * 900_000) for number in range(50)])
    (error,) = errors(read(LOADER, data, "wires.zip"))
    assert isinstance(error, Unsafe)
    assert "would unpack to 45,000,000 bytes" in error.what


def test_an_archive_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Budget.__init__, "__defaults__", (300,))
    (error,) = errors(read(LOADER, zipped(BOTH), "wires.zip"))
    assert isinstance(error, Unsafe)
    assert "more than the 300" in error.what


def test_an_archive_in_an_archive_draws_on_the_same_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = zipped(BOTH)
    monkeypatch.setattr(Budget.__init__, "__defaults__", (3 * len(inner),))
    outcomes = read(LOADER, zipped([("a.zip", inner), ("b.zip", inner), ("c.zip", inner)]), "wires.zip")
    assert len(paths(outcomes)) < 6
    assert any(isinstance(error, Unsafe) for error in errors(outcomes))


def test_an_archive_in_an_archive_counts_its_members_with_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.archives.limits.MOST_MEMBERS", 7)
    inner = zipped(BOTH)
    outcomes = read(LOADER, zipped([(f"{name}.zip", inner) for name in "abcdef"]), "wires.zip")
    assert len(paths(outcomes)) == 4
    (error,) = errors(outcomes)
    assert isinstance(error, Unsafe)


def test_archives_two_deep_are_read_and_three_deep_are_not() -> None:
    two = zipped([("in.zip", zipped([("first.txt", FIRST)]))])
    assert paths(read(LOADER, two, "a.zip")) == ["a.zip/in.zip/first.txt"]
    outcomes = read(LOADER, zipped([("b.zip", two), ("second.txt", SECOND)]), "a.zip")
    assert paths(outcomes) == ["a.zip/second.txt"]
    (error,) = errors(outcomes)
    assert isinstance(error, Unsafe)
    assert error.where == "a.zip/b.zip/in.zip"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_of_a_cut_archive_the_whole_members_are_read(method: int) -> None:
    data = zipped(BOTH, method)
    second = data.index(b"PK\x03\x04", 4)
    outcomes = read(LOADER, data[: second + 80], "wires.zip")
    assert paths(outcomes) == ["wires.zip/first.txt"]
    (error,) = errors(outcomes)
    assert isinstance(error, Malformed)
    assert error.where == "wires.zip, in later/second.txt"
    assert "table of contents is missing" in error.what


def test_a_cut_archive_that_was_written_as_a_stream() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in BOTH:
            archive.writestr(name, content)
    data = target.getvalue()
    outcomes = read(LOADER, data[: data.index(b"PK\x01\x02")], "wires.zip")
    assert len(paths(outcomes)) == 2
    assert errors(outcomes)[0].where == "wires.zip, after later/second.txt"


def test_a_damaged_member_costs_no_other() -> None:
    data = bytearray(zipped(BOTH))
    data[60:80] = b"\xff" * 20
    outcomes = read(LOADER, bytes(data), "wires.zip")
    assert paths(outcomes) == ["wires.zip/later/second.txt"]
    (error,) = errors(outcomes)
    assert isinstance(error, Malformed)
    assert error.where == "wires.zip/first.txt"


def test_a_cut_archive_is_no_way_around_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = zipped([("big.txt", b" " * 5_000_000)])
    outcomes = read(LOADER, whole[: whole.index(b"PK\x01\x02")], "wires.zip")
    assert [error.where for error in errors(outcomes)] == ["wires.zip, in big.txt"]
    monkeypatch.setattr(Budget.__init__, "__defaults__", (100,))
    whole = zipped(BOTH)
    (error,) = errors(read(LOADER, whole[: whole.index(b"PK\x01\x02")], "wires.zip"))
    assert isinstance(error, Unsafe)


@pytest.mark.parametrize("files", [[], [("map.png", b"\x89PNG\r\n\x1a\n\x00")], [("folder/", b"")]])
def test_an_archive_with_nothing_to_read(files: list[tuple[str, bytes]]) -> None:
    error = read(LOADER, zipped(files), "wires.zip")[-1]
    assert isinstance(error, EmptyInput)
    assert error.where == "wires.zip"


def test_an_archive_beyond_the_limit() -> None:
    (error,) = errors(read(LOADER, zipped(BOTH), "wires.zip", limit=100))
    assert isinstance(error, TooLarge)
    assert "--max-bytes" in error.remedy


@pytest.mark.parametrize(
    ("name", "first"),
    [("a.zip", "[Content_Types].xml"), ("a", "word/document.xml"), ("a.zip", "mimetype"), ("b.jar", "x/y.class")],
)
def test_documents_that_pack_their_parts_are_no_archives(name: str, first: str) -> None:
    assert not LOADER.claims(PurePath(name), zipped([(first, b"x"), *BOTH]))


def test_noise_under_the_name_of_an_archive_is_told() -> None:
    (error,) = errors(read(LOADER, b"\x01\x00\x02" * 50, "wires.zip"))
    assert isinstance(error, Malformed)


def test_a_large_member_is_not_held_in_memory() -> None:
    rows = b"".join(b'{"title": "%d", "text": "x%d"}\n' % (number, number * 7919) for number in range(300_000))
    data = zipped([("figures.bin", b"\x00\x01" + rows), ("first.txt", FIRST)])
    tracemalloc.start()
    try:
        assert paths(read(LOADER, data, "wires.zip")) == ["wires.zip/first.txt"]
        assert tracemalloc.get_traced_memory()[1] < len(rows) / 2
    finally:
        tracemalloc.stop()


SAMPLES = [zipped(BOTH), zipped(BOTH, zipfile.ZIP_STORED), zipped([("in.zip", zipped(BOTH)), ("a.txt", FIRST)])]


@given(broken(SAMPLES))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(with_members(LOADER), data, "wires.zip")
