"""JSON Lines and arrays of objects: one article an object, as a stream."""

import datetime as dt
import gzip
import json
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path, PurePath

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, UnknownEncoding
from discrepancy.loaders.json_lines import LOADER
from discrepancy.model import BlockRole, Document, Skipped
from discrepancy.settings import Settings
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, given_of, outcomes_of, texts, told

SAMPLE = (Path(__file__).parent / "samples" / "table_articles.jsonl").read_bytes()
PROSE = "Two lock gates failed on Monday and {} people were led off barges at Ostermouth, the canal office said."


def articles(count: int) -> list[dict[str, object]]:
    return [{"title": f"Gates {n}", "text": PROSE.format(n), "source": "Wire"} for n in range(1, count + 1)]


def lines(count: int) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in articles(count))


def ids(outcomes: Sequence[object]) -> list[str]:
    return [each.id for each in outcomes if isinstance(each, Document)]


def test_everything_that_the_members_say() -> None:
    first, second = outcomes_of(SAMPLE, "month.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.path) == ("month-1", "month.jsonl#1")
    assert first.title == "Lock gates fail at Ostermouth"
    assert first.source == "The Ostermouth Post"
    assert first.authors == ("Ines Holm", "Tod Raeburn")
    assert first.published == dt.datetime(2027, 5, 4, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert first.updated == dt.datetime(2027, 5, 4, 11, 0, tzinfo=dt.UTC)
    assert (first.address, first.story, first.version) == ("https://post.example/locks", "17", 2)
    assert told(first, "source") == [("The Ostermouth Post", "column source")]
    assert texts(first, BlockRole.BODY) == [
        "Two lock gates failed on Monday and 140 people were led off barges, the canal office said.",
        '"Nobody was hurt," said Wanda Prell, who runs the office.',
    ]
    assert [mark.label for mark in second.landmarks] == ["row 3", "row 3"]
    assert (second.id, second.source, second.updated) == ("month-3", "Harbour Wire", None)


@pytest.mark.parametrize("first", ["{broken", "# exported today", '"words"', "null", '{"text": "cut o', '{"a": 1}}'])
def test_a_first_line_that_is_no_article_costs_no_other(first: str) -> None:
    data = f"{first}\n".encode() + lines(2)
    assert LOADER.claims(PurePath("a.jsonl"), data)
    bad, *others = outcomes_of(data, "a.jsonl")
    assert isinstance(bad, Malformed)
    assert bad.where == "a.jsonl, line 1"
    assert ids(others) == ["a-2", "a-3"]


def test_a_heading_of_its_own_is_passed_over() -> None:
    heading, *others = outcomes_of(b'{"made": "today", "rows": 2}\n' + lines(2), "a.jsonl")
    assert isinstance(heading, Skipped)
    assert ids(others) == ["a-2", "a-3"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a.txt", "a"])
@pytest.mark.parametrize("indent", [None, 2])
def test_arrays_and_what_the_file_is_called(name: str, indent: int | None) -> None:
    assert ids([*outcomes_of(json.dumps(articles(3), indent=indent).encode(), name)]) == ["a-1", "a-2", "a-3"]
    assert ids([*outcomes_of(lines(3), name)]) == ["a-1", "a-2", "a-3"]


def test_one_object_by_itself_and_objects_over_several_lines() -> None:
    one = json.dumps(articles(1)[0], indent=4).encode()
    assert ids([*outcomes_of(one, "a.json")]) == ["a-1"]
    assert ids([*outcomes_of(one + b"\n" + one, "a.json")]) == ["a-1", "a-2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = json.dumps(articles(1)[0] | {"source": "Café “Größe”"}, ensure_ascii=False) + "\n"
    (document,) = LOADER.load(given_of(text.encode(encoding), "a.jsonl"))
    assert isinstance(document, Document)
    assert document.source == "Café “Größe”"


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b'{"title": "x"', "expecting ',' delimiter"),
        (b"[1, 2]", "it holds a list, not an object"),
        (b"null", "it holds null, not an object"),
        (b"1.5", "it holds a number, not an object"),
        (b'"words"', "it holds a text, not an object"),
        (b"true", "it holds true, not an object"),
        (b"\x00" * 200, "it holds bytes that are no text"),
        (b'{"text": "a\x00b"}', "it holds bytes that are no text"),
        (b"{]", "expecting property name"),
        (b"[" * 100_000, "recursion"),
        (b'{"text": ' + b"9" * 5000 + b"}", "exceeds the limit"),
    ],
)
def test_a_bad_line_costs_no_other(bad: bytes, why: str) -> None:
    outcomes = outcomes_of(lines(2) + bad + b"\n" + lines(1), "a.jsonl")
    assert ids([*outcomes]) == ["a-1", "a-2", "a-4"]
    (error,) = [each for each in outcomes if isinstance(each, InputError)]
    assert isinstance(error, Malformed)
    assert error.where == "a.jsonl, line 3"
    assert why in error.what


@pytest.mark.parametrize("before", [b"", b'{"broken\n'])
def test_a_line_of_zeros_is_a_failure_of_its_own_wherever_it_stands(before: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        before + b"\x00" * 100 + b"\n" + b'{"title": "A", "text": "Two died."}\n' + lines(2)
    )
    loaded = collected(tmp_path)
    zeros = before.count(b"\n") + 1
    assert [each.path for each in loaded.documents] == [f"a.jsonl#{zeros + at}" for at in (1, 2, 3)]
    assert [each.path for each in loaded.unread] == [f"a.jsonl, line {at}" for at in range(1, zeros + 1)]
    assert loaded.skipped == ()


def test_a_file_of_zeros_is_damaged_and_one_that_is_packed_is_not() -> None:
    (error,) = outcomes_of(b"\x00" * 100_000, "a.jsonl")
    assert isinstance(error, Malformed)
    assert (error.what, "damaged or cut off" in error.remedy) == ("holds no line of text.", True)
    assert LOADER.claims(PurePath("a.jsonl"), b"\x00" * 100)
    assert not LOADER.claims(PurePath("a.jsonl"), gzip.compress(lines(1)))


def test_what_stands_for_a_text_is_told_in_words() -> None:
    data = lines(1) + b"".join(b'{"title": "x", "text": %b}\n' % each for each in (b"5", b"[1]", b"true", b'{"a": 1}'))
    told = [each.what for each in outcomes_of(data, "a.jsonl") if isinstance(each, InputError)]
    assert told == [
        f"has no text in its column 'text', but {kind}." for kind in ("a number", "a list", "true", "an object")
    ]


def test_bytes_in_no_encoding_cost_one_line() -> None:
    bad = b'{"title": "G\xc3\xb6ran", "text": "' + PROSE.encode() + b' \xc3\xb6\xe2\x82"}\n'
    outcomes = outcomes_of(lines(1) + bad + lines(1), "a.jsonl")
    assert ids([*outcomes]) == ["a-1", "a-3"]
    assert [type(each) for each in outcomes if isinstance(each, InputError)] == [UnknownEncoding]


def test_a_text_that_is_none_and_one_that_is_missing() -> None:
    data = lines(1) + b'{"title": "x", "text": {"a": 1}}\n{"title": "y"}\n{"title": "z", "text": null}\n'
    _, wrong, missing, empty = outcomes_of(data, "a.jsonl")
    assert isinstance(wrong, Malformed)
    assert wrong.where == "a.jsonl#2"
    assert missing == Skipped("a.jsonl#3", "row 3 has no text in its column 'text'")
    assert empty == Skipped("a.jsonl#4", "row 4 has no text in its column 'text'")


def test_an_array_that_is_cut_off_says_where() -> None:
    outcomes = outcomes_of(json.dumps(articles(3)).encode()[:-70], "a.json")
    assert ids([*outcomes]) == ["a-1", "a-2"]
    error = outcomes[-1]
    assert isinstance(error, Malformed)
    assert error.where == "a.json, object 3"
    assert "nothing after it was read" in error.what


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "FeatureCollection", "features": []}',
        '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}',
        '{"format": "json-pages-1.0", "id": "pages"}\n{"url": "x", "text": "' + PROSE * 9 + '"}',
        '{"year": 2025, "sales": 12}\n{"year": 2026, "sales": 14}\n',
        "[1, 2, 3]",
        "[]",
        '{"text": "short"}',
        "{",
        f"[Photo: {PROSE}]",
        PROSE,
    ],
)
def test_other_json_is_not_claimed(text: str) -> None:
    assert not LOADER.claims(PurePath("a.json"), text.encode())


