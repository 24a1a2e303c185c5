"""Figures that one text itself holds together, as an account against another, a step that leads on, or what was before.

Nothing is weighed here: the text says in its own words that the two belong together, and a figure that another version
gives alone is met in it. Such figures are explained, never flagged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from discrepancy.align.dimensions import dimension
from discrepancy.align.grouping import Pair
from discrepancy.lexicon.measures import is_closing, is_people, verb_concept
from discrepancy.model import Document, Fact, FactRole, QuantityKind
from discrepancy.text.capitals import name_before, names_before

_ENDS = re.compile(
    r"\s*(?:[.,;:)\]”\"’'—–]|$|(?:after|although|and|as|because|but|by|for|instead|or|since|though|when|whereas|while)\b)"
)
"""What follows a figure that no noun follows: "the union put it at 150, as …"."""
_OF = re.compile(r"(?:\bout of|\bof (?:its|his|her|our|the|their|those|these))(?: \w+)? $", re.IGNORECASE)
"""What stands before the whole that a part is taken of."""
_LOOK: Final = 30
"""Characters before a figure in which that is looked for."""
_KINDS: Final = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.MEASURE})
_BESIDE: Final = 2
"""Characters between two sentences of one paragraph."""
_LARGE: Final = 100
"""From which on a difference that is just the step told is no chance, whatever nouns stand beside the figures."""

_LEADING: Final = frozenset({"bring", "cut", "expand", "fall", "leave", "raise", "reach", "rise", "take", "total"})
"""Concepts of verbs that lead to a level."""

_At = tuple[QuantityKind, str, Decimal]


def told_together(
    documents: Sequence[Document], figures: Sequence[Fact], groups: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Sets of figures, as places: a pair that a text tells together, each with its group.

    Args:
        documents: the versions.
        figures: the quantities, told by their places.
        groups: those that measure one thing, as places.
    """
    texts = {document.id: document.text for document in documents}
    places: dict[_At, list[int]] = defaultdict(list)
    for i, fact in enumerate(figures):
        if _is_one(fact):
            places[_at(fact, fact.quantity.low)].append(i)
    places = {at: few for at, few in places.items() if len(few) <= _MOST}
    homes = {i: members for members in groups for i in members}
    found: dict[tuple[int, ...], None] = {}
    told = (
        *_accounts(texts, figures, places),
        *_steps(figures, places),
        *_formers(figures, places),
        *_parts(texts, figures, places),
        *_shares_traded(texts, figures),
        *_of_one_candidate(texts, figures),
    )
    for pair in told:
        if homes.get(pair[0], 0) is not homes.get(pair[1], 1):
            found[tuple(sorted({i for one in pair for i in homes.get(one, [one])}))] = None
    return [list(each) for each in found]


def _is_one(fact: Fact) -> bool:
    return fact.quantity.kind in _KINDS and fact.quantity.low == fact.quantity.high


def _at(fact: Fact, value: Decimal) -> _At:
    return fact.quantity.kind, fact.quantity.unit, value


def _alike(a: Fact, b: Fact) -> bool:
    return a.quantity.kind is b.quantity.kind and a.quantity.unit == b.quantity.unit


# --- Two accounts in one breath ---


def _accounts(texts: Mapping[str, str], figures: Sequence[Fact], places: Mapping[_At, Sequence[int]]) -> Iterator[Pair]:
    """Two figures right beside each other, each by an account of its own, of which another version takes one up."""
    for i, j in _beside(figures):
        a, b = figures[i], figures[j]
        if i > j or a.quantity.low == b.quantity.low or not _two_speakers(a, b) or _shared(figures, places, a, b):
            continue
        if _says_the_same(texts, a, b) and any(_elsewhere(figures, places, fact) for fact in (a, b)):
            yield i, j


def _shared(figures: Sequence[Fact], places: Mapping[_At, Sequence[int]], a: Fact, b: Fact) -> bool:
    """Whether the speaker of ``b`` is somewhere credited with the figure of ``a`` too: it is none that they dispute."""
    alike = (figures[i].attribution for i in places.get(_at(a, a.quantity.low), ()))
    return any(each and b.attribution and each.speaker == b.attribution.speaker for each in alike)


