"""A report whose texts tell several stories, cut into one each."""

import dataclasses

from discrepancy.pages.apart import cut_apart
from tests.formats.builders import document, finding, group, quantity
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
