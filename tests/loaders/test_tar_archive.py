"""tar archives, packed or not, and single packed files: the same as for ZIP, from a stream."""

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from pathlib import Path, PurePath
from types import ModuleType

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, Malformed, Unsafe
from discrepancy.loaders import compressed_file
from discrepancy.loaders.tar_archive import LOADER
from discrepancy.model import Document
from tests.loaders.archived import BOTH, FIRST, SECOND, errors, paths, read, skipped, tarred, with_members, zipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected

KINDS = [("wires.tar", ""), ("wires.tar.gz", "gz"), ("wires.tgz", "gz"), ("wires.tar.bz2", "bz2"), ("w.tar.xz", "xz")]


@pytest.mark.parametrize(("name", "packing"), KINDS)
def test_members_are_read_by_their_own_loaders(name: str, packing: str) -> None:
    outcomes = read(LOADER, tarred(BOTH, packing), name)
    assert paths(outcomes) == [f"{name}/first.txt", f"{name}/later/second.txt"]
    assert [each.text for each in outcomes if isinstance(each, Document)] == [FIRST.decode(), SECOND.decode()]
    assert not errors(outcomes)


def test_a_check_of_a_folder_reads_them_by_content(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred(BOTH, "gz"))
    (tmp_path / "b.gz").write_bytes(tarred(BOTH, "gz"))
    (tmp_path / "c").write_bytes(tarred(BOTH))
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(FIRST))
    loaded = collected(tmp_path)
    assert [each.path for each in loaded.documents] == [
        *(f"{archive}/{name}" for archive in ("a.tar", "b.gz", "c") for name in ("first.txt", "later/second.txt")),
        "d.txt.gz/d.txt",
    ]
    assert not loaded.unread


