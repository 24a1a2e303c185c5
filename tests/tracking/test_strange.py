"""The same values of something else: what was decided of the one must not let the other pass."""

from __future__ import annotations

import pytest

from discrepancy.decided import Snapshot
from discrepancy.messages import render
from discrepancy.tracking import follow
from tests.tracking.builders import snap, told

FIRE = "{} people were killed in a fire in a flat in Harlow Street, the brigade said."
FLOOD = "In the south, {} people were killed when a bridge collapsed over the Tamm."


def of(subject: str, *pairs: tuple[str, str], again: int = 1) -> Snapshot:
    """A conflict of figures, each in a sentence of its own document."""
    values = (told(label, text.format(label), document=chr(97 + at)) for at, (label, text) in enumerate(pairs))
    return snap(subject, *values, again=again)


def both(subject: str, text: str, first: str = "3", second: str = "4", *, again: int = 1) -> Snapshot:
    return of(subject, (first, text), (second, text), again=again)


def came_of(earlier: list[Snapshot], now: list[Snapshot]) -> list[tuple[str, str, str]]:
    """For each match the subjects, and the change in English."""
    matches = follow(earlier, now).matches
    return [(m.earlier.subject, m.now.subject, render(m.changed) if m.changed else "") for m in matches]


def test_one_id_in_sentences_of_something_else_reopens() -> None:
    fire, flood = both("people killed", FIRE), both("people killed", FLOOD)
    assert fire.finding == flood.finding
    change = "The same values, but the sentences seem to tell of something else now."
    assert came_of([fire], [flood]) == [("people killed", "people killed", change)]


def test_a_version_that_stands_speaks_for_the_decision() -> None:
    fire = both("people killed", FIRE)
    reworded = of("people killed", ("3", FIRE), ("4", "The blaze left {} people killed, said the chief surgeon Palm."))
    assert came_of([fire], [reworded]) == [("people killed", "people killed", "")]


def test_short_sentences_tell_too_little() -> None:
    before, now = both("tickets", "Tickets cost {}.", "$85", "$95"), both("tickets", "A ticket: {}.", "$85", "$95")
    assert came_of([before], [now]) == [("tickets", "tickets", "")]


def test_the_decision_goes_to_the_fact_and_not_to_the_id() -> None:
    """The fire is told of under another subject now, and the flood has the id that the fire had."""
    followed = follow([both("people killed", FIRE)], [both("people killed", FLOOD), both("dead people", FIRE)])
    assert [(match.now.subject, match.changed) for match in followed.matches] == [("dead people", None)]
    assert followed.fresh == (both("people killed", FLOOD),)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (
            both("lose", "The company lost {} last year.", "80 million euros", "95 million euros"),
            both(
                "subsidies", "The company received {} in subsidies last year.", "80 million euros", "95 million euros"
            ),
        ),
        (
            both("Mara Olin", "The ground moved, said the teacher Mara Olin, {}, in the ruins.", "36", "39"),
            both("Lena Strand", "The ground moved, said the teacher Lena Strand, {}, in the ruins.", "36", "39"),
        ),
        (
            both("passengers", "The ferry carried {} passengers when it rolled over in the strait.", "180", "210"),
            both("rescuers", "The strait was full of {} rescuers when the ferry rolled over.", "180", "210"),
        ),
    ],
)
def test_a_sentence_that_tells_of_something_else_reopens(before: Snapshot, now: Snapshot) -> None:
    change = f"The same values, but of something else, it seems: “{before.subject}” before, “{now.subject}” now."
    assert came_of([before], [now]) == [(before.subject, now.subject, change)]


def test_a_subject_that_one_version_keeps_is_the_same() -> None:
    before = both("fans", "About {} fans saw the last match in the Moor stadium.", "18,000", "16,000")
    now = of(
        "spectators",
        ("18,000", "The last match drew about {} spectators to the Moor stadium."),
        ("16,000", "About {} fans saw the last match in the Moor stadium."),
    )
    assert came_of([before], [now]) == [("fans", "spectators", "")]


def test_the_changed_fact_keeps_its_matter_beside_another_of_its_old_values() -> None:
    before = both("passengers", "The ferry carried {} passengers when it rolled over.", "180", "210")
    changed = both("passengers", "The ferry carried {} passengers when it rolled over.", "180", "215")
    other = both("rescuers", "The sea was full of {} rescuers when the ferry rolled over.", "180", "210")
    followed = follow([before], [other, changed])
    assert [match.now.subject for match in followed.matches] == ["passengers"]
    assert followed.fresh == (other,)


def test_spellings_are_of_the_name_wherever_it_stands() -> None:
    spellings = "Jana Wexler-Corrin", "Jana Wexler-Korrin"

    def spelled(one: str, other: str) -> Snapshot:
        values = (told(label, text.format(label)) for label, text in zip(spellings, (one, other), strict=True))
        return snap(" ".join(spellings), *values, rule="NAM001")

    before = spelled("{} spoke first at the hearing in Palm.", "At the hearing in Palm the first word went to {}.")
    now = spelled("Voters in Dorr chose {} as their mayor twice.", "As mayor of Dorr, {} won most voters twice.")
    assert [came[2] for came in came_of([before], [now])] == [""]
