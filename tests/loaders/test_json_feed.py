"""JSON Feed 1.0 and 1.1: one document an item; and what JSON gets that is cut off, deep or no JSON at all."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, TooLarge, Unsafe
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.json_feed import LOADER
from discrepancy.model import BlockRole, Document, Skipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, given_of, outcomes_of, texts, told

SAMPLE = Path(__file__).with_name("samples") / "feed_json.json"
PLUS_ONE = dt.timezone(dt.timedelta(hours=1))
LEAD = "The council of Skelby closes two schools in June."


def feed(*items: object, **more: object) -> bytes:
    top = {"version": "https://jsonfeed.org/version/1", "title": "Courier", "items": list(items), **more}
    return json.dumps(top).encode()


def only(*items: object, **more: object) -> Document:
    (found,) = outcomes_of(feed(*items, **more), "feed.json")
    assert isinstance(found, Document), found
    return found


def raised(data: bytes) -> InputError:
    with pytest.raises(InputError) as problem:
        list(LOADER.load(given_of(data, "feed.json")))
    assert problem.value.where.startswith("feed.json")
    assert problem.value.remedy
    return problem.value


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return outcomes_of(SAMPLE.read_bytes(), "post.json")


def test_an_item_with_its_whole_text(found: list[Outcome]) -> None:
    document = found[0]
    assert isinstance(document, Document)
    assert (document.id, document.path) == ("post-1", "post.json#1")
    assert document.title == "Ferry fire: 14 injured"
    assert document.source == "Vessholm Post"
    assert document.authors == ("Ana Dorr", "Cal Reeve")
    assert document.published == dt.datetime(2026, 3, 3, 10, tzinfo=PLUS_ONE)
    assert document.updated == dt.datetime(2026, 3, 3, 13, tzinfo=PLUS_ONE)
    assert document.address == "https://post.example/1"
    assert not document.partial
    assert texts(document, BlockRole.HEADLINE) == ["Ferry fire: 14 injured"]
    assert texts(document, BlockRole.SUMMARY) == ["Inspectors had seen the engine a week before."]
    assert texts(document, BlockRole.BODY) == [
        "A fire in the engine room of the Tarn Star injured 14 people on Tuesday, its operator said.",
        "Of 212 passengers, 9 were taken to hospital.",
    ]
    assert texts(document, BlockRole.CAPTION) == ["The pier of Skelby."]
    assert told(document, "identifier") == [("post-1", "JSON Feed id")]
    assert told(document, "subject") == [("harbour", "JSON Feed tags"), ("fire", "JSON Feed tags")]
    assert document.landmark_at(document.text.index("212")) == "item 1, paragraph 3"


def test_plain_content_a_numeric_id_and_the_feeds_author(found: list[Outcome]) -> None:
    document = found[1]
    assert isinstance(document, Document)
    assert texts(document, BlockRole.BODY) == ["Skelby will close two schools in June.", "About 340 pupils will move."]
    assert told(document, "identifier") == [("2", "JSON Feed id")]
    assert document.authors == ("News desk",)
    assert document.updated is None


def test_a_summary_is_marked_as_one(found: list[Outcome]) -> None:
    document = found[2]
    assert isinstance(document, Document)
    assert document.partial
    assert told(document, "status") == [("summary only", "the text of the entry")]


def test_what_is_no_article_is_passed_over_with_its_number(found: list[Outcome]) -> None:
    assert found[3:] == [
        Skipped("post.json#4", "a recording, not an article"),
        Skipped("post.json#5", "a title without text"),
        Skipped("post.json#6", "no item of a feed"),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", SAMPLE.read_bytes()),
        ("a", SAMPLE.read_bytes()),
        ("a.txt", SAMPLE.read_bytes()),
        ("a.json", b"\xef\xbb\xbf" + SAMPLE.read_bytes()),
        ("a.json", SAMPLE.read_text(encoding="utf-8").encode("utf-16")),
        ("a.json", SAMPLE.read_bytes()[:1200]),
        ("a.json", b'{"items": [{"id": "1", "content_html": "x", "date_published": "2026"}], "version'),
        ("a.json", rb'{"version": "https:\/\/jsonfeed.org\/version\/1", "items": []}'),
    ],
)
def test_a_feed_is_known_by_its_content(name: str, data: bytes) -> None:
    assert claimant(Path(name), data) is LOADER


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"jsonfeed.org",
        b'{"version": "2", "items": [{"id": 1, "title": "x"}]}',
        b'[{"id": 1, "content_text": "a row of a table", "date_published": "2026"}]',
        b'{"version": "https://jsonfeed.org/version/1"}\n{"version": "https://jsonfeed.org/version/1"}',
        b"<items/>",
    ],
)
def test_what_is_no_feed_is_not_claimed(data: bytes) -> None:
    assert not LOADER.claims(Path("a.json"), data)


def test_content_that_is_cut_off_is_partial() -> None:
    assert only({"id": "1", "title": "T", "content_html": f"<p>{LEAD} About [\u2026]</p>"}).partial
    assert not only({"id": "1", "title": "T", "content_html": f"<p>{LEAD}</p>"}).partial


def test_two_line_breaks_end_a_paragraph() -> None:
    document = only({"id": "1", "content_html": f"{LEAD}<br/>\n<br />About 340 pupils move."})
    assert texts(document, BlockRole.BODY) == [LEAD, "About 340 pupils move."]


def test_values_of_any_type_do_no_harm() -> None:
    odd: list[object] = [None, True, 1, -1.5, "", "x", [], ["a", ["b"]], {}, {"name": "n"}, [{"name": ["z"]}], 10**30]
    names = ("id", "url", "title", "summary", "content_html", "content_text", "date_published", "authors", "tags")
    for value in odd:
        for name in names:
            data = feed({"id": "1", "title": "T", "content_text": LEAD, name: value}, authors=value, title=value)
            hold_up(LOADER, data, "feed.json")
        hold_up(LOADER, feed(value), "feed.json")
        hold_up(LOADER, json.dumps({"version": "jsonfeed.org", "items": value}).encode(), "feed.json")


def test_wide_and_marked_files_are_read() -> None:
    text = feed({"id": "1", "content_text": "Zoë Karr said so."}).decode()
    for data in (text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16-le")):
        (document,) = LOADER.load(given_of(data, "feed.json"))
        assert isinstance(document, Document)
        assert document.text == "Zoë Karr said so."


def test_of_a_name_given_twice_the_later_counts_and_no_number_is_one() -> None:
    data = (
        b'{"version": "jsonfeed.org", "items": [{"id": NaN, "title": "A", "title": "B", "content_text": "Text here."}]}'
    )
    (document,) = LOADER.load(given_of(data, "feed.json"))
    assert isinstance(document, Document)
    assert document.title == "B"
    assert told(document, "identifier") == []


def test_a_cut_off_file_says_where() -> None:
    error = raised(SAMPLE.read_bytes().partition(b"T13:00")[0])
    assert type(error) is Malformed
    assert error.where == "feed.json, line 15, column 24"
    assert error.remedy == "It is cut off: get it again from its sender."


def test_other_bad_files_say_what_is_wrong() -> None:
    assert raised(b'{"version": "jsonfeed.org", "items": [1,, 2]}').remedy == "Get it again from its sender."
    assert type(raised(b'{"version": "jsonfeed.org", "items": ' + b"[" * 200_000)) is Malformed
    assert "nested" in raised(b"[" * 200_000).what
    assert type(raised(feed())) is EmptyInput
    assert type(raised(b'{"items": {"id": 1}}')) is EmptyInput
    assert type(raised(b"\x00\x01\x02\x00" * 50)) is NotText


def test_a_bad_item_leaves_the_others() -> None:
    found = outcomes_of(feed({"content_html": "<div>" * 400}, {"id": 1, "content_text": LEAD}), "feed.json")
    assert [type(each) for each in found] == [Unsafe, Document]


def test_the_whole_way_through_a_folder(tmp_path: Path) -> None:
    (tmp_path / "post.json").write_bytes(SAMPLE.read_bytes())
    loaded = collected(tmp_path)
    assert [document.id for document in loaded.documents] == ["post-1", "post-2", "post-3"]
    assert len(loaded.skipped) == 3


@given(broken([SAMPLE.read_bytes(), feed({"id": "1", "content_html": f"<p>{LEAD}</p>"})]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "feed.json")


def test_more_items_than_a_file_may_have_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.json_feed._MOST_ITEMS", 2)
    (outcome,) = outcomes_of(feed(*[{"id": "1", "content_text": LEAD}] * 3), "feed.json")
    assert isinstance(outcome, TooLarge)
