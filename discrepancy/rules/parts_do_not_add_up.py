"""Parts do not add up to the total that the text gives for them.

What fires:
    A text ties parts to a total by its own words (a list after a colon, "15 people in all", "of the 14", "the price
    consists of", "together", the votes of a chamber with so many members, "of the dead" some sentences behind a toll,
    "they are" with the kinds of people who were counted before, "and the remaining 20", what each pays of a sum; wins,
    draws and defeats of so many games, "all eight", how many voted or did not), and
    their sum, as rounded, is another; or, where not all parts need be named, more than the total.

Why it matters:
    Of two counts in one sentence one is wrong, often a toll or a vote. Sums are the first thing that a reader checks.

Known limits:
    Lists that may name only some ("including", "among them") or that may overlap (women and teachers) are left alone,
    as is a sum that is far from the total, which is then taken to be of something else.

Source:
    Reuters Handbook of Journalism, "Accuracy"; the numbers checklist of Investigative Reporters and Editors.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from discrepancy.model import Fact, Finding, Hedge, Level, Message, Param, QuantityKind, Story
from discrepancy.rules.far_totals import far_totals
from discrepancy.rules.near_sums import near_sums
from discrepancy.rules.rule import Example, Rule
from discrepancy.rules.slipped_sums import slipped_sums
from discrepancy.rules.tied_lists import tied_lists
from discrepancy.rules.totals import Total, totals
from discrepancy.rules.vote_relations import vote_sums
from discrepancy.rules.written import Misfit, Room, number, room, tell

_RULE = "NUM012", Level.ERROR


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each total that its parts do not make."""
    yield from tell(story, _RULE, _say, (_misfit(found) for found in _once(story) if _off(found)))


def _once(story: Story) -> Iterator[Total]:
    """Every total by whatever ties it, each list once."""
    read: set[str] = set()
    ways = (totals, far_totals, tied_lists, vote_sums, slipped_sums, near_sums)
    for found in (each for way in ways for each in way(story)):
        if read.isdisjoint(part.id for part in found.parts):
            yield found
        read |= {part.id for part in found.parts}


def _off(found: Total) -> bool:
    low, high = _sum(found)
    least, most = room(found.total)
    total = found.total.quantity.low
    slip = max(_SMALL, total * found.near) if found.near < 1 else total
    if low > most or (low == most and most > found.total.quantity.high):
        return low - most <= slip
    return found.exhaustive and high < least and least - high <= slip


_SMALL = Decimal(1)
"""A slip by one is near, however small the total."""


def _sum(found: Total) -> Room:
    rooms = [each for part in _as_fine(found) for each in _rooms(part)]
    return sum((low for low, _ in rooms), Decimal(0)), sum((high for _, high in rooms), Decimal(0))


def _as_fine(found: Total) -> list[Fact]:
    """The parts, a round one taken to be told as finely as two others or more: "260 kg, 98 kg and 64 kg"."""
    steps = sorted(fact.quantity.step for fact in (found.total, *found.parts))
    fine = steps[1]
    return [
        replace(part, value=replace(part.quantity, step=min(part.quantity.step, fine)))
        if part.quantity.hedge is Hedge.NONE and fine > 0
        else part
        for part in found.parts
    ]


def _rooms(part: Fact) -> list[Room]:
    q = part.quantity
    return [(q.low, q.low), (q.high, q.high)] if q.kind is QuantityKind.SCORE else [room(part)]


def _made(found: Total) -> Decimal:
    return sum((_rooms(p)[0][0] + _rooms(p)[1][0] if _is_score(p) else p.quantity.low for p in found.parts), Decimal(0))


def _is_score(part: Fact) -> bool:
    return part.quantity.kind is QuantityKind.SCORE


def _misfit(found: Total) -> Misfit:
    total = found.total
    params = (
        ("total", total.mention.text),
        ("parts", " + ".join(part.mention.text for part in found.parts)),
        ("made", _shown(_made(found), total)),
    )
    return Misfit(((total,), found.parts), params, total.subject.text)


def _shown(made: Decimal, total: Fact) -> Param:
    """The sum in the scale that the total is written in: "650 million"."""
    for word, scale in _SCALES.items():
        if word in total.mention.text.lower() or total.quantity.low >= scale:
            return Message(f"number.{word}", {"n": number(made / scale, Decimal("0.01"))})
    return number(made, Decimal(1))


_SCALES = {"trillion": Decimal(10) ** 12, "billion": Decimal(10) ** 9, "million": Decimal(10) ** 6}


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM012.summary", params), Message("NUM012.explanation", params)


RULE = Rule(
    code="NUM012",
    name="parts-do-not-add-up",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Four teachers and nine pupils were hurt, 14 people in all, the school said.",
            "Four teachers and nine pupils were hurt, 13 people in all, the school said.",
        )
    ),
    near_miss=Example(
        (
            "Four teachers and nine pupils were hurt, 13 people in all, the school said.",
            "Thirteen people were hurt, among them four teachers and two parents, the school said.",
        )
    ),
    doc=__doc__,
)
