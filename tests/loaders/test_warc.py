"""Crawls: pages that servers answered with, by their own loaders; everything else counted in one line."""

import gzip
import io
import sys
import zlib
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import given
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from discrepancy.errors import EmptyInput, InputError, Malformed, ReaderMissing, Unsafe
from discrepancy.loaders.warc import LOADER
from discrepancy.model import Document
from tests.loaders.archived import FIRST, SECOND, errors, paths, read, skipped, with_members, zipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, told

PAGE = "https://post.example/2027/05/lock-gates"
Record = tuple[str, str, bytes, dict[str, str]]


def crawl(records: list[Record], *, packed: bool = False, status: str = "200 OK") -> bytes:
    """A crawl that warcio writes: address, media type, body and more headers of the answer for each record."""
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=packed)
    for address, media, body, headers in records:
        http = StatusAndHeaders(status, [("Content-Type", media), *headers.items()], protocol="HTTP/1.1")
        add(writer, address, "response", body, http)
    return target.getvalue()


def add(writer: Any, address: str, kind: str, body: bytes, http: Any = None, **more: str) -> None:
    # With digests at hand, warcio makes no temporary files that it forgets to close.
    known = {"WARC-Date": "2027-05-04T08:30:00Z", "WARC-Payload-Digest": "sha1:A", "WARC-Block-Digest": "sha1:A"}
    headers = known | {name.replace("_", "-"): value for name, value in more.items()}
    record = writer.create_warc_record(
        address, kind, payload=io.BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=headers
    )
    writer.write_record(record)


TEXT: Record = (PAGE, "text/plain; charset=utf-8", FIRST, {})


@pytest.mark.parametrize(("packed", "name"), [(False, "crawl.warc"), (True, "crawl.warc.gz"), (True, "crawl")])
def test_a_page_is_read_with_where_and_when_it_was_fetched(packed: bool, name: str) -> None:
    (document,) = read(LOADER, crawl([TEXT], packed=packed), name)
    assert isinstance(document, Document)
    assert document.path == f"{name}/record-1/post.example/2027/05/lock-gates.txt"
    assert document.id == "lock-gates"
    assert document.text == FIRST.decode()
    assert document.address == PAGE
    assert told(document, "address") == [(PAGE, "WARC-Target-URI, where the crawler found it")]
    assert told(document, "fetched") == [("2027-05-04T08:30:00Z", "WARC-Date, when the crawler fetched it")]
    assert document.published is None  # when it was fetched says nothing of when it was published
    assert not document.partial


def test_a_crawl_that_is_packed_as_a_whole_is_read() -> None:
    data = gzip.compress(crawl([TEXT, (f"{PAGE}/2.txt", "text/plain", SECOND, {})]))
    assert len(paths(read(LOADER, data, "crawl.warc.gz"))) == 2


def test_a_source_that_the_page_does_not_name_is_its_host() -> None:
    bare = b"Lock gates fail\n\nTwo lock gates failed on Monday, and 140 of the people there were led off barges.\n"
    (document,) = read(LOADER, crawl([(PAGE, "text/plain", bare, {})]), "crawl.warc")
    assert isinstance(document, Document)
    assert document.source == "post.example"
    assert told(document, "source") == [("post.example", "the host that the crawler fetched it from")]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(FIRST), {"Content-Encoding": "gzip"}),
        (gzip.compress(FIRST), {"Content-Encoding": "x-gzip"}),
        (zlib.compress(FIRST), {"Content-Encoding": "deflate"}),
        (zlib.compress(FIRST)[2:-4], {"Content-Encoding": "deflate"}),
        (FIRST, {"Content-Encoding": "gzip"}),  # unpacked by the crawler, header left as it was
        (FIRST, {"Content-Encoding": "identity"}),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(FIRST), FIRST), {"Transfer-Encoding": "Chunked"}),
        (FIRST, {"Transfer-Encoding": "chunked"}),  # likewise
        (
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(FIRST, mtime=0)), gzip.compress(FIRST, mtime=0)),
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
        ),
    ],
)
def test_what_a_server_did_to_the_page_is_undone(body: bytes, headers: dict[str, str]) -> None:
    (document,) = read(LOADER, crawl([(PAGE, "text/plain", body, headers)]), "crawl.warc")
    assert isinstance(document, Document), document
    assert document.text == FIRST.decode()


@pytest.mark.parametrize(("how", "name"), [("br", "Brotli"), ("zstd", "Zstandard"), ("gzip, br", "gzip, br")])
def test_packing_without_a_reader_is_told(how: str, name: str) -> None:
    outcomes = read(LOADER, crawl([(PAGE, "text/plain", b"\x0b", {"Content-Encoding": how}), TEXT]), "crawl.warc")
    assert len(paths(outcomes)) == 1
    (error,) = errors(outcomes)
    assert error.what == f"is packed with {name}, which is not read here."
    assert error.where == "crawl.warc/record-1/post.example/2027/05/lock-gates.txt"


