"""What all tables of articles share: the names of columns, prose in cells, lines within limits."""

import io
from dataclasses import replace

import pytest

from discrepancy.errors import NotText, PathUnreadable, TooLarge
from discrepancy.loaders.archives.opened import opened
from discrepancy.loaders.tables.columns import articles_in, columns_of
from discrepancy.loaders.tables.lines import lines_of, sample_of
from discrepancy.loaders.tables.look import look_at, unique
from discrepancy.loaders.tables.names import FIELDS, known_as, plain_name
from discrepancy.loaders.tables.prose import is_empty, looks_like_prose, one_line, parts_of
from discrepancy.settings import Settings
from tests.loaders.giving import given_of

PROSE = "Two lock gates failed on Monday and 140 people were led off barges at Ostermouth, the canal office said."


@pytest.mark.parametrize(
    ("column", "plain", "field"),
    [
        ("pubDate", "pub_date", "published"),
        ("Pub. date ", "pub_date", "published"),
        ("articleBody", "article_body", "text"),
        ("Full-Text", "full_text", "text"),
        ("HEADLINE", "headline", "title"),
        ("author(s)", "author", "author"),
        ("First published (UTC)", "first_published", "published"),
        ("TD", "td", "text"),
        ("URL", "url", "url"),
        ("sourceDomain", "source_domain", "source"),
        ("Event ID", "event_id", "story"),
        ("sales", "sales", ""),
    ],
)
def test_names_of_columns(column: str, plain: str, field: str) -> None:
    assert (plain_name(column), known_as(column)) == (plain, field)


def test_no_name_stands_for_two_fields() -> None:
    every = [name for names in FIELDS.values() for name in names]
    assert len(every) == len(set(every))
    assert all(name == plain_name(name) for name in every)


def test_each_field_takes_the_likeliest_column() -> None:
    names = ["date", "published", "story", "text", "source_url", "url"]
    columns = columns_of(names, [dict.fromkeys(names, PROSE)], given_of(b""))
    assert columns is not None
    assert columns.by_field == {"text": "text", "published": "published", "url": "url", "story": "story"}
    assert columns.names == ["text", "published", "url", "story"]


def test_a_column_named_story_is_text_where_it_holds_prose_and_nothing_else_is() -> None:
    columns = columns_of(["title", "story"], [{"title": "Gates", "story": PROSE}], given_of(b""))
    assert columns is not None
    assert columns.by_field == {"text": "story", "title": "title"}
    assert columns_of(["title", "story"], [{"title": "Gates", "story": "17"}], given_of(b"")) is None


def test_a_column_that_is_named_by_the_settings_wins() -> None:
    given = given_of(b"", settings=Settings(columns=(("text", "notes"), ("headline", "text"))))
    columns = columns_of(["text", "notes"], [{"text": PROSE, "notes": "x"}], given)
    assert columns is not None
    assert columns.by_field == {"text": "notes", "title": "text"}


@pytest.mark.parametrize(
    ("names", "value", "is_one"),
    [
        (["title", "text"], PROSE, True),
        (["title", "text"], "too short", False),
        (["title", "corpo"], PROSE, False),
        (["title", "corpo"], PROSE * 5, True),
        (["preferred", "text"], PROSE * 5, False),
    ],
)
def test_tables_of_articles(names: list[str], value: str, is_one: bool) -> None:
    assert articles_in(names, [{names[1]: value}]) is is_one


@pytest.mark.parametrize("value", [None, "", "  ", "NaN", "null", "N/A", float("nan")])
def test_cells_that_hold_nothing(value: object) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["0", 0, False, "Nina", ["x"], {"a": 1}])
def test_cells_that_hold_something(value: object) -> None:
    assert not is_empty(value)


def test_prose() -> None:
    assert looks_like_prose(PROSE)
    assert not looks_like_prose(PROSE, long=True)
    assert not looks_like_prose("12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30")
    assert not looks_like_prose(17)


def test_titles_without_markup() -> None:
    assert one_line("<b>Gates</b> &amp; locks") == "Gates & locks"
    assert one_line("3 < 5 and AT&T") == "3 < 5 and AT&T"


def test_paragraphs() -> None:
    parts = [
        each.text for each in parts_of("One is here.\nTwo is here.\n\nThree\nis wrapped.\r\n \r\nFour.", "row 1", "a")
    ]
    assert parts == ["One is here.", "Two is here.", "Three is wrapped.", "Four."]


def test_names_made_unique() -> None:
    assert unique(["text", " text ", "", "text 2"]) == ("text", "text 2", "column 3", "text 2 2")
    assert len(unique(["text"] * 100_000)) == 100_000
    assert look_at(",".join(["text"] * 3000) + "\n", whole=True) is None


def test_what_parts_the_cells_is_what_parts_them_evenly() -> None:
    look = look_at("title;text\nGates, locks, bars;a, b\nBus, fares;c, d, e\n", whole=True)
    assert look is not None
    assert (look.dialect["delimiter"], look.names) == (";", ("title", "text"))
    assert look_at("\n\n", whole=True) is None


def test_a_sample_may_end_within_a_letter() -> None:
    data = ("é" * 100_000).encode()
    for size in (1001, 1002):
        sample = sample_of(data, "a", size)
        assert (sample.encoding, sample.whole) == ("utf-8", False)
        assert set(sample.text) == {"é"} or not sample.text
    assert sample_of(data[:100], "a").whole
    with pytest.raises(NotText):
        sample_of(b"\x00\x01\x02\x03" * 40, "a")


def test_a_file_that_goes_away_while_it_is_read_is_told() -> None:
    class Gone(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    with (
        pytest.raises(PathUnreadable, match="Input/output error"),
        opened(replace(given_of(b"a"), opener=lambda: Gone(b"a"))),
    ):
        pass


def test_a_stream_that_can_not_seek_is_kept_as_far_as_it_was_read() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with opened(replace(given_of(b"abc"), opener=lambda: Pipe(b"abc"))) as stream:
        assert (stream.read(), stream.seek(1), stream.read(1)) == (b"abc", 1, b"b")


def test_lines_are_read_from_where_the_stream_begins_and_leave_it_open() -> None:
    stream = io.BytesIO("\ufeffeins\r\nzwö\rdrei".encode())
    sample = sample_of(stream.getvalue(), "a")
    assert list(lines_of(stream, sample, "a")) == ["eins\r\n", "zwö\r", "drei"]
    assert not stream.closed


def test_a_line_without_end_is_not_held() -> None:
    stream = io.BytesIO(b"a\n" + b"x" * 5_000_000)
    lines = lines_of(stream, sample_of(stream.getvalue()[:100], "a"), "a")
    assert next(lines) == "a\n"
    with pytest.raises(TooLarge):
        next(lines)