def test_an_article_longer_than_the_head_is_claimed() -> None:
    data = json.dumps({"title": "Gates", "text": " ".join([PROSE] * 900)}).encode() + b"\n"
    assert LOADER.claims(PurePath("a.jsonl"), data[:65_536])
    assert ids([*outcomes_of(data + lines(1), "a.jsonl")]) == ["a-1", "a-2"]


def test_a_column_of_an_unknown_name(tmp_path: Path) -> None:
    data = json.dumps({"title": "Gates", "corpo": PROSE * 5}).encode()
    (error,) = outcomes_of(data, "a.jsonl")
    assert isinstance(error, InputError)
    assert error.remedy == "Say which one it is: --columns text=NAME."
    assert ids([*outcomes_of(data, "a.jsonl", Settings(columns=(("text", "corpo"),)))]) == ["a-1"]
    (tmp_path / "a.jsonl").write_bytes(json.dumps({"log": PROSE * 5}).encode())
    (tmp_path / "b.jsonl").write_bytes(lines(1))
    loaded = collected(tmp_path)
    assert ([each.path for each in loaded.skipped], loaded.unread) == (["a.jsonl"], ())


def test_objects_without_any_text() -> None:
    *_, error = _all(b'{"text": ""}\n')
    assert isinstance(error, EmptyInput)
    (nothing,) = _all(b"nothing")
    assert isinstance(nothing, Malformed)


