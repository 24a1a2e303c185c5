"""Figures of one text that do not fit each other: what each leaves room for as written, and how the misfit is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.model import (
    BlockRole,
    Document,
    Fact,
    Finding,
    Hedge,
    Level,
    Message,
    Param,
    QuantityKind,
    Story,
    ValueGroup,
)
from discrepancy.rules.once import once
from discrepancy.rules.rule import finding, forms, sources, value_group

Room = tuple[Decimal, Decimal]
"""The least and the greatest value that a figure may stand for."""

_HALF = Decimal("0.5")
_ROUND = Decimal("0.05")
"""The most that a figure of two digits or more is taken to be rounded by, as a part of itself."""
_EXACT_BELOW = 100
"""A bare count below this is taken as counted, not rounded: 20 people are twenty."""
REACH: dict[Hedge, Room] = {
    Hedge.NONE: (Decimal(1), Decimal(1)),
    Hedge.EXACTLY: (Decimal(1), Decimal(1)),
    Hedge.ABOUT: (Decimal("0.85"), Decimal("1.15")),
    Hedge.NEARLY: (Decimal("0.8"), Decimal("1.02")),
    Hedge.MORE_THAN: (Decimal(1), Decimal(2)),
    Hedge.AT_LEAST: (Decimal(1), Decimal(3)),
    Hedge.LESS_THAN: (Decimal("0.5"), Decimal(1)),
    Hedge.AT_MOST: (Decimal("0.33"), Decimal(1)),
}
"""How far below and above the figure a hedge reaches, where figures are calculated with: wider than where two figures
of one thing are compared, for here the writer does not say that they are one figure."""
_DIGIT = re.compile(r"\d")


def room(fact: Fact) -> Room:
    """What the figure may stand for, by the precision it is written with and by its hedge."""
    q = fact.quantity
    low, high = min(q.low, q.high), max(q.low, q.high)
    below, above = REACH[q.hedge]
    return min((low - _half(fact, low)) * below, low), max((high + _half(fact, high)) * above, high)


def bare_room(fact: Fact) -> Room:
    """What the figure may stand for by the precision that it is written with, whatever its hedge."""
    q = fact.quantity
    low, high = min(q.low, q.high), max(q.low, q.high)
    return low - _half(fact, low), high + _half(fact, high)


def _half(fact: Fact, value: Decimal) -> Decimal:
    q = fact.quantity
    if q.kind is QuantityKind.COUNT and q.low < _EXACT_BELOW and q.step >= 1:
        return Decimal(0)
    half = q.step * _HALF
    written = len(_DIGIT.findall(q.text))
    return min(half, abs(value) * _ROUND) if written > 1 else half


def apart(one: Room, other: Room) -> bool:
    """Whether no value fits both."""
    return one[1] < other[0] or other[1] < one[0]


def number(value: Decimal, like: Decimal) -> Decimal:
    """A calculated figure as a reader takes it in: about as fine as ``like`` is written, without zeros at its end."""
    places = max(0, -int(like.normalize().as_tuple().exponent)) if like else 0
    shown = f"{value:.{min(places, 3)}f}"
    return Decimal(shown.rstrip("0").rstrip(".") if "." in shown else shown)


def runs(story: Story, document: str) -> Sequence[list[Fact]]:
    """The quantities of ``document``, sentence by sentence, in order; those of correction notes are left out."""
    return _runs(story)[document]


@once
def _runs(story: Story) -> Mapping[str, Sequence[list[Fact]]]:
    found: dict[str, list[list[Fact]]] = {}
    for document, figures in story.quantities.items():
        rows = found[document] = []
        told = (fact for fact in figures if fact.mention.block is not BlockRole.CORRECTION)
        for fact in told:
            if rows and rows[-1][-1].sentence == fact.sentence:
                rows[-1].append(fact)
            else:
                rows.append([fact])
    return found


def triples(story: Story) -> Iterator[tuple[Document, Sequence[Fact]]]:
    """Each three figures of one sentence that follow each other, conversions left out, document by document."""
    for document in story.documents:
        for row in runs(story, document.id):
            own = [fact for fact in row if fact.quantity.converts < 0]
            yield from ((document, own[place : place + 3]) for place in range(len(own) - 2))


def between(text: str, left: Fact, right: Fact) -> str:
    """What stands between two figures, without the hedge of the second, white space made plain."""
    gap = text[left.mention.end : right.mention.start]
    hedge = right.quantity.hedge_text
    bare = gap.rstrip()
    if hedge and bare.lower().endswith(hedge.lower()):
        gap = bare[: len(bare) - len(hedge)]
    return " ".join(gap.split()).join(
        (" " if gap[:1].isspace() else "", " " if gap[-1:].isspace() and gap.strip() else "")
    )


def of_one_noun(text: str, one: Fact, other: Fact) -> bool:
    """Whether two counts are of things by one name, as far as their nouns stand right behind the figures."""
    nouns = (fact.quantity.noun for fact in (one, other) if _follows(text, fact))
    return len({noun.lower().rpartition(" ")[2].removesuffix("s") for noun in nouns}) < 2


def _follows(text: str, fact: Fact) -> bool:
    return bool(fact.quantity.noun) and text.startswith(f" {fact.quantity.noun}", fact.mention.end)


@dataclass(frozen=True, slots=True)
class Misfit:
    """Figures of one text that can not all be right.

    Attributes:
        sides: the figures that stand against each other, two sides or more.
        params: what the sentence of the message says, beside the sources and the figures.
        subject: what is measured, in words.
    """

    sides: tuple[tuple[Fact, ...], ...]
    params: tuple[tuple[str, Param], ...]
    subject: str = ""

    @property
    def says(self) -> tuple[object, ...]:
        """What two misfits share that are told in one finding: copies of one sentence."""
        labels = tuple(tuple(sorted(fact.mention.text for fact in side)) for side in self.sides)
        return labels, self.params, self.subject


Say = Callable[[dict[str, Param]], tuple[Message, Message]]
"""Summary and explanation, given their parameters: the misfit's own, ``forms``, and by whom (``sources``, ``all``)."""


def tell(story: Story, rule: tuple[str, Level], say: Say, misfits: Iterable[Misfit]) -> Iterator[Finding]:
    """A finding for each misfit; versions that carry the same words are named together.

    Args:
        story: whose texts they are of.
        rule: the code and the level of the findings.
        say: makes the sentences.
        misfits: in the order of the texts.
    """
    together: dict[object, list[Misfit]] = {}
    for misfit in misfits:
        together.setdefault(misfit.says, []).append(misfit)
    for same in together.values():
        yield _told(story, rule, say, same)


def _told(story: Story, rule: tuple[str, Level], say: Say, same: Sequence[Misfit]) -> Finding:
    first = same[0]
    values = [_value([fact for misfit in same for fact in misfit.sides[n]]) for n in range(len(first.sides))]
    params: dict[str, Param] = dict(first.params)
    params["sources"] = sources(story, [fact for misfit in same for fact in misfit.sides[0]])
    params["all"] = sources(story, [fact for misfit in same for side in misfit.sides for fact in side])
    params["forms"] = forms(value.label for value in values)
    return finding(*rule, say(params), values, subject=first.subject)


def _value(facts: Sequence[Fact]) -> ValueGroup:
    ordered = sorted(facts, key=lambda fact: (fact.mention.document, fact.mention.start))
    first = [fact for fact in ordered if fact.mention.document == ordered[0].mention.document]
    return value_group(" + ".join(dict.fromkeys(fact.mention.text for fact in first)), ordered)
