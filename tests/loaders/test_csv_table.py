"""CSV and TSV tables: columns by name, one article a row, as a stream, and no row lost without a word."""

import csv
import datetime as dt
import io
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, TooLarge, UnknownEncoding
from discrepancy.loaders import collect
from discrepancy.loaders.csv_table import LOADER
from discrepancy.loaders.intake.given import Given
from discrepancy.model import BlockRole, Document, Skipped
from discrepancy.settings import Settings
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, given_of, outcomes_of, texts, told

SAMPLE = (Path(__file__).parent / "samples" / "table_articles.csv").read_bytes()
PROSE = "Two lock gates failed on Monday and {} people were led off barges at Ostermouth, the canal office said."


def table(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    """A table as a spreadsheet writes it."""
    target = io.StringIO()
    writer = csv.DictWriter(target, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue()


def rows(count: int, **more: str) -> list[dict[str, str]]:
    return [{"title": f"Gates {n}", "text": PROSE.format(n), "source": "Wire"} | more for n in range(1, count + 1)]


def documents(data: bytes, name: str = "a.csv", settings: Settings | None = None) -> list[Document]:
    return [each for each in outcomes_of(data, name, settings) if isinstance(each, Document)]


def test_everything_that_the_columns_say() -> None:
    first, second = documents(SAMPLE, "month.csv")
    assert (first.id, first.path) == ("month-1", "month.csv#1")
    assert first.title == "Lock gates fail at Ostermouth"
    assert first.source == "The Ostermouth Post"
    assert first.authors == ("Ines Holm", "Tod Raeburn")
    assert first.published == dt.datetime(2027, 5, 4, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert first.updated == dt.datetime(2027, 5, 4, 11, 0)  # noqa: DTZ001 - no zone is given
    assert first.address == "https://post.example/locks"
    assert (first.story, first.version) == ("lock-gates", 2)
    assert told(first, "published") == [("2027-05-04T09:15:00+02:00", "column pub_date")]
    assert told(first, "identifier") == [("m-1", "column Article ID")]
    assert told(first, "language") == [("en", "column lang")]
    assert texts(first, BlockRole.HEADLINE) == ["Lock gates fail at Ostermouth"]
    assert texts(first, BlockRole.DATELINE) == ["OSTERMOUTH, 4 May -"]
    assert texts(first, BlockRole.BODY) == [
        "Two lock gates failed on Monday and 140 people were led off barges, the canal office said.",
        '"Nobody was hurt," said Wanda Prell, who runs the office.',
    ]
    assert texts(first, BlockRole.CORRECTION) == ["Correction: An earlier version gave the wrong number of barges."]
    assert [mark.label for mark in first.landmarks] == ["row 1", "row 1"]
    assert (second.published, second.version, second.authors) == (dt.date(2027, 5, 4), 1, ())


def test_a_row_without_text_is_told() -> None:
    assert outcomes_of(SAMPLE, "month.csv")[-1] == Skipped("month.csv#3", "row 3 has no text in its column 'Body'")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.txt", "a"])
def test_what_parts_the_cells_and_what_the_file_is_called(delimiter: str, name: str) -> None:
    found = documents(table(rows(3), delimiter).encode(), name)
    assert [each.title for each in found] == ["Gates 1", "Gates 2", "Gates 3"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "mac_roman", "utf-32"]
)
def test_encodings(encoding: str) -> None:
    data = table(rows(3, source="Café “Größe”")).encode(encoding)
    found = documents(data)
    assert [each.source for each in found] == ["Café “Größe”"] * 3
    assert found[0].title == "Gates 1"


def test_an_older_encoding_further_down_than_the_sample_is_read_row_by_row() -> None:
    head = table(rows(60, notes="x" * 5000)).encode()
    tail = f'Gates,"{PROSE.format(7)} It was Prell’s day.",Wire,\r\n'.encode("cp1252")
    found = documents(head + tail + head.splitlines(keepends=True)[1])
    assert "Prell’s day" in found[60].text
    assert len(found) == 62


def test_bytes_that_are_in_no_encoding_cost_one_row() -> None:
    good = table(rows(2, source="Größe")).encode()
    bad = b'Gates,"' + PROSE.encode() + b' \xc3\xb6\xe2\x82",Wire\n'
    outcomes = outcomes_of(good + bad + good.splitlines(keepends=True)[1], "a.csv")
    assert sum(isinstance(each, Document) for each in outcomes) == 3
    (error,) = [each for each in outcomes if isinstance(each, InputError)]
    assert isinstance(error, UnknownEncoding)
    assert error.where == "a.csv, row 3 (line 4)"


def test_line_ends_in_cells_and_of_other_systems() -> None:
    text = table([{"title": "Gates", "text": PROSE + "\n\nNobody was hurt.\nNobody paid.", "source": "Wire"}])
    for data in (text, text.replace("\r\n", "\n"), text.replace("\r\n", "\r")):
        (document,) = documents(data.encode())
        assert texts(document, BlockRole.BODY) == [PROSE, "Nobody was hurt.", "Nobody paid."]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = PROSE.replace(" and ", "\nand ").replace(" at ", "\nat ") + "\n\nNobody was hurt."
    (document,) = documents(table([{"title": "Gates", "text": wrapped}]).encode())
    assert texts(document, BlockRole.BODY) == [PROSE, "Nobody was hurt."]


def test_markup_in_a_cell_is_read_as_markup() -> None:
    marked = f"<div><script>x()</script><p>{PROSE}</p><h2>Repairs</h2><p>Six weeks at AT&amp;T.</p></div>"
    (document,) = documents(table([{"title": "Gates &amp; <em>locks</em>", "content": marked}]).encode())
    assert document.title == "Gates & locks"
    assert texts(document, BlockRole.BODY) == [PROSE, "Six weeks at AT&T."]
    assert texts(document, BlockRole.SUBHEAD) == ["Repairs"]
    (plain,) = documents(table([{"title": "a < b", "content": PROSE + " It rose by <5% > 3% &amp; more."}]).encode())
    assert texts(plain, BlockRole.BODY) == [PROSE + " It rose by <5% > 3% & more."]


def test_the_line_by_which_excel_is_told_what_parts_the_cells() -> None:
    found = documents(b"sep=;\r\n" + table(rows(2), ";").encode())
    assert [each.id for each in found] == ["a-1", "a-2"]


def test_quotation_marks_after_backslashes() -> None:
    data = f'title,text\nGates,"{PROSE} \\"Nobody was hurt\\", he said."\n'.encode()
    assert '"Nobody was hurt", he said.' in documents(data)[0].text


def test_empty_rows_count_as_in_a_spreadsheet() -> None:
    lines = table(rows(2)).splitlines(keepends=True)
    data = "".join([lines[0], lines[1], ",,\r\n", "\r\n", lines[2]]).encode()
    assert [each.id for each in documents(data)] == ["a-1", "a-4"]


def test_rows_of_too_many_or_too_few_cells_are_told_by_number() -> None:
    lines = table(rows(2)).splitlines(keepends=True)
    data = "".join([lines[0], f'Gates,"{PROSE}"\n', "Gates,One, two and three,Wire\n", lines[2]]).encode()
    outcomes = outcomes_of(data, "a.csv")
    assert [each.id for each in outcomes if isinstance(each, Document)] == ["a-3"]
    told_rows = [each for each in outcomes if isinstance(each, InputError)]
    assert [(each.where, each.what) for each in told_rows] == [
        ("a.csv, row 1 (line 2)", "has 2 cells under 3 headings, and was not read."),
        ("a.csv, row 2 (line 3)", "has 4 cells under 3 headings, and was not read."),
    ]
    trailing = table(rows(2)).replace("Wire\r\n", "Wire,,\r\n").encode()
    assert len(documents(trailing)) == 2


def test_many_bad_rows_are_counted() -> None:
    lines = table(rows(1)).splitlines(keepends=True)
    outcomes = outcomes_of("".join([*lines, *["x\n"] * 300, *[",,Wire\n"] * 300]).encode(), "a.csv")
    bad = [each for each in outcomes if isinstance(each, InputError)]
    empty = [each for each in outcomes if isinstance(each, Skipped)]
    assert len(bad) == len(empty) == 21
    assert bad[-1].what == "has 280 more rows that can not be read, the last of them row 301."
    assert empty[-1] == Skipped("a.csv#601", "this row and 279 more before it have no text either")


def test_a_table_that_is_cut_off_says_where() -> None:
    data = table([{"text": PROSE + " \n" + PROSE, "title": f"Gates, {n}", "source": "Wire"} for n in range(3)])
    outcomes = outcomes_of(data[:-60].encode(), "a.csv")
    assert sum(isinstance(each, Document) for each in outcomes) == 2
    error = outcomes[-1]
    assert isinstance(error, Malformed)
    assert error.where == "a.csv, row 3 (line 6)"
    assert "never closed" in error.what


def test_a_line_beyond_all_measure_ends_the_table() -> None:
    data = table(rows(2)).encode() + b"x" * 3_000_000 + b"\n" + table(rows(1)).encode()
    outcomes = outcomes_of(data, "a.csv")
    assert sum(isinstance(each, Document) for each in outcomes) == 2
    assert isinstance(outcomes[-1], TooLarge)
    assert outcomes[-1].where == "a.csv, line 4"


def test_an_article_beyond_all_measure_costs_one_row() -> None:
    data = table([*rows(1), {"title": "Gates", "text": "many words " * 50_000, "source": "Wire"}, *rows(1)]).encode()
    outcomes = outcomes_of(data, "a.csv")
    assert [type(each) for each in outcomes] == [Document, TooLarge, Document]


def test_columns_that_the_settings_name() -> None:
    data = table([{"Titolo": "Gates", "Corpo": PROSE * 5, "Testata": "Wire", "text": "short"}]).encode()
    settings = Settings(columns=(("text", "Corpo"), ("title", "titolo"), ("outlet", "Testata")))
    (document,) = documents(data, settings=settings)
    assert (document.title, document.source) == ("Gates", "Wire")
    assert PROSE in document.text


@pytest.mark.parametrize(
    ("chosen", "what", "remedy"),
    [
        (("text", "Corpus"), "has no column 'Corpus'; its columns are: 'title', 'text', 'source'.", "--columns text="),
        (("colour", "text"), "for 'colour': there is no such field.", "text, title, source, published"),
    ],
)
def test_settings_that_fit_no_column(chosen: tuple[str, str], what: str, remedy: str) -> None:
    (error,) = outcomes_of(table(rows(1)).encode(), "a.csv", Settings(columns=(chosen,)))
    assert isinstance(error, InputError)
    assert error.where == "a.csv"
    assert what in error.what
    assert remedy in error.remedy


def test_a_table_of_articles_whose_text_has_an_unknown_name_lists_its_columns() -> None:
    (error,) = outcomes_of(table([{"Headline": "Gates", "Corpo": PROSE * 5}]).encode(), "a.csv")
    assert isinstance(error, InputError)
    assert "its columns are: 'Headline', 'Corpo'." in error.what
    assert error.remedy == "Say which one it is: --columns text=NAME."
    (passed,) = outcomes_of(table([{"dose": "3 mg", "remarks": PROSE * 5}]).encode(), "a.csv")
    assert isinstance(passed, Skipped)
    assert "its columns are: 'dose', 'remarks'. If one" in passed.why


@pytest.mark.parametrize(
    "text",
    [
        "preferred,accepted,avoid,note,source\nOstermouth,,Ostremouth,"
        + "The desk writes it so because the town council does. " * 10
        + ",desk\n",
        "preferred,text\nOstermouth,"
        + "The desk writes it so because the town council does in all of its papers. " * 3
        + "\n",
        "just a line\n",
        "",
    ],
)
def test_other_tables_are_not_claimed(text: str, tmp_path: Path) -> None:
    assert not LOADER.claims(PurePath("a.csv"), text.encode())
    (tmp_path / "a.csv").write_text(text)
    (tmp_path / "b.txt").write_text(f"Gates fail\n\n{PROSE}\n")
    loaded = collected(tmp_path)
    assert [each.path for each in loaded.documents] == ["b.txt"]
    assert [each.path for each in loaded.skipped] == ["a.csv"]
    assert not loaded.unread


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("year,sales,profit\n2025,12,3\n2026,14,4\n", "'year', 'sales', 'profit'"),
        ("name;body;colour\nMoon;rock;grey\n", "'name', 'body', 'colour'"),
        ("id\ttext\n1\tok\n2\tnot so good\n", "'id', 'text'"),
    ],
)
def test_tables_of_something_else_are_passed_over_in_a_folder_and_refused_by_name(
    text: str, columns: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(text)
    (tmp_path / "b.txt").write_text(f"Gates fail\n\n{PROSE}\n")
    loaded = collected(tmp_path)
    assert ([each.path for each in loaded.documents], loaded.unread) == (["b.txt"], ())
    why = f"a table in which no column holds the text of articles; its columns are: {columns}. If one does, name it: "
    assert loaded.skipped == (Skipped("a.csv", f"{why}--columns text=NAME"),)
    (refused,) = collect([tmp_path / "a.csv"], Settings(base=tmp_path)).unread
    assert why in refused.what


@pytest.mark.parametrize(
    "text",
    [
        f"Text, content and body of the treaty\n\n{PROSE}\n",
        f"Article, text; title\n\n{PROSE}, and {PROSE}\n",
        f"{PROSE}\n{PROSE}\n",
    ],
)
def test_articles_with_commas_are_no_tables(text: str) -> None:
    assert not LOADER.claims(PurePath("a.txt"), text.encode())


def test_the_longest_of_several_text_columns_is_read() -> None:
    data = table([{"content": PROSE[:60], "full_text": PROSE, "html": f"<p>{PROSE * 9}</p>", "title": "Gates"}])
    assert texts(documents(data.encode())[0], BlockRole.BODY) == [PROSE]


def test_two_columns_of_one_name_and_one_without() -> None:
    data = f'text,text,,title\n"{PROSE}",b,c,Gates\n'.encode()
    assert documents(data)[0].title == "Gates"


def test_names_of_columns_are_shown_safely() -> None:
    named = Settings(columns=(("text", "te\x1b[2Jxt"),))
    (document,) = documents(f'ti\x1b[1mtle,te\x1b[2Jxt,source\nGates,"{PROSE}",Wire\n'.encode(), settings=named)
    assert told(document, "source") == [("Wire", "column source")]
    (error,) = outcomes_of(table(rows(1)).encode(), "a.csv", Settings(columns=(("text", "\x1b[2J\udc80"),)))
    assert isinstance(error, InputError)
    assert error.what.startswith("has no column ' [2J '")


def test_rows_beyond_all_measure_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.tables.rows.MOST_ROWS", 2)
    outcomes = outcomes_of(table(rows(5)).encode(), "a.csv")
    assert [type(each) for each in outcomes] == [Document, Document, TooLarge]


def test_a_table_with_a_heading_alone_or_without_text() -> None:
    (error,) = [*_loaded(given_of(b"title,text\n", "a.csv"))]
    assert isinstance(error, EmptyInput)
    named = Settings(columns=(("text", "text"),))
    *_, last = _loaded(given_of(b"title,text\nGates,\nLocks,NaN\n", "a.csv", settings=named))
    assert isinstance(last, EmptyInput)


def _loaded(file: Given) -> Iterator[object]:
    try:
        yield from LOADER.load(file)
    except InputError as error:
        yield error


def test_a_large_table_is_read_as_a_stream(soak: bool) -> None:
    row = table([{"title": "Gates", "text": PROSE, "source": "Wire", "page": "x" * 100_000}]).encode()
    head, _, line = row.partition(b"\r\n")
    count = (50_000_000 if soak else 3_000_000) // len(line)
    data = head + b"\r\n" + line * count
    tracemalloc.start()
    try:
        read = sum(1 for _ in LOADER.load(given_of(data, "a.csv")))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert read == count
    assert peak < (40_000_000 if soak else 4_000_000)


@pytest.mark.soak
def test_time_grows_with_the_rows_alone() -> None:
    def seconds(count: int) -> float:
        data = table(rows(count)).encode()
        began = time.process_time()
        assert sum(1 for _ in LOADER.load(given_of(data, "a.csv"))) == count
        return time.process_time() - began

    seconds(100)
    assert seconds(10_000) < 10 * 1.8 * seconds(1000)


@given(broken([SAMPLE, table(rows(2), ";").encode("utf-16"), table(rows(2), "\t").encode()]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    LOADER.claims(PurePath("a.csv"), data)
    hold_up(LOADER, data, "a.csv")


def test_the_fields_of_an_archive_with_the_lead_apart() -> None:
    row = {"HD": "Gates", "BY": "By Ann Brink", "PD": "3 November 2026", "SN": "Wire", "LP": "It sank.", "TD": PROSE}
    document = documents(table([row]).encode())[0]
    assert (document.title, document.source, document.authors) == ("Gates", "Wire", ("Ann Brink",))
    assert texts(document, BlockRole.BODY)[0] == "It sank."


def test_a_zone_in_a_column_s_name_and_a_site_for_a_source() -> None:
    row = {"Head": "Gates", "Copy": PROSE, "Published (UTC)": "2026-03-04 08:00", "url": "https://www.post.example/a"}
    document = documents(table([row]).encode())[0]
    assert (document.published, document.source) == (dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC), "post.example")
