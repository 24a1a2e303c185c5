"""The same figure for the same thing is given in two units or currencies.

What fires:
    Two figures that measure the same thing, equal as written, one in per cent and one in percentage points, or in two
    currencies, or in two units of one kind (miles, kilometres). A conversion that is right has another figure and is
    not flagged. A measure that two versions give in a metric unit and in its other counterpart with the same digits
    (3,900 metres, 3,900 feet; 316 megawatts, 316 gigawatts; 48,000 tonnes, 48,000 barrels) is held together by its
    digits where nothing else of the kind stands in either, where the sentences share a word, or where the figure has
    three digits of its own; so is a sum in two currencies. A measure that agrees with another version's only if its
    unit is the other one (4,120 kg here, 1,870 kg there: pounds are meant) is flagged too.

Why it matters:
    A margin that widens by 0.5 percentage points does not widen by 0.5 per cent; a tax cut from 50% to 25% is no cut by
    25%; cubic metres were printed for billions of them.

Known limits:
    Writers who say "per cent" for points throughout are flagged only beside a version that says points.

Source:
    AP Stylebook, "percent, percentage, percentage points"; Guardian corrections column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from discrepancy.model import Fact, FactKind, Finding, Level, Message, Param, QuantityKind, Story
from discrepancy.rules.relabelled_units import relabelled
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, told_of, value_group
from discrepancy.rules.swapped_units import swapped
from discrepancy.text.characters import fold
from discrepancy.units.currencies import surely_two


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each figure of a group that stands in two units, and for each told alike without a group."""
    yield from _of_groups(story)
    for one, other in swapped(story):
        if _in_the_same_words(one, other):
            continue
        named = max((fact.subject.text for fact in (*one, *other)), key=lambda text: (len(text), text))
        labelled = [(facts[0].mention.text, facts) for facts in (one, other)]
        params = {"values": listed(story, labelled), "forms": forms(label for label, _ in labelled)}
        texts = Message("NUM002.summary_alike", params), Message("NUM002.explanation_alike", params)
        values = [value_group(label, facts) for label, facts in labelled]
        yield finding("NUM002", Level.ERROR, texts, values, subject=named)

    for mine, theirs in relabelled(story):
        if _in_the_same_words([mine], [theirs]):
            continue
        labelled = [(each.mention.text, [each]) for each in (mine, theirs)]
        params = {"values": listed(story, labelled), "forms": forms(label for label, _ in labelled)}
        texts = Message("NUM002.summary_alike", params), Message("NUM002.explanation_relabelled", params)
        values = [value_group(label, facts) for label, facts in labelled]
        yield finding("NUM002", Level.ERROR, texts, values, subject=theirs.subject.text)


def _of_groups(story: Story) -> Iterator[Finding]:
    for group in story.groups:
        if group.kind is not FactKind.QUANTITY:
            continue
        by_figure: dict[tuple[Decimal, Decimal], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for fact in facts_of(story, group):
            q = fact.quantity
            by_figure[q.low, q.high][q.unit].append(fact)
        for units in by_figure.values():
            if len(units) > 1 and _all_apart(units):
                labelled = [(facts[0].mention.text, facts) for facts in units.values()]
                params: dict[str, Param] = {
                    "subject": told_of(group.subject),
                    "values": listed(story, labelled),
                    "forms": forms(label for label, _ in labelled),
                }
                texts = Message("NUM002.summary", params), Message("NUM002.explanation", params)
                values = [value_group(label, facts) for label, facts in labelled]
                yield finding("NUM002", Level.ERROR, texts, values, subject=group.subject, group=group)


def _in_the_same_words(facts: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether two sides say one thing: "493,000 pounds" is money to one sentence and a weight to another."""
    ones, theirs = ({fold(fact.mention.text) for fact in each} for each in (facts, others))
    return not ones.isdisjoint(theirs)


def _all_apart(units: Mapping[str, Sequence[Fact]]) -> bool:
    """Whether the units are surely two: no bare "$" or "degrees" that may mean the other, no name beside its code."""
    for (one, facts), (other, others) in combinations(units.items(), 2):
        if _in_the_same_words(facts, others):
            return False
        if not one or not other or one.startswith(other) or other.startswith(one) or {one, other} == {"ton", "tonne"}:
            return False
        if facts[0].quantity.kind is QuantityKind.MONEY:
            if not surely_two(one, other):
                return False
            if any(fact.mention.text.startswith("$") for fact in (*facts, *others)) and one[-1] == other[-1] == "D":
                return False
    return True


RULE = Rule(
    code="NUM002",
    name="unit-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The operating margin widened by 1.5 percentage points to 9.4 percent in the quarter, the brewer said.",
            "The operating margin widened by 1.5 percent to 9.4 percent in the quarter, the brewer said.",
        )
    ),
    near_miss=Example(
        (
            "The operating margin widened by 1.5 percentage points to 9.4 percent in the quarter, the brewer said.",
            "The operating margin improved by 150 basis points to 9.4 per cent in the quarter, the brewer said.",
        )
    ),
    doc=__doc__,
)
