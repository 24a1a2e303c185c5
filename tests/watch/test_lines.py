"""Lines of a timeline: who said what of each thing, where a value changes and where it only moves."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from discrepancy.followed import Change, ChangeKind, Happening, Lane, Line, Timeline, Version, VersionState
from discrepancy.model import Document, FactKind, Span
from discrepancy.settings import Settings
from discrepancy.watch.line_values import bounds_in, same_value
from discrepancy.watch.lines import timeline
from tests.builders import facts_of
from tests.watch.collapse import CHANGES, NOW, RADIO, STORY, TITLE, VERSIONS, WIRE, Told, at, told

FIRST, CHANGED, CORRECTED, WITHDRAWN, STALE = Happening


def drawn(*versions: Told, changes: dict[int, tuple[Change, ...]] | None = None) -> Timeline:
    return timeline(STORY, TITLE, versions, changes or {}, (), Settings(), NOW)


@cache
def whole() -> Timeline:
    return timeline(STORY, TITLE, VERSIONS, CHANGES, (), Settings(), NOW, ("77aa01bc",))


def line(told_of: Timeline, subject: str, kind: FactKind = FactKind.QUANTITY, source: str = "") -> Line:
    """The line of that subject, in which the source has a lane."""
    found = [each for each in told_of.lines if each.subject == subject and each.kind is kind]
    [only] = [each for each in found if not source or any(lane.source == source for lane in each.lanes)]
    return only


def lane(of: Line, source: str) -> Lane:
    [found] = [each for each in of.lanes if each.source == source]
    return found


def happened(of: Line, source: str) -> list[tuple[str, Happening, str]]:
    """The steps of a source: when, what, and in which words."""
    return [(step.seen.strftime("%H:%M"), step.what, step.label) for step in lane(of, source).steps]


def test_a_toll_that_rises_is_corrected_and_still_given_elsewhere() -> None:
    killed = line(whole(), "people killed")
    assert [each.source for each in killed.lanes] == ["Meridian Wire", "Harbour Post", "Radio Kestrel", "Our desk"]
    assert happened(killed, "Meridian Wire") == [
        ("14:25", FIRST, "At least 11"),
        ("15:10", CHANGED, "At least 14"),
        ("17:40", CORRECTED, "Thirteen"),
    ]
    assert happened(killed, "Harbour Post") == [
        ("14:50", FIRST, "Eleven"),
        ("15:45", CHANGED, "Fourteen"),
        ("17:40", STALE, "Fourteen"),
    ]
    assert happened(killed, "Radio Kestrel") == [("15:20", FIRST, "Fourteen"), ("17:40", STALE, "Fourteen")]
    assert [each.own for each in killed.lanes] == [False, False, False, True]


def test_a_correction_carries_the_words_that_own_to_it() -> None:
    step = lane(line(whole(), "spectators"), "Radio Kestrel").steps[-1]
    assert (step.what, step.low, step.high) == (CORRECTED, Decimal(400), Decimal(400))
    assert step.note.startswith("Correction: An earlier version of this article gave the number of spectators")


def test_who_gave_the_right_value_all_along_is_not_stale() -> None:
    assert happened(line(whole(), "spectators"), "Harbour Post") == [("14:50", FIRST, "Some 400")]


def test_a_figure_that_is_left_out_is_withdrawn() -> None:
    taken = line(whole(), "people", source="Harbour Post")
    assert happened(taken, "Harbour Post") == [("14:50", FIRST, "At least 43"), ("19:15", WITHDRAWN, "")]
    assert lane(taken, "Harbour Post").steps[-1].at is None


def test_a_stub_withdraws_nothing() -> None:
    before = [t for t in VERSIONS if t[0].number < 12]
    killed = line(drawn(*before, changes=CHANGES), "people killed")
    assert happened(killed, "Harbour Post")[-1] == ("17:40", STALE, "Fourteen")


def test_the_spelling_of_a_name_is_a_value() -> None:
    steward = line(whole(), "Tomas Brandvold", FactKind.PERSON)
    assert happened(steward, "Radio Kestrel") == [
        ("15:20", FIRST, "Thomas Brandvold"),
        ("16:30", CHANGED, "Tomas Brandvold"),
    ]
    assert steward.moved


def test_articles_that_never_changed_and_differ_make_a_line_that_moved() -> None:
    built = line(whole(), "stand built", FactKind.DATE)
    assert built.moved
    assert [each.steps[0].label for each in built.lanes] == ["1987", "1978"]


def test_what_all_agree_on_is_a_line_that_did_not_move() -> None:
    mayor = line(whole(), "Ilse Karvonen", FactKind.PERSON)
    assert not mayor.moved
    assert len(mayor.lanes) == 2


def rank(of: Line) -> int:
    """0 for what changed or is disputed, 1 for what was only left out, 2 for what stayed."""
    left_out = [step.what for each in of.lanes for step in each.steps] == [FIRST, WITHDRAWN]
    return int(left_out) if of.moved else 2


def test_moved_lines_come_first_then_by_kind_then_by_time() -> None:
    lines = whole().lines
    kinds = [FactKind.QUANTITY, FactKind.PERSON, FactKind.DATE, FactKind.PLACE, FactKind.QUOTATION]
    order = [(rank(each), kinds.index(each.kind), each.lanes[0].steps[0].version) for each in lines]
    assert order == sorted(order)
    assert {place for place, *_ in order} == {0, 1, 2}
    assert len({each.id for each in lines}) == len(lines)


def test_texts_tell_an_edit_of_style_from_one_of_facts() -> None:
    told_of = {text.version.number: (text.edited, len(text.changes)) for text in whole().texts}
    assert told_of[1] == (False, 0)
    assert told_of[3] == (True, 1)
    assert told_of[6] == (True, 0)
    assert told_of[10] == (False, 0)
    assert told_of[14] == (True, 2)


def test_each_step_stands_where_it_says() -> None:
    documents = {version.number: document for version, document in VERSIONS if document}
    steps = [step for each in whole().lines for place in each.lanes for step in place.steps if step.at]
    assert len(steps) > 20
    for step in steps:
        assert step.at
        words = documents[step.version].text[step.at.start : step.at.end]
        assert step.label.endswith(words.rstrip(",")) or step.label in words


def test_the_order_in_which_versions_are_given_does_not_matter() -> None:
    assert timeline(STORY, TITLE, VERSIONS[::-1], CHANGES, (), Settings(), NOW, ("77aa01bc",)) == whole()


def test_a_lane_ends_where_its_article_is_gone_and_goes_on_where_it_came_back() -> None:
    first, post = told(1, "Meridian Wire", "14:25", WIRE), told(2, "Harbour Post", "14:50", WIRE)
    gone = told(3, "Harbour Post", "16:00", "404", state=VersionState.GONE)
    back = told(4, "Harbour Post", "17:00", WIRE)
    killed = line(drawn(first, post, gone), "people killed")
    assert lane(killed, "Harbour Post").until == at("16:00")
    assert lane(killed, "Meridian Wire").until is None
    assert lane(line(drawn(first, post, gone, back), "people killed"), "Harbour Post").until is None


def test_an_article_that_was_gone_before_the_correction_is_not_stale() -> None:
    kept = [t for t in VERSIONS if t[0].source != "Harbour Post" or t[0].number < 6]
    gone = told(8, "Harbour Post", "17:00", "404", state=VersionState.GONE)
    killed = line(drawn(*[t for t in kept if t[0].number != 8], gone, changes=CHANGES), "people killed")
    assert STALE not in {what for _, what, _ in happened(killed, "Harbour Post")}


def test_who_takes_up_a_corrected_value_later_is_stale_from_then_on() -> None:
    late = told(20, "Tarn Valley News", "19:00", WIRE.replace("At least 11", "At least 14"))
    killed = line(drawn(*[t for t in VERSIONS if t[0].number < 10], late, changes=CHANGES), "people killed")
    assert happened(killed, "Tarn Valley News") == [("19:00", FIRST, "At least 14"), ("19:00", STALE, "At least 14")]


def test_one_article_that_never_changed_has_no_lines() -> None:
    assert drawn(told(1, "Meridian Wire", "14:25", WIRE), told(2, "Meridian Wire", "15:25", WIRE)).lines == ()


def test_a_story_without_a_readable_version_has_no_lines() -> None:
    stub = told(1, "Meridian Wire", "14:25", "a sign-in page", state=VersionState.STUB)
    assert drawn(stub).lines == ()
    assert len(drawn(stub).texts) == 1
    assert drawn().texts == ()


def test_a_change_joins_what_the_words_around_keep_apart() -> None:
    before = "Harvest fair\nThe committee met in the old hall.\nSix marquees blew over.\nNobody was hurt."
    after = "Harvest fair\nThe committee met in the old hall.\nStaff counted nine tents down.\nNobody was hurt."
    change = Change(
        kind=ChangeKind.CHANGED,
        fact=FactKind.QUANTITY,
        subject="marquees",
        before="Six",
        after="nine",
        before_at=Span(before.index("Six"), before.index("Six") + 3),
        after_at=Span(after.index("nine"), after.index("nine") + 4),
        label="nine, not six",
    )
    versions = told(1, "Meridian Wire", "14:25", before), told(2, "Meridian Wire", "15:25", after)
    [joined] = [each for each in drawn(*versions, changes={2: (change,)}).lines if each.kind is FactKind.QUANTITY]
    assert happened(joined, "Meridian Wire") == [("14:25", FIRST, "Six"), ("15:25", CHANGED, "nine")]
    assert joined.lanes[0].steps[1].note == "nine, not six"


SAME = [
    ("Fourteen people were hurt.", "14 people were hurt."),
    ("Some 400 people came.", "About 400 people came."),
    ("The bill came to $4.69bn.", "The bill came to $4.7 billion."),
    ("The road is 10 km long.", "The road is 10,000 metres long."),
    ("It opens on March 20.", "It opens on 20 March 2024."),
    ("It opens at 5 p.m. on March 20.", "It opens at five o'clock on March 20."),
    ("“We will rebuild it stone by stone,” said Ines Halloran.", "“We will rebuild it,” said Ines Halloran."),
    ("Mayor Ines Halloran spoke.", "Ines Halloran, the town's mayor, spoke."),
]
OTHER = [
    ("Fourteen people were hurt.", "Fifteen people were hurt."),
    ("More than 40 people were hurt.", "Fewer than 40 people were hurt."),
    ("It opens on March 20.", "It opens on March 21."),
    ("It opens at 5 p.m. on March 20.", "It opens at 5 a.m. on March 20."),
    ("“We will rebuild it,” said Ines Halloran.", "“We will never sell it,” said Ines Halloran."),
    ("Ines Halloran spoke.", "Inez Halloran spoke."),
]


@pytest.mark.parametrize(
    ("one", "other", "same"), [(*pair, True) for pair in SAME] + [(*pair, False) for pair in OTHER]
)
def test_values_are_compared_by_what_they_say(one: str, other: str, *, same: bool) -> None:
    a, b = facts_of(one), facts_of(other)
    kind = a[-1].kind if a[-1].kind is not FactKind.CLAIM else a[0].kind
    pairs = [(x, y) for x in a for y in b if x.kind is y.kind is not FactKind.CLAIM]
    assert pairs, kind
    verdicts = [same_value(x, y) for x, y in pairs]
    assert all(verdicts) if same else not all(verdicts)
    assert verdicts == [same_value(y, x) for x, y in pairs]


def test_figures_are_told_in_the_unit_of_the_line() -> None:
    [metres] = [f for f in facts_of("The road is 10,000 metres long.") if f.kind is FactKind.QUANTITY]
    assert bounds_in("kilometre", metres) == (Decimal(10), Decimal(10))
    assert bounds_in("tonne", metres) == (None, None)


def test_many_versions_are_drawn_in_time() -> None:
    versions = [
        told(n, f"Source {n % 8}", f"{10 + n // 8}:{n % 8:02d}", RADIO.replace("43", str(43 + n // 8)))
        for n in range(1, 41)
    ]
    began = time.process_time()
    assert drawn(*versions).lines
    assert time.process_time() - began < 5


def test_a_title_is_told_where_titles_differ() -> None:
    texts = [f"Harvest fair\n{office} Ines Halloran opened the fair." for office in ("Mayor", "Governor")]
    versions = [told(n, f"Source {n}", f"1{n}:00", text) for n, text in enumerate(texts, 1)]
    [person] = [each for each in drawn(*versions).lines if each.kind is FactKind.PERSON]
    assert person.moved
    assert [each.steps[0].label for each in person.lanes] == ["Ines Halloran, Mayor", "Ines Halloran, Governor"]


def test_the_times_of_a_document_do_not_count_but_those_of_its_version() -> None:
    first, second = told(1, "Meridian Wire", "14:25", WIRE), told(2, "Harbour Post", "14:50", WIRE)
    version, document = second
    assert document
    early: tuple[Version, Document | None] = (version, replace(document, published=dt.date(2024, 6, 7)))
    killed = line(drawn(first, early), "people killed")
    assert [each.steps[0].seen for each in killed.lanes] == [at("14:25"), at("14:50")]
