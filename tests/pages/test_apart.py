"""A report whose texts tell several stories, cut into one each."""

import dataclasses

from discrepancy.decided import Matter, Review, SnapshotPlace, SnapshotValue, Status
from discrepancy.pages.apart import cut_apart
from tests.formats.builders import document, finding, group, quantity
from tests.formats.reviewed_flood import snapshot
from tests.formats.stories import EMPTY, FINDINGS, FLOOD

ONE = [document(name, name, "Ferry aground", f"The ferry carried {n} people.") for name, n in (("a", 60), ("b", 70))]
OTHER = [document(name, name, "Vote ends", f"Turnout was {n} points.") for name, n in (("c", 41), ("d", 41))]
FACTS = [quantity(home, home.text.split()[-2], home.text.split()[-2]) for home in (*ONE, *OTHER)]
WHOLE = dataclasses.replace(
    EMPTY,
    documents=(*ONE, *OTHER),
    facts=tuple(FACTS),
    groups=(group("ferry", "people", *FACTS[:2]), group("vote", "turnout", *FACTS[2:])),
    findings=(
        finding("NUM001", FINDINGS[0].level, "ferry", "60 or 70", "They differ.", {"60": [FACTS[0]], "70": [FACTS[1]]}),
    ),
    families=(("c", "d"),),
    stories=(("a", "b"), ("c", "d")),
    unread=FLOOD.unread,
    draft="d",
)


def test_each_part_holds_what_is_its_own() -> None:
    ferry, vote = cut_apart(WHOLE)
    assert [each.id for each in ferry.documents] == ["a", "b"]
    assert (ferry.findings, vote.findings) == (WHOLE.findings, ())
    assert [[each.id for each in part.groups] for part in (ferry, vote)] == [["ferry"], ["vote"]]
    assert (ferry.families, vote.families) == ((), WHOLE.families)
    assert (ferry.draft, vote.draft) == ("", "d")
    assert ferry.stories == vote.stories == ()


def test_nothing_is_lost_and_a_file_that_could_not_be_read_stands_in_each() -> None:
    parts = cut_apart(WHOLE)
    assert sum((part.facts for part in parts), ()) == WHOLE.facts
    assert {part.unread for part in parts} == {WHOLE.unread}


def test_one_story_is_left_as_it_is() -> None:
    assert cut_apart(FLOOD) == (FLOOD,)


def gone(name: str, document: str) -> Matter:
    """A matter that is resolved, whose finding stood in a document."""
    place = SnapshotPlace(document=document, source=document, text="60")
    last = dataclasses.replace(snapshot(name), values=(SnapshotValue(label="60", places=(place,)),))
    return Matter(id=name, story="tonight", finding=name, snapshot=last, status=Status.RESOLVED)


def test_reviews_go_with_their_findings_and_what_is_resolved_is_told_once() -> None:
    turnout = finding("NUM001", FINDINGS[0].level, "vote", "41 or 4", "Differ.", {"41": [FACTS[2]], "4": [FACTS[3]]})
    findings = (*WHOLE.findings, turnout)
    reviews = tuple(Review(finding=each.id, status=Status.NEW) for each in findings)
    resolved = (gone("early", "b"), gone("late", "c"), gone("lost", "no longer here"))
    parts = cut_apart(dataclasses.replace(WHOLE, findings=findings, reviews=reviews, resolved=resolved))
    assert [part.reviews for part in parts] == [reviews[:1], reviews[1:]]
    assert [[matter.finding for matter in part.resolved] for part in parts] == [["early", "lost"], ["late"]]
