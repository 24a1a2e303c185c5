"""Parquet tables: the same as for CSV, of the columns that are needed alone."""

import datetime as dt
import io
import sys
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, ReaderMissing, TooLarge, Unsafe
from discrepancy.loaders.parquet import LOADER
from discrepancy.loaders.tables import parquet_rows
from discrepancy.model import BlockRole, Document, Skipped
from discrepancy.settings import Settings
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, document_of, given_of, outcomes_of, texts, told

PROSE = "Two lock gates failed on Monday and {} people were led off barges at Ostermouth, the canal office said."
ROW = {
    "id": 7,
    "headline": "Lock gates fail at Ostermouth",
    "body": PROSE.format(140) + "\n\nNobody was hurt.",
    "outlet": "The Ostermouth Post",
    "authors": ["Ines Holm", "Tod Raeburn"],
    "published_at": dt.datetime(2027, 5, 4, 9, 15, tzinfo=dt.UTC),
    "updated": dt.date(2027, 5, 5),
    "url": "https://post.example/locks",
    "cluster": "lock-gates",
    "version": 2,
    "embedding": [0.5] * 8,
}


def table(rows: list[dict[str, Any]], **how: Any) -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), target, **how)
    return target.getvalue()


SAMPLE = table([ROW])


def test_everything_that_the_columns_say() -> None:
    document = document_of(SAMPLE, "month.parquet")
    assert (document.id, document.path) == ("month-1", "month.parquet#1")
    assert document.title == "Lock gates fail at Ostermouth"
    assert document.source == "The Ostermouth Post"
    assert document.authors == ("Ines Holm", "Tod Raeburn")
    assert document.published == dt.datetime(2027, 5, 4, 9, 15, tzinfo=dt.UTC)
    assert document.updated == dt.date(2027, 5, 5)
    assert (document.address, document.story, document.version) == ("https://post.example/locks", "lock-gates", 2)
    assert told(document, "identifier") == [("7", "column id")]
    assert told(document, "published") == [("2027-05-04T09:15:00+00:00", "column published_at")]
    assert texts(document, BlockRole.BODY) == [PROSE.format(140), "Nobody was hurt."]
    assert [mark.label for mark in document.landmarks] == ["row 1", "row 1"]


@pytest.mark.parametrize("how", [{"compression": "zstd"}, {"compression": "none"}, {"use_dictionary": False}])
def test_ways_of_writing_and_names(how: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(table([ROW, ROW], **how))
    assert [each.path for each in collected(tmp_path).documents] == ["a.bin#1", "a.bin#2"]


def test_many_rows_in_several_groups_are_numbered_through() -> None:
    rows = [ROW | {"body": PROSE.format(n) if n % 10 else None} for n in range(1, 51)]
    outcomes = outcomes_of(table(rows, row_group_size=7), "a.parquet")
    assert [each.id for each in outcomes if isinstance(each, Document)][-1] == "a-49"
    assert [each.path for each in outcomes if isinstance(each, Skipped)] == [
        f"a.parquet#{n}" for n in range(10, 51, 10)
    ]


def test_kinds_of_columns() -> None:
    columns = {
        "text": pa.array([PROSE, PROSE], pa.large_string()).dictionary_encode(),
        "title": pa.array([b"Gates fail", "Größe".encode()], pa.binary()),
        "date": pa.array([1809422100123456789, None], pa.timestamp("ns", "Europe/Paris")),
        "source": pa.array([{"name": "Wire", "id": 3}, None], pa.struct([("name", pa.string()), ("id", pa.int64())])),
        "version": pa.array([2.0, float("nan")], pa.float64()),
    }
    target = io.BytesIO()
    pq.write_table(pa.table(columns), target)
    first, second = outcomes_of(target.getvalue(), "a.parquet")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.source, first.version) == ("Gates fail", "Wire", 2)
    assert str(first.published) == "2027-05-04 11:15:00+02:00"
    assert (second.title, second.version, second.published) == ("Größe", None, None)


