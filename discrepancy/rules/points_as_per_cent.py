"""A change of shares is told in per cent where it is percentage points, or the other way round.

What fires:
    A share changes by so many per cent, and what it starts from and leads to show that percentage points are meant
    ("rose 3.8 percent to 61.2 percent from 57.4"); or another version tells the same figure, of a change to the same
    share, in points.

Why it matters:
    A sales tax that goes from 5.5 to 6.5 per cent rises by one percentage point, or by 18 per cent. Readers are told a
    rise of a fifth as one of a hundredth.

Known limits:
    Where both readings fit the figures as rounded nothing is said. Versions that are held together as one measure are
    the business of the rule on units.

Source:
    AP Stylebook, "percent, percentage, percentage points"; Guardian style guide, "per cent".
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.model import Fact, Finding, Level, Message, Param, QuantityKind, Story
from discrepancy.rules.changes import Change, changes, is_points
from discrepancy.rules.points_elsewhere import points_elsewhere, say_elsewhere
from discrepancy.rules.rule import Example, Rule
from discrepancy.rules.written import Misfit, apart, number, tell

_RULE = "NUM015", Level.ERROR


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each change of shares in the wrong unit."""
    within = [found for found in changes(story) if found.in_shares and _turned(found)]
    per_cent = [_misfit(story, found) for found in within if not found.in_points]
    points = [_misfit(story, found) for found in within if found.in_points]
    yield from tell(story, _RULE, _say, per_cent)
    yield from tell(story, _RULE, _say_points, points)
    told = {found.change.id for found in within}
    yield from tell(story, _RULE, say_elsewhere, points_elsewhere(story, told))


def _turned(found: Change) -> bool:
    """Whether the change fits the other reading and not its own."""
    per_cent, points = not apart(found.said, found.part), not apart(found.said, found.difference)
    return (per_cent and not points) if found.in_points else (points and not per_cent)


def _misfit(story: Story, found: Change) -> Misfit:
    base, result = found.base.quantity.low, found.result.quantity.low
    params = (
        ("change", found.change.mention.text),
        ("base", found.base.mention.text),
        ("result", found.result.mention.text),
        ("points", number(abs(result - base), found.base.quantity.step)),
        ("part", number(abs(result - base) / base * 100, found.base.quantity.step)),
    )
    right = [] if found.in_points else list(_told_right(story, found))
    sides = ((found.change,), *([tuple(right)] if right else []), (found.base, found.result))
    return Misfit(sides, params, found.result.subject.text)


def _told_right(story: Story, found: Change) -> Iterator[Fact]:
    """The same figure in points in versions that give what the share starts from or leads to."""
    ends = {found.base.quantity.low, found.result.quantity.low}
    for document in story.documents:
        facts = story.quantities[document.id]
        if any(fact.quantity.kind is QuantityKind.SHARE and fact.quantity.low in ends for fact in facts):
            yield from (fact for fact in facts if is_points(fact) and fact.quantity.low == found.change.quantity.low)


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM015.summary", params), Message("NUM015.explanation", params)


def _say_points(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM015.summary_points", params), Message("NUM015.explanation_points", params)


RULE = Rule(
    code="NUM015",
    name="points-as-per-cent",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Unemployment rose 1.4 percent to 6.3 percent from 4.9 percent in the spring.",
            "Unemployment rose 1.4 percentage points to 6.3 percent from 4.9 percent in the spring.",
        )
    ),
    near_miss=Example(
        (
            "Unemployment rose 1.4 percentage points to 6.3 percent from 4.9 percent in the spring.",
            "Unemployment rose 29 percent to 6.3 percent from 4.9 percent in the spring.",
        )
    ),
    doc=__doc__,
)
