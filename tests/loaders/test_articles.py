"""Parts and what is known, to a document: text, blocks, titles, landmarks, and what is guessed behind it."""

import datetime as dt

import pytest

from discrepancy.errors import EmptyInput, InputError, TooLarge
from discrepancy.loaders.articles import Article, Field, Known, Part, part, to_document
from discrepancy.loaders.articles.moments import moment
from discrepancy.model import BlockRole, Document, Landmark
from tests.loaders.giving import given_of, texts, told
from tests.loaders.pages import LEAD, SECOND, THIRD, TITLE

BODY = BlockRole.BODY


def made(*parts: Part, known: Known | None = None, **more: object) -> Document:
    article = Article(parts=parts, known=known or Known(), **more)  # type: ignore[arg-type]  # fields by name
    return to_document(article, given_of(b"", "story.docx"))


def test_paragraphs_stand_apart_and_white_space_is_plain() -> None:
    document = made(part(f"  {LEAD[:20]}\t {LEAD[20:].lstrip()}\n", BODY), part("\u00a0", BODY), part(SECOND, BODY))
    assert document.text.split("\n\n")[1] == SECOND
    assert "\t" not in document.text
    assert texts(document, BODY)[-1] == SECOND


def test_more_paragraphs_than_an_article_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discrepancy.loaders.articles.article._MOST_PARAGRAPHS", 3)
    assert made(*[part(LEAD, BODY)] * 3).text
    with pytest.raises(TooLarge, match="4 paragraphs"):
        made(*[part(LEAD, BODY)] * 4)


def test_a_no_break_space_in_a_figure_is_kept() -> None:
    assert "40\u00a0000" in made(part("They paid 40\u00a0000 euros on Monday.", BODY)).text


def test_the_title_stands_on_top_once() -> None:
    known = Known()
    known.add(Field.TITLE, TITLE, "test")
    document = made(part(TITLE.upper(), None), part(LEAD, BODY), part(TITLE, BODY), known=known)
    assert document.title == TITLE
    assert texts(document, BlockRole.HEADLINE) == [TITLE]
    assert document.text.casefold().count(TITLE.casefold()) == 2  # a later paragraph of the same words is the author's


def test_what_the_file_says_comes_before_what_the_lines_say() -> None:
    known = Known()
    known.add(Field.SOURCE, "Harbour Times", "test")
    document = made(part("LISBON, March 3, 2026 (Reuters) - " + LEAD, BODY), part(SECOND, BODY), known=known)
    assert document.source == "Harbour Times"
    assert [origin for _, origin in told(document, "source")] == ["test", "the text's own lines"]
    assert texts(document, BlockRole.DATELINE) == ["LISBON, March 3, 2026 (Reuters) -"]
    assert document.published == dt.date(2026, 3, 3)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("(Corrects the number of passengers in paragraph 2)", BlockRole.CORRECTION),
        ("Read more: Ferry line to close", BlockRole.FURNITURE),
        ("Advertisement", BlockRole.FURNITURE),
        ("Photo: Ann Lee", BlockRole.CREDIT),
    ],
)
def test_a_line_in_a_body_may_say_that_it_is_something_else(line: str, role: BlockRole) -> None:
    document = made(part(LEAD, BODY), part(line, BODY), part(SECOND, BODY))
    assert texts(document, role) == [line]


def test_known_and_guessed_roles_stand_together() -> None:
    document = made(
        part(TITLE, BlockRole.HEADLINE),
        part("By Ann Lee"),
        part(LEAD),
        part("The crew", BlockRole.SUBHEAD),
        part(THIRD),
    )
    assert [block.role.value for block in document.blocks] == ["headline", "credit", "body", "subhead", "body"]


def test_landmarks_follow_their_parts() -> None:
    two = Part("One line.\nAnother line.", BODY, (Landmark(0, "line 1"), Landmark(10, "line 2")))
    document = made(part(LEAD, BODY, "paragraph 1"), two)
    assert document.landmark_at(0) == "paragraph 1"
    assert document.landmark_at(document.text.index("Another")) == "line 2"


@pytest.mark.parametrize(
    ("parts", "error"),
    [((), EmptyInput), ((Part(" "),), EmptyInput), ((Part("word " * 100_001, BODY),), TooLarge)],
    ids=["none", "blank", "long"],
)
def test_no_text_and_too_much(parts: tuple[Part, ...], error: type[InputError]) -> None:
    with pytest.raises(error, match=r"story\.docx#2"):
        made(*parts, number=2)


def test_several_articles_of_a_file_have_ids_and_paths_of_their_own() -> None:
    assert (made(part(LEAD, BODY), number=3).id, made(part(LEAD, BODY), number=3).path) == ("story-3", "story.docx#3")
    assert made(part(LEAD, BODY), number=1, name="original").id == "story-original"


@pytest.mark.parametrize("value", [None, True, [], {}, "", " \n"], ids=repr)
def test_what_is_no_value_is_not_known(value: object) -> None:
    known = Known()
    known.add(Field.TITLE, value, "test")
    assert known.details == []


UTC, PLUS = dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-03", dt.date(2026, 3, 3)),
        ("20260303", dt.date(2026, 3, 3)),
        ("2026-03-03T10:15", dt.datetime(2026, 3, 3, 10, 15)),  # noqa: DTZ001 - no zone is told
        ("20260303T101500Z", dt.datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
        ("2026-03-03T10:15:00.123+05:30", dt.datetime(2026, 3, 3, 10, 15, tzinfo=PLUS)),
        ("Tue, 03 Mar 2026 10:15:00 GMT", dt.datetime(2026, 3, 3, 10, 15, tzinfo=UTC)),
        ("3 March 2026", dt.date(2026, 3, 3)),
        ("03/04/2026", None),
        ("2026-13-45", None),
        ("0001-01-01T00:00:00Z", None),
        ("2026-03-03T10:15:00+99:99", None),
        ("yesterday", None),
        ("9" * 5000, None),
    ],
)
def test_moments(text: str, expected: dt.date | None) -> None:
    assert moment(text) == expected


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("September 14, 2026 Monday 9:15 PM GMT", "2026-09-14T21:15:00+00:00"),
        ("14 September 2026 9:15 p.m.", "2026-09-14T21:15:00"),
        ("September 14, 2026 Monday", "2026-09-14"),
        ("Mon, 14 Sep 2026 21:15:00 +0530", "2026-09-14T21:15:00+05:30"),
    ],
)
def test_the_half_of_the_day_and_a_weekday_behind_the_date(value: str, read: str) -> None:
    found = moment(value)
    assert found is not None
    assert found.isoformat() == read


def test_codes_from_128_to_159_are_what_windows_means() -> None:
    assert part("\x93It sank,\x94 she said\x85 \x96 twice").text == "“It sank,” she said… – twice"