def _neighbours(a: Fact, b: Fact) -> bool:
    same = a.mention.document == b.mention.document and a.mention.block is b.mention.block
    return same and (a.sentence == b.sentence or 0 <= b.sentence.start - a.sentence.end <= _BESIDE)


def _two_speakers(a: Fact, b: Fact) -> bool:
    return bool(a.attribution and b.attribution and a.attribution.speaker != b.attribution.speaker)


def _says_the_same(texts: Mapping[str, str], a: Fact, b: Fact) -> bool:
    """Whether the second figure has no noun of its own ("the union put it at 150"), or the first's and its verb."""
    text = texts[b.mention.document]
    if _is_whole(text, a) or _is_whole(text, b):
        return False
    nouns = {b.subject.head, b.subject.concept} - {""}
    if nouns and not nouns & {a.subject.head, a.subject.concept}:
        return False
    if not b.quantity.noun and _ENDS.match(text, b.mention.end):
        return True
    return bool(nouns) and verb_concept(a.subject.verb) == verb_concept(b.subject.verb)


def _is_whole(text: str, fact: Fact) -> bool:
    """Whether a figure is the whole that another is a part of: "14 of its 46 routes", "14 out of 46"."""
    return bool(_OF.search(text[max(0, fact.mention.start - _LOOK) : fact.mention.start]))


def _elsewhere(figures: Sequence[Fact], places: Mapping[_At, Sequence[int]], fact: Fact) -> bool:
    alike = places.get(_at(fact, fact.quantity.low), ())
    return any(figures[i].mention.document != fact.mention.document for i in alike)


# --- A step that leads from one figure to the other ---


def _steps(figures: Sequence[Fact], places: Mapping[_At, Sequence[int]]) -> Iterator[Pair]:
    """A figure of one version and the one to which another says that a step, told beside it, has led."""
    for step, level in _in_one_sentence(figures):
        a, b = figures[step], figures[level]
        if b.role is FactRole.CHANGE or not {b.subject.verb, verb_concept(b.subject.verb)} & _LEADING:
            continue
        for before in (b.quantity.low - a.quantity.low, b.quantity.low + a.quantity.low):
            for i in places.get(_at(b, before), ()):
                if before > 0 and _not_both(figures, places, i, level) and _may_be_one(figures[i], b):
                    yield _ordered(i, level)


def _formers(figures: Sequence[Fact], places: Mapping[_At, Sequence[int]]) -> Iterator[Pair]:
    """A figure of one version and the one that another gives as what came after it: "5.8 per cent, down from 6.9"."""
    for base, level in _beside(figures):
        a, b = figures[base], figures[level]
        if a.role is FactRole.BASE and b.role is not FactRole.BASE:
            for i in places.get(_at(a, a.quantity.low), ()):
                now = figures[i].role is not FactRole.BASE and figures[i].when is None
                if now and _not_both(figures, places, i, level) and _may_be_one(figures[i], b):
                    yield _ordered(i, level)


# --- A part of what another version gives ---


def _parts(texts: Mapping[str, str], figures: Sequence[Fact], places: Mapping[_At, Sequence[int]]) -> Iterator[Pair]:
    """A figure of one version and the whole that another takes it from: "62 operations, 38 of them at St Mary's"."""
    for part, whole in _in_one_sentence(figures):
        a, b = figures[part], figures[whole]
        if (
            part < whole
            or a.quantity.low >= b.quantity.low
            or not _OF_THEM.match(texts[a.mention.document], a.mention.end)
        ):
            continue
        for i in places.get(_at(a, a.quantity.low), ()):
            if _not_both(figures, places, i, whole) and figures[i].subject.concept == b.subject.concept:
                yield _ordered(i, whole)


_OF_THEM = re.compile(r" of (?:them|these|those|whom|which) (?:at|from|in|last|near|on|outside|since|this|under)\b")
"""What follows a part, of a place or time, of what was counted right before."""


# --- A price in trading and the one at its end ---