def _all(data: bytes) -> list[object]:
    found: list[object] = []
    try:
        for each in LOADER.load(given_of(data, "a.jsonl")):
            found.append(each)  # noqa: PERF402 - what came before an error counts
    except InputError as error:
        found.append(error)
    return found


@pytest.mark.parametrize("array", [False, True])
def test_a_large_file_is_read_as_a_stream(array: bool, soak: bool) -> None:
    one = json.dumps({"title": "Gates", "text": PROSE, "page": "x" * 100_000})
    count = (50_000_000 if soak else 4_000_000) // len(one)
    data = (f"[{', '.join([one] * count)}]" if array else "\n".join([one] * count)).encode()
    tracemalloc.start()
    try:
        read = sum(1 for _ in LOADER.load(given_of(data, "a.jsonl")))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert read == count
    assert peak < (40_000_000 if soak else 8_000_000)


def test_an_array_of_many_small_objects_takes_no_longer_than_its_size() -> None:
    def seconds(count: int) -> float:
        data = b"[" + b'{"a": 1, "text": ""},' * count + b'{"text": ""}]'
        began = time.process_time()
        assert isinstance(_all(data)[-1], EmptyInput)
        return time.process_time() - began

    seconds(100)
    assert seconds(40_000) < 40 * max(seconds(4000), 0.01)


@given(broken([SAMPLE, json.dumps(articles(2), indent=1).encode(), lines(3)]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    LOADER.claims(PurePath("a.jsonl"), data)
    hold_up(LOADER, data, "a.jsonl")


def test_a_standfirst_and_several_bylines() -> None:
    row = {"headline": "Gates", "standfirst": "Shut for a week", "bylines": [{"name": "Ann Brink"}, {"name": "Bo Ek"}]}
    data = json.dumps({**row, "bodyHtml": f"<p>{PROSE}</p>"}).encode()
    document = outcomes_of(data, "a.jsonl")[0]
    assert isinstance(document, Document)
    assert document.authors == ("Ann Brink", "Bo Ek")
    assert texts(document, BlockRole.SUMMARY) == ["Shut for a week"]


def test_a_source_that_is_an_address_is_one() -> None:
    row = {"title": "Gates", "text": PROSE, "source": "https://www.post.example/a", "hostname": "post.example"}
    document = outcomes_of(json.dumps(row).encode(), "a.jsonl")[0]
    assert isinstance(document, Document)
    assert (document.address, document.source) == ("https://www.post.example/a", "post.example")
