"""The index of many stories: its lines, its words, its markup."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from html import unescape

import pytest
from markupsafe import escape
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.html.index_page import index_context, render_index
from discrepancy.formats.html.page import environment, render_view
from discrepancy.formats.view import build_view
from discrepancy.formats.view.stories import (
    Neighbours,
    Standing,
    Stories,
    StoryLine,
    build_stories,
    failed_line,
    story_line,
)
from discrepancy.model import ReportData
from discrepancy.settings import Presentation
from tests.formats.stories import DRAFT, EMPTY, FLOOD, RADIO, WIRE

PLAIN = Presentation()
HELD = dataclasses.replace(
    FLOOD, documents=(dataclasses.replace(WIRE, embargo="EMBARGOED until 00:01 GMT Tuesday"), *FLOOD.documents[1:])
)


def line(name: str = "tonight/flood", data: ReportData = FLOOD, language: str = "en") -> StoryLine:
    return story_line(data, build_view(data, Presentation(language=language)), name=name, link="flood.html")


def index(*lines: StoryLine, language: str = "en") -> Stories:
    return build_stories(lines, language, unread=FLOOD.unread, skipped=FLOOD.skipped)


def test_a_line_says_what_the_page_says() -> None:
    told, head = line(), build_view(FLOOD).header
    assert (told.conflicts, told.to_check, told.explained, told.style, told.agreeing, told.versions, told.unread) == (
        head.conflicts,
        head.to_check,
        head.explained,
        head.style,
        head.agreeing,
        head.versions,
        head.unread,
    )
    assert told.standing is Standing.CONFLICT
    assert told.newest.startswith("Mar 3, 2031, 12:05")


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({}, RADIO.title),
        ({"draft": "draft"}, DRAFT.title),
        ({"documents": (DRAFT,)}, DRAFT.title),
        ({"documents": (dataclasses.replace(RADIO, title=" "), WIRE)}, WIRE.title),
        ({"documents": (dataclasses.replace(WIRE, published=dt.date(2031, 3, 4)), RADIO)}, WIRE.title),
        ({"documents": (dataclasses.replace(DRAFT, title=""),)}, "tonight/flood"),
    ],
    ids=["newest", "draft", "undated", "untitled", "by day", "none"],
)
def test_a_line_is_headed_by_the_draft_or_by_the_newest_version(change: dict[str, object], title: str) -> None:
    bare = dataclasses.replace(EMPTY, documents=FLOOD.documents)
    assert line(data=dataclasses.replace(bare, **change)).title == title  # type: ignore[arg-type]  # fields, as they are


def test_the_verdict_over_all() -> None:
    calm = line("tonight/calm", dataclasses.replace(FLOOD, findings=(), unread=()))
    shown = index(line(), calm, calm, failed_line("tonight/x", "No."))
    assert shown.line == "4 stories: 1 story with conflicts, 1 not checked, 2 with nothing to decide"
    assert [each.standing.value for each in shown.lines] == ["conflict", "failed", "clear", "clear"]
    assert index().line == "0 stories"


def test_a_story_that_nothing_was_read_of_was_not_checked() -> None:
    assert line(data=dataclasses.replace(EMPTY, unread=FLOOD.unread)).standing is Standing.FAILED


@pytest.mark.parametrize("change", [{}, {"documents": (WIRE,)}], ids=["unread", "both"])
def test_a_story_that_was_not_wholly_compared_does_not_stand_as_agreeing(change: dict[str, object]) -> None:
    bare = dataclasses.replace(EMPTY, documents=FLOOD.documents, unread=FLOOD.unread)
    told = line(data=dataclasses.replace(bare, **change))  # type: ignore[arg-type]  # fields, as they are
    assert told.standing is Standing.PARTIAL
    calm = line("tonight/calm", dataclasses.replace(EMPTY, documents=FLOOD.documents, unread=()))
    shown = index(calm, told, failed_line("tonight/x", "No."), line())
    assert [each.standing.value for each in shown.lines] == ["conflict", "failed", "partial", "clear"]
    head, part = re.findall(r"<h1.*?</h1>|<tbody.*?</tbody>", render_index(index(calm, told), PLAIN), re.DOTALL)[:2]
    for words in (head, part):
        assert "fully compared" in words
        assert 'aria-hidden="true">…<' in words
        assert "s-check" in words
    assert "s-agrees" not in head


def test_a_story_that_one_document_tells_is_told_apart_from_one_compared_in_part() -> None:
    told = line(data=dataclasses.replace(EMPTY, documents=(WIRE,), unread=()))
    assert told.standing is Standing.ALONE
    shown = render_index(index(told), PLAIN)
    assert "Told by one document alone" in shown
    assert "1 told by one document alone" in shown
    assert "fully compared" not in shown


def test_only_stories_that_agree_are_headed_by_its_sign() -> None:
    calm = line(data=dataclasses.replace(FLOOD, findings=(), unread=()))
    heads = [re.search("<h1.*?</h1>", render_index(index(*lines), PLAIN)) for lines in ((calm,), ())]
    assert [head is not None and "s-agrees" in head[0] for head in heads] == [True, False]


def test_an_embargo_is_told_above_and_in_its_line() -> None:
    page = render_index(index(line(data=HELD), line()), PLAIN)
    assert "Embargoed: 1 story here holds copy that may not be published yet." in page
    assert page.count("EMBARGOED until 00:01 GMT Tuesday") == 1
    assert "mbargo" not in re.sub("<style>.*?</style>", "", render_index(index(line()), PLAIN), flags=re.DOTALL)


def test_the_index_holds_no_word_of_the_texts_but_headlines() -> None:
    page = render_index(index(line()), PLAIN)
    assert RADIO.title in page
    assert "sandbags" not in page
    assert "3.1 billion" not in page


def test_words_come_from_the_catalogue() -> None:
    page = render_index(index(line(language="es"), language="es"), Presentation(language="es"))
    assert '<html lang="es">' in page
    assert f'dir="auto" lang="en">{RADIO.title}' in page
    for words in ("1 noticia con conflictos", "Versión más reciente", "4 versiones"):
        assert words in page


def test_the_policy_lets_nothing_in() -> None:
    page = unescape(render_index(index(line()), PLAIN))
    assert "default-src 'none'" in page
    assert "unsafe" not in page
    assert not re.search(r"<[^>]+ (?:on\w+|style|src)=", re.sub("<script>.*?</script>", "", page, flags=re.DOTALL))
    beside = unescape(render_index(index(line()), Presentation(assets="a")))
    assert "style-src 'self'; script-src 'self'" in beside


def test_a_story_row(snapshot: SnapshotAssertion) -> None:
    module = environment().get_template("story_row.html.jinja").make_module(index_context(index(), PLAIN))
    assert str(module.story(line(data=HELD))).strip() == snapshot  # type: ignore[attr-defined]  # a macro is named by its template


def test_a_page_leads_to_others_only_where_there_are_some() -> None:
    view = build_view(FLOOD)
    assert "index.html" not in render_view(view)
    place = Neighbours(name="tonight/<flood>", index="index.html", next=line("tonight/next"))
    page = render_view(view, PLAIN, place)
    assert '<a href="index.html">All stories</a>' in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page
    last = render_view(view, PLAIN, dataclasses.replace(place, previous=line("tonight/before"), next=None))
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last


def test_a_page_of_many_is_headed_by_the_headline_of_its_story() -> None:
    place = Neighbours(name="tonight/<flood>", index="index.html")
    view, told = build_view(FLOOD), escape(RADIO.title)
    page = render_view(view, PLAIN, place)
    assert f"<title>{told}: 1 conflict" in page
    assert f'<p class="story-title" dir="auto">{told}</p>' in page
    assert '<p class="story-title"' not in render_view(view)
    untitled = tuple(dataclasses.replace(each, title="") for each in FLOOD.documents)
    page = render_view(build_view(dataclasses.replace(FLOOD, documents=untitled)), PLAIN, place)
    assert "<title>tonight/&lt;flood&gt;: 1 conflict" in page
    assert '<p class="story-title"' not in page


def test_stories_that_are_counted_and_not_listed_have_no_box_to_hide_them() -> None:
    told = index(line())
    told = dataclasses.replace(told, counts=((Standing.CONFLICT, 1), (Standing.PARTIAL, 24)))
    assert re.findall(r'name="show" value="(\w+)"', render_index(told, PLAIN)) == ["conflict"]


def test_why_a_story_could_not_be_checked_is_said_in_english() -> None:
    failed = failed_line("tonight/x", "No model.")
    for language, mark in (("en", ""), ("es", ' lang="en"')):
        page = render_index(index(failed, language=language), Presentation(language=language))
        assert f'<span class="s-conflict" dir="auto"{mark}>No model.</span>' in page