def _shares_traded(texts: Mapping[str, str], figures: Sequence[Fact]) -> Iterator[Pair]:
    """Two prices of one company's share, only one of them told as that at the end of trading."""
    trading: dict[str, list[int]] = defaultdict(list)
    closing = []
    for i, fact in enumerate(figures):
        if fact.quantity.kind is QuantityKind.MONEY and _of_shares(fact, texts):
            if is_closing(fact.subject.verb):
                closing.append(i)
            else:
                for name in _names(fact, texts):
                    trading[name].append(i)
    for j in closing[:_MOST]:
        for name in _names(figures[j], texts):
            for i in trading[name][:_MOST]:
                one_unit = figures[i].quantity.unit == figures[j].quantity.unit
                if one_unit and figures[i].mention.document != figures[j].mention.document:
                    yield _ordered(i, j)


_MOST: Final = 40
"""Figures alike, prices, or shares of votes that are held against others: a story has few, more are a table."""


def _of_shares(fact: Fact, texts: Mapping[str, str]) -> bool:
    return _SHARES.search(texts[fact.mention.document], fact.sentence.start, fact.mention.start) is not None


_SHARES = re.compile(r"\b(?:shares?|stocks?)\b", re.IGNORECASE)


def _names(fact: Fact, texts: Mapping[str, str]) -> set[str]:
    """The names in the sentence of a price, up to it."""
    return set(names_before(texts[fact.mention.document], fact.sentence.start, fact.mention.start))


# --- One candidate's share of a part of the votes, and of all ---


def _of_one_candidate(texts: Mapping[str, str], figures: Sequence[Fact]) -> Iterator[Pair]:
    """Two shares of the vote, or counts of votes, of different versions whose sentences name one candidate first."""
    named: dict[tuple[str, QuantityKind, str], list[int]] = defaultdict(list)
    for i, fact in enumerate(figures):
        if fact.subject.concept in _VOTES and _is_one(fact):
            text = texts[fact.mention.document]
            name = name_before(text, fact.sentence.start, fact.mention.start)
            named[name, fact.quantity.kind, fact.subject.concept].append(i)
    for (name, _, _), members in named.items():
        for i, j in combinations(members[:_MOST] if name else (), 2):
            if figures[i].mention.document != figures[j].mention.document:
                yield i, j


_VOTES: Final = frozenset({"vote", "ballot"})


def _in_one_sentence(figures: Sequence[Fact]) -> Iterator[Pair]:
    for i, j in _beside(figures):
        if figures[i].sentence == figures[j].sentence:
            yield i, j


def _beside(figures: Sequence[Fact]) -> Iterator[Pair]:
    """Figures of one unit in one sentence or in neighbouring ones, no more than a few apart, both ways round."""
    for i, a in enumerate(figures):
        for j in range(i + 1, min(i + _NEAR, len(figures))) if _is_one(a) else ():
            b = figures[j]
            if _alike(a, b) and _is_one(b) and _neighbours(a, b):
                yield i, j
                yield j, i


_NEAR: Final = 4
"""How many figures on the other one is looked for."""


def _not_both(figures: Sequence[Fact], places: Mapping[_At, Sequence[int]], i: int, level: int) -> bool:
    """Whether the version of the figure at ``i`` is another one than that of ``level``, and has not its figure too."""
    there, last = figures[i].mention.document, figures[level]
    alike = places.get(_at(last, last.quantity.low), ())
    return there != last.mention.document and all(figures[k].mention.document != there for k in alike)


def _may_be_one(a: Fact, b: Fact) -> bool:
    """Whether two figures are of one noun, or so large that the step between them is no chance and the nouns no bar."""
    if dimension(a) != dimension(b) or a.quantity.increment or a.role is FactRole.CHANGE is not b.role:
        return False
    one, other = a.subject, b.subject
    if one.concept and one.concept == other.concept:
        return True
    people = is_people(one.head) or is_people(other.head)
    unnamed = not (one.concept and other.concept)
    return min(a.quantity.low, b.quantity.low) >= _LARGE and (
        people or unnamed or a.quantity.kind is not QuantityKind.COUNT
    )


def _ordered(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