@pytest.mark.parametrize("kind", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_and_foreign_names(kind: int) -> None:
    name = "/".join(["wire copy of the spring"] * 7) + "/erste Fassung.txt"
    assert paths(read(LOADER, tarred([(f"./{name}", FIRST)], kind=kind), "a.tar")) == [f"a.tar/{name}"]
    if kind != tarfile.USTAR_FORMAT:
        longest = f"{'é' * 200}.txt"
        assert paths(read(LOADER, tarred([(longest, FIRST)], kind=kind), "a.tar"))[0].endswith("é.txt")


@pytest.mark.parametrize("extension", [b"1" * 200_000, b"1 " * 100_000, b"19 path=.txt\n", b"0 path=x\n", b"4 a\n"])
def test_an_extension_that_is_none_is_passed_over_at_once(extension: bytes) -> None:
    """Its records are found by their lengths: a megabyte of figures is gone through once."""
    info = tarfile.TarInfo("././@PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, len(extension)
    header = info.tobuf() + extension.ljust(-(-len(extension) // 512) * 512, b"\x00")
    assert paths(read(LOADER, header + tarred([("first.txt", FIRST)]), "a.tar")) == ["a.tar/first.txt"]


def test_a_name_that_is_no_utf8_is_shown_safely() -> None:
    data = tarred([("caf\udce9.txt", FIRST)], kind=tarfile.GNU_FORMAT)
    assert paths(read(LOADER, data, "a.tar")) == ["a.tar/caf�.txt"]


def special(kind: bytes) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        info = tarfile.TarInfo("link.txt")
        info.type, info.linkname = kind, "/etc/passwd"
        archive.addfile(info)
        second = tarfile.TarInfo("second.txt")
        second.size = len(SECOND)
        archive.addfile(second, io.BytesIO(SECOND))
    return target.getvalue()


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        (tarfile.SYMTYPE, "is a symbolic link."),
        (tarfile.LNKTYPE, "is a hard link to another file."),
        (tarfile.CHRTYPE, "is a device, not a file."),
        (tarfile.FIFOTYPE, "is a pipe, not a file."),
        (tarfile.GNUTYPE_SPARSE, "is stored with holes in it, as no article is."),
    ],
)
def test_what_is_no_plain_file_is_refused(kind: bytes, what: str) -> None:
    outcomes = read(LOADER, special(kind), "a.tar")
    assert paths(outcomes) == ["a.tar/second.txt"]
    (error,) = errors(outcomes)
    assert isinstance(error, Unsafe)
    assert (error.where, error.what) == ("a.tar/link.txt", what)


@pytest.mark.parametrize("name", ["../first.txt", "/tmp/first.txt", "a/../../b.txt"])  # noqa: S108 - a name, not a file
def test_names_that_lead_outside_are_refused(name: str) -> None:
    outcomes = read(LOADER, tarred([(name, FIRST), ("second.txt", SECOND)]), "a.tar")
    assert paths(outcomes) == ["a.tar/second.txt"]
    assert [type(error) for error in errors(outcomes)] == [Unsafe]


def test_what_is_no_article_is_passed_over() -> None:
    outcomes = read(LOADER, tarred([("._first.txt", b"\x00"), ("readme.txt", FIRST), ("first.txt", FIRST)]), "a.tar")
    assert skipped(outcomes) == {"a.tar/._first.txt": "hidden", "a.tar/readme.txt": "a README, not an article"}


def test_an_older_version_that_was_added_to_is_read_too() -> None:
    outcomes = read(LOADER, tarred([("first.txt", FIRST), ("first.txt", SECOND)]), "a.tar")
    assert paths(outcomes) == ["a.tar/first.txt", "a.tar/first (2).txt"]


@pytest.mark.parametrize(("cut", "read_before"), [(1900, 2), (1600, 1), (1200, 1), (700, 0)])
def test_of_a_cut_archive_the_whole_members_are_read(cut: int, read_before: int) -> None:
    outcomes = read(LOADER, tarred(BOTH, kind=tarfile.USTAR_FORMAT)[:cut], "a.tar")
    assert len(paths(outcomes)) == read_before
    assert any(isinstance(error, Malformed) and error.where.startswith("a.tar, ") for error in errors(outcomes))


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_of_a_cut_packed_archive_what_could_be_unpacked_is_read(packing: str) -> None:
    noise = bytes(number * 7919 % 251 for number in range(400_000))
    data = tarred([("first.txt", FIRST), ("noise.bin", noise), ("second.txt", SECOND)], packing)
    outcomes = read(LOADER, data[: len(data) - 200], f"a.tar.{packing}")
    told = errors(outcomes)
    assert any(isinstance(error, Malformed) for error in told)
    assert all(error.where.startswith(f"a.tar.{packing}") for error in told)
    if packing == "gz":
        assert paths(outcomes)[0] == "a.tar.gz/first.txt"


def test_a_missing_end_is_told() -> None:
    whole = tarred(BOTH, kind=tarfile.USTAR_FORMAT)
    outcomes = read(LOADER, whole[:2048], "a.tar")
    assert len(paths(outcomes)) == 2
    (error,) = errors(outcomes)
    assert error.where == "a.tar, after later/second.txt"


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_a_bomb_is_not_unpacked(packing: str) -> None:
    data = tarred([("first.txt", FIRST), ("big.txt", bytes(15_000_000)), ("second.txt", SECOND)], packing)
    outcomes = read(LOADER, data, f"a.tar.{packing}")
    assert paths(outcomes)[:1] == [f"a.tar.{packing}/first.txt"]
    assert len(paths(outcomes)) == 1
    assert any(isinstance(error, Unsafe) for error in errors(outcomes))


def test_versions_of_one_story_may_pack_to_next_to_nothing() -> None:
    data = tarred([(".padding", bytes(4_000_000)), *BOTH], "xz")
    assert len(data) * 100 < 4_000_000
    assert len(paths(read(LOADER, data, "a.tar.xz"))) == 2


def test_headers_that_go_on_and_on_are_refused() -> None:
    one = tarfile.TarInfo("x")
    one.type, one.size = tarfile.XHDTYPE, 12
    block = one.tobuf(tarfile.USTAR_FORMAT) + b"12 path=abc\n".ljust(512, b"\x00")
    (error,) = errors(read(LOADER, block * 200, "a.tar"))
    assert isinstance(error, Unsafe)
    one.size = 50_000_000
    (error,) = errors(read(LOADER, one.tobuf(tarfile.USTAR_FORMAT) + bytes(1024), "a.tar"))
    assert isinstance(error, Unsafe)
    assert "50,000,000" in error.what


def test_folders_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.archives.tar_members._MOST_HEADERS", 5)
    folder = tarfile.TarInfo("folder")
    folder.type = tarfile.DIRTYPE
    (error,) = errors(read(LOADER, folder.tobuf() * 9, "a.tar"))
    assert isinstance(error, Unsafe)


def test_an_archive_with_nothing_to_read() -> None:
    error = read(LOADER, tarred([("a.png", b"\x89PNG\r\n\x1a\n\x00")]), "a.tar")[-1]
    assert isinstance(error, EmptyInput)


def test_noise_under_the_name_of_an_archive_is_told() -> None:
    (error,) = errors(read(LOADER, b"\x01\x00\x02" * 400, "a.tar"))
    assert isinstance(error, Malformed)
    assert not LOADER.claims(PurePath("a.tar"), FIRST)
    assert not LOADER.claims(PurePath("a.bin"), bytes(2048))
    assert isinstance(read(LOADER, bytes(10240), "a.tar")[-1], EmptyInput)


@pytest.mark.parametrize(("suffix", "module"), [("gz", gzip), ("bz2", bz2), ("xz", lzma)])
def test_one_packed_file(suffix: str, module: ModuleType) -> None:
    data: bytes = module.compress(FIRST[:200]) + module.compress(FIRST[200:])
    name = f"first.txt.{suffix}"
    assert paths(read(compressed_file.LOADER, data, name)) == [f"{name}/first.txt"]
    error = errors(read(compressed_file.LOADER, data[:-9], name))[0]
    assert isinstance(error, Malformed)
    assert error.where == f"{name}/first.txt"


def test_a_packed_file_of_no_format_is_empty_and_a_packed_zip_is_read() -> None:
    assert isinstance(read(compressed_file.LOADER, gzip.compress(b"\x00\x01"), "a.bin.gz")[-1], EmptyInput)
    assert len(paths(read(compressed_file.LOADER, gzip.compress(zipped(BOTH)), "a.zip.gz"))) == 2


def test_xz_that_wants_too_much_memory_is_refused() -> None:
    small = lzma.compress(FIRST, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16}])
    huge = bytearray(small)
    # The block's header tells the dictionary's size in one byte; a checksum stands behind it.
    at = huge.index(b"\x21\x01", 12) + 2
    huge[at] = 36  # a gigabyte
    header = bytes(huge[12 : 12 + (huge[12] + 1) * 4 - 4])
    huge[12 + len(header) : 12 + len(header) + 4] = zlib.crc32(header).to_bytes(4, "little")
    (error,) = errors(read(compressed_file.LOADER, bytes(huge), "a.txt.xz"))
    assert isinstance(error, Malformed)
    assert "emory" in error.what


SAMPLES = [tarred(BOTH), tarred(BOTH, "gz"), tarred(BOTH, "xz"), tarred([("x" * 120 + ".txt", FIRST)])]


@given(broken(SAMPLES))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(with_members(LOADER), data, "a.tar")


@given(broken([gzip.compress(FIRST), bz2.compress(FIRST), lzma.compress(FIRST)]))
def test_nothing_but_documents_and_errors_of_ours_in_packed_files(data: bytes) -> None:
    hold_up(with_members(compressed_file.LOADER), data, "a.txt.gz")
