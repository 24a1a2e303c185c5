"""Two versions tell two events in opposite orders.

What fires:
    One version has A before B, another B before A ("two hours after Karadia shot down the drone" against "two hours
    after the shelling began"), where both events are told by like words in both: most words of the shorter telling.
    Read are "before", "after", "prior to", "ahead of", "following", "by the time" and "was already … when", with the
    spans of time before them, "… 20 minutes later", and a sentence that opens with "Then" or "A week later".

Why it matters:
    What came first is held to be the cause. A correction that turns the order of two events turns the story.

Known limits:
    An order told by two times is not read, nor one in a quotation, in a sentence with "not",
    "if", "would" or "again", or where a version tells both orders. An event told in other words is passed over.

Source:
    Reuters Handbook of Journalism, "Accuracy" and "Corrections, Refiles, Kills, Repeats and Embargoes".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.model import Finding, Level, Message, Story, ValueGroup
from discrepancy.rules.rule import Example, Rule, finding, forms, in_quotes, joined, labels_of
from discrepancy.rules.told_orders import Order, orders_in
from discrepancy.text.characters import squeeze

_LIMIT = 2000
"""Orders of a story that are looked at: beyond them the texts are no news."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each two events that are told in both orders."""
    orders = [order for document in story.documents for order in _settled(list(orders_in(document)))][:_LIMIT]
    turned = _turned(orders)
    seen: set[int] = set()
    for i in sorted(turned):
        if i not in seen:
            sides = _sides(i, turned)
            seen |= sides[0] | sides[1]
            found = [[orders[n] for n in sorted(side)] for side in sides]
            homes = [{order.mention.document for order in side} for side in found]
            if not homes[0] & homes[1]:
                yield _finding(story, found)


def _settled(orders: Sequence[Order]) -> list[Order]:
    """The orders of one document without those that it tells both ways: what goes on may come before and after."""
    return [order for order in orders if not any(order.is_turned(other) for other in orders)]


def _turned(orders: Sequence[Order]) -> dict[int, set[int]]:
    """For each order the places of those of other documents that turn it."""
    then: dict[str, list[int]] = defaultdict(list)
    for i, order in enumerate(orders):
        for stem in order.then.stems:
            then[stem].append(i)
    found: dict[int, set[int]] = defaultdict(set)
    for i, order in enumerate(orders):
        for j in sorted({j for stem in order.first.stems for j in then[stem] if j > i}):
            if orders[j].mention.document != order.mention.document and order.is_turned(orders[j]):
                found[i].add(j)
                found[j].add(i)
    return found


def _sides(start: int, turned: dict[int, set[int]]) -> tuple[set[int], set[int]]:
    """The orders joined to ``start`` by being turned, those that agree with it and those that do not."""
    sides: tuple[set[int], set[int]] = ({start}, set())
    waiting = [(start, 0)]
    while waiting:
        i, side = waiting.pop()
        for j in turned[i] - sides[1 - side]:
            sides[1 - side].add(j)
            waiting.append((j, 1 - side))
    return sides


def _finding(story: Story, sides: Sequence[Sequence[Order]]) -> Finding:
    labels = labels_of(story)
    told = sorted((squeeze(side[0].mention.text), side) for side in sides)
    values = joined(
        (in_quotes(text), f" ({', '.join(dict.fromkeys(labels[order.mention.document] for order in side))})")
        for text, side in told
    )
    params = {"forms": forms(text for text, _ in told), "values": values}
    texts = Message("DAT003.summary", params), Message("DAT003.explanation", params)
    groups = [
        ValueGroup(text, tuple(sorted((o.mention for o in side), key=lambda m: (m.document, m.start))))
        for text, side in told
    ]
    return finding("DAT003", Level.ERROR, texts, groups, subject=" / ".join(text for text, _ in told))


RULE = Rule(
    code="DAT003",
    name="order-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The army shot down the drone two hours before the shelling of the town began, officials said.",
            "The army shot down the drone two hours after the shelling of the town began, officials said.",
        )
    ),
    near_miss=Example(
        (
            "The army shot down the drone two hours before the shelling of the town began, officials said.",
            "The army shot down a plane two hours after the convoy left the port, officials said.",
        )
    ),
    doc=__doc__,
)
