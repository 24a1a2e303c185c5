"""One source changed a figure from a version to the next and does not say why.

What fires:
    A later version of one source gives another figure for the same thing than an earlier one did, without a
    correction note, and neither a hedge, another time, another account nor a count that goes on accounts for it. A
    toll that falls is the plainest case.

Why it matters:
    Whoever took the first version does not know that it was wrong. A wire that cuts a toll from 31 to 29 says so in a
    note; where it does not, a desk has to ask which of the two stands.

Known limits:
    It needs to know who published each version and when. Where a version of another source gives one of the figures
    too, or one is many times the other, it is a conflict (NUM001) and not told here.

Source:
    Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.model import FactKind, Finding, Group, Level, Message, Param, Story
from discrepancy.rules.clashes import Variant
from discrepancy.rules.publication import published
from discrepancy.rules.reconcilers.later_update import toll_of
from discrepancy.rules.replaced import stale_ids
from discrepancy.rules.rule import Example, Rule, finding, forms, told_of
from discrepancy.rules.succession import changed_in_chain
from discrepancy.rules.value_differs import conflict_of, values_of


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each measure of which the versions of one source alone give different figures."""
    if not story.chains:
        return
    stale = stale_ids(story)
    for group in story.groups:
        if group.kind is FactKind.QUANTITY:
            ordered = changed_in_chain(story, conflict_of(story, group, stale))
            if ordered:
                yield _finding(story, group, ordered)


def _finding(story: Story, group: Group, ordered: Sequence[Variant]) -> Finding:
    values = values_of(ordered)
    first, last = ordered[0][0], ordered[-1][0]
    homes = [fact.mention.document for fact in (first, last)]
    params: dict[str, Param] = {
        "subject": told_of(group.subject),
        "forms": forms(value.label for value in values),
        "source": story.document[homes[0]].source,
        "old": values[0].label,
        "old_time": published(story, homes[0]),
        "new": values[-1].label,
        "new_time": published(story, homes[1]),
    }
    direction = toll_of(first, story)
    turned = direction and direction * (last.quantity.low - first.quantity.low) < 0
    why = Message("STO004.falls", params) if turned else Message("STO004.explanation", params)
    return finding(
        "STO004", Level.WARNING, (Message("STO004.summary", params), why), values, subject=group.subject, group=group
    )


RULE = Rule(
    code="STO004",
    name="figure-changed",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "(Meridian Press) - The explosion at the mill in Tarrow killed 31 people, the ministry said.",
            "(Meridian Press) - The explosion at the mill in Tarrow killed 29 people, the ministry said.",
        ),
        days=(0, 1),
        source="Meridian Press",
    ),
    near_miss=Example(
        (
            "(Meridian Press) - The explosion at the mill in Tarrow killed 29 people, the ministry said.",
            "(Meridian Press) - The explosion at the mill in Tarrow killed 31 people, the ministry said.",
        ),
        days=(0, 1),
        source="Meridian Press",
    ),
    doc=__doc__,
)