def test_what_is_no_page_is_told_in_one_line() -> None:
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=True)
    writer.write_record(writer.create_warcinfo_record("crawl", {"software": "a crawler"}))
    ok = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    moved = StatusAndHeaders("301 Moved", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    picture = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
    text = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "post.example")], is_http_request=True)
    add(writer, PAGE, "request", b"", asked)
    add(writer, PAGE, "response", b"<p>moved</p>", moved)
    add(writer, PAGE, "revisit", b"", ok)
    add(writer, PAGE, "metadata", b"fetchTimeMs: 3")
    add(writer, f"{PAGE}.png", "response", b"\x89PNG", picture)
    add(writer, "https://post.example/robots.txt", "response", b"User-agent: * and some words", text)
    add(writer, "dns:post.example", "resource", b"1.2.3.4", Content_Type="text/dns")
    add(writer, "urn:text:https://post.example", "resource", FIRST, Content_Type="text/plain")
    add(writer, PAGE, "resource", SECOND, Content_Type="text/plain")
    outcomes = read(LOADER, target.getvalue(), "crawl.warc.gz")
    assert paths(outcomes) == ["crawl.warc.gz/record-10/post.example/2027/05/lock-gates.txt"]
    assert not errors(outcomes)
    assert skipped(outcomes) == {
        "crawl.warc.gz/records": "records that are no page of an article: 1 answers that are no page (redirects, "
        "errors), 2 of no web address, 2 pictures, styles, scripts or data, 4 requests, notes or repeats of an answer"
    }


@pytest.mark.parametrize(
    ("address", "media", "name"),
    [
        ("https://a.example/", "text/plain", "a.example.txt"),
        ("https://a.example/x/story.php?id=7", "text/plain", "a.example/x/story.txt"),
        ("https://a.example/x/v1.2-final", "text/plain", "a.example/x/v1.2-final.txt"),
        ("https://a.example/x.text", "text/plain", "a.example/x.text"),
        ("https://a.example/%2e%2e/%2e%2e/etc/x", "text/plain", "a.example/etc/x.txt"),
        ("https://a.example/caf%C3%A9/", "text/plain", "a.example/café.txt"),
        ("https://[bad/x.txt", "text/plain", "local.txt"),
        ("https://a.example/" + "long/" * 60 + "x", "text/plain", None),
    ],
)
def test_names_from_addresses(address: str, media: str, name: str | None) -> None:
    outcomes = read(LOADER, crawl([(address, media, FIRST, {})]), "c.warc")
    if name is None:
        assert len(paths(outcomes)[0]) < 140
        assert paths(outcomes)[0].endswith("/long/x.txt")
    else:
        assert paths(outcomes) == [f"c.warc/record-1/{name}"]