def test_a_table_of_something_else_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(table([{"year": 2027, "sales": 3, "name": "x"}]))
    (tmp_path / "b.txt").write_text(f"Gates\n\n{PROSE}\n")
    loaded = collected(tmp_path)
    (passed,) = loaded.skipped
    assert passed.path == "a.parquet"
    assert passed.why.startswith("a table in which no column holds the text of articles; its columns are: 'year', 'sal")
    assert not loaded.unread


def test_columns_that_the_settings_name() -> None:
    data = table([{"titolo": "Gates", "corpo": PROSE * 5}])
    (document,) = outcomes_of(data, "a.parquet", Settings(columns=(("text", "corpo"), ("title", "titolo"))))
    assert isinstance(document, Document)
    assert document.title == "Gates"
    (unknown,) = outcomes_of(table([{"title": "Gates", "corpo": PROSE * 5}]), "a.parquet")
    assert isinstance(unknown, InputError)
    assert unknown.remedy == "Say which one it is: --columns text=NAME."
    (error,) = outcomes_of(data, "a.parquet", Settings(columns=(("text", "body"),)))
    assert isinstance(error, InputError)
    assert error.what == "has no column 'body'; its columns are: 'titolo', 'corpo'."


@pytest.mark.parametrize("cut", [SAMPLE[:-20], SAMPLE[: len(SAMPLE) // 2], SAMPLE[:-8] + b"\xff\xff\xff\x7fPAR1"])
def test_a_damaged_table_says_so(cut: bytes) -> None:
    (error,) = outcomes_of(cut, "a.parquet")
    assert isinstance(error, Malformed)
    assert error.where == "a.parquet"
    assert "cut off" in error.remedy


def test_damage_in_the_middle_keeps_the_rows_before_it() -> None:
    rows = [ROW | {"body": f"{n} " + PROSE.format(n)} for n in range(60)]
    data = bytearray(table(rows, row_group_size=20, compression="zstd", use_dictionary=False))
    column = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(2).column(2)
    assert column.path_in_schema == "body"
    data[column.data_page_offset : column.data_page_offset + 60] = b"\xff" * 60
    outcomes = outcomes_of(bytes(data), "a.parquet")
    assert isinstance(outcomes[0], Document)
    assert isinstance(outcomes[-1], Malformed)


def test_a_table_without_rows() -> None:
    target = io.BytesIO()
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), target)
    (error,) = outcomes_of(target.getvalue(), "a.parquet")
    assert isinstance(error, EmptyInput)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = table([ROW] * 5)
    monkeypatch.setattr(parquet_rows, "MOST_ROWS", 4)
    (error,) = outcomes_of(data, "a.parquet")
    assert isinstance(error, TooLarge)
    monkeypatch.undo()
    monkeypatch.setattr(parquet_rows, "_MOST_IN_GROUP", 100)
    (error,) = outcomes_of(data, "a.parquet")
    assert isinstance(error, Unsafe)


def test_columns_that_are_not_needed_are_not_read() -> None:
    class Counting(io.BytesIO):
        count = 0

        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(size)
            Counting.count += len(data)
            return data

    noise = [ROW | {"noise": [hash((n, k)) % 2**60 for k in range(2000)]} for n in range(20)]
    data = table(noise)
    assert sum(1 for _ in LOADER.load(replace(given_of(data, "a.parquet"), opener=lambda: Counting(data)))) == 20
    assert Counting.count < len(data) / 4


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (error,) = outcomes_of(SAMPLE, "a.parquet")
    assert isinstance(error, ReaderMissing)
    assert "discrepancy[parquet]" in error.remedy


@pytest.mark.parametrize("data", [b"PAR1garbagePAR1", b"\x80\x03junk", b"The article itself."])
def test_what_is_called_a_table_and_is_none_is_a_failure(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(data)
    loaded = collected(tmp_path)
    (lost,) = loaded.unread
    assert (lost.path, loaded.skipped) == ("a.parquet", ())
    assert lost.what.startswith("is no Parquet table that can be read (")
    assert "damaged or cut off" in lost.remedy


def test_text_that_begins_with_the_mark_is_no_table() -> None:
    assert not LOADER.claims(PurePath("a.txt"), b"PAR1 is the mark of Parquet.")


@given(broken([SAMPLE, table([ROW | {"body": None}, ROW], compression="none", use_dictionary=False)]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "a.parquet")
