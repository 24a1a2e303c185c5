"""Quantities that measure one thing, by what is measured and by the sentences they stand in, never by the figure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.align.alone import Alone, Standing
from discrepancy.align.candidates import find_candidates
from discrepancy.align.copies import set_apart
from discrepancy.align.dimensions import base
from discrepancy.align.evidence import Evidence, Known, weigh
from discrepancy.align.grouping import Pair, Pairs, agglomerate, mean_score
from discrepancy.align.kindred import find_kindred
from discrepancy.align.persons import with_persons
from discrepancy.align.surroundings import surroundings
from discrepancy.align.told_together import told_together
from discrepancy.align.vetoes import told_like, vetoed
from discrepancy.align.vetoes_of_times import of_other_times
from discrepancy.align.weights import THRESHOLD
from discrepancy.labels import FIGURE
from discrepancy.lexicon.measures import is_state
from discrepancy.model import BlockRole, Document, Fact, FactKind, FactRole, Group, Person, QuantityKind, TimeFrame

_NEVER = frozenset({QuantityKind.RANK, QuantityKind.SCORE, QuantityKind.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Alignment:
    """Quantities held together.

    Attributes:
        groups: those that measure one thing, each with the reasons that weighed most.
        kindred: those of different documents that may.
    """

    groups: tuple[Group, ...]
    kindred: tuple[Group, ...]


def align(documents: Sequence[Document], facts: Sequence[Fact], people: Sequence[Person]) -> Alignment:
    """The quantities of a story that measure one thing, and those that may; ``people`` are its settled persons."""
    read = [f for f in facts if f.kind is FactKind.QUANTITY and is_compared(f)]
    copies = set_apart(documents, with_persons(read, facts, people), across=True)
    figures = copies.first
    standing = [copies.standing(figure) for figure in figures]
    vetoes = Vetoes(documents, standing)
    evidence = weigh_pairs(documents, facts, standing, vetoes)
    scores = {pair: base(figures[pair[0]]) + sum(weight for _, weight in found) for pair, found in evidence.items()}
    held = {pair: scores[pair] for pair in _held_together(standing, scores)}
    groups = agglomerate(len(figures), scores, vetoes, THRESHOLD, held)
    grouped = {i for members in groups for i in members}
    printed_alike = [[i] for i, each in enumerate(standing) if len(each) > 1 and i not in grouped]
    groups = sorted([*groups, *printed_alike])

    def made(sets: Sequence[list[int]]) -> tuple[Group, ...]:
        found = (_group([figures[i] for i in members], members, scores, evidence) for members in sets)
        return tuple(copies.complete(group) for group in found)

    kindred = find_kindred(standing, groups, scores)
    kindred += [each for each in told_together(documents, figures, groups) if each not in kindred]
    return Alignment(groups=made(groups), kindred=made(kindred))


def weigh_pairs(
    documents: Sequence[Document], facts: Sequence[Fact], standing: Sequence[Standing], vetoes: Pairs
) -> dict[Pair, Evidence]:
    """The evidence on each pair of figures that is a candidate and not vetoed, by their places in ``standing``."""
    figures = [_first(each) for each in standing]
    pairs = [pair for pair in find_candidates(documents, figures) if pair not in vetoes]
    if not pairs:
        return {}
    around = surroundings(documents, facts, figures, pairs)
    alone, known = Alone(standing), Known()
    return {
        (i, j): weigh(*seen_together(standing[i], standing[j]), seen, alone.told(i, j), known)
        for (i, j), seen in zip(pairs, around, strict=True)
    }


def seen_together(one: Standing, other: Standing) -> tuple[Fact, Fact]:
    """The two as they stand in the first document that has both, where there is one, else each where it first does."""
    if one.keys().isdisjoint(other):
        return _first(one), _first(other)
    both = next(document for document in one if document in other)
    return one[both], other[both]


def _first(standing: Standing) -> Fact:
    return next(iter(standing.values()))


class Vetoes:
    """The pairs of figures that are two measures, whatever else is alike, each told when it is first asked for."""

    def __init__(self, documents: Sequence[Document], standing: Sequence[Standing]) -> None:
        self._days = {document.id: document.day for document in documents}
        self._standing = standing
        self._told: dict[Pair, bool] = {}
        self._alike: dict[Pair, bool] = {}
        kinds: dict[object, int] = {}
        self._kind = {
            fact.id: kinds.setdefault((told_like(fact), self._days[home]), len(kinds))
            for each in standing
            for home, fact in each.items()
        }

    def __contains__(self, pair: Pair, /) -> bool:
        """Whether ``pair``, two places in ``standing``, is vetoed."""
        told = self._told.get(pair)
        if told is None:
            told = self._told[pair] = self._tell(*pair)
        return told

    def _tell(self, i: int, j: int) -> bool:
        a, b = seen_together(self._standing[i], self._standing[j])
        if a.mention.document == b.mention.document or a.role is b.role is FactRole.CHANGE:
            return self._look(a, b)
        pair = self._kind[a.id], self._kind[b.id]
        if pair not in self._alike:
            self._alike[pair] = self._look(a, b)
        return self._alike[pair]

    def _look(self, a: Fact, b: Fact) -> bool:
        days = self._days[a.mention.document], self._days[b.mention.document]
        return vetoed(a, b) or of_other_times(a, b, days)


def _held_together(standing: Sequence[Standing], scores: Mapping[Pair, float]) -> Iterator[Pair]:
    """The pairs that may join two groups: one figure, or the likeliest partners of each other in their documents.

    A figure that the other document gives too has its partner there: what differs from it is held to be another
    measure, however alike it is told. What is planned has its own partner beside what is.
    """
    figures = [_first(each) for each in standing]
    planned = [fact.time is TimeFrame.PLANNED for fact in figures]
    best: dict[tuple[int, str, bool], float] = defaultdict(lambda: -math.inf)
    for (i, j), score in scores.items():
        for one, other in ((i, j), (j, i)):
            for home in standing[other]:
                key = one, home, planned[other]
                best[key] = max(best[key], score)
    for (i, j), score in scores.items():
        there = max(best[i, home, planned[j]] for home in standing[j])
        least = max(there, *(best[j, home, planned[i]] for home in standing[i]))
        if figures[i].quantity.figure == figures[j].quantity.figure or score >= least:
            yield i, j


def is_compared(fact: Fact) -> bool:
    """Whether a quantity is held against others: no rank, score or multiple, none supposed, none withdrawn."""
    withdrawn = fact.mention.block is BlockRole.CORRECTION
    return fact.quantity.kind not in _NEVER and fact.time is not TimeFrame.SUPPOSED and not withdrawn


def _group(
    facts: Sequence[Fact],
    members: list[int],
    scores: Mapping[Pair, float],
    evidence: Mapping[Pair, Evidence],
) -> Group:
    weights: Counter[str] = Counter()
    for n, i in enumerate(members):
        for j in members[n + 1 :]:
            for name, weight in evidence.get((i, j), ()):
                weights[name] += weight  # type: ignore[assignment]  # Counter's stubs know whole numbers only
    reasons = [name for name, weight in weights.most_common(3) if weight > 0]
    named = max(facts, key=lambda f: (len(f.subject.text), -f.mention.start, f.id))
    return Group(
        id=f"quantity:{facts[0].id}",
        kind=FactKind.QUANTITY,
        subject=named.subject.text or (FIGURE if is_state(named.subject.verb) else named.subject.verb),
        facts=tuple(fact.id for fact in facts),
        reason=", ".join(reasons),
        confidence=round(1 / (1 + math.exp(-mean_score(members, scores))), 3),
    )
