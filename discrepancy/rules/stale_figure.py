"""A version still gives a figure that an earlier version had replaced.

What fires:
    A version published after another that says what replaced a figure ("risen to 17, from 14", "cut the strike to
    three days", a correction note) still gives the old figure as what is. Likewise one that gives a count of dead,
    injured, missing and the like as the first versions had it, after others had told how it went on; and one that still
    has some missing, held or trapped after another said that all of them are free or found.

Why it matters:
    A toll of the day before is the commonest figure that a desk leaves standing in a merged story, and wires mark
    their corrections so that no client prints the withdrawn figure.

Known limits:
    It needs to know when versions were published: one without a date is not judged. A figure that is told as what
    was, or hedged, is left alone. A later figure that the story does not explain is not stale but a conflict (NUM001).

Source:
    Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes".
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.model import Fact, Finding, Level, Message, Story
from discrepancy.rules.publication import published
from discrepancy.rules.replaced import Replaced, replaced
from discrepancy.rules.rule import Example, Rule, finding, forms, sources, value_group
from discrepancy.text.characters import squeeze


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each replaced value, with all the versions that still give it."""
    told: dict[object, list[Replaced]] = {}
    for found in replaced(story):
        told.setdefault((found.stale[0].quantity.figure, found.new[0].id), []).append(found)
    for same in told.values():
        stale = [fact for found in same for fact in found.stale]
        yield _finding(story, stale, same[0])


def _finding(story: Story, stale: list[Fact], found: Replaced) -> Finding:
    new = found.new[0]
    old_label, new_label = stale[0].mention.text, new.mention.text
    subject = new.subject.text or stale[0].subject.text
    params = {
        "stale": sources(story, stale),
        "old": old_label,
        "new": new_label,
        "by": sources(story, [new]),
        "time": published(story, new.mention.document),
        "stale_time": published(story, stale[0].mention.document),
        "forms": forms([new_label, old_label]),
        "subject": subject,
        "words": _cut(found.words),
    }
    why = Message("STO001.explanation", params) if params["words"] else Message("STO001.grown", params)
    values = [value_group(new_label, found.new), value_group(old_label, stale)]
    summary = Message("STO001.summary", params) if subject else Message("STO001.summary_bare", params)
    return finding("STO001", Level.ERROR, (summary, why), values, subject=subject)


def _cut(words: str) -> str:
    """The words that say what replaced a figure, cut to what a reader needs."""
    told = squeeze(words).strip("() ")
    return told if len(told) <= _LONG else f"{told[:_LONG].rsplit(' ', 1)[0]}…"


_LONG = 200
"""Characters of a sentence that are shown."""

RULE = Rule(
    code="STO001",
    name="stale-figure",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Fourteen patients at the hospital in Marlow have tested positive for the infection.",
            "The number of patients at the hospital in Marlow infected has risen to 17, from 14 a day earlier.",
            "The number of patients at the hospital in Marlow who tested positive now stands at 14.",
        ),
        days=(0, 1, 2),
    ),
    near_miss=Example(
        (
            "Fourteen patients at the hospital in Marlow have tested positive for the infection.",
            "The number of patients at the hospital in Marlow infected has risen to 17, from 14 a day earlier.",
            "The number of patients at the hospital in Marlow who tested positive now stands at 17.",
        ),
        days=(0, 1, 2),
    ),
    doc=__doc__,
)