def test_two_fetches_of_one_page_are_two_versions(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(crawl([TEXT, (PAGE, "text/plain", SECOND, {})], packed=True))
    loaded = collected(tmp_path)
    assert [each.id for each in loaded.documents] == ["lock-gates", "lock-gates-2"]
    assert [each.path.split("/")[1] for each in loaded.documents] == ["record-1", "record-2"]


def test_a_web_archive_collection_is_read_through_its_crawl(tmp_path: Path) -> None:
    pages = b'{"format": "json-pages-1.0"}\n{"url": "https://post.example", "text": "%s"}\n' % (b"word " * 50)
    files = [("archive/data.warc.gz", crawl([TEXT], packed=True)), ("pages/pages.jsonl", pages)]
    (tmp_path / "crawl.wacz").write_bytes(zipped([*files, ("datapackage.json", b'{"profile": "data-package"}')]))
    loaded = collected(tmp_path)
    assert [each.path for each in loaded.documents] == [
        "crawl.wacz/archive/data.warc.gz/record-1/post.example/2027/05/lock-gates.txt"
    ]
    assert not loaded.unread


def test_a_page_that_the_crawler_cut_is_a_part() -> None:
    target = io.BytesIO()
    ok = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
    add(WARCWriter(target, gzip=False), PAGE, "response", FIRST, ok, WARC_Truncated="length")
    (document,) = read(LOADER, target.getvalue(), "crawl.warc")
    assert isinstance(document, Document)
    assert document.partial
    assert told(document, "status") == [("cut by the crawler: length", "WARC-Truncated")]


def test_a_crawl_that_is_cut_off() -> None:
    data = crawl([TEXT, (f"{PAGE}/2.txt", "text/plain", SECOND, {})])
    outcomes = read(LOADER, data[:-60], "crawl.warc")
    documents = [each for each in outcomes if isinstance(each, Document)]
    assert [each.partial for each in documents] == [False, True]
    (error,) = errors(outcomes)
    assert isinstance(error, Malformed)
    assert error.where == "crawl.warc, record 2"
    assert "56 bytes of this record are missing" in error.what


def test_a_packed_crawl_that_is_cut_off() -> None:
    data = crawl([TEXT, (f"{PAGE}/2.txt", "text/plain", SECOND, {})], packed=True)
    outcomes = read(LOADER, data[:-60], "crawl.warc.gz")
    assert len(paths(outcomes)) == 1
    assert [error.where for error in errors(outcomes)] == [
        "crawl.warc.gz/record-2/post.example/2027/05/lock-gates/2.txt",
        "crawl.warc.gz, in or after record 2",
    ]


@pytest.mark.parametrize("wrong", [b"20", b"-5", b"x", b""])
def test_a_wrong_length_is_told_and_the_next_record_found(wrong: bytes) -> None:
    data = crawl([TEXT, (f"{PAGE}/2.txt", "text/plain", SECOND, {})])
    at = data.index(b"Content-Length: ") + 16
    data = data[:at] + wrong + data[data.index(b"\r\n", at) :]
    outcomes = read(LOADER, data, "crawl.warc")
    assert paths(outcomes)[-1] == "crawl.warc/record-2/post.example/2027/05/lock-gates/2.txt"
    assert errors(outcomes)[0].where.startswith("crawl.warc")
    assert any(error.where.endswith("record 1") for error in errors(outcomes))


def test_a_record_without_what_it_should_say_is_told_in_our_words() -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n"
    (error,) = errors(read(LOADER, data, "crawl.warc"))
    assert error.what == "is no record that can be read (its headers are broken, or end too soon)."


def test_headers_without_end_are_refused() -> None:
    data = b"WARC/1.0\r\nWARC-Type: response\r\n" + b"X: y\r\n" * 200_000 + b"\r\n"
    outcomes = read(LOADER, data, "crawl.warc")
    assert "go on and on" in errors(outcomes)[0].what


def test_records_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.archives.warc_records._MOST_RECORDS", 2)
    outcomes = read(LOADER, crawl([TEXT] * 4), "crawl.warc")
    assert len(paths(outcomes)) == 2
    assert errors(outcomes)[0].what == "holds more than 2 records; the others were not read."


def test_many_damaged_records_are_counted() -> None:
    outcomes = read(LOADER, crawl([TEXT]) + b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" * 300, "crawl.warc")
    assert len(outcomes) == 22
    assert errors(outcomes)[-1].what == "holds 280 more that can not be read."


def test_a_page_that_unpacks_to_a_bomb_is_refused() -> None:
    bomb = gzip.compress(b" " * 30_000_000)
    outcomes = read(LOADER, crawl([(PAGE, "text/csv", bomb, {"Content-Encoding": "gzip"}), TEXT]), "crawl.warc")
    assert len(paths(outcomes)) == 1
    page = (PAGE, "text/plain", bomb, {"Content-Encoding": "gzip"})
    assert any(isinstance(each, InputError) for each in read(LOADER, crawl([page]), "crawl.warc"))


def test_a_crawl_without_pages() -> None:
    error = read(LOADER, crawl([(PAGE, "image/png", b"\x89PNG", {})]), "crawl.warc")[-1]
    assert isinstance(error, EmptyInput)
    assert isinstance(read(LOADER, crawl([TEXT], status="404 Not Found"), "crawl.warc")[-1], EmptyInput)


def test_without_warcio_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio", None)
    (error,) = read(LOADER, crawl([TEXT]), "crawl.warc")
    assert isinstance(error, ReaderMissing)
    assert "discrepancy[warc]" in error.remedy


def test_three_archives_deep_is_refused() -> None:
    (error,) = read(LOADER, crawl([TEXT]), "crawl.warc", depth=2)
    assert isinstance(error, Unsafe)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "A.WARC.GZ"])
@pytest.mark.parametrize(
    "data", [b"\x07\x81 junk" * 100, gzip.compress(b"WARC/1.0\r\n" * 99, mtime=0)[:20]], ids=["junk", "cut off"]
)
def test_what_is_called_a_crawl_and_is_none_is_a_failure(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    loaded = collected(tmp_path)
    (lost,) = loaded.unread
    assert (lost.path.startswith(name), loaded.skipped) == (True, ())
    assert "damaged" in lost.what + lost.remedy
    assert "crawl again" in lost.remedy


def test_text_about_the_format_is_no_crawl() -> None:
    assert not LOADER.claims(PurePath("a.txt"), b"WARC/1.0 is a format of crawls.\n")
    assert not LOADER.claims(PurePath("a.warc.txt"), FIRST)


SAMPLES = [crawl([TEXT, (f"{PAGE}/2", "text/plain", gzip.compress(SECOND), {"Content-Encoding": "gzip"})])]
SAMPLES += [crawl([TEXT], packed=True)]
SAMPLES += [crawl([(PAGE, "text/plain", b"5\r\nWords\r\n0\r\n\r\n", {"Transfer-Encoding": "chunked"})])]


@given(broken(SAMPLES))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(with_members(LOADER), data, "crawl.warc")
