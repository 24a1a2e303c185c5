"""Reviews in the report: a chip on the card and in the row, a filter, the counts, what is resolved; else nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from discrepancy.decided import Action, Event, Matter, Review, Ruling, Snapshot, Status
from discrepancy.formats.html import bundle
from discrepancy.formats.html.page import render_page
from discrepancy.formats.view import build_view
from discrepancy.formats.view.reviewed import Standing
from discrepancy.formats.view.reviews import standing_of
from discrepancy.model import Level, Message, ReportData
from discrepancy.settings import Presentation
from tests.formats.stories import FLOOD

AT = dt.datetime(2031, 3, 4, 9, 30, tzinfo=dt.UTC)
DAM, MAYOR, MISSING, *OTHERS = [finding.id for finding in FLOOD.findings]


def snapshot(finding: str) -> Snapshot:
    return Snapshot(
        finding=finding, rule="NUM001", level=Level.ERROR, subject="boats", summary="Nine or ten boats sank",
        explanation="The figures differ.", values=(),
    )  # fmt: skip


def decided(finding: str, ruling: Ruling | None, note: str = "", assignee: str = "") -> Matter:
    event = Event(
        seq=1, id="e1", at=AT, who="Ana", story="flood", matter="m1", action=Action.DECIDED,
        snapshot=snapshot(finding), ruling=ruling, note=note,
    )  # fmt: skip
    return Matter(
        id="m1", story="flood", finding=finding, snapshot=snapshot(finding), status=Status.DECIDED,
        decision=event if ruling else None, assignee=assignee, last="e1",
    )  # fmt: skip


def with_reviews(*reviews: Review, resolved: tuple[Matter, ...] = ()) -> ReportData:
    """The flood story with reviews of all its findings: those given, and new ones."""
    given = {review.finding: review for review in reviews}
    every = [given.get(each.id, Review(finding=each.id, status=Status.NEW)) for each in FLOOD.findings]
    return replace(FLOOD, reviews=tuple(every), resolved=resolved)


DISMISSED = Review(
    finding=DAM, status=Status.DECIDED, matter=decided(DAM, Ruling.DISMISSED, 'a "slip" & <no more>', "Bo")
)
REOPENED = Review(
    finding=MAYOR,
    status=Status.REOPENED,
    matter=decided(MAYOR, Ruling.ACCEPTABLE),
    changed=Message("page.desk.conflict.yours"),
)


def card_of(data: ReportData, finding: str) -> str:
    """The markup of the card of a finding."""
    page = render_page(data)
    start = page.index(f'id="f-{finding}"')
    return page[start : page.index("</article>", start)]


def test_without_reviews_nothing_of_them_is_there() -> None:
    page = render_page(FLOOD)
    assert build_view(FLOOD).reviewed is None
    for trace in ('class="chip', 'class="review', "decision", ".chip"):
        assert trace not in page


def test_a_decision_stands_on_the_card_and_in_the_row() -> None:
    data = with_reviews(DISMISSED)
    card = card_of(data, DAM)
    assert ">Dismissed</span>" in card
    assert "by Ana, Mar 4, 2031" in card
    assert "a &#34;slip&#34; &amp; &lt;no more&gt;" in card
    assert "Assigned to Bo" in card
    (view_card,) = [each for each in build_view(data).cards if each.anchor == f"f-{DAM}"]
    page = render_page(data)
    row = page[page.index(f'id="{view_card.row}"') :]
    assert 'class="chip r-dismissed"' in row[: row.index("</th>")]


def test_what_is_reopened_says_what_changed_and_what_was_decided() -> None:
    card = card_of(with_reviews(REOPENED), MAYOR)
    assert ">Reopened</span>" in card
    assert "Yours:" in card
    assert "Before: Acceptable variation by Ana, Mar 4, 2031" in card


def test_the_verdict_counts_what_calls_for_a_decision() -> None:
    view = build_view(with_reviews(DISMISSED, REOPENED, resolved=(decided("gone", Ruling.CONFIRMED),)))
    assert view.reviewed
    assert view.reviewed.lines == ("2 open", "1 decided", "1 resolved")
    assert "2 open, 1 decided, 1 resolved" in view.header.line
    known = build_view(with_reviews(*(Review(finding=each, status=Status.KNOWN) for each in (DAM, MAYOR))))
    assert known.reviewed
    assert known.reviewed.lines == ("1 open", "2 known from the baseline")


def test_what_is_resolved_is_listed_folded() -> None:
    page = render_page(with_reviews(resolved=(decided("gone", Ruling.CONFIRMED, "told the wire"),)))
    part = page[page.index('<section class="resolved"') :]
    part = part[: part.index("</section>")]
    assert "<details>" in part
    assert "Nine or ten boats sank" in part
    assert "told the wire" in part


def test_findings_can_be_filtered_by_how_they_stand_and_whose_they_are() -> None:
    view = build_view(with_reviews(DISMISSED, REOPENED))
    by_name = {each.name: {choice.value: choice.findings for choice in each.choices} for each in view.filters}
    assert by_name["decision"] == {
        "open": 2, "reopened": 1, "new": 4, "confirmed": 0, "ask": 0, "corrected": 0, "dismissed": 1,
        "acceptable": 0, "known": 0,
    }  # fmt: skip
    assert by_name["assignee"] == {"-": 5, "Bo": 1}
    tags = view.tags[f"f-{DAM}"].split()
    assert {"d7", "a2"} <= set(tags)
    assert "d1" not in tags


@pytest.mark.parametrize("standing", Standing)
def test_each_way_to_stand_is_told_in_words_in_every_language(standing: Standing) -> None:
    matter = None if standing in (Standing.NEW, Standing.KNOWN) else decided(DAM, Ruling.CONFIRMED, "so it is")
    if standing.value in {ruling.value for ruling in Ruling}:
        matter, status = decided(DAM, Ruling(standing.value), "so it is"), Status.DECIDED
    else:
        status = Status(standing.value)
    review = Review(finding=DAM, status=status, matter=matter)
    assert standing_of(review) is standing
    said = {render_page(with_reviews(review), Presentation(language=language)) for language in ("en", "es")}
    assert len(said) == 2
    assert all(f'class="review r-{standing.value}"' in page for page in said)


def test_glyphs_tell_all_ways_to_stand_apart() -> None:
    assert len({standing.glyph for standing in Standing}) == len(Standing)


def test_a_finding_without_a_review_is_new() -> None:
    assert standing_of(None) is Standing.NEW


def test_style_and_script_beside_the_pages_are_one_pair_for_both() -> None:
    beside = Presentation(assets="beside")
    with_chips, without = render_page(with_reviews(DISMISSED), beside), render_page(FLOOD, beside)
    assert all('href="beside/discrepancy.css"' in page for page in (with_chips, without))
    assert set(bundle.files()) == {"discrepancy.css", "discrepancy.js"}
    assert ".chip {" in bundle.files()["discrepancy.css"]
